/** What a cell shows, with Dutch settings: decimal comma, dots between thousands, Dutch names of months and errors. */
import type { Scalar } from '../book.ts'
import { isErrorValue } from '../formula/error-values.ts'
import { roundHalfAway, shifted } from '../formula/round.ts'
import { dateText } from './date-parts.ts'
import { dutchError } from './dutch-names.ts'
import { generalCellText } from './general-number.ts'
import { type FormatPart, type FormatSection, formatSections } from './number-format.ts'

/** `numberFormat` is in the file's notation. A date before 1900 shows as in a column that is too narrow. */
export function displayText(value: Scalar, numberFormat: string): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'WAAR' : 'ONWAAR'
  if (isErrorValue(value)) return dutchError(value.error)
  if (typeof value === 'string') return shownText(value, formatSections(numberFormat))
  return numberFormat === 'General' ? generalCellText(value) : shownNumber(value, formatSections(numberFormat))
}

function shownText(value: string, sections: readonly FormatSection[]): string {
  const section = sections[3] ?? sections.find(({ hasTextPlace }) => hasTextPlace)
  if (section === undefined) return value
  return section.parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'value' ? value : '')).join('')
}

function shownNumber(value: number, sections: readonly FormatSection[]): string {
  const [positive, negative, zero] = sections
  if (positive === undefined) return generalCellText(value)
  const isNegativeSection = value < 0 && negative !== undefined
  const section = isNegativeSection ? negative : value === 0 ? (zero ?? positive) : positive
  if (section.isDate) return value < 0 ? '########' : dateText(value, section)
  const text = numberText(Math.abs(value), section)
  const isMinus = value < 0 && !isNegativeSection && /[1-9]/.test(text)
  return isMinus ? `-${text}` : text
}

function numberText(size: number, section: FormatSection): string {
  const exponent = section.parts.find((part) => part.kind === 'exponent')
  const power = exponent === undefined || size === 0 ? 0 : Math.floor(Math.log10(size))
  const shown = roundHalfAway(shifted(size * section.factor, -power), section.decimalsMax)
  const [whole = '0', fraction = ''] = shown.toFixed(Math.min(100, section.decimalsMax)).split('.')
  return section.parts.map((part) => partText(part, { section, size, whole, fraction, power })).join('')
}

interface Digits {
  readonly section: FormatSection
  readonly size: number
  readonly whole: string
  readonly fraction: string
  readonly power: number
}

function partText(part: FormatPart, { section, size, whole, fraction, power }: Digits): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'whole':
      return wholeText(whole, section)
    case 'fraction': {
      const kept = fraction.slice(0, section.decimalsMin) + fraction.slice(section.decimalsMin).replace(/0+$/, '')
      return `,${kept}`
    }
    case 'exponent': {
      const sign = power < 0 ? '-' : part.hasPlus ? '+' : ''
      return `E${sign}${String(Math.abs(power)).padStart(part.digits, '0')}`
    }
    case 'value':
      return generalCellText(size)
    default:
      return ''
  }
}

function wholeText(whole: string, { wholeDigitsMin, groups }: FormatSection): string {
  const digits = (whole === '0' ? '' : whole).padStart(wholeDigitsMin, '0')
  return groups ? digits.replace(/\B(?=(?:\d{3})+$)/g, '.') : digits
}
