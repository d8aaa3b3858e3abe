import { readAs, readCell, refuse, type Cell, type NumberCell, type Reading } from './cell.ts'
import { readDateText } from './date-text.ts'
import { dateOfSerial, type IsoDate } from './iso-date.ts'
import { formatKind } from './number-format.ts'
import { typedText } from './typed-text.ts'

/** The serial of 1 January 1904 in the 1900 system; a workbook of the 1904 system calls that day 0. */
const serialOf1904 = 1462

/** Whole numbers that a person means as a year, unless the cell shows them as a date (of 1905). */
const bareYearMin = 1900
const bareYearMax = 2100

/**
 * The date in a cell: a serial number of the workbook's date system or a text in the Dutch order, day before month.
 * A time is dropped with a warning. Serials 0 and below and 60, two-digit years and a bare year are errors.
 */
export function readDate(cell: Cell): Reading<IsoDate> {
  return readCell(cell, readDateNumber, readDateString)
}

function readDateNumber({ value, numberFormat, dateSystem }: NumberCell): Reading<IsoDate> {
  const format = formatKind(numberFormat)
  if (format === 'percentage' || format === 'foreign-currency') return refuse('not-a-date')
  if (format !== 'date' && Number.isInteger(value) && value >= bareYearMin && value <= bareYearMax) {
    return refuse('year-as-date')
  }
  const seen = Number(value.toPrecision(15))
  const day = Math.floor(seen)
  if (day === 60 && dateSystem !== 1904) return refuse('no-such-date')
  const date = day < 0 ? undefined : dateOfSerial(dateSystem === 1904 ? day + serialOf1904 : day)
  return date === undefined ? refuse('not-a-date') : readAs(date, { 'time-ignored': seen !== day })
}

function readDateString(value: string): Reading<IsoDate> {
  const typed = typedText(value)
  if (typed.kind === 'blank') return { status: 'empty' }
  if (typed.kind === 'refused') return refuse(typed.code)
  const text = readDateText(typed.text)
  if (text.kind === 'refused') return refuse(text.code)
  return readAs(text.date, {
    'english-notation': text.english,
    'invisible-characters': typed.invisible,
    'time-ignored': text.timeIgnored,
  })
}
