/**
 * The sheet Codes: the municipality's lists and the national ones, as tables side by side. It is the snapshot that a
 * workbook is judged against without a server, the source of the drop-down lists, and a page to look codes up.
 */
import { categorieen, taakvelden } from '#shared/codes/index.ts'
import type { Reference } from '#shared/model/index.ts'
import { generalTable, generalValues } from './code-lists.ts'
import { absoluteReference } from './defined-name.ts'
import type { CellDesign, SheetDesign, TableDesign, WorkbookDesign } from './design.ts'
import { type ListColumn, listStyles, writeListCell } from './list-column.ts'
import { type FilledList, generalOf, listsOf } from './reference-rows.ts'
import { firstBodyRow, headingRow } from './tables.ts'

/** Where the lists of the municipality stand. */
export const codesSheet = 'Codes'

/** Name of the list of a table's first column, for drop-down lists: `lstBronnen` gives `lijst_Bronnen`. */
export function listName(table: string): string {
  return table.replace(/^lst/, 'lijst_')
}

/** The sheet, and a name for the first column of every list. */
export function codesDesign(
  reference: Reference,
  budgetYear: number,
): { sheet: SheetDesign; names: WorkbookDesign['names'] } {
  const placed: PlacedList[] = []
  let left = 0
  for (const list of [...listsOf(reference), ...derivedLists(reference, budgetYear)]) {
    placed.push({ list, left: left + generalWidth + gap })
    left += list.columns.length + gap
  }
  const sheet: SheetDesign = {
    name: codesSheet,
    visibility: 'visible',
    cells: [...titleCells(reference), ...generalCells(reference), ...placed.flatMap(listCells)],
    tables: [generalTableDesign, ...placed.map(tableDesign)],
    validations: [],
    conditionalFormats: [],
    frozenRows: firstBodyRow,
  }
  const names = placed.map((place) => ({ name: listName(place.list.table), refersTo: firstColumn(place) }))
  return { sheet, names }
}

interface PlacedList {
  readonly list: FilledList
  readonly left: number
}

/** An empty column between two tables; the first table has two columns. */
const gap = 1
const generalWidth = 2

/** Lists that the reference or the law implies: for drop-down lists only, never read back. */
function derivedLists(reference: Reference, budgetYear: number): readonly FilledList[] {
  const components = new Set(
    reference.sources.flatMap(({ ceilings }) => ceilings.flatMap(({ component }) => component ?? [])),
  )
  const categories = new Map(
    (['L', 'B'] as const).flatMap((side) =>
      categorieen(side, budgetYear).map(({ code, name }) => [code, name] as const),
    ),
  )
  return [
    {
      table: 'lstOnderdelen',
      title: 'Onderdelen van bronnen',
      columns: [codeColumn('Onderdeel')],
      items: [...components].map((code) => ({ code })),
    },
    {
      table: 'lstTaakvelden',
      title: `Taakvelden ${budgetYear}`,
      columns: [codeColumn('Taakveld'), nameColumn],
      items: taakvelden(budgetYear).map(({ code, name }) => ({ code, name })),
    },
    {
      table: 'lstCategorieen',
      title: `Categorieën ${budgetYear}`,
      columns: [codeColumn('Categorie'), nameColumn],
      items: [...categories].sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, name]) => ({ code, name })),
    },
  ]
}

const nameColumn: ListColumn = { key: 'name', heading: 'Naam', kind: 'text' }

function codeColumn(heading: string): ListColumn {
  return { key: 'code', heading, kind: 'code' }
}

function titleCells(reference: Reference): readonly CellDesign[] {
  return [
    { row: 0, column: 0, value: `Codes en lijsten, versie ${reference.version}`, style: 'title' },
    {
      row: 1,
      column: 0,
      value:
        'Momentopname van de lijsten van financiën en van het Rijk. Wijzigen heeft geen zin: de server is leidend.',
      style: 'note',
    },
    { row: headingRow - 1, column: 0, value: 'Algemeen', style: 'label' },
  ]
}

const generalTableDesign: TableDesign = {
  name: generalTable,
  area: { top: headingRow, left: 0, bottom: headingRow + generalValues.length, right: generalWidth - 1 },
  columns: [
    { heading: 'Kenmerk', style: 'label', widthChars: 34 },
    { heading: 'Waarde', style: 'text', widthChars: 26 },
  ],
}

function generalCells(reference: Reference): readonly CellDesign[] {
  const values = generalOf(reference)
  return generalValues.flatMap(({ key, heading, kind }, index) => [
    { row: firstBodyRow + index, column: 0, value: heading },
    {
      row: firstBodyRow + index,
      column: 1,
      value: writeListCell(kind, values[key] ?? null),
      style: listStyles[kind].style,
    },
  ])
}

function listCells({ list, left }: PlacedList): readonly CellDesign[] {
  return [
    { row: headingRow - 1, column: left, value: list.title, style: 'label' },
    ...list.items.flatMap((item, index) =>
      list.columns.map(({ key, kind }, offset) => ({
        row: firstBodyRow + index,
        column: left + offset,
        value: writeListCell(kind, item[key] ?? null),
      })),
    ),
  ]
}

function tableDesign(place: PlacedList): TableDesign {
  const columns = place.list.columns.map(({ heading, kind }) => ({ heading, ...listStyles[kind] }))
  const right = place.left + columns.length - 1
  return {
    name: place.list.table,
    area: { top: headingRow, left: place.left, bottom: lastRow(place), right },
    columns,
  }
}

/** A table has at least one row, also when its list is empty. */
function lastRow({ list }: PlacedList): number {
  return headingRow + Math.max(list.items.length, 1)
}

function firstColumn(place: PlacedList): string {
  const { left } = place
  return absoluteReference(codesSheet, { top: firstBodyRow, left, bottom: lastRow(place), right: left })
}
