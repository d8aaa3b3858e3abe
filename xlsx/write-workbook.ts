import type { WorkbookDesign } from '#shared/workbook/design.ts'
import { checkDesign } from './check-design.ts'
import { StringTable } from './string-table.ts'
import { metadataXml, taskpanesXml, webExtensionXml } from './write-add-in.ts'
import { sheetXml } from './write-sheet.ts'
import { stylesXml } from './write-styles.ts'
import { tableXml } from './write-table.ts'
import { encodeAttribute, encodeText, escapeMarkup } from './xml-text.ts'
import { declaration, mainNamespace, packageNamespace, relationNamespace, relationsXml } from './xml-names.ts'
import { packEntry, writeZip } from './zip-write.ts'

const sheetml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The .xlsx file of a design. Equal designs give equal bytes: no clock, no names of people. Throws `XlsxError`
 * (`bad-design`) for what Excel would not open.
 */
export function writeXlsx(design: WorkbookDesign): Uint8Array {
  checkDesign(design)
  const parts = new Map<string, Part>()
  const targets = { strings: new StringTable(), addIn: design.addIn }
  let tableCount = 0
  design.sheets.forEach((sheet, index) => {
    const name = `sheet${index + 1}.xml`
    parts.set(`xl/worksheets/${name}`, {
      xml: sheetXml(sheet, index === firstVisible(design), targets),
      type: `${sheetml}.worksheet+xml`,
    })
    const tables = sheet.tables.map((table) => {
      const id = ++tableCount
      parts.set(`xl/tables/table${id}.xml`, { xml: tableXml(table, id), type: `${sheetml}.table+xml` })
      return ['table', `../tables/table${id}.xml`] as const
    })
    if (tables.length > 0) parts.set(`xl/worksheets/_rels/${name}.rels`, { xml: relationsXml(tables) })
  })
  addWorkbookParts(parts, design, targets.strings)
  const all = [['[Content_Types].xml', { xml: contentTypesXml(parts) }] as const, ...parts]
  const encoder = new TextEncoder()
  return writeZip(all.map(([path, { xml }]) => packEntry(path, encoder.encode(xml))))
}

interface Part {
  readonly xml: string
  readonly type?: string
}

function addWorkbookParts(parts: Map<string, Part>, design: WorkbookDesign, strings: StringTable): void {
  const sheets = design.sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const)
  parts.set('_rels/.rels', {
    xml: relationsXml([
      ['officeDocument', 'xl/workbook.xml'],
      ['coreProperties', 'docProps/core.xml'],
      ['extendedProperties', 'docProps/app.xml'],
      ['taskpanes', 'xl/webextensions/taskpanes.xml'],
    ]),
  })
  parts.set('xl/workbook.xml', { xml: workbookXml(design), type: `${sheetml}.sheet.main+xml` })
  parts.set('xl/_rels/workbook.xml.rels', {
    xml: relationsXml([
      ...sheets,
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['sheetMetadata', 'metadata.xml'],
    ]),
  })
  parts.set('xl/styles.xml', { xml: stylesXml(), type: `${sheetml}.styles+xml` })
  parts.set('xl/sharedStrings.xml', { xml: strings.toXml(), type: `${sheetml}.sharedStrings+xml` })
  parts.set('xl/metadata.xml', { xml: metadataXml(), type: `${sheetml}.sheetMetadata+xml` })
  const webTypes = 'application/vnd.ms-office.webextension'
  parts.set('xl/webextensions/taskpanes.xml', { xml: taskpanesXml(), type: `${webTypes}taskpanes+xml` })
  parts.set('xl/webextensions/_rels/taskpanes.xml.rels', { xml: relationsXml([['webExtension', 'webextension1.xml']]) })
  parts.set('xl/webextensions/webextension1.xml', { xml: webExtensionXml(design.addIn), type: `${webTypes}+xml` })
  const propertiesType = 'application/vnd.openxmlformats-'
  parts.set('docProps/core.xml', { xml: coreXml(design.title), type: `${propertiesType}package.core-properties+xml` })
  parts.set('docProps/app.xml', { xml: appXml, type: `${propertiesType}officedocument.extended-properties+xml` })
}

function firstVisible(design: WorkbookDesign): number {
  return design.sheets.findIndex((sheet) => sheet.visibility === 'visible')
}

function workbookXml(design: WorkbookDesign): string {
  const sheets = design.sheets.map(({ name, visibility }, index) => {
    const state = visibility === 'visible' ? '' : ` state="${visibility}"`
    return `<sheet name="${encodeAttribute(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const names = design.names.map(
    ({ name, refersTo }) => `<definedName name="${encodeAttribute(name)}">${escapeMarkup(refersTo)}</definedName>`,
  )
  return (
    `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><workbookPr/>` +
    `<bookViews><workbookView activeTab="${firstVisible(design)}"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '<calcPr calcId="191029"/></workbook>'
  )
}

function contentTypesXml(parts: ReadonlyMap<string, Part>): string {
  const overrides = [...parts].flatMap(([path, { type }]) =>
    type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`],
  )
  return (
    `${declaration}<Types xmlns="${packageNamespace}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

const appXml =
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Microsoft Excel</Application></Properties>'

function coreXml(title: string): string {
  const date = '<dcterms:$ xsi:type="dcterms:W3CDTF">2025-01-01T00:00:00Z</dcterms:$>'
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${encodeText(title)}</dc:title><dc:creator>Gebiedsbegroting</dc:creator>` +
    `${date.replaceAll('$', 'created')}${date.replaceAll('$', 'modified')}</cp:coreProperties>`
  )
}
