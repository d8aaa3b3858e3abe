/** What `+`, `&`, `<=` and the other operators make of two values. */
import type { CellError, Scalar } from '../book.ts'
import { asNumber, asText } from './coerce.ts'
import { compareValues } from './compare.ts'
import { errorValue, isErrorValue } from './error-values.ts'
import type { BinaryOperator } from './expression.ts'

type ValueOperator = Exclude<BinaryOperator, ':' | ' ' | ','>

export function operate(operator: ValueOperator, left: Scalar, right: Scalar): Scalar {
  if (isErrorValue(left)) return left
  if (isErrorValue(right)) return right
  switch (operator) {
    case '&':
      return joined(left, right)
    case '=':
      return compareValues(left, right) === 0
    case '<>':
      return compareValues(left, right) !== 0
    case '<':
      return compareValues(left, right) < 0
    case '>':
      return compareValues(left, right) > 0
    case '<=':
      return compareValues(left, right) <= 0
    case '>=':
      return compareValues(left, right) >= 0
    default:
      return calculated(operator, asNumber(left), asNumber(right))
  }
}

/** A number that Excel can hold, else #NUM!. */
export function finite(number: number): number | CellError {
  if (!Number.isFinite(number)) return errorValue('#NUM!')
  return number === 0 ? 0 : number
}

function joined(left: Scalar, right: Scalar): Scalar {
  const [first, second] = [asText(left), asText(right)]
  if (isErrorValue(first)) return first
  return isErrorValue(second) ? second : first + second
}

function calculated(
  operator: '+' | '-' | '*' | '/' | '^',
  left: number | CellError,
  right: number | CellError,
): Scalar {
  if (isErrorValue(left)) return left
  if (isErrorValue(right)) return right
  switch (operator) {
    case '+':
      return sum(left, right)
    case '-':
      return sum(left, -right)
    case '*':
      return finite(left * right)
    case '/':
      return right === 0 ? errorValue('#DIV/0!') : finite(left / right)
    case '^':
      return left === 0 && right === 0 ? errorValue('#NUM!') : finite(left ** right)
  }
}

/** Where two numbers differ by no more than the rounding of their last digit, Excel says that the difference is 0. */
function sum(left: number, right: number): number | CellError {
  const total = left + right
  return Math.abs(total) < Math.abs(left) * 1e-15 ? 0 : finite(total)
}
