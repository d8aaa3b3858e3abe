/** Functions of texts. */
import type { CellError, Scalar } from '../book.ts'
import { asNumber, asText, asTruth, asWhole } from '../formula/coerce.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, each, type Functions, optional, valueError, whole } from '../formula/function-body.ts'
import { firstOf } from '../formula/operand.ts'
import { wildcardSource } from '../formula/wildcards.ts'
import { displayText } from '../notation/display-text.ts'
import { valuesOf } from './values.ts'

/** More than this a cell does not hold. */
const textLengthMax = 32_767

export const text: Functions = {
  LEN: each(1, [asText], (text) => text.length),
  LEFT: each(1, [asText, optional(asWhole, 1)], (text, count) => (count < 0 ? valueError() : text.slice(0, count))),
  RIGHT: each(1, [asText, optional(asWhole, 1)], (text, count) =>
    count < 0 ? valueError() : text.slice(Math.max(0, text.length - count)),
  ),
  MID: each(3, [asText, asWhole, asWhole], (text, start, count) =>
    start < 1 || count < 0 ? valueError() : text.slice(start - 1, start - 1 + count),
  ),
  UPPER: each(1, [asText], (text) => text.toUpperCase()),
  LOWER: each(1, [asText], (text) => text.toLowerCase()),
  PROPER: each(1, [asText], (text) =>
    text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  TRIM: each(1, [asText], (text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  EXACT: each(2, [asText, asText], (a, b) => a === b),
  REPT: each(2, [asText, asWhole], (text, count) =>
    count < 0 || text.length * count > textLengthMax ? valueError() : text.repeat(count),
  ),
  SUBSTITUTE: each(3, [asText, asText, asText, optional(asWhole, Number.POSITIVE_INFINITY)], substitute),
  REPLACE: each(4, [asText, asWhole, asWhole, asText], (text, start, count, by) =>
    start < 1 || count < 0 ? valueError() : text.slice(0, start - 1) + by + text.slice(start - 1 + count),
  ),
  FIND: each(2, [asText, asText, optional(asWhole, 1)], (part, text, start) =>
    found(text.indexOf(part, start - 1), start),
  ),
  SEARCH: each(2, [asText, asText, optional(asWhole, 1)], (part, text, start) => {
    const place = text.slice(Math.max(0, start - 1)).search(new RegExp(wildcardSource(part), 'isu'))
    return found(place < 0 ? place : place + start - 1, start)
  }),
  CHAR: each(1, [asWhole], (code) => (code < 1 || code > 255 ? valueError() : String.fromCharCode(code))),
  CODE: each(1, [asText], (text) => (text === '' ? valueError() : text.charCodeAt(0))),
  CONCAT: whole(1, 'any', (call) => joined(call, 0, '', false)),
  CONCATENATE: whole(1, 'any', (call) => joined(call, 0, '', false)),
  TEXTJOIN: whole(3, 'any', (call) => {
    const between = asText(firstOf(call.operand(0), call.surroundings))
    const skipsEmpty = asTruth(firstOf(call.operand(1), call.surroundings))
    if (isErrorValue(between)) return between
    return isErrorValue(skipsEmpty) ? skipsEmpty : joined(call, 2, between, skipsEmpty)
  }),
  TEXT: each(2, [asTextOrNumber, asText], (value, format) => displayText(value, formatOfDutch(format))),
  VALUE: each(1, [asNumber], (number) => number),
}

/** A text that reads as a number is formatted as one. */
function asTextOrNumber(value: Scalar | undefined): number | string | boolean | CellError {
  if (typeof value === 'boolean' || isErrorValue(value)) return value
  const number = asNumber(value)
  return isErrorValue(number) ? asText(value) : number
}

/** Formats within formulas are not translated: with Dutch settings they have `jjjj`, a decimal comma and dots. */
function formatOfDutch(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]|standaard|[.,ju]/gi, (piece) => {
    if (piece === '.') return ','
    if (piece === ',') return '.'
    if (/^standaard$/i.test(piece)) return 'General'
    return /^[ju]$/i.test(piece) ? (piece.toLowerCase() === 'j' ? 'y' : 'h') : piece
  })
}

function substitute(text: string, old: string, by: string, which: number): Scalar {
  if (which < 1) return valueError()
  if (old === '') return text
  if (which === Number.POSITIVE_INFINITY) return text.replaceAll(old, () => by)
  const parts = text.split(old)
  if (which >= parts.length) return text
  return parts.slice(0, which).join(old) + by + parts.slice(which).join(old)
}

function found(index: number, start: number): Scalar {
  return index < 0 || start < 1 ? valueError() : index + 1
}

function joined({ count, operand, surroundings }: Call, first: number, between: string, skipsEmpty: boolean): Scalar {
  const values = Array.from({ length: count - first }, (_, index) =>
    valuesOf(operand(first + index), surroundings),
  ).flat()
  const texts = values.map(asText)
  const error = texts.find(isErrorValue)
  if (error !== undefined) return error
  const text = texts.filter((each) => !skipsEmpty || each !== '').join(between)
  return text.length > textLengthMax ? errorValue('#CALC!') : text
}
