import type { Input } from '../book.ts'
import { errorOfText } from '../formula/error-values.ts'

const number = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i

/**
 * What `Range.values = …` of Office.js puts in a cell: a text that begins with `=` is a formula, one that begins with `'` a
 * text, and one that looks like a number (en-US), a truth value or an error becomes that, unless the cell's format is `@`.
 * An empty text empties the cell.
 */
export function inputOfValue(value: string | number | boolean | null, numberFormat = 'General'): Input {
  if (value === null || value === '') return { kind: 'empty' }
  if (typeof value !== 'string') return { kind: 'value', value }
  if (value.startsWith("'")) return { kind: 'value', value: value.slice(1) }
  if (value.startsWith('=') && value.length > 1) return { kind: 'formula', formula: value }
  if (numberFormat === '@') return { kind: 'value', value }
  return { kind: 'value', value: valueOfText(value) }
}

function valueOfText(text: string) {
  const trimmed = text.trim()
  const isShare = trimmed.endsWith('%')
  const digits = isShare ? trimmed.slice(0, -1).trimEnd() : trimmed
  if (/\d/.test(digits) && number.test(digits)) return Number(digits.replaceAll(',', '')) / (isShare ? 100 : 1)
  if (/^(?:true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true'
  return errorOfText(trimmed) ?? text
}
