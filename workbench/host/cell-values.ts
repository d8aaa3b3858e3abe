import type { Input, Scalar } from '../book/book.ts'

/** A cell in an array of the Excel API: errors are their text, an empty cell is ''. */
export type WireCell = number | string | boolean

export function wireCellOf(value: Scalar): WireCell {
  if (value === null) return ''
  return typeof value === 'object' ? value.error : value
}

export function valueTypeOf(value: Scalar): string {
  if (value === null) return 'Empty'
  if (typeof value === 'object') return 'Error'
  if (typeof value === 'number') return 'Double'
  return typeof value === 'boolean' ? 'Boolean' : 'String'
}

/** What `formulas` gives: the formula where there is one, else the value. */
export function formulaCellOf(input: Input | undefined, value: Scalar): WireCell {
  return input?.kind === 'formula' ? input.formula : wireCellOf(value)
}

export type Grid<T> = readonly (readonly T[])[]

export const mapGrid = <T, U>(grid: Grid<T>, map: (value: T, row: number, column: number) => U): Grid<U> =>
  grid.map((cells, row) => cells.map((value, column) => map(value, row, column)))

/**
 * An array of exactly this size from what a client set: rows of cells, or one value for all. Undefined: another size.
 */
export function gridOfSize(value: unknown, rows: number, columns: number): Grid<unknown> | undefined {
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value))
  const grid: readonly unknown[] = value
  const isFitting = grid.length === rows && grid.every((row) => Array.isArray(row) && row.length === columns)
  return isFitting ? grid.map((row): readonly unknown[] => (Array.isArray(row) ? row : [])) : undefined
}
