import type { SheetEdit } from '#shared/workbook/design.ts'
import { type Area, areaAddress, cellAddress, cellKey } from '#shared/workbook/grid.ts'
import type { RowPlace } from './index-cells.ts'
import { attributeSplice, mergeIn } from './patch-ranges.ts'
import type { TablePart } from './read-table.ts'
import { areasOverlap, isInArea, parseArea, rowsMax } from './references.ts'
import { applySplices, type Splice } from './splice.ts'
import { badEdit, XlsxError } from './xlsx-error.ts'
import type { XmlDocument, XmlElement } from './xml-tree.ts'

/** A table that grows, and what it grows over. */
export interface TableGrowth {
  readonly table: TablePart
  readonly bottom: number
  /** The rows that it gains. */
  readonly gained: Area
}

/** The tables of an edit that really grow. Throws `bad-edit` where rows would be overwritten or pushed away. */
export function planGrowth(
  sheet: XmlDocument,
  tables: readonly TablePart[],
  rows: ReadonlyMap<number, RowPlace>,
  edit: SheetEdit,
): readonly TableGrowth[] {
  const edited = new Set(edit.cells.map(({ row, column }) => cellKey(row, column)))
  const growths: TableGrowth[] = []
  for (const { name, bottom } of edit.tables ?? []) {
    const table = tables.find((found) => found.place.name === name)
    if (table === undefined) throw unknownTable(name, edit.sheet)
    if (bottom === table.place.area.bottom) continue
    if (!Number.isInteger(bottom) || bottom < table.place.area.bottom || bottom >= rowsMax)
      throw cannotGrow(name, `rij ${bottom + 1}`)
    if (table.place.hasTotalsRow) throw cannotGrow(name, 'totaalrij / totals row')
    const gained = { ...table.place.area, top: table.place.area.bottom + 1, bottom }
    refuseObstacles(sheet, name, gained, tables, rows, edited)
    growths.push({ table, bottom, gained })
  }
  return growths
}

function refuseObstacles(
  sheet: XmlDocument,
  name: string,
  gained: Area,
  tables: readonly TablePart[],
  rows: ReadonlyMap<number, RowPlace>,
  edited: ReadonlySet<number>,
): void {
  const table = tables.find((found) => areasOverlap(found.place.area, gained))
  if (table !== undefined) throw cannotGrow(name, table.place.name)
  const merge = mergeIn(sheet, gained)
  if (merge !== undefined) throw cannotGrow(name, areaAddress(merge))
  for (const { row, cells } of rows.values()) {
    for (const { column, isFilled } of cells.values()) {
      const isInTheWay = isFilled && isInArea(gained, row, column) && !edited.has(cellKey(row, column))
      if (isInTheWay) throw cannotGrow(name, cellAddress(row, column))
    }
  }
}

/** The table's own part with its areas grown: the table, its filter, and how it is sorted. */
export function grownTableXml({ table, bottom }: TableGrowth): string {
  const { document } = table
  const splices: Splice[] = []
  const grow = (element: XmlElement) => {
    const area = parseArea(element.attributes.get('ref') ?? '')
    if (area?.bottom === table.place.area.bottom) {
      splices.push(attributeSplice(document, element, 'ref', areaAddress({ ...area, bottom })))
    }
  }
  const visit = (element: XmlElement) => {
    if (['table', 'autoFilter', 'sortState'].includes(element.name)) grow(element)
    for (const child of element.children) if (['autoFilter', 'sortState'].includes(child.name)) visit(child)
  }
  visit(document.root)
  return applySplices(document.xml, splices)
}

function cannotGrow(table: string, obstacle: string): XlsxError {
  return badEdit(
    `Tabel ${table} kan niet naar beneden groeien: ${obstacle} staat in de weg. Maak ruimte onder de tabel.`,
    `Table ${table} cannot grow downwards: ${obstacle} is in the way. Make room below the table.`,
  )
}

function unknownTable(name: string, sheet: string): XlsxError {
  return new XlsxError(
    'missing-part',
    `Tabel ${name} staat niet op blad ${sheet}. Is de tabel of het blad hernoemd?`,
    `Table ${name} is not on sheet ${sheet}. Was the table or the sheet renamed?`,
  )
}
