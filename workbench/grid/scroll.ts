/** Where the view on the sheet is, and the place under a pointer. */
import { type Signal, signal } from '@preact/signals'
import type { Place } from './selection.ts'
import { columnHeadHeight, rowHeadWidth, type SheetLayout } from './sheet-layout.ts'

export interface Scroll {
  readonly top: Signal<number>
  readonly left: Signal<number>
  /** Of the view, its headings included. */
  readonly width: Signal<number>
  readonly height: Signal<number>
}

export function createScroll(): Scroll {
  return { top: signal(0), left: signal(0), width: signal(800), height: signal(600) }
}

export type Hit =
  | { readonly kind: 'cell'; readonly place: Place }
  | { readonly kind: 'row-head'; readonly row: number }
  | { readonly kind: 'column-head'; readonly column: number }
  | { readonly kind: 'corner' }

/** What lies so many pixels from the top left corner of the view; beyond its edges what would lie there. */
export function hitAt(
  x: number,
  y: number,
  layout: SheetLayout,
  scroll: { readonly top: number; readonly left: number },
): Hit {
  const frozenHeight = layout.rows.offsetOf(layout.frozenRows)
  const down = y - columnHeadHeight
  const row = layout.rows.indexAt(down < frozenHeight && down >= 0 ? down : down + scroll.top)
  const column = layout.columns.indexAt(x - rowHeadWidth + scroll.left)
  if (x < rowHeadWidth && y < columnHeadHeight) return { kind: 'corner' }
  if (y < columnHeadHeight) return { kind: 'column-head', column }
  return x < rowHeadWidth ? { kind: 'row-head', row } : { kind: 'cell', place: { row, column } }
}

/** The place of a box on the canvas in pixels; what is beyond the drawn sheet is cut off. */
export function pixelsOf(
  box: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  { rows, columns }: SheetLayout,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const left = columns.offsetOf(Math.min(box.column, columns.count))
  const top = rows.offsetOf(Math.min(box.row, rows.count))
  return {
    left: rowHeadWidth + left,
    top: columnHeadHeight + top,
    width: columns.offsetOf(Math.min(box.column + box.columns, columns.count)) - left,
    height: rows.offsetOf(Math.min(box.row + box.rows, rows.count)) - top,
  }
}
