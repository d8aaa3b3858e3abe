/** From the value in a cell to what a function asks for: a number, a text, a truth value, or the error why not. */
import type { CellError, Scalar } from '../book.ts'
import { generalText } from '../notation/general-number.ts'
import { errorValue, isErrorValue } from './error-values.ts'
import { numberOfText } from './number-of-text.ts'

export function asNumber(value: Scalar | undefined): number | CellError {
  if (typeof value === 'number') return value
  if (value === null || value === undefined) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return numberOfText(value) ?? errorValue('#VALUE!')
  return value
}

/** Towards zero, as counts and positions are read. */
export function asWhole(value: Scalar | undefined): number | CellError {
  const number = asNumber(value)
  return isErrorValue(number) ? number : Math.trunc(number)
}

/** Numbers as a Dutch Excel joins them to text: `0,5`. */
export function asText(value: Scalar | undefined): string | CellError {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return generalText(value, 15)
  if (typeof value === 'boolean') return value ? 'WAAR' : 'ONWAAR'
  return value
}

export function asTruth(value: Scalar | undefined): boolean | CellError {
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return false
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return truthOfText(value) ?? errorValue('#VALUE!')
  return value
}

/** `WAAR` or `TRUE`, `ONWAAR` or `FALSE`; undefined for any other text. */
export function truthOfText(text: string): boolean | undefined {
  const upper = text.trim().toUpperCase()
  if (upper === 'WAAR' || upper === 'TRUE') return true
  return upper === 'ONWAAR' || upper === 'FALSE' ? false : undefined
}
