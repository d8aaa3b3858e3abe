/** The unit that the cover names, and which amounts follow it. Rows are always in cents of a euro. */
import { type Cell, centsMax, centsSchema, type Cents, readAmount, type Reading } from '#shared/cells/index.ts'
import type { AreaWorkbook, TableId } from '#shared/model/index.ts'

export type Unit = AreaWorkbook['unit']

export function eurosOfUnit(unit: Unit): 1 | 1000 {
  return unit === 'duizend' ? 1000 : 1
}

/** Euros that a 1 in an amount column stands for. Hours times a rate are euros in every workbook, so `inzet` stays apart. */
export function eurosPerUnit(table: TableId, unit: Unit): 1 | 1000 {
  return table === 'inzet' ? 1 : eurosOfUnit(unit)
}

/** An amount in whole cents from a cell in euros or in thousands of euros; 1,23456 x € 1.000 is exactly 1.234,56. */
export function readAmountInUnit(cell: Cell, euros: 1 | 1000): Reading<Cents> {
  if (euros === 1) return readAmount(cell)
  // A number cell is read in the 15 digits that Excel shows, so the product need not be exact.
  if (cell.kind === 'number') return readAmount({ ...cell, value: cell.value * euros })
  const reading = readAmount(cell)
  if (reading.status !== 'ok' && reading.status !== 'warning') return reading
  const cents = reading.value * euros
  if (Math.abs(cents) > centsMax) return { status: 'error', code: 'too-large' }
  return { ...reading, value: centsSchema.parse(cents) }
}
