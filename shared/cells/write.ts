import { monthNamed } from './months.ts'

/** What a person sees before the first sign that counts: spaces, control characters, zero-width characters. */
const beforeText = /^[\s\p{C}]+/u

/** Starts a formula, an error value, or is itself the apostrophe that Excel takes away. */
const startsActive = /^[=+\-@#']/

/** Excel reads these as a truth value. */
const booleanNames: ReadonlySet<string> = new Set(['true', 'false', 'waar', 'onwaar'])

/** Words that leave a text a number, a time, a date or money to Excel; the names of the months go with them. */
const wordsInNumbers: ReadonlySet<string> = new Set(
  [
    'e a p m am pm t z u h d',
    'eur euro usd us gbp chf jpy kr fr dkk sek nok pln',
    'ma di wo do vr za zo mon tue wed thu fri sat sun',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'monday tuesday wednesday thursday friday saturday sunday',
  ].flatMap((words) => words.split(' ')),
)

/**
 * What to put in `Range.values` so that the cell holds exactly this text. Whatever a Dutch or an English Excel would
 * take for a formula, number, date, time, truth value or error gets an apostrophe in front, which Excel takes away
 * again; an apostrophe of the text itself is doubled for that reason. In doubt there is an apostrophe too: it changes
 * nothing.
 */
export function toCellText(value: string): string {
  return isActive(value) ? `'${value}` : value
}

/** Full-width signs count as their plain forms, as they do in Excel. */
function isActive(value: string): boolean {
  const text = value.normalize('NFKC').replace(beforeText, '')
  return (
    startsActive.test(text) ||
    value.startsWith("'") ||
    booleanNames.has(text.trim().toLowerCase()) ||
    isNumberLike(text)
  )
}

/**
 * Digits with no word that keeps Excel from reading them: `12,50`, `1/2`, `5 mrt`, `€ 3`, `1e6`. Not `12 woningen`, and
 * not a code such as `A1`: one letter alone in front makes a text.
 */
function isNumberLike(text: string): boolean {
  if (!/\p{N}/u.test(text)) return false
  if (/^\p{L}(?!\p{L})/u.test(text)) return false
  const words = text.match(/\p{L}+/gu) ?? []
  return words.every((word) => wordsInNumbers.has(word.toLowerCase()) || monthNamed(word) !== undefined)
}
