/** The criteria of SUMIFS and its family, with Excel's own idea of what is equal. */
import type { CellError, Scalar } from '../book.ts'
import { truthOfText } from './coerce.ts'
import { compareTexts, isSameNumber } from './compare.ts'
import { errorOfText, isErrorValue } from './error-values.ts'
import { numberOfCriterion } from './number-of-text.ts'
import { hasWildcard, wildcardPattern } from './wildcards.ts'

export type Criterion = (value: Scalar) => boolean

type Comparison = '=' | '<>' | '<' | '>' | '<=' | '>='

/**
 * A criterion that looks like a number is one: `"0.1"` matches the number 0.1 and the texts "0.1" and "0.10" alike, which
 * adds up codes that differ. An empty criterion cell is 0.
 */
export function criterionOf(criterion: Scalar): Criterion {
  if (criterion === null) return equalTo(0)
  if (typeof criterion !== 'string') return equalTo(criterion)
  const [, sign = '', operand = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion) ?? []
  const comparison = isComparison(sign) ? sign : '='
  if (operand === '') return emptyCriterion(sign)
  const wanted = wantedOf(operand)
  if (comparison === '=') return equalTo(wanted)
  if (comparison === '<>') return not(equalTo(wanted))
  return ordered(comparison, wanted)
}

function isComparison(sign: string): sign is Comparison {
  return sign !== ''
}

/** `""` matches empty cells and empty texts, `"="` only empty cells, `"<>"` all others. */
function emptyCriterion(sign: string): Criterion {
  if (sign === '') return (value) => value === null || value === ''
  if (sign === '=') return (value) => value === null
  return sign === '<>' ? (value) => value !== null : () => false
}

function wantedOf(text: string): number | string | boolean | CellError {
  return numberOfCriterion(text) ?? truthOfText(text) ?? errorOfText(text) ?? text
}

function equalTo(wanted: number | string | boolean | CellError): Criterion {
  if (typeof wanted === 'number') return (value) => isSameAsNumber(value, wanted)
  if (typeof wanted === 'boolean') return (value) => value === wanted
  if (isErrorValue(wanted)) return (value) => isErrorValue(value) && value.error === wanted.error
  if (!hasWildcard(wanted)) return (value) => typeof value === 'string' && compareTexts(value, wanted) === 0
  const pattern = wildcardPattern(wanted)
  return (value) => typeof value === 'string' && pattern.test(value)
}

function isSameAsNumber(value: Scalar, wanted: number): boolean {
  if (typeof value === 'number') return isSameNumber(value, wanted)
  if (typeof value !== 'string' || value === '') return false
  const number = numberOfCriterion(value)
  return number !== undefined && isSameNumber(number, wanted)
}

function not(criterion: Criterion): Criterion {
  return (value) => !criterion(value)
}

/** Larger and smaller compare numbers with numbers and texts with texts. */
function ordered(comparison: '<' | '>' | '<=' | '>=', wanted: number | string | boolean | CellError): Criterion {
  const isRight = (order: number) => {
    if (order === 0) return comparison.length === 2
    return comparison.startsWith('<') ? order < 0 : order > 0
  }
  if (typeof wanted === 'number') {
    return (value) => typeof value === 'number' && isRight(isSameNumber(value, wanted) ? 0 : value - wanted)
  }
  if (typeof wanted !== 'string') return () => false
  return (value) => typeof value === 'string' && isRight(compareTexts(value, wanted))
}
