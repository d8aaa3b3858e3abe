/**
 * The ways in which a workbook changes. Each is an exchange of what was for what is, and the same exchange done again
 * undoes it: that is all that undo, redo and rolling back need.
 */
import type { Box } from './book.ts'
import { rowsMax } from './box.ts'
import type { Calculation } from './calculation/calculation.ts'
import type { FormulaCell } from './calculation/formula-cell.ts'
import { readFormula } from './formula/read-formula.ts'
import type { Row, Slot } from './sheet-cells.ts'
import { type BookState, cellsOf } from './state.ts'
import type { Structure } from './structure.ts'
import type { Style } from './style.ts'

/** Done once it changes the book; done again it changes it back. */
export type Exchange = () => void

export interface Edited {
  readonly sheet: string
  readonly box: Box
}

export interface Edits {
  /** Exchanges since the last time they were taken. */
  readonly length: () => number
  readonly take: () => readonly Exchange[]
  /** Takes back all but the first so many. */
  readonly rollBack: (length: number) => void
  readonly putSlots: (
    sheet: string,
    row: number,
    column: number,
    slots: readonly (readonly (Slot | undefined)[])[],
  ) => void
  readonly putStyles: (
    sheet: string,
    row: number,
    column: number,
    styles: readonly (readonly (Style | undefined)[])[],
  ) => void
  readonly putColumnStyles: (sheet: string, styles: ReadonlyMap<number, Style | undefined>) => void
  readonly insertRows: (sheet: string, row: number, count: number) => void
  readonly deleteRows: (sheet: string, row: number, count: number) => void
  readonly putFormula: (cell: FormulaCell, formula: string) => void
  readonly putStructure: (structure: Structure) => void
}

/** `onEdited` hears of every exchange, back and forth: the cells, or null when it was something else. */
export function createEdits(
  state: BookState,
  calculation: Calculation,
  onEdited: (edited: Edited | null) => void,
): Edits {
  let done: Exchange[] = []
  const run = (exchange: Exchange) => {
    exchange()
    done.push(exchange)
  }
  return {
    length: () => done.length,
    take: () => {
      const taken = done
      done = []
      return taken
    },
    rollBack: (length) => {
      for (const exchange of done.splice(length).toReversed()) exchange()
    },
    putSlots: (sheet, row, column, slots) => {
      const box = { row, column, rows: slots.length, columns: slots[0]?.length ?? 0 }
      const exchangeSlots = slotExchange(state, calculation, sheet, row, column, slots)
      run(() => {
        exchangeSlots()
        calculation.touch({ sheet, box })
        onEdited({ sheet, box })
      })
    },
    putStyles: (sheet, row, column, styles) => {
      let other = styles
      run(() => {
        const cells = cellsOf(state, sheet)
        other = other.map((line, down) =>
          line.map((style, right) => {
            const before = cells.rows[row + down]?.styles[column + right]
            cells.setStyle(row + down, column + right, style)
            return before
          }),
        )
        onEdited(null)
      })
    },
    putColumnStyles: (sheet, styles) => {
      let other = styles
      run(() => {
        const { columnStyles } = cellsOf(state, sheet)
        const before = new Map([...other.keys()].map((column) => [column, columnStyles.get(column)]))
        other.forEach((style, column) =>
          style === undefined ? columnStyles.delete(column) : columnStyles.set(column, style),
        )
        other = before
        onEdited(null)
      })
    },
    insertRows: (sheet, row, count) => run(rowExchange(state, calculation, sheet, row, count, onEdited)),
    deleteRows: (sheet, row, count) => run(rowExchange(state, calculation, sheet, row, -count, onEdited)),
    putFormula: (cell, formula) => {
      let other = formula
      run(() => {
        const before = cell.formula
        cell.formula = other
        cell.expression = readFormula(other)
        other = before
        calculation.rewritten(cell)
        onEdited({ sheet: cell.sheet, box: { row: cell.row, column: cell.column, rows: 1, columns: 1 } })
      })
    },
    putStructure: (structure) => {
      let other = structure
      run(() => {
        const before = state.structure
        state.structure = other
        other = before
        calculation.structureChanged()
        onEdited(null)
      })
    },
  }
}

/** All formulas leave before any comes: one that only moves to another cell keeps its calls. */
function slotExchange(
  state: BookState,
  calculation: Calculation,
  sheet: string,
  row: number,
  column: number,
  slots: readonly (readonly (Slot | undefined)[])[],
): Exchange {
  let other = slots
  return () => {
    const cells = cellsOf(state, sheet)
    const before = other.map((line, down) => line.map((_, right) => cells.slot(row + down, column + right)))
    for (const line of before) {
      for (const slot of line) if (slot?.kind === 'formula') calculation.remove(slot)
    }
    other.forEach((line, down) =>
      line.forEach((slot, right) => {
        cells.setSlot(row + down, column + right, slot)
        if (slot?.kind !== 'formula') return
        slot.sheet = sheet
        slot.row = row + down
        slot.column = column + right
        calculation.add(slot)
      }),
    )
    other = before
  }
}

/** Empty rows come (`count` above zero) or rows go; those that went come back by the opposite exchange. */
function rowExchange(
  state: BookState,
  calculation: Calculation,
  sheet: string,
  row: number,
  count: number,
  onEdited: (edited: Edited) => void,
): Exchange {
  let change = count
  let away: readonly (Row | undefined)[] = Array.from({ length: Math.max(0, count) })
  return () => {
    calculation.rowsMoving(sheet)
    const cells = cellsOf(state, sheet)
    const { columns } = cells.extent
    const below = cells.rows.splice(row)
    const gone = below.splice(0, Math.max(0, -change))
    for (const line of gone) line?.slots.forEach((slot) => slot?.kind === 'formula' && calculation.remove(slot))
    if (away.length + below.length > 0) cells.rows.length = row
    for (const line of away) cells.rows.push(line)
    for (const line of below) cells.rows.push(line)
    cells.rows.slice(row).forEach((line, down) =>
      line?.slots.forEach((slot) => {
        if (slot?.kind === 'formula') slot.row = row + down
      }),
    )
    for (const line of away) line?.slots.forEach((slot) => slot?.kind === 'formula' && calculation.add(slot))
    const rows = Math.min(rowsMax - row, Math.max(1, cells.rows.length - row + Math.max(0, -change)))
    const box = { row, column: 0, rows, columns: Math.max(1, columns) }
    calculation.touch({ sheet, box })
    onEdited({ sheet, box })
    away = change > 0 ? [] : Array.from({ length: -change }, (_, index) => gone[index])
    change = -change
  }
}
