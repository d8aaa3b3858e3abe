import * as z from 'zod/mini'

/** A calendar date that Excel can hold: 1900-01-01 to 9999-12-31, as 'YYYY-MM-DD'. */
export const isoDateSchema = z.iso
  .date()
  .check(z.regex(/^(?:19|[2-9]\d)/))
  .brand<'IsoDate'>()
export type IsoDate = z.infer<typeof isoDateSchema>

const yearMin = 1900
const yearMax = 9999
/** 31 December 9999 in the 1900 system. */
const serialMax = 2_958_465
/** Excel counts a 29 February 1900 that never was; from 1 March 1900 (serial 61) on it is one day ahead. */
const serialOfLeapDayThatNeverWas = 60
/** The serial of 1 January 1970 in the 1900 system. */
const serialOfEpoch = 25_569

/** The date of a year, month and day; undefined when the calendar has no such day or Excel cannot hold it. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | undefined {
  if (!isYearOfExcel(year) || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
}

export function isYearOfExcel(year: number): boolean {
  return year >= yearMin && year <= yearMax
}

/** The serial number that shows as this date in a workbook of the 1900 system, for writing a date cell. */
export function serialOfDate(date: IsoDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const serial = daysSinceEpoch(year, month, day) + serialOfEpoch
  return serial > serialOfLeapDayThatNeverWas ? serial : serial - 1
}

/**
 * The date of a whole serial number of the 1900 system; undefined for 60, for 0 and below, and beyond the year 9999.
 */
export function dateOfSerial(serial: number): IsoDate | undefined {
  if (!Number.isInteger(serial) || serial < 1 || serial > serialMax || serial === serialOfLeapDayThatNeverWas) {
    return undefined
  }
  return dateOfEpochDay((serial > serialOfLeapDayThatNeverWas ? serial : serial + 1) - serialOfEpoch)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * Days from 1 January 1970 in the Gregorian calendar, with years that begin in March so that the leap day comes last.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + dayOfYear - daysBeforeEpoch
}

/** From 1 March of the year 0 to 1 January 1970. */
const daysBeforeEpoch = 719_468

function dateOfEpochDay(epochDay: number): IsoDate | undefined {
  const days = epochDay + daysBeforeEpoch
  const century400 = Math.floor(days / 146_097)
  const dayOf400 = days % 146_097
  const yearOf400 = Math.floor(
    (dayOf400 - Math.floor(dayOf400 / 1460) + Math.floor(dayOf400 / 36_524) - Math.floor(dayOf400 / 146_096)) / 365,
  )
  const dayOfYear = dayOf400 - (365 * yearOf400 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return isoDateOf(century400 * 400 + yearOf400 + (month <= 2 ? 1 : 0), month, day)
}
