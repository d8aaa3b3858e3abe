/** What formulas compute with: single values, arrays, and ranges that are only read when a value is needed. */
import type { Box, Scalar } from '../book.ts'
import { isOneCell } from '../box.ts'
import { errorValue } from './error-values.ts'

export type Grid = readonly (readonly Scalar[])[]

/** A range of the workbook; its cells were not read yet. */
export interface Range {
  readonly sheet: string
  readonly box: Box
}

/** Several ranges as one, written `(A1,B2:B3)`. */
export interface RangeUnion {
  readonly ranges: readonly Range[]
}

export type Operand = Scalar | Grid | Range | RangeUnion

export function isGrid(operand: Operand): operand is Grid {
  return Array.isArray(operand)
}

export function isRange(operand: Operand): operand is Range {
  return typeof operand === 'object' && operand !== null && 'box' in operand
}

export function isRangeUnion(operand: Operand): operand is RangeUnion {
  return typeof operand === 'object' && operand !== null && 'ranges' in operand
}

/** A reader of cells: what the operands below need of the workbook. */
export interface CellReader {
  readonly value: (sheet: string, row: number, column: number) => Scalar
  /** No cell beyond these rows and columns has a value, on any sheet. */
  readonly extent: () => { readonly rows: number; readonly columns: number }
}

/** The range without what lies beyond every used cell: `A:A` and `B:B` stay equally long. */
export function clipped({ sheet, box }: Range, reader: CellReader): Range {
  const extent = reader.extent()
  const rows = Math.max(1, Math.min(box.rows, extent.rows - box.row))
  const columns = Math.max(1, Math.min(box.columns, extent.columns - box.column))
  return { sheet, box: { ...box, rows, columns } }
}

/** Ranges larger than this are read as far as cells are used; smaller ones keep their shape. */
const wholeRangeMax = 100_000

export function gridOfRange(range: Range, reader: CellReader): Grid {
  const { sheet, box } = range.box.rows * range.box.columns > wholeRangeMax ? clipped(range, reader) : range
  return Array.from({ length: box.rows }, (_, row) =>
    Array.from({ length: box.columns }, (_, column) => reader.value(sheet, box.row + row, box.column + column)),
  )
}

/** Values row by row: of a range its cells, of a single value a grid of one. */
export function gridOf(operand: Operand, reader: CellReader): Grid {
  if (isGrid(operand)) return operand
  if (isRange(operand)) return gridOfRange(operand, reader)
  if (isRangeUnion(operand)) return [[errorValue('#VALUE!')]]
  return [[operand]]
}

/** A single value of what may be a range or an array of one; undefined when there are more. */
export function scalarOf(operand: Operand, reader: CellReader): Scalar | undefined {
  if (isRange(operand)) {
    return isOneCell(operand.box) ? reader.value(operand.sheet, operand.box.row, operand.box.column) : undefined
  }
  if (isRangeUnion(operand)) return undefined
  if (!isGrid(operand)) return operand
  return operand.length === 1 && operand[0]?.length === 1 ? operand[0][0] : undefined
}

/** The top left value, where a function can use only one. */
export function firstOf(operand: Operand, reader: CellReader): Scalar {
  if (isRange(operand)) return reader.value(operand.sheet, operand.box.row, operand.box.column)
  if (isRangeUnion(operand)) return errorValue('#VALUE!')
  return isGrid(operand) ? (operand[0]?.[0] ?? null) : operand
}

/**
 * Computes cell by cell. Where operands are arrays, so is the result: as large as the largest, a single row, column or
 * value repeated, and #N/A where an operand has no cell.
 */
export function lift(
  operands: readonly Operand[],
  reader: CellReader,
  body: (values: readonly Scalar[]) => Scalar,
): Operand {
  const scalars = operands.map((operand) => scalarOf(operand, reader))
  if (scalars.every((scalar) => scalar !== undefined)) return body(scalars)
  const grids = operands.map((operand) => gridOf(operand, reader))
  const rows = Math.max(...grids.map((grid) => grid.length))
  const columns = Math.max(...grids.map((grid) => grid[0]?.length ?? 1))
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const values = grids.map((grid) => repeated(grid, row, column))
      return body(values.map((value) => (value === undefined ? errorValue('#N/A') : value)))
    }),
  )
}

function repeated(grid: Grid, row: number, column: number): Scalar | undefined {
  const line = grid.length === 1 ? grid[0] : grid[row]
  return line?.length === 1 ? line[0] : line?.[column]
}
