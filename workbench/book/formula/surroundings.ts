import type { FunctionArgument, Scalar } from '../book.ts'
import type { CellReader, Grid, Range } from './operand.ts'

/** Where a formula is computed. */
export interface Position {
  readonly sheet: string
  readonly row: number
  readonly column: number
  /** How far relative references move: for a conditional format the way from the first cell of its box. */
  readonly down: number
  readonly right: number
}

export interface TableFacts {
  readonly name: string
  readonly sheet: string
  readonly box: Range['box']
  readonly hasTotalsRow: boolean
  /** By heading in small letters. */
  readonly columns: ReadonlyMap<string, number>
}

/** One call of a function of the add-in, its arguments computed. */
export interface CustomCall {
  readonly name: string
  readonly arguments: readonly (FunctionArgument | null)[]
  readonly ranges: readonly (Range | null)[]
}

/** All that a formula can see of its workbook while it is computed. */
export interface Surroundings extends CellReader {
  /** Undefined when there is no sheet of that name. */
  readonly sheetNamed: (name: string) => string | undefined
  readonly tableNamed: (name: string) => TableFacts | undefined
  readonly tableAround: (sheet: string, row: number, column: number) => TableFacts | undefined
  /** The formula behind a defined name. */
  readonly formulaNamed: (name: string) => string | undefined
  /** The range that the formula in this cell fills; one cell when it does not spill. */
  readonly spillRange: (sheet: string, row: number, column: number) => Range | undefined
  readonly isRowHidden: (sheet: string, row: number, byHandToo: boolean) => boolean
  /** Whether the cell holds a SUBTOTAL, which other subtotals leave out. */
  readonly isSubtotal: (sheet: string, row: number, column: number) => boolean
  readonly now: () => Date
  readonly random: () => number
  /** Undefined when no such function is known to this cell: #NAME?. */
  readonly callCustom: (call: CustomCall) => Scalar | Grid | undefined
}
