/** Sorting a table: whole rows of it move, hidden columns and formulas included. */
import type { BookTable, Scalar } from './book.ts'
import { movedFormula } from './formula/rename.ts'
import { compareValues } from './formula/compare.ts'
import { isErrorValue } from './formula/error-values.ts'
import type { BookParts } from './parts.ts'
import { refuseProtected } from './protection.ts'
import { cellsOf } from './state.ts'
import { sheetById } from './structure.ts'
import { bodyRows } from './table-filter.ts'

/** Rows that a filter hides stay where they are. Empty cells come last, whichever way the sort goes. */
export function sortTable(parts: BookParts, table: BookTable, column: number, isAscending: boolean): void {
  const { state, calculation } = parts
  const { sheet, box } = table
  refuseProtected(parts, sheet)
  calculation.calculate()
  const { filteredRows } = sheetById(state.structure, sheet)
  const places = bodyRows(table).filter((row) => !filteredRows.has(row))
  const keyed = places.map((row) => ({ row, value: calculation.value(sheet, row, box.column + column) }))
  const sorted = keyed.toSorted((a, b) => compareForSort(a.value, b.value, isAscending) || a.row - b.row)
  const from = new Map(places.map((place, index) => [place, sorted[index]?.row ?? place]))
  if (places.every((place) => from.get(place) === place)) return
  moveRows(parts, table, from)
}

function compareForSort(a: Scalar, b: Scalar, isAscending: boolean): number {
  const isEmptyA = a === null || a === ''
  const isEmptyB = b === null || b === ''
  if (isEmptyA || isEmptyB) return Number(isEmptyA) - Number(isEmptyB)
  const order =
    isErrorValue(a) || isErrorValue(b) ? Number(isErrorValue(a)) - Number(isErrorValue(b)) : compareValues(a, b)
  return isAscending ? order : -order
}

/** `from` gives for each place the row that comes there. References within a row stay within it, as when rows are copied. */
function moveRows({ state, edits }: BookParts, { sheet, box }: BookTable, from: ReadonlyMap<number, number>): void {
  const cells = cellsOf(state, sheet)
  const rows = Array.from({ length: box.rows - 1 }, (_, index) => box.row + 1 + index)
  const columns = Array.from({ length: box.columns }, (_, index) => box.column + index)
  const sources = rows.map((row) => from.get(row) ?? row)
  const slots = sources.map((source) => columns.map((column) => cells.slot(source, column)))
  const styles = sources.map((source) => columns.map((column) => cells.rows[source]?.styles[column]))
  slots.forEach((line, index) => {
    const down = (rows[index] ?? 0) - (sources[index] ?? 0)
    for (const slot of line) {
      if (slot?.kind !== 'formula' || down === 0) continue
      const formula = movedFormula(slot.formula, down, 0)
      if (formula !== slot.formula) edits.putFormula(slot, formula)
    }
  })
  edits.putSlots(sheet, box.row + 1, box.column, slots)
  edits.putStyles(sheet, box.row + 1, box.column, styles)
}
