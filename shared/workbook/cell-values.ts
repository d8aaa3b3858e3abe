/** A field's value as the value of a cell: euros, hours and serials in place of cents, hundredths and dates. */
import { type IsoDate, isoDateSchema, serialOfDate } from '#shared/cells/index.ts'
import type { Field, FieldValue } from '#shared/model/index.ts'
import type { CellValue } from './design.ts'

/** `euros`: what a 1 in the column stands for. The value fits the field; text stays text. Dates in the 1900 system. */
export function cellValueOf(field: Field, value: FieldValue, euros: 1 | 1000): CellValue {
  if (value === null) return null
  switch (field.kind) {
    case 'cents':
      return Number(value) / (100 * euros)
    case 'hours':
      return Number(value) / 100
    case 'date':
      return serialOfDate(dateOf(value))
    case 'year':
    case 'code':
    case 'text':
      return value
  }
}

function dateOf(value: string | number): IsoDate {
  return isoDateSchema.parse(value)
}
