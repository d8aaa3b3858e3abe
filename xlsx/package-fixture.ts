import { packEntry, writeZip } from './zip-write.ts'

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A zip file of parts given as text or bytes, for tests. */
export function packageFile(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder()
  return writeZip(
    Object.entries(parts).map(([name, content]) =>
      packEntry(name, typeof content === 'string' ? encoder.encode(content) : content),
    ),
  )
}

/** A part of relations: each is `[id, last word of the type, target]`. */
export function relations(...lines: readonly (readonly [string, string, string])[]): string {
  const items = lines.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

/** A sheet part around what stands between its tags. */
export function worksheet(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${namespaces}>${inside}</worksheet>`
}

/** The parts of a workbook with one sheet, Blad1; those given replace or join the usual ones. */
export function workbookParts(
  sheet: string,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Readonly<Record<string, string | Uint8Array>> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${namespaces}><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `<styleSheet ${namespaces}><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${namespaces}/>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<') && sheet.includes('worksheet') ? sheet : worksheet(sheet),
    ...parts,
  }
}
