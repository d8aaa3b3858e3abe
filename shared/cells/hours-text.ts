import { refuse, type Reading } from './cell.ts'
import { roundDecimal, type Rounded } from './decimal.ts'
import { foreignNotation } from './foreign-notation.ts'
import { readNumberText } from './number-text.ts'
import { hundredthHoursOf, readRounded, type HundredthHours } from './quantity.ts'
import { typedText } from './typed-text.ts'

const secondsPerHundredthHour = 36

/** The unit is the letters at the end, or a euro sign on either side: `8 uur`, `2 dagen`, `€ 80`. */
const withUnit = /^([^\p{L}]*\d[^\p{L}]*?) ?(\p{L}+)\.?$/u
const unitsOfHours: ReadonlySet<string> = new Set(['u', 'uur', 'uren'])
const clockTime = /^(\d{1,9}):([0-5]\d)(?::([0-5]\d))?$/
const minusSign = /^[-\u2212\u2013] ?(.+)$|^(.*\d) ?[-\u2212\u2013]$|^\( ?(.+?) ?\)$/

/**
 * The hours that a text says, by the grammar of amounts with `u`, `uur` or `uren` in place of the euro and no
 * multipliers, or as `h:mm`. Hours as text always warn.
 */
export function readHoursText(value: string): Reading<HundredthHours> {
  const typed = typedText(value)
  if (typed.kind === 'blank') return { status: 'empty' }
  if (typed.kind === 'refused') return refuse(typed.code)
  const notation = foreignNotation(typed.text)
  if (notation !== undefined) return refuse(notation)
  const [, amount = typed.text, unit] = withUnit.exec(typed.text) ?? []
  if (/€|^euro?\b/i.test(typed.text)) return refuse('other-unit')
  if (unit !== undefined && !unitsOfHours.has(unit.toLowerCase())) return refuse('other-unit')
  return readQuantity(amount, typed.invisible)
}

function readQuantity(text: string, invisible: boolean): Reading<HundredthHours> {
  const [, ...inner] = minusSign.exec(text) ?? []
  const unsigned = inner.find((part) => part !== undefined)
  const reading = readUnsigned(unsigned ?? text, invisible)
  return unsigned !== undefined && 'value' in reading && /[1-9]/.test(unsigned) ? refuse('negative') : reading
}

function readUnsigned(text: string, invisible: boolean): Reading<HundredthHours> {
  const clock = clockTime.exec(text)
  if (clock !== null) {
    const [, hours, minutes, seconds = 0] = clock
    const rounded = hoursOfSeconds(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
    return readRounded(rounded, hundredthHoursOf, { 'invisible-characters': invisible, 'time-notation': true })
  }
  const number = readNumberText(text)
  if (number.kind === 'refused') return refuse(number.code)
  return readRounded(roundDecimal(number.decimal, 2), hundredthHoursOf, {
    'english-notation': number.english,
    'invisible-characters': invisible,
    'number-as-text': true,
  })
}

/** Whole seconds in hundredths of an hour, half away from zero: 7:30 is 7,50 exactly, 7:20 is 7,33 and inexact. */
export function hoursOfSeconds(seconds: number): Rounded {
  return {
    value: Math.floor((seconds + secondsPerHundredthHour / 2) / secondsPerHundredthHour),
    inexact: seconds % secondsPerHundredthHour !== 0,
  }
}
