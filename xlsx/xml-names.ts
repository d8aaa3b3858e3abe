/** Namespaces and relation types of the file format (ECMA-376, transitional) and of add-ins (MS-OWEXML, MS-XLSX). */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'

const relationTypes = {
  officeDocument: `${relationNamespace}/officeDocument`,
  worksheet: `${relationNamespace}/worksheet`,
  styles: `${relationNamespace}/styles`,
  sharedStrings: `${relationNamespace}/sharedStrings`,
  sheetMetadata: `${relationNamespace}/sheetMetadata`,
  table: `${relationNamespace}/table`,
  extendedProperties: `${relationNamespace}/extended-properties`,
  coreProperties: `${packageNamespace}/relationships/metadata/core-properties`,
  taskpanes: 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
  webExtension: 'http://schemas.microsoft.com/office/2011/relationships/webextension',
} as const

/** A part of relations: `rId1` is the first target, and so on. */
export function relationsXml(targets: readonly (readonly [keyof typeof relationTypes, string])[]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationTypes[type]}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${lines.join('')}</Relationships>`
}
