/** The heading row of a table: always texts, never empty, never twice the same. */
import type { Box, Scalar } from './book.ts'
import { displayText } from './notation/display-text.ts'
import type { Slot } from './sheet-cells.ts'
import { type BookState, cellsOf } from './state.ts'

/** The headings of a table as its columns are called, left to right. `box` is the table's. */
export function headingsOf(state: BookState, sheet: string, box: Box): readonly string[] {
  const cells = cellsOf(state, sheet)
  return Array.from({ length: box.columns }, (_, column) => {
    const slot = cells.slot(box.row, box.column + column)
    return headingText(slot?.value ?? null, cells.style(box.row, box.column + column).numberFormat)
  })
}

/**
 * What Excel makes of the cells of a heading row: numbers and formulas become the text that they show, empty cells become
 * `Kolom3`, and of equal headings the later ones get a number.
 */
export function properHeadings(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return headings.map((heading, column) => {
    const wanted = heading === '' ? `Kolom${column + 1}` : heading
    let free = wanted
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${wanted}${number}`
    taken.add(free.toLowerCase())
    return free
  })
}

export function headingSlot(heading: string): Slot {
  return { kind: 'value', value: heading }
}

function headingText(value: Scalar, numberFormat: string): string {
  return typeof value === 'string' ? value : displayText(value, numberFormat)
}
