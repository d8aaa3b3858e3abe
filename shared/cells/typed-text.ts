import { isErrorText } from './error-text.ts'
import type { ReadingError } from './cell.ts'

/** A text in which a person typed a number, date or code, free of what cannot be seen. */
type TypedText =
  | { kind: 'blank' }
  | { kind: 'refused'; code: ReadingError }
  | { kind: 'text'; text: string; invisible: boolean }

/** Longer than any number; keeps the patterns that follow quick on whatever comes from outside. */
const typedLengthMax = 500

/** Control characters, line separators, bidi embeddings, overrides and isolates: what is seen is not what is read. */
const deceptive = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Take no room and change nothing: zero-width spaces and joiners, direction marks, soft hyphen, variants. */
const zeroWidth = /[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]|\p{Variation_Selector}/gu

const otherFormatting = /\p{Cf}/u

/** Digits of other scripts, and superscripts, fractions and Roman numerals. */
const nonWesternNumber = /(?![0-9])\p{N}/u

/** What nearly every typed text is: words of visible ASCII with one space between them. Nothing in it is hidden. */
const plainWords = /^[!-~]+(?: [!-~]+)*$/

/**
 * Trims, makes every run of spaces (the no-break family too) one plain space and takes out zero-width characters, which
 * `invisible` tells. Refuses what reads alike in no column: hidden or foreign signs, a formula or an error as text.
 * A tab or a line end counts as a control character, except in a cell of white space only, which is blank.
 */
export function typedText(value: string): TypedText {
  if (plainWords.test(value)) return visibleText(value, false)
  if (/^\s*$/u.test(value)) return { kind: 'blank' }
  if (!isWellFormed(value)) return { kind: 'refused', code: 'invalid-unicode' }
  if (deceptive.test(value)) return { kind: 'refused', code: 'invisible-characters' }
  const visible = value.replace(zeroWidth, '')
  if (otherFormatting.test(visible)) return { kind: 'refused', code: 'invisible-characters' }
  const text = visible.replace(/\s+/gu, ' ').trim()
  if (text === '') return { kind: 'blank' }
  return visibleText(text, visible !== value)
}

function visibleText(text: string, invisible: boolean): TypedText {
  const code = refusal(text)
  return code === undefined ? { kind: 'text', text, invisible } : { kind: 'refused', code }
}

function refusal(text: string): ReadingError | undefined {
  if (text.length > typedLengthMax) return 'too-long'
  if (text.startsWith('=')) return 'formula-as-text'
  if (isErrorText(text)) return 'error-cell'
  return nonWesternNumber.test(text) ? 'non-western-digits' : undefined
}

/** Whether the text has no lone half of a surrogate pair: D1 would store such a half as invalid UTF-8. */
export function isWellFormed(value: string): boolean {
  return !/\p{Cs}/u.test(value)
}
