/** Rectangles of cells: what they share, what is left of one, and how loose cells make few of them. */
import { cellKey, cellPlace } from '#shared/workbook/grid.ts'
import type { Box } from './book.ts'

/** Rows and columns of an Excel sheet. */
export const rowsMax = 1_048_576
export const columnsMax = 16_384

export const wholeSheet: Box = { row: 0, column: 0, rows: rowsMax, columns: columnsMax }

export function cellBox(row: number, column: number): Box {
  return { row, column, rows: 1, columns: 1 }
}

export function isOneCell(box: Box): boolean {
  return box.rows === 1 && box.columns === 1
}

/** Whether the box lies within a sheet and has at least one cell. */
export function fitsSheet({ row, column, rows, columns }: Box): boolean {
  const isWhole = [row, column, rows, columns].every(Number.isInteger)
  return (
    isWhole &&
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= rowsMax &&
    column + columns <= columnsMax
  )
}

export function holds(box: Box, row: number, column: number): boolean {
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

export function isSameBox(a: Box, b: Box): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
}

/** What both boxes have; null when they share no cell. */
export function sharedBox(a: Box, b: Box): Box | null {
  if (!overlaps(a, b)) return null
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column
  return { row, column, rows, columns }
}

/** The smallest box with all of these; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes
  if (first === undefined) return null
  return rest.reduce((around, box) => {
    const row = Math.min(around.row, box.row)
    const column = Math.min(around.column, box.column)
    const rows = Math.max(around.row + around.rows, box.row + box.rows) - row
    const columns = Math.max(around.column + around.columns, box.column + box.columns) - column
    return { row, column, rows, columns }
  }, first)
}

/** What is left of a box when the hole is cut out: up to four boxes, above, below, left and right of it. */
export function boxWithout(box: Box, hole: Box): readonly Box[] {
  const cut = sharedBox(box, hole)
  if (cut === null) return [box]
  const below = cut.row + cut.rows
  const right = cut.column + cut.columns
  return [
    { ...box, rows: cut.row - box.row },
    { ...box, row: below, rows: box.row + box.rows - below },
    { ...cut, column: box.column, columns: cut.column - box.column },
    { ...cut, column: right, columns: box.column + box.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0)
}

/** The `cellKey` of every cell, row by row. */
export function* keysOfBox({ row, column, rows, columns }: Box): Generator<number> {
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) yield cellKey(row + down, column + right)
  }
}

/** Loose cells, by `cellKey`, as few boxes: runs down a column, and runs of equal height beside each other as one. */
export function boxesOfCells(keys: Iterable<number>): readonly Box[] {
  const places = [...keys].map(cellPlace).sort((a, b) => a.column - b.column || a.row - b.row)
  const boxes: Box[] = []
  /** Where the last box stands that has these rows: the next column may join it. */
  const open = new Map<string, number>()
  for (let start = 0, end = 1; start < places.length; start = end, end += 1) {
    const first = places[start]
    if (first === undefined) break
    while (places[end]?.column === first.column && places[end]?.row === first.row + end - start) end += 1
    const rows = end - start
    const key = `${first.row}:${rows}`
    const index = open.get(key)
    const left = index === undefined ? undefined : boxes[index]
    if (index !== undefined && left !== undefined && left.column + left.columns === first.column) {
      boxes[index] = { ...left, columns: left.columns + 1 }
    } else {
      open.set(key, boxes.push({ row: first.row, column: first.column, rows, columns: 1 }) - 1)
    }
  }
  return boxes
}
