import { readAmountText } from './amount-text.ts'
import { readCell, refuse, type Cell, type NumberCell, type Reading } from './cell.ts'
import { decimalOfNumber, roundDecimal } from './decimal.ts'
import { formatKind } from './number-format.ts'
import { centsOf, readRounded, type Cents } from './quantity.ts'

/**
 * The amount in a cell, in whole euro cents. A number counts in the 15 significant digits that Excel shows and is
 * rounded half away from zero; a text is read by Dutch grammar. Gives an error rather than a guess. Policy: rules
 * GB-101 to GB-103, GB-108 and GB-114.
 */
export function readAmount(cell: Cell): Reading<Cents> {
  return readCell(cell, readAmountNumber, readAmountText)
}

function readAmountNumber({ value, numberFormat }: NumberCell): Reading<Cents> {
  switch (formatKind(numberFormat)) {
    case 'percentage':
      return refuse('percentage')
    case 'date':
    case 'time':
      return refuse('date-in-amount')
    case 'foreign-currency':
      return refuse('other-currency')
    case 'number':
      return centsOfNumber(value)
  }
}

function centsOfNumber(value: number): Reading<Cents> {
  const cents = exactCents(value)
  if (cents !== undefined) return { status: 'ok', value: cents }
  return readRounded(roundDecimal(decimalOfNumber(value), 2), (size) => centsOf(value < 0 ? -size : size), {})
}

/**
 * The quick way for nearly every cell. The product need not be exact: when the double nearest to n / 100 is the value
 * itself, then n cents is what its 15 digits say, because amounts within the bound have at most 12 digits.
 */
function exactCents(value: number): Cents | undefined {
  const cents = Math.round(value * 100)
  return cents / 100 === value ? centsOf(cents) : undefined
}
