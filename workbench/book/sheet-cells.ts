/** What was entered in the cells of one sheet, and how they look: rows of cells, most of which are not there. */
import type { Box, Input } from './book.ts'
import { boxAround } from './box.ts'
import type { FormulaCell } from './calculation/formula-cell.ts'
import { plainStyle, type Style } from './style.ts'

/** An entered cell; an empty one is undefined. */
export type Slot = Extract<Input, { kind: 'value' }> | FormulaCell

export interface Row {
  readonly slots: (Slot | undefined)[]
  readonly styles: (Style | undefined)[]
}

export class SheetCells {
  readonly rows: (Row | undefined)[] = []
  /** Of columns that were given a look from top to bottom. */
  readonly columnStyles = new Map<number, Style>()
  #width = 0

  slot(row: number, column: number): Slot | undefined {
    return this.rows[row]?.slots[column]
  }

  style(row: number, column: number): Style {
    return this.rows[row]?.styles[column] ?? this.columnStyles.get(column) ?? plainStyle
  }

  setSlot(row: number, column: number, slot: Slot | undefined): void {
    if (slot === undefined && this.rows[row] === undefined) return
    this.#rowAt(row).slots[column] = slot
    this.#width = Math.max(this.#width, column + 1)
  }

  setStyle(row: number, column: number, style: Style | undefined): void {
    this.#rowAt(row).styles[column] = style
    this.#width = Math.max(this.#width, column + 1)
  }

  #rowAt(row: number): Row {
    return (this.rows[row] ??= { slots: [], styles: [] })
  }

  /** Every entered cell within the box, row by row. */
  *slotsIn(box: Box): Generator<{ readonly row: number; readonly column: number; readonly slot: Slot }> {
    const below = Math.min(box.row + box.rows, this.rows.length)
    for (let row = box.row; row < below; row++) {
      const slots = this.rows[row]?.slots
      if (slots === undefined) continue
      const right = Math.min(box.column + box.columns, slots.length)
      for (let column = box.column; column < right; column++) {
        const slot = slots[column]
        if (slot !== undefined) yield { row, column, slot }
      }
    }
  }

  /** The smallest box with everything that was entered; null when nothing was. */
  enteredBox(): Box | null {
    return boxAround(this.rows.flatMap((line, row) => enteredInRow(line, row) ?? []))
  }

  /** No cell and no style of its own lies beyond these; it may be more than is used now. */
  get extent(): { readonly rows: number; readonly columns: number } {
    return { rows: this.rows.length, columns: this.#width }
  }
}

function enteredInRow(line: Row | undefined, row: number): Box | undefined {
  const slots = line?.slots ?? []
  const first = slots.findIndex((slot) => slot !== undefined)
  if (first < 0) return undefined
  return { row, column: first, rows: 1, columns: slots.findLastIndex((slot) => slot !== undefined) - first + 1 }
}
