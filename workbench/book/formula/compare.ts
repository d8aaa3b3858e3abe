/** The order of values in Excel: numbers before texts before truth values. */
import type { Scalar } from '../book.ts'

const collator = new Intl.Collator('nl', { sensitivity: 'accent' })

/**
 * Negative, 0 or positive. Texts compare without regard to capitals and never as numbers: "0.1" is not "0.10". An empty
 * cell is equal to 0, to an empty text and to FALSE. Errors must not come here.
 */
export function compareValues(a: Scalar, b: Scalar): number {
  if (a === null && b === null) return 0
  const left = a ?? emptyLike(b)
  const right = b ?? emptyLike(a)
  if (typeof left === 'number' && typeof right === 'number') return isSameNumber(left, right) ? 0 : left - right
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right)
  return rank(left) - rank(right) || Number(left) - Number(right)
}

/** Alphabetical in Dutch, capitals and small letters alike. */
export function compareTexts(a: string, b: string): number {
  return a === b || a.toLowerCase() === b.toLowerCase() ? 0 : collator.compare(a, b) || (a < b ? -1 : 1)
}

/** Excel compares numbers by the fifteen digits that it shows. */
export function isSameNumber(a: number, b: number): boolean {
  if (a === b) return true
  if (Math.abs(a - b) > Math.abs(a) * 1e-14) return false
  return a.toPrecision(15) === b.toPrecision(15)
}

function emptyLike(other: Scalar): Scalar {
  if (typeof other === 'number') return 0
  return typeof other === 'boolean' ? false : ''
}

function rank(value: Scalar): number {
  if (typeof value === 'number') return 0
  return typeof value === 'string' ? 1 : 2
}
