/** Serial numbers as dates and times in Dutch. */
import { dateOfSerial } from '#shared/cells/iso-date.ts'
import { roundHalfAway } from '../formula/round.ts'
import type { FormatPart, FormatSection } from './number-format.ts'

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]
const shortMonths = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** The first day of the 1900 system was a Sunday by its own reckoning. */
const days = ['zaterdag', 'zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag']

const secondsPerDay = 86_400

interface Moment {
  readonly serial: number
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly seconds: number
  readonly hasDayHalves: boolean
}

/** `value` is 0 or more; the day 0 is shown as 0 January 1900, as Excel has it. */
export function dateText(value: number, section: FormatSection): string {
  const moment = momentOf(value, section.hasDayHalves)
  if (moment === undefined) return '########'
  const text = section.parts.map((part) => partText(part, moment)).join('')
  if (!section.hasDayHalves) return text
  return `${text}${moment.seconds < secondsPerDay / 2 ? 'AM' : 'PM'}`
}

/** The calendar day of a serial number; undefined when there is none. */
export function dayOf(
  serial: number,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  if (serial === 0) return { year: 1900, month: 1, day: 0 }
  if (serial === 60) return { year: 1900, month: 2, day: 29 }
  const [year, month, day] = dateOfSerial(serial)?.split('-').map(Number) ?? []
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day }
}

function momentOf(value: number, hasDayHalves: boolean): Moment | undefined {
  const total = roundHalfAway(value * secondsPerDay, 0)
  const serial = Math.floor(total / secondsPerDay)
  const day = dayOf(serial)
  return day && { ...day, serial: value, weekday: serial % 7, seconds: total % secondsPerDay, hasDayHalves }
}

function partText(part: FormatPart, moment: Moment): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'minutes') return padded(Math.floor(moment.seconds / 60) % 60, part.letters)
  if (part.kind === 'elapsed') return elapsedText(part.letters, moment)
  if (part.kind !== 'date') return ''
  switch (part.letters[0]) {
    case 'y':
      return part.letters.length > 2 ? String(moment.year) : padded(moment.year % 100, 'yy')
    case 'm':
      return monthText(moment.month, part.letters)
    case 'd':
      return dayText(moment, part.letters)
    case 'h': {
      const hour = Math.floor(moment.seconds / 3600)
      return padded(moment.hasDayHalves ? ((hour + 11) % 12) + 1 : hour, part.letters)
    }
    default:
      return padded(moment.seconds % 60, part.letters)
  }
}

function monthText(month: number, letters: string): string {
  const name = months[month - 1] ?? ''
  if (letters.length === 3) return shortMonths[month - 1] ?? ''
  if (letters.length === 4) return name
  return letters.length > 4 ? name.slice(0, 1) : padded(month, letters)
}

function dayText({ day, weekday }: Moment, letters: string): string {
  const name = days[weekday] ?? ''
  if (letters.length === 3) return name.slice(0, 2)
  return letters.length > 3 ? name : padded(day, letters)
}

function elapsedText(letters: string, { serial }: Moment): string {
  const seconds = roundHalfAway(serial * secondsPerDay, 0)
  const unit = letters.startsWith('h') ? 3600 : letters.startsWith('m') ? 60 : 1
  return padded(Math.floor(seconds / unit), letters)
}

function padded(number: number, letters: string): string {
  return String(number).padStart(letters.length, '0')
}
