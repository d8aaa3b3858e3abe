import type { ReadingError } from './cell.ts'
import type { Decimal } from './decimal.ts'

/** A number of 0 or more as it was written. `english`: with a decimal dot or with thousands commas. */
type NumberText = { kind: 'number'; decimal: Decimal; english: boolean } | { kind: 'refused'; code: ReadingError }

/** The first group of thousands never starts with 0: `0.500` is no Dutch number. */
const dutch = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/
const english = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.(\d+))?$/
/** The Dutch way to write that there are no cents: `500,-`, `500,--`, `500,=`. */
const withoutCents = /^(.*),(?:[-\u2212\u2013]{1,2}|=)$/
const scientific = /^\d[\d.,]*e[-+\u2212]?\d+$/i

/**
 * Reads digits with thousands and decimal signs, and nothing else. Dutch goes first; English counts only where the text
 * cannot be Dutch. One comma before three digits (`1,234`, `12,500`) is as good in both languages: ambiguous. One dot
 * before three digits is Dutch. Spaces may stand for the thousands signs, in groups of three as well.
 */
export function readNumberText(text: string): NumberText {
  const whole = withoutCents.exec(text)?.[1]
  if (whole !== undefined) return wholeNumber(whole)
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return { kind: 'refused', code: 'ambiguous' }
  const asDutch = dutch.exec(text)
  if (asDutch !== null) return { kind: 'number', decimal: decimalOf(asDutch), english: false }
  const asEnglish = english.exec(text)
  if (asEnglish !== null) return { kind: 'number', decimal: decimalOf(asEnglish), english: true }
  if (scientific.test(text)) return { kind: 'refused', code: 'scientific' }
  return refuseNumber(text)
}

function wholeNumber(text: string): NumberText {
  const match = dutch.exec(text)
  return match === null || match[2] !== undefined
    ? refuseNumber(text)
    : { kind: 'number', decimal: decimalOf(match), english: false }
}

function refuseNumber(text: string): NumberText {
  return { kind: 'refused', code: /^\d[\d., ]*\d$/.test(text) ? 'bad-grouping' : 'not-a-number' }
}

function decimalOf([, whole = '', fraction = '']: RegExpExecArray): Decimal {
  return { digits: whole.replace(/\D/g, '') + fraction, decimals: fraction.length }
}
