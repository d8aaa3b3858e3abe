/** The values that functions of whole ranges go through. */
import type { CellError, Scalar } from '../book.ts'
import { asNumber } from '../formula/coerce.ts'
import { isErrorValue } from '../formula/error-values.ts'
import type { Call } from '../formula/function-body.ts'
import {
  type CellReader,
  clipped,
  isGrid,
  isRange,
  isRangeUnion,
  type Operand,
  type Range,
} from '../formula/operand.ts'

/** Row by row; of whole columns as far as any cell is used. */
export function valuesOf(operand: Operand, reader: CellReader): readonly Scalar[] {
  if (isRange(operand)) return valuesOfRange(operand, reader)
  if (isRangeUnion(operand)) return operand.ranges.flatMap((range) => valuesOfRange(range, reader))
  return isGrid(operand) ? operand.flat() : [operand]
}

function valuesOfRange(range: Range, reader: CellReader): readonly Scalar[] {
  const { sheet, box } = clipped(range, reader)
  const values: Scalar[] = []
  for (let row = box.row; row < box.row + box.rows; row++) {
    for (let column = box.column; column < box.column + box.columns; column++) {
      values.push(reader.value(sheet, row, column))
    }
  }
  return values
}

/** Whether the operand is a single value that was written or computed, not one that stands in a cell. */
export function isDirect(operand: Operand): operand is Scalar {
  return !isRange(operand) && !isGrid(operand) && !isRangeUnion(operand)
}

/**
 * The numbers among all parameters from `first` on. Texts and truth values count when they are given directly, not when
 * they stand in cells. The first error is the result.
 */
export function numbersOf(call: Call, first = 0): readonly number[] | CellError {
  const numbers: number[] = []
  for (let index = first; index < call.count; index++) {
    const operand = call.operand(index)
    if (isDirect(operand)) {
      const number = asNumber(operand)
      if (isErrorValue(number)) return number
      numbers.push(number)
      continue
    }
    for (const value of valuesOf(operand, call.surroundings)) {
      if (isErrorValue(value)) return value
      if (typeof value === 'number') numbers.push(value)
    }
  }
  return numbers
}
