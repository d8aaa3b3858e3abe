import { isForeignCurrency } from './currency.ts'

type FormatKind = 'number' | 'percentage' | 'date' | 'time' | 'foreign-currency'

/**
 * The parts of a format code that are not about the value: quoted text, an escaped sign, the width or filling of a
 * sign, brackets for colour, condition or locale, and General. A bracketed [h], [mm] or [ss] is elapsed time: its
 * letters stay.
 */
const besideTheValue = /"[^"]*"?|\\.|[_*].|\[(h+|m+|s+)\]|\[[^\]]*\]|General/gis

const bracketedCurrency = /\[\$([^\]-]+)/

/** By format code, since a workbook has a handful of them and hundreds of thousands of cells. */
const knownKinds = new Map<string, FormatKind>()
/** More than any workbook that people made: files come from outside, and what is remembered must end somewhere. */
const knownKindsMax = 1_000

/**
 * What a number format (in US notation) makes of a number. Only a currency in brackets, such as [$£-809], is foreign:
 * a bare `$` is also how a file writes the built-in currency formats, which a Dutch Excel shows with a euro sign.
 */
export function formatKind(numberFormat: string | undefined): FormatKind {
  if (numberFormat === undefined) return 'number'
  const known = knownKinds.get(numberFormat)
  if (known !== undefined) return known
  const kind = kindOf(numberFormat)
  if (knownKinds.size < knownKindsMax) knownKinds.set(numberFormat, kind)
  return kind
}

function kindOf(numberFormat: string): FormatKind {
  const code = numberFormat.replace(besideTheValue, (_part, elapsed: string | undefined) => elapsed ?? '')
  if (code.includes('%')) return 'percentage'
  if (/[yd]/i.test(code)) return 'date'
  if (/[hs]/i.test(code)) return 'time'
  if (/m/i.test(code)) return 'date'
  return isForeignCurrency(bracketedCurrency.exec(numberFormat)?.[1] ?? '') ? 'foreign-currency' : 'number'
}
