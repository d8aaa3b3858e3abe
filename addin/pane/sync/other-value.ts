/**
 * Reads what a person typed instead of both sides of a conflict, by the grammar of the cells themselves. Loaded only when
 * somebody types, because that grammar brings the schema library with it.
 */
import { formatCents, formatHours, readAmount, readCode, readDate, readHours, readText } from '#shared/cells/index.ts'
import type { FieldValue, Language } from '#shared/model/index.ts'
import type { ConflictView } from '../../ports/synchroniser.ts'

export type OtherValue =
  | { readonly kind: 'read'; readonly value: FieldValue; readonly shown: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }

/** Amounts give whole cents and hours whole hundredths, as the server has them. */
export function readOtherValue(kind: ConflictView['kind'], typed: string, language: Language): OtherValue {
  const cell = { kind: 'text', value: typed } as const
  switch (kind) {
    case 'cents':
      return otherOf(readAmount(cell), (cents) => formatCents(cents, language))
    case 'hours':
      return otherOf(readHours(cell), (hours) => formatHours(hours, language))
    case 'code':
      return otherOf(readCode(cell), String)
    case 'text':
      return otherOf(readText(cell), String)
    case 'date':
      return otherOf(readDate(cell), (date) => (language === 'nl' ? date.split('-').toReversed().join('-') : date))
    case 'year':
      return readYear(typed)
  }
}

type Read<Value> = { readonly status: 'empty' | 'error' } | { readonly status: 'ok' | 'warning'; readonly value: Value }

function otherOf<Value extends string | number>(reading: Read<Value>, show: (value: Value) => string): OtherValue {
  if (reading.status === 'empty') return { kind: 'empty' }
  if (!('value' in reading)) return { kind: 'unreadable' }
  return { kind: 'read', value: reading.value, shown: show(reading.value) }
}

function readYear(typed: string): OtherValue {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  return /^20\d\d$/.test(text) ? { kind: 'read', value: Number(text), shown: text } : { kind: 'unreadable' }
}
