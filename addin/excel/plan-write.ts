/** Which cells are written, which are left to the person who typed there meanwhile, and which hold a formula already. */
import { cellAddress, cellKey } from '#shared/workbook/grid.ts'
import type { CellValue } from '#shared/workbook/design.ts'
import type { GuardedEdit } from '../ports/workbook.ts'
import { Layers, type Reading } from './layers.ts'
import type { Piece } from './plan-reading.ts'
import { boxesAround, gapCells, type PlacedValue } from './rectangles.ts'

export interface SheetWrites {
  readonly sheet: string
  readonly cells: readonly PlacedValue<CellValue>[]
  /** Cells with a formula: written only when the formula does not give the value by itself. */
  readonly computed: readonly PlacedValue<CellValue>[]
}

/** What to read before the write: the target cells as they are now. */
export function targetPieces(edits: readonly GuardedEdit[]): readonly Piece[] {
  return edits.flatMap(({ sheet, cells }) =>
    boxesAround(cells, gapCells).map((box) => ({ sheet, box, layers: ['values', 'formulas'] as const })),
  )
}

/** `skipped`: `Begroting!T7`, where a person changed the cell since the edit was planned. */
export function planWrite(
  edits: readonly GuardedEdit[],
  now: Reading,
): { readonly writes: readonly SheetWrites[]; readonly skipped: readonly string[] } {
  const skipped: string[] = []
  const writes = edits.map(({ sheet, cells, expected }): SheetWrites => {
    const layers = now.get(sheet) ?? new Layers()
    const plain: PlacedValue<CellValue>[] = []
    const computed: PlacedValue<CellValue>[] = []
    for (const { row, column, value } of cells) {
      const current = layers.valueAt(row, column)
      const hasFormula = layers.formulaAt(row, column) !== undefined
      if (isSame(current, value) && !hasFormula) continue
      const before = expected?.get(cellKey(row, column))
      if (before !== undefined && !isSame(current, before)) skipped.push(`${sheet}!${cellAddress(row, column)}`)
      else if (hasFormula && value !== null) computed.push({ row, column, value })
      else plain.push({ row, column, value })
    }
    return { sheet, cells: plain, computed }
  })
  return { writes, skipped }
}

/** An empty cell is '' to Excel and null to us. */
function isSame(current: unknown, value: CellValue): boolean {
  return (current ?? '') === (value ?? '')
}

/** Whether a formula gives the value that was to be written, to less than half a cent. */
export function givesValue(computed: unknown, value: CellValue): boolean {
  if (typeof computed === 'number' && typeof value === 'number') return Math.abs(computed - value) < 0.005
  return isSame(computed, value)
}
