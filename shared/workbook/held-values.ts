/** What cells hold as plain values, so that a write can leave alone what somebody changed since they were read. */
import type { CellValue } from './design.ts'
import { cellKey, type SheetGrid } from './grid.ts'

/** By `cellKey(row, column)`; an empty cell is null, and an error counts as the text that it shows. */
export function heldValues(
  sheet: SheetGrid | undefined,
  cells: readonly { readonly row: number; readonly column: number }[],
): ReadonlyMap<number, CellValue> {
  return new Map(
    cells.map(({ row, column }) => {
      const cell = sheet?.rows[row]?.[column]
      return [cellKey(row, column), cell === undefined || cell.kind === 'empty' ? null : cell.value]
    }),
  )
}
