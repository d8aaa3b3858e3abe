/** Tables that take in what a person types right below them, and columns of one formula that go on in new rows. */
import type { BookTable, Box } from './book.ts'
import { overlaps, sharedBox } from './box.ts'
import { FormulaCell } from './calculation/formula-cell.ts'
import { movedFormula } from './formula/rename.ts'
import type { BookParts } from './parts.ts'
import { cellsOf } from './state.ts'
import { tableById, withTable } from './structure.ts'

/** To be called after a person wrote in the box. */
export function growTables(parts: BookParts, sheet: string, written: Box): void {
  const { state, edits } = parts
  for (const table of state.structure.tables) {
    const grown = grownBox(parts, table, sheet, written)
    if (grown === null) continue
    edits.putStructure(withTable(state.structure, table.id, { box: grown }))
    const first = table.box.row + table.box.rows
    fillNewRows(parts, table.id, first, grown.row + grown.rows - first)
  }
}

/** The table's box with the rows that were written below it; null when it does not grow. */
function grownBox(
  { state }: BookParts,
  { id, sheet, box, hasTotalsRow }: BookTable,
  on: string,
  written: Box,
): Box | null {
  const below = box.row + box.rows
  if (sheet !== on || hasTotalsRow || written.row !== below) return null
  const isWithin = written.column >= box.column && written.column + written.columns <= box.column + box.columns
  const hasContent = !cellsOf(state, sheet).slotsIn(written).next().done
  if (!isWithin || !hasContent) return null
  const grown = { ...box, rows: box.rows + written.rows }
  const isFree = state.structure.tables.every(
    (other) => other.id === id || other.sheet !== sheet || !overlaps(other.box, grown),
  )
  return isFree ? grown : null
}

/** New rows look like the row above them, and columns that hold one formula throughout get it too. */
export function fillNewRows(parts: BookParts, tableId: string, row: number, count: number): void {
  const { state, edits, calculation } = parts
  const { sheet, box } = tableById(state.structure, tableId)
  const above = row - 1
  if (above <= box.row || sharedBox(box, { ...box, row, rows: count }) === null) return
  const cells = cellsOf(state, sheet)
  const columns = Array.from({ length: box.columns }, (_, index) => box.column + index)
  const rows = Array.from({ length: count }, (_, index) => row + index)
  const looks = columns.map((column) => cells.rows[above]?.styles[column])
  edits.putStyles(
    sheet,
    row,
    box.column,
    rows.map(() => looks),
  )
  const formulas = columns.map((column) => columnFormula(parts, sheet, column, box.row + 1, above))
  const slots = rows.map((place) =>
    columns.map((column, index) => {
      const own = cells.slot(place, column)
      const formula = formulas[index]
      if (own !== undefined || formula === undefined) return own
      const filled = new FormulaCell(movedFormula(formula, place - above, 0), false)
      filled.isBound = calculation.isBoundNow(filled)
      return filled
    }),
  )
  if (formulas.some((formula) => formula !== undefined)) edits.putSlots(sheet, row, box.column, slots)
}

/** The formula of the last row, when the row before it has the same one; undefined otherwise. */
function columnFormula(
  { state }: BookParts,
  sheet: string,
  column: number,
  firstRow: number,
  lastRow: number,
): string | undefined {
  const cells = cellsOf(state, sheet)
  const last = cells.slot(lastRow, column)
  if (last?.kind !== 'formula') return undefined
  if (lastRow === firstRow) return last.formula
  const before = cells.slot(lastRow - 1, column)
  return before?.kind === 'formula' && movedFormula(before.formula, 1, 0) === last.formula ? last.formula : undefined
}
