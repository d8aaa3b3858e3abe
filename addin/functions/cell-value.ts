/** Values as Excel gets them. */
import type { FunctionContext } from './context.ts'

/** A number that shows as an amount by itself where Excel can. */
export type CellAmount = number | Excel.DoubleCellValue

const amountFormat = '#,##0.00'

/** Whole cents as euros: a plain number, or one with a format where this Excel knows those. */
export function amountValue(cents: number, context: Pick<FunctionContext, 'isFormattedNumberSupported'>): CellAmount {
  const basicValue = cents / 100
  return context.isFormattedNumberSupported ? { type: 'Double', basicValue, numberFormat: amountFormat } : basicValue
}
