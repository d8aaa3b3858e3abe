/** Groups cells into rectangles, so that many cells are read or written with few calls. */
import type { Box } from './box.ts'

export interface PlacedValue<T> {
  readonly row: number
  readonly column: number
  readonly value: T
}

export interface Rectangle<T> {
  readonly row: number
  readonly column: number
  /** Null: a cell between the others that is not written. The Excel API leaves such a cell as it is. */
  readonly rows: readonly (readonly (T | null)[])[]
}

/** As many small cells between the others take about as many bytes as one more call. */
export const gapCells = 60

/** The same as boxes, for cells of which only the place matters. */
export function boxesAround(
  places: readonly { readonly row: number; readonly column: number }[],
  gapMax: number,
): readonly Box[] {
  const cells = places.map(({ row, column }) => ({ row, column, value: true }))
  return rectanglesOf(cells, gapMax).map(({ row, column, rows }) => ({
    row,
    column,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
  }))
}

/**
 * `gapMax`: how many cells that are not written may be taken in to save a rectangle. With 0 a rectangle holds the given
 * cells only. No two cells share a place.
 */
export function rectanglesOf<T>(cells: readonly PlacedValue<T>[], gapMax: number): readonly Rectangle<T>[] {
  const done: Span<T>[] = []
  let open: Span<T>[] = []
  let row = -1
  for (const segment of segmentsOf(cells, gapMax)) {
    if (segment.bottom !== row) {
      row = segment.bottom
      const isReached = (span: Span<T>) => (row - span.bottom - 1) * (span.right - span.left + 1) <= gapMax
      done.push(...open.filter((span) => !isReached(span)))
      open = open.filter(isReached)
    }
    const fitting = open.find((span) => gapWith(span, segment) <= gapMax)
    if (fitting === undefined) open.push(segment)
    else join(fitting, segment)
  }
  return [...done, ...open].map(filled)
}

interface Span<T> {
  readonly top: number
  left: number
  right: number
  bottom: number
  readonly cells: PlacedValue<T>[]
}

/** Cells of one row that stand close together. */
function segmentsOf<T>(cells: readonly PlacedValue<T>[], gapMax: number): readonly Span<T>[] {
  const segments: Span<T>[] = []
  for (const cell of [...cells].sort((one, other) => one.row - other.row || one.column - other.column)) {
    const { row, column } = cell
    const last = segments.at(-1)
    if (last?.bottom === row && column - last.right - 1 <= gapMax) {
      last.right = column
      last.cells.push(cell)
    } else {
      segments.push({ top: row, left: column, right: column, bottom: row, cells: [cell] })
    }
  }
  return segments
}

/** Cells that would be taken in without being written, beyond those that both have already. */
function gapWith<T>(span: Span<T>, segment: Span<T>): number {
  if (segment.bottom === span.bottom) return Number.POSITIVE_INFINITY
  const width = Math.max(span.right, segment.right) - Math.min(span.left, segment.left) + 1
  const before = (span.bottom - span.top + 1) * (span.right - span.left + 1)
  return (segment.bottom - span.top + 1) * width - before - (segment.right - segment.left + 1)
}

function join<T>(span: Span<T>, segment: Span<T>): void {
  span.left = Math.min(span.left, segment.left)
  span.right = Math.max(span.right, segment.right)
  span.bottom = segment.bottom
  for (const cell of segment.cells) span.cells.push(cell)
}

function filled<T>({ top, left, right, bottom, cells }: Span<T>): Rectangle<T> {
  const rows = Array.from({ length: bottom - top + 1 }, () =>
    Array.from({ length: right - left + 1 }, (): T | null => null),
  )
  for (const { row, column, value } of cells) {
    const line = rows[row - top]
    if (line !== undefined) line[column - left] = value
  }
  return { row: top, column: left, rows }
}
