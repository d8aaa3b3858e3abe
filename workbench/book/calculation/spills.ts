/** Cells that show a part of a formula elsewhere. */
import { cellKey } from '#shared/workbook/grid.ts'
import type { Box, Scalar } from '../book.ts'
import { overlaps } from '../box.ts'
import type { Range } from '../formula/operand.ts'
import type { FormulaCell } from './formula-cell.ts'

const noCells: ReadonlySet<FormulaCell> = new Set()

export class Spills {
  /** By sheet and `cellKey`: the formula that fills the cell. Its own cell is not among them. */
  readonly #filled = new Map<string, Map<number, FormulaCell>>()
  readonly #anchors = new Map<string, Set<FormulaCell>>()
  readonly #blocked = new Set<FormulaCell>()

  /** What the cell shows of a formula elsewhere; undefined when nothing spilled into it. */
  valueAt(sheet: string, row: number, column: number): Scalar | undefined {
    const anchor = this.anchorAt(sheet, row, column)
    return anchor && (anchor.spilled?.[row - anchor.row]?.[column - anchor.column] ?? null)
  }

  anchorAt(sheet: string, row: number, column: number): FormulaCell | undefined {
    const filled = this.#filled.get(sheet)
    return filled === undefined || filled.size === 0 ? undefined : filled.get(cellKey(row, column))
  }

  /** Formulas that fill cells of this range, or that something in it keeps from doing so. */
  concerning({ sheet, box }: Range): ReadonlySet<FormulaCell> {
    const found = new Set<FormulaCell>()
    for (const cell of this.#blocked) {
      if (cell.sheet === sheet && cell.blocked !== null && overlaps(cell.blocked, box)) found.add(cell)
    }
    for (const anchor of this.anchors(sheet)) {
      if (overlaps(anchor.box, box)) found.add(anchor)
    }
    return found
  }

  /** Each formula on the sheet that fills more than its own cell. */
  anchors(sheet: string): ReadonlySet<FormulaCell> {
    return this.#anchors.get(sheet) ?? noCells
  }

  fill(cell: FormulaCell): void {
    const filled = this.#filled.get(cell.sheet) ?? new Map<number, FormulaCell>()
    this.#filled.set(cell.sheet, filled)
    for (const key of keysBeside(cell)) filled.set(key, cell)
    const anchors = this.#anchors.get(cell.sheet) ?? new Set<FormulaCell>()
    this.#anchors.set(cell.sheet, anchors.add(cell))
  }

  block(cell: FormulaCell, wanted: Box): void {
    cell.blocked = wanted
    this.#blocked.add(cell)
  }

  /** The formula fills its own cell only. Gives what it filled until now. */
  withdraw(cell: FormulaCell): Box {
    const { box } = cell
    if (cell.spilled !== null) {
      const filled = this.#filled.get(cell.sheet)
      for (const key of keysBeside(cell)) {
        if (filled?.get(key) === cell) filled.delete(key)
      }
    }
    cell.spilled = null
    cell.blocked = null
    this.#blocked.delete(cell)
    this.#anchors.get(cell.sheet)?.delete(cell)
    return box
  }

  /** What each of them fills. */
  boxes(sheet: string): readonly Box[] {
    return [...this.anchors(sheet)].map((anchor) => anchor.box)
  }
}

function* keysBeside(cell: FormulaCell): Generator<number> {
  const { row, column, rows, columns } = cell.box
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) {
      if (down > 0 || right > 0) yield cellKey(row + down, column + right)
    }
  }
}
