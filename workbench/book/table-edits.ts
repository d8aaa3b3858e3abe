/** Making, changing and filtering tables. */
import { BookError } from './book-error.ts'
import type { Book, BookTable, Box } from './book.ts'
import { fitsSheet, isSameBox, overlaps } from './box.ts'
import { renamedTable } from './formula/rename.ts'
import { headingRepair } from './heading-edits.ts'
import { headingSlot, headingsOf, properHeadings } from './headings.ts'
import { isName } from './names.ts'
import type { BookParts } from './parts.ts'
import { refuseProtected } from './protection.ts'
import { rewriteFormulas } from './rewrite.ts'
import { cellsOf } from './state.ts'
import { sheetById, tableById, withTable } from './structure.ts'
import { filterTable, showAllRows } from './table-filter.ts'
import { sortTable } from './table-sort.ts'

type TableEdits = Pick<Book, 'addTable' | 'setTable' | 'removeTable' | 'filterTable' | 'sortTable'>

export function tableEdits(parts: BookParts): TableEdits {
  return {
    addTable: (sheet, box, hasHeadings) => addTable(parts, sheet, box, hasHeadings),
    setTable: (table, facts) => setTable(parts, tableById(parts.state.structure, table), facts),
    removeTable: (id) => {
      const table = tableById(parts.state.structure, id)
      refuseProtected(parts, table.sheet)
      showAllRows(parts, table)
      const { structure } = parts.state
      parts.edits.putStructure({ ...structure, tables: structure.tables.filter((other) => other.id !== id) })
    },
    filterTable: (table, column, texts) => filterTable(parts, tableById(parts.state.structure, table), column, texts),
    sortTable: (table, column, isAscending) =>
      sortTable(parts, tableById(parts.state.structure, table), column, isAscending),
  }
}

/** A table has a heading row and at least one row below it. */
const tableRowsMin = 2

function addTable(parts: BookParts, sheet: string, given: Box, hasHeadings: boolean): string {
  const { state, edits } = parts
  sheetById(state.structure, sheet)
  refuseProtected(parts, sheet)
  const box = { ...given, rows: Math.max(tableRowsMin, given.rows + (hasHeadings ? 0 : 1)) }
  refuseBox(parts, sheet, box, null)
  if (!hasHeadings) moveCellsDown(parts, sheet, given)
  const headings = properHeadings(headingsOf(state, sheet, { ...box, rows: 1 }))
  edits.putSlots(sheet, box.row, box.column, [headings.map(headingSlot)])
  const id = String(parts.nextNumber())
  const name = freeName(parts, `Tabel${id}`)
  const table: BookTable = { id, name, sheet, box, hasTotalsRow: false, style: 'TableStyleMedium2', filters: new Map() }
  edits.putStructure({ ...state.structure, tables: [...state.structure.tables, table] })
  return id
}

/** Makes room for a heading row: what stands in these columns goes one row down. */
function moveCellsDown({ state, edits }: BookParts, sheet: string, { row, column, columns }: Box): void {
  const cells = cellsOf(state, sheet)
  const rows = Math.max(0, cells.extent.rows - row)
  const slots = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, right) => cells.slot(row + down, column + right)),
  )
  edits.putSlots(sheet, row, column, [Array.from({ length: columns }), ...slots])
}

function setTable(
  parts: BookParts,
  table: BookTable,
  facts: Partial<Pick<BookTable, 'name' | 'box' | 'hasTotalsRow' | 'style'>>,
): void {
  refuseProtected(parts, table.sheet)
  const box = facts.box ?? boxWithTotals(table, facts.hasTotalsRow ?? table.hasTotalsRow)
  if (!isSameBox(box, table.box)) refuseBox(parts, table.sheet, box, table.id)
  if (facts.name !== undefined && facts.name !== table.name) renameTable(parts, table, facts.name)
  if (facts.hasTotalsRow === false && table.hasTotalsRow && facts.box === undefined) clearTotals(parts, table)
  const changed = { ...facts, box, ...(isSameBox(box, table.box) ? {} : { filters: new Map() }) }
  if (!isSameBox(box, table.box)) showAllRows(parts, table)
  parts.edits.putStructure(withTable(parts.state.structure, table.id, changed))
  headingRepair(parts, table.sheet, { ...box, rows: 1 })()
}

/** A totals row comes below the table and goes with what stands in it. */
function boxWithTotals({ box, hasTotalsRow }: BookTable, wantsTotals: boolean): Box {
  if (wantsTotals === hasTotalsRow) return box
  return { ...box, rows: box.rows + (wantsTotals ? 1 : -1) }
}

function clearTotals({ edits }: BookParts, { sheet, box }: BookTable): void {
  edits.putSlots(sheet, box.row + box.rows - 1, box.column, [Array.from({ length: box.columns })])
}

function renameTable(parts: BookParts, table: BookTable, name: string): void {
  const isOnlyCase = name.toLowerCase() === table.name.toLowerCase()
  if (!isName(name)) throw new BookError('bad-name', `${name} kan geen naam van een tabel zijn.`)
  if (!isOnlyCase && isNameTaken(parts, name)) throw new BookError('name-exists', `De naam ${name} bestaat al.`)
  rewriteFormulas(parts, (formula) => renamedTable(formula, table.name, name))
  parts.edits.putStructure(withTable(parts.state.structure, table.id, { name }))
}

function isNameTaken({ lookup }: BookParts, name: string): boolean {
  return lookup.tableNamed(name) !== undefined || lookup.formulaNamed(name) !== undefined
}

function freeName(parts: BookParts, wanted: string): string {
  return isNameTaken(parts, wanted) ? freeName(parts, `${wanted}_1`) : wanted
}

function refuseBox({ state }: BookParts, sheet: string, box: Box, id: string | null): void {
  if (!fitsSheet(box) || box.rows < tableRowsMin) {
    throw new BookError('bad-size', 'Een tabel heeft een rij met koppen en ten minste één rij eronder.')
  }
  const other = state.structure.tables.find(
    (table) => table.id !== id && table.sheet === sheet && overlaps(table.box, box),
  )
  if (other !== undefined) throw new BookError('table-overlap', `Hier staat de tabel ${other.name} al.`)
}
