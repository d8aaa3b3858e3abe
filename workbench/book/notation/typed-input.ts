/** From what a person types to what stands in the cell, and back to what the formula bar shows. */
import { readDateText } from '#shared/cells/date-text.ts'
import { serialOfDate } from '#shared/cells/iso-date.ts'
import type { Input } from '../book.ts'
import { truthOfText } from '../formula/coerce.ts'
import { isErrorValue } from '../formula/error-values.ts'
import { readFormula } from '../formula/read-formula.ts'
import { dutchError, errorOfDutch } from './dutch-names.ts'
import { fromDutchFormula, toDutchFormula } from './dutch-formula.ts'
import { dateText, dayOf } from './date-parts.ts'
import { generalText } from './general-number.ts'
import { formatSections } from './number-format.ts'

/** `numberFormat`: how Excel would show what was typed, in a cell that has no format of its own. */
export type TypedInput = Input & { readonly numberFormat?: string }

/**
 * What a Dutch person means: `1.234,56` is a number, `12,5%` a share, `31-12-2023` a date, `WAAR` a truth value, `'0.1` a
 * text, `=SOM(A1;B1)` a formula. In a cell with the format `@` everything is text. Throws `bad-formula` for a formula that
 * cannot be read.
 */
export function inputOfTyped(text: string, numberFormat = 'General'): TypedInput {
  if (text === '') return { kind: 'empty' }
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) }
  if (numberFormat === '@') return { kind: 'value', value: text }
  if (/^[=+-]?=./.test(text) || /^[+-](?=[A-Za-z(])/.test(text)) return typedFormula(text)
  const trimmed = text.trim()
  const error = errorOfDutch(trimmed)
  if (error !== undefined) return { kind: 'value', value: { error } }
  const truth = truthOfText(trimmed)
  if (truth !== undefined) return { kind: 'value', value: truth }
  return typedNumber(trimmed) ?? typedDate(trimmed) ?? { kind: 'value', value: text }
}

/** The text with which a person would enter the same again: `=SOM(A1;2,5)`, `12,5%`, `31-12-2023`, `'0,1`. */
export function typedOfInput(input: Input, numberFormat: string): string {
  if (input.kind === 'empty') return ''
  if (input.kind === 'formula') return toDutchFormula(input.formula)
  const { value } = input
  if (typeof value === 'boolean') return value ? 'WAAR' : 'ONWAAR'
  if (typeof value === 'number') return typedNumberText(value, numberFormat)
  return isErrorValue(value) ? dutchError(value.error) : typedText(value, numberFormat)
}

function typedFormula(text: string): TypedInput {
  const formula = fromDutchFormula(text.startsWith('=') ? text : `=${text.replace(/^([+-])=/, '$1')}`)
  readFormula(formula, text)
  return { kind: 'formula', formula }
}

const number = /^([+-])?(?:€\s*)?(\d+|\d{1,3}(?:\.\d{3})+)?(?:,(\d*))?(?:e([+-]?\d{1,3}))?\s*(%)?$/i

function typedNumber(text: string): TypedInput | undefined {
  const [, sign = '', whole = '', fraction, exponent = '0', percent] = number.exec(text) ?? []
  if (whole === '' && (fraction ?? '') === '') return undefined
  const value = Number(
    `${sign}${whole.replaceAll('.', '') || '0'}.${fraction ?? ''}0e${Number(exponent) - (percent ? 2 : 0)}`,
  )
  if (!Number.isFinite(value)) return undefined
  const format = formatOfTyped(text, { whole, fraction, percent })
  const shown = Number(value.toPrecision(15))
  return format === undefined ? { kind: 'value', value: shown } : { kind: 'value', value: shown, numberFormat: format }
}

/** A plain number keeps the look of its cell; thousands, a currency or a percent sign say how it is meant. */
function formatOfTyped(
  text: string,
  {
    whole,
    fraction,
    percent,
  }: { readonly whole: string; readonly fraction: string | undefined; readonly percent: string | undefined },
): string | undefined {
  const decimals = fraction === undefined || fraction === '' ? '' : '.00'
  if (percent !== undefined) return `0${decimals}%`
  if (text.includes('€')) return `[$€-413] #,##0${decimals}`
  return whole.includes('.') ? `#,##0${decimals}` : undefined
}

/** Two digits for a year stand for 1930 to 2029, as Excel has it. */
function typedDate(text: string): TypedInput | undefined {
  const full = text.replace(/^(\d{1,2}[-/]\d{1,2}[-/])(\d{2})$/, (_all, day: string, year: string) => {
    return `${day}${Number(year) < 30 ? '20' : '19'}${year}`
  })
  if (!/^\d{1,2}[-/ ].*\d{4}$|^\d{4}-\d{1,2}-\d{1,2}$/.test(full)) return undefined
  const read = readDateText(full)
  if (read.kind !== 'date') return undefined
  return { kind: 'value', value: serialOfDate(read.date), numberFormat: 'dd\\-mm\\-yyyy' }
}

const typedDateFormat = formatSections('d\\-m\\-yyyy')[0]

function typedNumberText(value: number, numberFormat: string): string {
  const [section] = formatSections(numberFormat)
  const isDay =
    section?.isDate === true && Number.isInteger(value) && value > 0 && value !== 60 && dayOf(value) !== undefined
  if (isDay && typedDateFormat !== undefined) return dateText(value, typedDateFormat)
  const hasPercent = section?.parts.some((part) => part.kind === 'text' && part.text === '%') ?? false
  return hasPercent ? `${generalText(value * 100, 15)}%` : generalText(value, 15)
}

/** An apostrophe comes before a text that would be read as something else. */
function typedText(value: string, numberFormat: string): string {
  if (value === '') return "'"
  return isReadAs(value, numberFormat) ? value : `'${value}`
}

function isReadAs(value: string, numberFormat: string): boolean {
  if (numberFormat !== '@' && /^[=+-]/.test(value) && !/^[+-]?[\d,.\s]*$/.test(value)) return false
  const input = inputOfTyped(value, numberFormat)
  return input.kind === 'value' && input.value === value
}
