import type { TablePlace } from '#shared/workbook/grid.ts'
import { type Package, partDocument, relationsOf } from './package-parts.ts'
import { parseArea } from './references.ts'
import { badXml } from './xlsx-error.ts'
import { decodeEscapes } from './xml-text.ts'
import { listed, type XmlDocument } from './xml-tree.ts'

export interface TablePart {
  readonly place: TablePlace
  readonly document: XmlDocument
}

/** The tables of a sheet, in the order in which the sheet names them. */
export function tableParts(parts: Package, sheetPath: string): readonly TablePart[] {
  return relationsOf(parts, sheetPath)
    .filter((relation) => relation.type === 'table')
    .map((relation) => readTable(partDocument(parts, relation.path)))
}

/** A table without a header row is given the row above it, so that its rows begin below the area's first everywhere. */
function readTable(document: XmlDocument): TablePart {
  const { attributes } = document.root
  const area = parseArea(attributes.get('ref') ?? '')
  const name = attributes.get('displayName') ?? attributes.get('name')
  if (area === undefined || name === undefined) {
    throw badXml(document.part, 'de tabel heeft geen naam of plaats', 'the table has no name or place')
  }
  const hasHeader = attributes.get('headerRowCount') !== '0'
  const columns = listed(document.root, 'tableColumns', 'tableColumn')
  const place: TablePlace = {
    name,
    area: hasHeader || area.top === 0 ? area : { ...area, top: area.top - 1 },
    headings: columns.map((column) => decodeEscapes(column.attributes.get('name') ?? '')),
    hasTotalsRow: Number(attributes.get('totalsRowCount') ?? 0) > 0,
  }
  return { place, document }
}
