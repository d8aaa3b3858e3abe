import { readAs, readCell, refuse, type Cell, type NumberCell, type Reading } from './cell.ts'
import { readDate } from './date.ts'
import { generalText } from './decimal.ts'
import { formatKind } from './number-format.ts'
import { isWellFormed } from './typed-text.ts'

/** In code points: what the database and every export have room for. */
const codePointsMax = 500

/**
 * The text in a cell: Unicode NFC, line ends as LF, tabs and no-break spaces as spaces, trimmed; markup is kept as it
 * is. More than 500 code points and lone surrogates are errors. A number gives what Excel shows in its General format,
 * and a date its ISO text, both with a warning: leading zeros and last decimals may be lost.
 */
export function readText(cell: Cell): Reading<string> {
  return readCell(cell, readTextNumber, readTextString)
}

function readTextNumber(cell: NumberCell): Reading<string> {
  const date = formatKind(cell.numberFormat) === 'date' ? readDate(cell) : undefined
  const text = date !== undefined && 'value' in date ? date.value : generalText(cell.value)
  return readAs(text, { 'number-as-text': true })
}

/** What nearly every text is: visible ASCII and spaces, none at its ends. Nothing of it needs to be normalised. */
const plainText = /^[!-~](?:[ -~]*[!-~])?$/

function readTextString(value: string): Reading<string> {
  if (value.length <= codePointsMax && plainText.test(value)) return { status: 'ok', value }
  if (!isWellFormed(value)) return refuse('invalid-unicode')
  const text = normalizeText(value)
  if (text === '') return { status: 'empty' }
  return isTooLong(text) ? refuse('too-long') : { status: 'ok', value: text }
}

function normalizeText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
    .trim()
}

/** A code point takes at most two units, so a long text is known without counting. */
function isTooLong(text: string): boolean {
  return text.length > 2 * codePointsMax || (text.length > codePointsMax && Array.from(text).length > codePointsMax)
}
