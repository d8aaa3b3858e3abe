import type { ReadingError } from './cell.ts'
import { isoDateOf, isYearOfExcel, type IsoDate } from './iso-date.ts'
import { monthNamed } from './months.ts'

/** A date as it was written. `english`: the month has an English name. */
type DateText =
  | { kind: 'date'; date: IsoDate; timeIgnored: boolean; english: boolean }
  | { kind: 'refused'; code: ReadingError }

const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d+)$/
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const monthByName = /^(\d{1,2})[- ]?(\p{L}+)\.?[- ]?(\d+)$/u
/** A time without a zone may be left off; with a zone the date itself could be another one. */
const dateAndTime = /^(\S.*)[ T](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/

/**
 * Reads `d-m-jjjj`, `d/m/jjjj`, `d.m.jjjj`, `jjjj-m-d` and `31 dec 2025`, with or without a time. The day comes before
 * the month and the two are never swapped: `12-31-2025` is no such date. Years have four digits.
 */
export function readDateText(text: string): DateText {
  const dateOnly = dateAndTime.exec(text)?.[1]
  const date = dateOnly ?? text
  const timeIgnored = dateOnly !== undefined
  if (/^\d{4}$/.test(date)) return { kind: 'refused', code: 'year-as-date' }
  const numeric = dayFirst.exec(date)
  if (numeric !== null) return dateOf([numeric[4], numeric[3], numeric[1]], timeIgnored, false)
  const iso = yearFirst.exec(date)
  if (iso !== null) return dateOf([iso[1], iso[2], iso[3]], timeIgnored, false)
  const named = monthByName.exec(date)
  const month = monthNamed(named?.[2] ?? '')
  if (named === null || month === undefined) return { kind: 'refused', code: 'not-a-date' }
  return dateOf([named[3], String(month.number), named[1]], timeIgnored, month.english)
}

type DateParts = readonly [year: string | undefined, month: string | undefined, day: string | undefined]

function dateOf([year = '', month = '', day = '']: DateParts, timeIgnored: boolean, english: boolean): DateText {
  if (year.length === 2) return { kind: 'refused', code: 'two-digit-year' }
  if (year.length !== 4 || !isYearOfExcel(Number(year))) return { kind: 'refused', code: 'not-a-date' }
  const date = isoDateOf(Number(year), Number(month), Number(day))
  return date === undefined ? { kind: 'refused', code: 'no-such-date' } : { kind: 'date', date, timeIgnored, english }
}
