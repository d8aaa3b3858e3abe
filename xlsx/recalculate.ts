import { openPackage, partText } from './package-parts.ts'
import { workbookParts } from './workbook-parts.ts'
import { packEntry, writeZip } from './zip-write.ts'

/**
 * The same file, marked so that a spreadsheet program calculates every formula when it opens it. For after a change of
 * values: results that stand in the file are from before. A file that says nothing about calculation is left as it is.
 */
export function recalculatedOnOpen(bytes: Uint8Array): Uint8Array {
  const parts = openPackage(bytes)
  const { path } = workbookParts(parts)
  const xml = partText(parts, path)
  const marked = xml.replace(calculationElement, (element, name: string, attributes: string, end: string) =>
    attributes.includes('fullCalcOnLoad') ? element : `<${name}${attributes} fullCalcOnLoad="1"${end}>`,
  )
  if (marked === xml) return bytes
  return writeZip(
    parts.entries.map((entry) =>
      entry.name.toLowerCase() === path.toLowerCase() ? packEntry(entry.name, new TextEncoder().encode(marked)) : entry,
    ),
  )
}

const calculationElement = /<((?:\w+:)?calcPr)\b([^>]*?)(\/?)>/
