import type { ReadingError } from './cell.ts'
import { isForeignCurrency } from './currency.ts'
import { readDateText } from './date-text.ts'
import { monthNamed } from './months.ts'

/** What a text is when it is none of a plain number: a share, money of another country or a date. Else undefined. */
export function foreignNotation(text: string): ReadingError | undefined {
  if (/[%\u2030\ufe6a\uff05]|procent|percent/i.test(text)) return 'percentage'
  if (/\d/.test(text) && isForeignCurrency(text)) return 'other-currency'
  return isDate(text) ? 'date-in-amount' : undefined
}

/** `12:30`, `12:30:15`: a time of the day to Excel, hours and minutes in a column of hours. */
export function isTimeOfDay(text: string): boolean {
  return /^\d+:\d{2}(?::\d{2})?$/.test(text)
}

/**
 * A date in full, an impossible or a short one (`31-02-2025`, `1-2-25`), or what Excel makes a date of (`1/2`, `5
 * mrt`). With dots only a date in full counts: `12.34.56` is a number with bad groups.
 */
function isDate(text: string): boolean {
  const date = readDateText(text)
  if (date.kind === 'date') return true
  if (date.code === 'no-such-date' || date.code === 'two-digit-year') return !/^[\d.]+$/.test(text)
  if (/^\d{1,2}[-/]\d{1,2}$/.test(text)) return true
  const [, before, after] = /^(?:\d{1,2}[- ](\p{L}+\.?)|(\p{L}+\.?)[- ]\d{1,4})$/u.exec(text) ?? []
  return monthNamed(before ?? after ?? '') !== undefined
}
