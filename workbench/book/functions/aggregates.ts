/** Sums, counts and averages of ranges. */
import { MEDIAN, STDEVP, STDEVS, VARP, VARS } from '@formulajs/formulajs'
import type { CellError, Scalar } from '../book.ts'
import { asWhole } from '../formula/coerce.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, type Functions, valueError, whole } from '../formula/function-body.ts'
import { firstOf, gridOf, isRange, type Range } from '../formula/operand.ts'
import { finite } from '../formula/operators.ts'
import { libraryNumber } from './library.ts'
import { isDirect, numbersOf, valuesOf } from './values.ts'

type OfNumbers = (numbers: readonly number[]) => number | CellError

const average: OfNumbers = (numbers) => (numbers.length === 0 ? errorValue('#DIV/0!') : sum(numbers) / numbers.length)
const largest: OfNumbers = (numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)
const smallest: OfNumbers = (numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)
const product: OfNumbers = (numbers) =>
  numbers.length === 0 ? 0 : numbers.reduce((total, number) => total * number, 1)
const deviation: OfNumbers = (numbers) => spread(numbers, 2, STDEVS)
const deviationOfAll: OfNumbers = (numbers) => spread(numbers, 1, STDEVP)
const variance: OfNumbers = (numbers) => spread(numbers, 2, VARS)
const varianceOfAll: OfNumbers = (numbers) => spread(numbers, 1, VARP)

export const aggregates: Functions = {
  SUM: ofNumbers(sum),
  PRODUCT: ofNumbers(product),
  SUMSQ: ofNumbers((numbers) => sum(numbers.map((number) => number * number))),
  AVERAGE: ofNumbers(average),
  MAX: ofNumbers(largest),
  MIN: ofNumbers(smallest),
  MEDIAN: ofNumbers((numbers) => (numbers.length === 0 ? errorValue('#NUM!') : libraryNumber(MEDIAN(numbers)))),
  STDEV: ofNumbers(deviation),
  'STDEV.S': ofNumbers(deviation),
  STDEVP: ofNumbers(deviationOfAll),
  'STDEV.P': ofNumbers(deviationOfAll),
  VAR: ofNumbers(variance),
  'VAR.S': ofNumbers(variance),
  VARP: ofNumbers(varianceOfAll),
  'VAR.P': ofNumbers(varianceOfAll),
  COUNT: whole(1, 'any', (call) => counted(call, (value) => typeof value === 'number')),
  COUNTA: whole(1, 'any', (call) => counted(call, (value) => value !== null)),
  COUNTBLANK: whole(1, 1, ({ operand, surroundings }) => {
    const range = operand(0)
    if (!isRange(range)) return isErrorValue(range) ? range : valueError()
    const filled = valuesOf(range, surroundings).filter((value) => value !== null && value !== '').length
    return range.box.rows * range.box.columns - filled
  }),
  LARGE: whole(2, 2, (call) => ranked(call, (numbers) => numbers.toSorted((a, b) => b - a))),
  SMALL: whole(2, 2, (call) => ranked(call, (numbers) => numbers.toSorted((a, b) => a - b))),
  SUMPRODUCT: whole(1, 'any', sumOfProducts),
  SUBTOTAL: whole(2, 'any', subtotal),
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function spread(
  numbers: readonly number[],
  numbersMin: number,
  of: (...numbers: number[]) => unknown,
): number | CellError {
  return numbers.length < numbersMin ? errorValue('#DIV/0!') : libraryNumber(of(...numbers))
}

function ofNumbers(of: OfNumbers) {
  return whole(1, 'any', (call) => resultOf(of, numbersOf(call)))
}

function resultOf(of: OfNumbers, numbers: readonly number[] | CellError): Scalar {
  if (isErrorValue(numbers)) return numbers
  const result = of(numbers)
  return isErrorValue(result) ? result : finite(result)
}

/** A number or date that is written as text counts when it is given directly. */
function counted({ count, operand, surroundings }: Call, counts: (value: Scalar) => boolean): number {
  const operands = Array.from({ length: count }, (_, index) => operand(index))
  return operands.reduce<number>((total, each) => {
    if (isDirect(each)) return total + (counts(each) ? 1 : 0)
    return total + valuesOf(each, surroundings).filter(counts).length
  }, 0)
}

function ranked(call: Call, sort: (numbers: readonly number[]) => readonly number[]): Scalar {
  const values = valuesOf(call.operand(0), call.surroundings)
  const error = values.find(isErrorValue)
  if (error !== undefined) return error
  const place = asWhole(firstOf(call.operand(1), call.surroundings))
  if (isErrorValue(place)) return place
  const numbers = values.filter((value) => typeof value === 'number')
  return sort(numbers)[place - 1] ?? errorValue('#NUM!')
}

/** Texts and truth values count as 0; arrays of another size are an error. */
function sumOfProducts({ count, operand, surroundings }: Call): Scalar {
  const grids = Array.from({ length: count }, (_, index) => gridOf(operand(index), surroundings))
  const isSameSize = grids.every(
    (grid) => grid.length === grids[0]?.length && grid[0]?.length === grids[0]?.[0]?.length,
  )
  if (!isSameSize) return valueError()
  const lists = grids.map((grid) => grid.flat())
  const [first = []] = lists
  const error = lists.flat().find(isErrorValue)
  if (error !== undefined) return error
  const total = first.reduce<number>((total, _, place) => {
    return total + lists.reduce((product, list) => product * numberOrZero(list[place]), 1)
  }, 0)
  return finite(total)
}

function numberOrZero(value: Scalar | undefined): number {
  return typeof value === 'number' ? value : 0
}

/** By the number of the function that SUBTOTAL carries out. */
const subtotals: readonly (OfNumbers | 'count' | 'counta')[] = [
  average,
  'count',
  'counta',
  largest,
  smallest,
  product,
  deviation,
  deviationOfAll,
  sum,
  variance,
  varianceOfAll,
]

/** Leaves out rows that a filter hides, from 101 on rows hidden by hand too, and other subtotals always. */
function subtotal({ count, operand, surroundings }: Call): Scalar {
  const code = asWhole(firstOf(operand(0), surroundings))
  if (isErrorValue(code)) return code
  const of = subtotals[(code > 100 ? code - 100 : code) - 1]
  if (of === undefined) return valueError()
  const values: Scalar[] = []
  for (let index = 1; index < count; index++) {
    const range = operand(index)
    if (!isRange(range)) return isErrorValue(range) ? range : valueError()
    values.push(...seenValues(range, code > 100, surroundings))
  }
  if (of === 'count') return values.filter((value) => typeof value === 'number').length
  if (of === 'counta') return values.filter((value) => value !== null).length
  const error = values.find(isErrorValue)
  return (
    error ??
    resultOf(
      of,
      values.filter((value) => typeof value === 'number'),
    )
  )
}

function seenValues({ sheet, box }: Range, byHandToo: boolean, surroundings: Call['surroundings']): readonly Scalar[] {
  const rows = Math.min(box.rows, Math.max(0, surroundings.extent().rows - box.row))
  return Array.from({ length: rows }, (_, index) => box.row + index)
    .filter((row) => !surroundings.isRowHidden(sheet, row, byHandToo))
    .flatMap((row) =>
      Array.from({ length: box.columns }, (_, index) => box.column + index)
        .filter((column) => !surroundings.isSubtotal(sheet, row, column))
        .map((column) => surroundings.value(sheet, row, column)),
    )
}
