/** Choices between values, and truth. */
import type { CellError, Scalar } from '../book.ts'
import { asTruth, asWhole } from '../formula/coerce.ts'
import { compareValues } from '../formula/compare.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, each, type Functions, valueError, whole } from '../formula/function-body.ts'
import { firstOf, lift, type Operand, scalarOf } from '../formula/operand.ts'
import { isDirect, valuesOf } from './values.ts'

export const logical: Functions = {
  TRUE: whole(0, 0, () => true),
  FALSE: whole(0, 0, () => false),
  NOT: each(1, [asTruth], (truth) => !truth),
  AND: whole(1, 'any', (call) => ofTruths(call, (truths) => truths.every(Boolean))),
  OR: whole(1, 'any', (call) => ofTruths(call, (truths) => truths.some(Boolean))),
  XOR: whole(1, 'any', (call) => ofTruths(call, (truths) => truths.filter(Boolean).length % 2 === 1)),
  IF: whole(2, 3, choose),
  IFERROR: whole(2, 2, (call) => insteadOf(call, isErrorValue)),
  IFNA: whole(2, 2, (call) => insteadOf(call, (value) => isErrorValue(value) && value.error === '#N/A')),
  IFS: whole(2, 'any', chooseFirst),
  SWITCH: whole(3, 'any', chooseEqual),
  CHOOSE: whole(2, 'any', (call) => {
    const place = asWhole(firstOf(call.operand(0), call.surroundings))
    if (isErrorValue(place)) return place
    return place >= 1 && place < call.count ? call.operand(place) : valueError()
  }),
}

/** A choice for each cell of an array; for a single condition only the branch that is needed is computed. */
function choose(call: Call): Operand {
  const { operand, surroundings, count } = call
  const condition = operand(0)
  const otherwise = () => (count < 3 ? false : operand(2))
  const only = scalarOf(condition, surroundings)
  if (only !== undefined) {
    const truth = asTruth(only)
    if (isErrorValue(truth)) return truth
    return truth ? operand(1) : otherwise()
  }
  return lift([condition, operand(1), otherwise()], surroundings, ([value, yes = null, no = null]) => {
    const truth = asTruth(value)
    return isErrorValue(truth) ? truth : truth ? yes : no
  })
}

function insteadOf({ operand, surroundings }: Call, isReplaced: (value: Scalar) => boolean): Operand {
  const value = operand(0)
  const only = scalarOf(value, surroundings)
  if (only !== undefined) return isReplaced(only) ? operand(1) : value
  return lift([value, operand(1)], surroundings, ([one = null, instead = null]) => (isReplaced(one) ? instead : one))
}

function chooseFirst({ operand, surroundings, count }: Call): Operand {
  for (let index = 0; index + 1 < count; index += 2) {
    const truth = asTruth(firstOf(operand(index), surroundings))
    if (isErrorValue(truth)) return truth
    if (truth) return operand(index + 1)
  }
  return errorValue('#N/A')
}

function chooseEqual({ operand, surroundings, count }: Call): Operand {
  const value = firstOf(operand(0), surroundings)
  if (isErrorValue(value)) return value
  for (let index = 1; index + 1 < count; index += 2) {
    const candidate = firstOf(operand(index), surroundings)
    if (isErrorValue(candidate)) return candidate
    if (compareValues(value, candidate) === 0) return operand(index + 1)
  }
  return count % 2 === 0 ? operand(count - 1) : errorValue('#N/A')
}

/** Texts and empty cells of ranges are passed over; without any truth value there is no answer. */
function ofTruths({ operand, surroundings, count }: Call, of: (truths: readonly boolean[]) => boolean): Scalar {
  const truths: boolean[] = []
  for (let index = 0; index < count; index++) {
    const given = operand(index)
    const values: readonly (boolean | CellError | undefined)[] = isDirect(given)
      ? [asTruth(given)]
      : valuesOf(given, surroundings).map((value) =>
          typeof value === 'string' || value === null ? undefined : asTruth(value),
        )
    const error = values.find(isErrorValue)
    if (error !== undefined) return error
    truths.push(...values.filter((value) => typeof value === 'boolean'))
  }
  return truths.length === 0 ? valueError() : of(truths)
}
