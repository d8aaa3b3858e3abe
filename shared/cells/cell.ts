/** What one cell of Excel, an .xlsx file or a CSV file holds. A formula cell is given by its value. */
export type Cell = NumberCell | TextCell | { kind: 'boolean'; value: boolean } | ErrorCell | { kind: 'empty' }

/** `numberFormat` is the format code in US notation, as `Range.numberFormat` and an .xlsx file have it. */
export type NumberCell = { kind: 'number'; value: number; numberFormat?: string; dateSystem?: 1900 | 1904 }
type TextCell = { kind: 'text'; value: string; numberFormat?: string; dateSystem?: 1900 | 1904 }
/** The value is what the cell shows: '#REF!', '#VERW!', '#N/A', '#N/B', ... */
type ErrorCell = { kind: 'error'; value: string }

/** The typed value of a cell, with at most one warning about it; or why there is none. Blank is never a value. */
export type Reading<T> =
  | { status: 'ok'; value: T }
  | { status: 'warning'; value: T; code: ReadingWarning }
  | { status: 'error'; code: ReadingError }
  | { status: 'empty' }

/**
 * Most important first: a reading carries the first that applies. The policy orders the first three. The others follow:
 * how a value was written weighs less than a changed or a doubtful value. So every amount or number of hours in a text
 * cell that gives no other warning gives `number-as-text` (rule GB-102).
 */
const warningsByWeight = [
  'rounded',
  'english-notation',
  'invisible-characters',
  'time-notation',
  'time-ignored',
  'number-as-text',
] as const
export type ReadingWarning = (typeof warningsByWeight)[number]

export type ReadingError =
  | 'not-a-number'
  | 'ambiguous'
  | 'bad-grouping'
  | 'too-large'
  | 'other-currency'
  | 'percentage'
  | 'scientific'
  | 'date-in-amount'
  | 'formula-as-text'
  | 'non-western-digits'
  | 'invisible-characters'
  | 'boolean'
  | 'error-cell'
  | 'not-a-date'
  | 'no-such-date'
  | 'two-digit-year'
  | 'year-as-date'
  | 'negative'
  | 'other-unit'
  | 'invalid-unicode'
  | 'too-long'

/** Which warnings apply to a reading. */
export type ReadingWarnings = { readonly [code in ReadingWarning]?: boolean }

/** A reading of `value` with the weightiest of the warnings whose condition holds. */
export function readAs<T>(value: T, warnings: ReadingWarnings): Reading<T> {
  const code = warningsByWeight.find((warning) => warnings[warning] === true)
  return code === undefined ? { status: 'ok', value } : { status: 'warning', value, code }
}

export function refuse(code: ReadingError): Reading<never> {
  return { status: 'error', code }
}

/** Blank, boolean and error cells read alike in every column; numbers and texts are the column's own affair. */
export function readCell<T>(
  cell: Cell,
  readNumber: (cell: NumberCell) => Reading<T>,
  readString: (value: string) => Reading<T>,
): Reading<T> {
  switch (cell.kind) {
    case 'number':
      return Number.isFinite(cell.value) ? readNumber(cell) : refuse('not-a-number')
    case 'text':
      return readString(cell.value)
    case 'boolean':
      return refuse('boolean')
    case 'error':
      return refuse('error-cell')
    case 'empty':
      return { status: 'empty' }
  }
}
