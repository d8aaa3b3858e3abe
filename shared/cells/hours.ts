import { readCell, refuse, type Cell, type NumberCell, type Reading } from './cell.ts'
import { decimalOfNumber, roundDecimal, type Rounded } from './decimal.ts'
import { hoursOfSeconds, readHoursText } from './hours-text.ts'
import { formatKind } from './number-format.ts'
import { hundredthHoursOf, readRounded, type HundredthHours } from './quantity.ts'

const secondsPerDay = 86_400n

/**
 * The number of hours in a cell, in whole hundredths, never negative. A cell formatted as a time holds a part of a day
 * and is read with a warning; percentages, dates, amounts of money and other units are errors.
 */
export function readHours(cell: Cell): Reading<HundredthHours> {
  return readCell(cell, readHoursNumber, readHoursText)
}

function readHoursNumber({ value, numberFormat }: NumberCell): Reading<HundredthHours> {
  if (value < 0) return refuse('negative')
  switch (formatKind(numberFormat)) {
    case 'percentage':
      return refuse('percentage')
    case 'date':
      return refuse('date-in-amount')
    case 'foreign-currency':
      return refuse('other-currency')
    case 'time':
      return readRounded(hoursOfDays(value), hundredthHoursOf, { 'time-notation': true })
    case 'number':
      return readRounded(roundDecimal(decimalOfNumber(value), 2), hundredthHoursOf, {})
  }
}

/**
 * A part of a day is a third or a twelfth as often as not; whole seconds undo what 15 digits cut off such a fraction.
 */
function hoursOfDays(days: number): Rounded | undefined {
  const { digits, decimals } = decimalOfNumber(days)
  const seconds = roundDecimal({ digits: String(BigInt(digits) * secondsPerDay), decimals }, 0)
  return seconds === undefined ? undefined : hoursOfSeconds(seconds.value)
}
