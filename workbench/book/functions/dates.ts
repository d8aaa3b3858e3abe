/** Days as serial numbers of the 1900 system. */
import type { CellError } from '../book.ts'
import { asNumber, asWhole } from '../formula/coerce.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { each, type Functions, optional, whole } from '../formula/function-body.ts'
import { dayOf } from '../notation/date-parts.ts'

const notDefined = errorValue('#NUM!')
const serialMax = 2_958_465
const msPerDay = 86_400_000
/** Serial 25,569 is 1 January 1970. */
const serialOfEpoch = 25_569
const secondsPerDay = 86_400

export const dates: Functions = {
  DATE: each(3, [asWhole, asWhole, asWhole], (year, month, day) =>
    serialOf(year < 1900 ? year + 1900 : year, month, day),
  ),
  YEAR: each(1, [asNumber], (serial) => dayOf(Math.floor(serial))?.year ?? notDefined),
  MONTH: each(1, [asNumber], (serial) => dayOf(Math.floor(serial))?.month ?? notDefined),
  DAY: each(1, [asNumber], (serial) => dayOf(Math.floor(serial))?.day ?? notDefined),
  HOUR: each(1, [asNumber], (serial) => Math.floor(secondsOf(serial) / 3600)),
  MINUTE: each(1, [asNumber], (serial) => Math.floor(secondsOf(serial) / 60) % 60),
  SECOND: each(1, [asNumber], (serial) => secondsOf(serial) % 60),
  DAYS: each(2, [asWhole, asWhole], (end, start) => end - start),
  DATEVALUE: each(1, [asNumber], (serial) => Math.floor(serial)),
  EDATE: each(2, [asWhole, asWhole], (serial, months) => monthsLater(serial, months, 'same-day')),
  EOMONTH: each(2, [asWhole, asWhole], (serial, months) => monthsLater(serial, months, 'last-day')),
  WEEKDAY: each(1, [asWhole, optional(asWhole, 1)], (serial, first) => {
    if (serial < 0 || serial > serialMax || (first !== 1 && first !== 2 && first !== 3)) return notDefined
    const fromSaturday = serial % 7
    if (first === 1) return fromSaturday === 0 ? 7 : fromSaturday
    const fromMonday = (fromSaturday + 5) % 7
    return first === 2 ? fromMonday + 1 : fromMonday
  }),
  ISOWEEKNUM: each(1, [asWhole], (serial) => {
    const thursday = serial - ((serial + 5) % 7) + 3
    const year = dayOf(thursday)?.year
    const newYear = year === undefined ? notDefined : serialOf(year, 1, 1)
    return isErrorValue(newYear) ? newYear : Math.floor((thursday - newYear) / 7) + 1
  }),
  TODAY: whole(0, 0, ({ surroundings }) => Math.floor(serialOfMoment(surroundings.now()))),
  NOW: whole(0, 0, ({ surroundings }) => serialOfMoment(surroundings.now())),
}

/** Months and days beyond their number run on into the next ones. */
function serialOf(year: number, month: number, day: number): number | CellError {
  const days = Date.UTC(year, month - 1, day) / msPerDay + serialOfEpoch
  const serial = days > 60 ? days : days - 1
  return year > 9999 || serial < 0 || serial > serialMax ? notDefined : serial
}

function monthsLater(serial: number, months: number, which: 'same-day' | 'last-day'): number | CellError {
  const start = dayOf(serial)
  if (start === undefined) return notDefined
  const last = new Date(Date.UTC(start.year, start.month + months, 0)).getUTCDate()
  return serialOf(start.year, start.month + months, which === 'last-day' ? last : Math.min(start.day, last))
}

function secondsOf(serial: number): number {
  return Math.round((serial - Math.floor(serial)) * secondsPerDay) % secondsPerDay
}

/** The clock on the wall of whoever looks at the workbook. */
function serialOfMoment(moment: Date): number {
  const wallMs = Date.UTC(
    moment.getFullYear(),
    moment.getMonth(),
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
    moment.getSeconds(),
  )
  return wallMs / msPerDay + serialOfEpoch
}
