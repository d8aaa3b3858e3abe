/** SUMIFS and its family. */
import type { Scalar } from '../book.ts'
import { type Criterion, criterionOf } from '../formula/criterion.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, type Functions, valueError, whole } from '../formula/function-body.ts'
import { isRange, lift, type Operand, type Range } from '../formula/operand.ts'
import { finite } from '../formula/operators.ts'
import { valuesOf } from './values.ts'

/** The result of the values that met all criteria. */
type Outcome = (values: readonly Scalar[]) => Scalar

export const conditional: Functions = {
  SUMIF: whole(2, 3, (call) => overOneRange(call, sum)),
  AVERAGEIF: whole(2, 3, (call) => overOneRange(call, average)),
  COUNTIF: whole(2, 2, (call) => overRanges(call, 0, call.operand(0), count)),
  SUMIFS: whole(3, 'any', (call) => overRanges(call, 1, call.operand(0), sum)),
  AVERAGEIFS: whole(3, 'any', (call) => overRanges(call, 1, call.operand(0), average)),
  MAXIFS: whole(3, 'any', (call) => overRanges(call, 1, call.operand(0), extreme(Math.max))),
  MINIFS: whole(3, 'any', (call) => overRanges(call, 1, call.operand(0), extreme(Math.min))),
  COUNTIFS: whole(2, 'any', (call) => overRanges(call, 0, call.operand(0), count)),
}

const count: Outcome = (values) => values.length
const sum: Outcome = (values) => values.find(isErrorValue) ?? finite(total(values))

const average: Outcome = (values) => {
  const numbers = values.filter((value) => typeof value === 'number')
  const error = values.find(isErrorValue)
  return error ?? (numbers.length === 0 ? errorValue('#DIV/0!') : finite(total(numbers) / numbers.length))
}

function extreme(choose: (a: number, b: number) => number): Outcome {
  return (values) => {
    const numbers = values.filter((value) => typeof value === 'number')
    return values.find(isErrorValue) ?? numbers.reduce((best, number) => choose(best, number), numbers[0] ?? 0)
  }
}

function total(values: readonly Scalar[]): number {
  return values.reduce<number>((total, value) => (typeof value === 'number' ? total + value : total), 0)
}

/** The range to add up may be left out or smaller: it is taken as large as the range that is judged. */
function overOneRange(call: Call, outcome: Outcome): Operand {
  const judged = call.operand(0)
  const given = call.isGiven(2) ? call.operand(2) : judged
  if (!isRange(judged) || !isRange(given)) return refusal([judged, given])
  const added: Range = { sheet: given.sheet, box: { ...judged.box, row: given.box.row, column: given.box.column } }
  return lift([call.operand(1)], call.surroundings, ([criterion = null]) =>
    judgedValues(call, added, [judged], [criterionOf(criterion)], outcome),
  )
}

/** Pairs of a range and a criterion, from `first` on. An array of criteria gives an array of results. */
function overRanges(call: Call, first: number, added: Operand, outcome: Outcome): Operand {
  if ((call.count - first) % 2 !== 0) return valueError()
  const pairs = Array.from({ length: (call.count - first) / 2 }, (_, index) => first + 2 * index)
  const ranges = pairs.map((index) => call.operand(index))
  if (!isRange(added) || !ranges.every(isRange)) return refusal([added, ...ranges])
  const isSameSize = ranges.every(({ box }) => box.rows === added.box.rows && box.columns === added.box.columns)
  if (!isSameSize) return valueError('De bereiken zijn niet even groot.')
  const criteria = pairs.map((index) => call.operand(index + 1))
  return lift(criteria, call.surroundings, (values) =>
    judgedValues(call, added, ranges, values.map(criterionOf), outcome),
  )
}

function judgedValues(
  { surroundings }: Call,
  added: Range,
  judged: readonly Range[],
  criteria: readonly Criterion[],
  outcome: Outcome,
): Scalar {
  const columns = judged.map((range) => valuesOf(range, surroundings))
  const values = valuesOf(added, surroundings)
  const length = Math.max(values.length, ...columns.map((column) => column.length))
  const chosen: Scalar[] = []
  for (let place = 0; place < length; place++) {
    if (criteria.every((meets, index) => meets(columns[index]?.[place] ?? null))) chosen.push(values[place] ?? null)
  }
  return outcome(chosen)
}

function refusal(operands: readonly Operand[]): Scalar {
  return operands.find((operand) => isErrorValue(operand)) ?? valueError()
}
