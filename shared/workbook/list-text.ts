/** One field of a list as the text of a CSV file or a form, and back to exactly the same value. */
import {
  centsSchema,
  formatCents,
  formatHours,
  hundredthHoursSchema,
  readAmount,
  readDate,
  readHours,
} from '#shared/cells/index.ts'
import { type ListKind, type ListValue, writeListCell } from './list-column.ts'

/** '' for null and for an empty list. Amounts and hours in Dutch notation, dates as `2023-04-01`. */
export function listText(kind: ListKind, value: ListValue): string {
  if (value === null) return ''
  switch (kind) {
    case 'cents':
      return formatCents(centsSchema.parse(value), 'nl')
    case 'hours':
      return formatHours(hundredthHoursSchema.parse(value), 'nl')
    case 'number':
      return String(value).replace('.', ',')
    case 'flag':
      return value === true ? 'ja' : 'nee'
    case 'texts':
    case 'years':
      return String(writeListCell(kind, value) ?? '')
    case 'code':
    case 'text':
    case 'year':
    case 'date':
      return String(value)
  }
}

/** Null for a blank text, an empty list for lists; undefined when the text is no such value, and `writtenAs` says what is. */
export function readListText(kind: ListKind, text: string): ListValue | undefined {
  const trimmed = text.trim()
  if (kind === 'texts') return splitAtSemicolons(trimmed)
  if (kind === 'years') {
    const years = splitAtSemicolons(trimmed)
    return years.every((year) => yearPattern.test(year)) ? years.map(Number) : undefined
  }
  if (trimmed === '') return null
  switch (kind) {
    case 'code':
    case 'text':
      return trimmed
    case 'cents':
      return exactly(readAmount({ kind: 'text', value: trimmed }))
    case 'hours':
      return exactly(readHours({ kind: 'text', value: trimmed }))
    case 'date':
      return exactly(readDate({ kind: 'text', value: trimmed }))
    case 'year':
      return yearPattern.test(trimmed) ? Number(trimmed) : undefined
    case 'number':
      return /^-?\d+(?:,\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined
    case 'flag':
      return { ja: true, nee: false }[trimmed.toLowerCase()]
  }
}

/** How a value of this kind is written, for who wrote something else. */
export const writtenAs: Readonly<Record<ListKind, { readonly nl: string; readonly en: string }>> = {
  code: { nl: 'een code', en: 'a code' },
  text: { nl: 'een tekst', en: 'a text' },
  texts: { nl: 'teksten met ; ertussen', en: 'texts with ; between them' },
  number: { nl: 'een getal zoals 5 of 2,5', en: 'a number such as 5 or 2,5' },
  year: { nl: 'een jaar zoals 2023', en: 'a year such as 2023' },
  years: { nl: 'jaren zoals 2023; 2024', en: 'years such as 2023; 2024' },
  cents: { nl: 'een bedrag in euro zoals 1.234,56', en: 'an amount in euros such as 1.234,56' },
  hours: { nl: 'uren zoals 12,5', en: 'hours such as 12,5' },
  date: { nl: 'een datum zoals 2023-04-01', en: 'a date such as 2023-04-01' },
  flag: { nl: 'ja of nee', en: 'ja or nee' },
}

const yearPattern = /^\d{4}$/

/** A value that had to be rounded or could mean something else is none: lists decide about money. */
function exactly<T>(reading: { readonly status: string; readonly value?: T; readonly code?: string }): T | undefined {
  const isExact = reading.status === 'ok' || (reading.status === 'warning' && reading.code === 'number-as-text')
  return isExact ? reading.value : undefined
}

/** More lenient than the sheet Codes, which only we write: people leave the blank after a semicolon out. */
function splitAtSemicolons(joined: string): readonly string[] {
  const parts = joined.match(/(?:[^;\\]|\\[^])+/g) ?? []
  return parts.map((part) => part.trim().replace(/\\([^])/g, '$1')).filter((part) => part !== '')
}
