/** Which formulas look at a cell: an index over the precedents of all formulas. */
import { cellPlace } from '#shared/workbook/grid.ts'
import type { Box } from '../book.ts'
import { holds, keysOfBox, overlaps } from '../box.ts'
import type { Range } from '../formula/operand.ts'
import type { FormulaCell } from './formula-cell.ts'
import { keyOfBox } from './precedents.ts'

/** Ranges up to this many cells are found by their cells, larger ones by going through all of them. */
const smallRangeMax = 4

interface SheetIndex {
  readonly byCell: Map<number, Set<FormulaCell>>
  readonly byBox: Map<string, { readonly box: Box; readonly cells: Set<FormulaCell> }>
}

export class Dependents {
  readonly #sheets = new Map<string, SheetIndex>()

  add(cell: FormulaCell): void {
    for (const { sheet, box } of cell.precedents) {
      const { byCell, byBox } = this.#indexOf(sheet)
      if (!isSmall(box)) {
        const key = keyOfBox(box)
        const known = byBox.get(key)
        if (known === undefined) byBox.set(key, { box, cells: new Set([cell]) })
        else known.cells.add(cell)
        continue
      }
      for (const key of keysOfBox(box)) {
        const known = byCell.get(key)
        if (known === undefined) byCell.set(key, new Set([cell]))
        else known.add(cell)
      }
    }
  }

  remove(cell: FormulaCell): void {
    for (const { sheet, box } of cell.precedents) {
      const { byCell, byBox } = this.#indexOf(sheet)
      if (!isSmall(box)) {
        const key = keyOfBox(box)
        const known = byBox.get(key)
        known?.cells.delete(cell)
        if (known?.cells.size === 0) byBox.delete(key)
        continue
      }
      for (const key of keysOfBox(box)) {
        const known = byCell.get(key)
        known?.delete(cell)
        if (known?.size === 0) byCell.delete(key)
      }
    }
  }

  /** The formulas that look at any cell of the range, each at least once. */
  *of({ sheet, box }: Range): Generator<FormulaCell> {
    const index = this.#sheets.get(sheet)
    if (index === undefined) return
    yield* cellsWithin(index.byCell, box)
    for (const { box: watched, cells } of index.byBox.values()) {
      if (overlaps(watched, box)) yield* cells
    }
  }

  #indexOf(sheet: string): SheetIndex {
    const known = this.#sheets.get(sheet)
    if (known !== undefined) return known
    const index: SheetIndex = { byCell: new Map(), byBox: new Map() }
    this.#sheets.set(sheet, index)
    return index
  }
}

function isSmall({ rows, columns }: Box): boolean {
  return rows * columns <= smallRangeMax
}

function* cellsWithin(byCell: SheetIndex['byCell'], box: Box): Generator<FormulaCell> {
  if (box.rows * box.columns <= byCell.size) {
    for (const key of keysOfBox(box)) yield* byCell.get(key) ?? []
    return
  }
  for (const [key, cells] of byCell) {
    const { row, column } = cellPlace(key)
    if (holds(box, row, column)) yield* cells
  }
}
