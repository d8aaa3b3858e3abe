import type { SheetEdit } from '#shared/workbook/design.ts'
import type { Area } from '#shared/workbook/grid.ts'
import { indexCells } from './index-cells.ts'
import { openPackage, type Package, partDocument, relationsPath } from './package-parts.ts'
import { planCells } from './patch-cells.ts'
import { growDimension, growRules } from './patch-ranges.ts'
import { grownTableXml, planGrowth, type TableGrowth } from './patch-tables.ts'
import { tableParts } from './read-table.ts'
import { applySplices, type Splice } from './splice.ts'
import { type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { badXml, XlsxError } from './xlsx-error.ts'
import { childNamed, parseXml, type XmlDocument } from './xml-tree.ts'
import type { ZipEntry } from './zip-read.ts'
import { packEntry, writeZip } from './zip-write.ts'

/**
 * The same file with other values in the named cells. All other parts stay byte for byte, all other cells character for
 * character; cells keep their style. Results of formulas that use the new values are not computed anew: Excel does so
 * when it calculates. Sheets and tables go by their exact names; where one is unknown or a change is not possible,
 * throws `XlsxError` and nothing is made.
 */
export function patchXlsx(bytes: Uint8Array, edits: readonly SheetEdit[]): Uint8Array {
  const parts = openPackage(bytes)
  const workbook = workbookParts(parts)
  const changed = new Map<string, string>()
  let hasLostFormula = false
  for (const edit of mergeEdits(edits)) {
    const sheet = workbook.sheets.find(({ name }) => name === edit.sheet)
    if (sheet === undefined) throw unknownSheet(edit.sheet)
    const result = patchSheet(parts, sheet.path, edit)
    hasLostFormula ||= result.hasLostFormula
    for (const [path, xml] of result.changed) changed.set(path.toLowerCase(), xml)
  }
  const removed = hasLostFormula ? dropCalculationChain(parts, workbook, changed) : undefined
  const entries = parts.entries.filter(({ name }) => name.toLowerCase() !== removed?.toLowerCase())
  return writeZip(entries.map((entry) => repack(entry, changed.get(entry.name.toLowerCase()))))
}

/** One edit a sheet; of two values for one cell the last counts. */
function mergeEdits(edits: readonly SheetEdit[]): readonly SheetEdit[] {
  const bySheet = new Map<string, SheetEdit>()
  for (const edit of edits) {
    const before = bySheet.get(edit.sheet)
    bySheet.set(edit.sheet, {
      sheet: edit.sheet,
      cells: [...(before?.cells ?? []), ...edit.cells],
      tables: [...(before?.tables ?? []), ...(edit.tables ?? [])],
    })
  }
  return [...bySheet.values()]
}

function patchSheet(parts: Package, path: string, edit: SheetEdit) {
  const document = partDocument(parts, path)
  const data = childNamed(document.root, 'sheetData')
  if (data === undefined) throw badXml(path, 'het heeft geen sheetData', 'it has no sheetData')
  const rows = indexCells(document, data)
  const growths = planGrowth(document, tableParts(parts, path), rows, edit)
  const newRows = growths.map(({ table, gained }) => ({ area: gained, model: table.place.area.bottom }))
  const { splices, hasLostFormula } = planCells(document, data, rows, edit.cells, newRows)
  const all: Splice[] = [
    ...splices,
    ...growDimension(document, usedArea(edit, growths)),
    ...growRules(
      document,
      growths.map(({ table, bottom }) => ({ before: { ...table.place.area, top: table.place.area.top + 1 }, bottom })),
    ),
  ]
  const changed = new Map(growths.map((growth) => [growth.table.document.part, grownTableXml(growth)]))
  if (all.length > 0) changed.set(path, applySplices(document.xml, all))
  return { changed, hasLostFormula }
}

function usedArea({ cells }: SheetEdit, growths: readonly TableGrowth[]): Area | undefined {
  const areas = growths.map(({ gained }) => gained)
  for (const { row, column } of cells) areas.push({ top: row, left: column, bottom: row, right: column })
  const [first, ...others] = areas
  return others.reduce(
    (used, area) =>
      used && {
        top: Math.min(used.top, area.top),
        left: Math.min(used.left, area.left),
        bottom: Math.max(used.bottom, area.bottom),
        right: Math.max(used.right, area.right),
      },
    first,
  )
}

/**
 * The calculation chain lists all formula cells; with one that is none any more Excel repairs the file. Without the
 * chain Excel makes a new one. Gives the path of the part to leave out.
 */
function dropCalculationChain(
  parts: Package,
  workbook: WorkbookParts,
  changed: Map<string, string>,
): string | undefined {
  const chain = workbook.relations.find(({ type }) => type === 'calcChain')
  if (chain === undefined) return undefined
  const relations = partDocument(parts, relationsPath(workbook.path))
  const types = partDocument(parts, '[Content_Types].xml')
  changed.set(relations.part.toLowerCase(), without(relations, 'Id', chain.id))
  changed.set(types.part.toLowerCase(), without(types, 'PartName', `/${chain.path}`))
  return chain.path
}

/** The document without the elements below its root that have this value. */
function without(document: XmlDocument, attribute: string, value: string): string {
  const found = document.root.children.filter(
    (child) => child.attributes.get(attribute)?.toLowerCase() === value.toLowerCase(),
  )
  return applySplices(
    document.xml,
    found.map(({ start, end }) => ({ start, end, text: '' })),
  )
}

/** A changed part keeps its name and date. What was made is read once more before it goes out. */
function repack(entry: ZipEntry, xml: string | undefined): ZipEntry {
  if (xml === undefined) return entry
  parseXml(xml, entry.name)
  const { nameBytes, isNameUtf8, dosTime } = entry
  return { ...packEntry(entry.name, new TextEncoder().encode(xml)), nameBytes, isNameUtf8, dosTime }
}

function unknownSheet(name: string): XlsxError {
  return new XlsxError(
    'missing-part',
    `Blad ${name} staat niet in de werkmap. Is het hernoemd?`,
    `Sheet ${name} is not in the workbook. Was it renamed?`,
  )
}
