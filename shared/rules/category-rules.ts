/** Rules about categories that Iv3 keeps for something else, and about what rounding its cells does to the sum. */
import { amountFields, type Tally } from '#shared/model/index.ts'
import { sumIn } from './facts.ts'
import type { RowRule, RowSum, Rule, WorkbookRule, Wording } from './rule.ts'

const [firstYear] = amountFields
const fieldsOfCells = ['taakveldCode', 'categoryCode', 'side', firstYear] as const
const unread = 'unread'

/** Cents of the budget year by side, taakveld and category; and lines of which a cell that counts cannot be read. */
const centsByCell: RowSum = {
  begroting({ row, unreadable }, _facts, add) {
    if (unreadable.size > 0 && fieldsOfCells.some((field) => unreadable.has(field))) add(unread, 0, 1)
    const cents = row[firstYear]
    if (cents && (row.side === 'L' || row.side === 'B')) {
      add(`${row.side} ${row.taakveldCode} ${row.categoryCode}`, 0, cents)
    }
  },
}

/** Cents in a cell of the delivery: CBS shows x EUR 1.000. */
const cellCents = 100_000

/**
 * Of the budget year, which is the one that is delivered: what the cells of each side, rounded one by one, differ from their
 * rounded sum. Only of a workbook that is kept in thousands: of one in euros nobody sees the cells rounded, and nearly every
 * budget would have the remark. Nothing is said while a cell that counts cannot be read.
 */
const roundingDifference: WorkbookRule = {
  id: 'GB-802',
  severity: 'info',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: fieldsOfCells },
  sums: [centsByCell],
  check(facts) {
    const cells = sumIn(facts, centsByCell)
    if (facts.workbook.unit !== 'duizend' || cells.has(unread)) return []
    const [lasten, baten] = [roundedSums('L', cells), roundedSums('B', cells)]
    const difference = Math.abs(lasten.ofCells - lasten.ofSum) + Math.abs(baten.ofCells - baten.ofSum)
    if (difference === 0) return []
    const expected = bothSides(lasten.ofSum, baten.ofSum)
    const found = bothSides(lasten.ofCells, baten.ofCells)
    return [{ table: 'begroting', field: 'amount0', values: [difference], expected, found }]
  },
  message: {
    nl: 'Afrondingsverschil van {x} x € 1.000 door afronden per cel.',
    en: 'Rounding difference of {x} x € 1.000 from rounding per cell.',
  },
}

const financialTransaction: RowRule<'begroting'> = {
  id: 'GB-804',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['categoryCode'],
  check: ({ row }) => (row.categoryCode === '6.1' ? { field: 'categoryCode' } : undefined),
  message: {
    nl: 'Categorie 6.1 hoort op de balans, niet in een gebiedsbegroting.',
    en: 'Category 6.1 belongs on the balance sheet, not in an area budget.',
  },
}

const undivided: ReadonlySet<string> = new Set(['4.3.9', '4.4.9'])

/** Periods 1 to 5 of Iv3 are quarters and accounts; a forecast is not delivered. */
const undividedInActuals: RowRule<'begroting'> = {
  id: 'GB-805',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['categoryCode'],
  check({ row }, { budget: { version } }) {
    const isUndivided = row.categoryCode !== null && undivided.has(row.categoryCode)
    return version === 'realisatie' && isUndivided ? { field: 'categoryCode' } : undefined
  },
  message: {
    nl: '4.3.9/4.4.9 (onverdeeld) mag alleen in een begroting, niet in realisatie.',
    en: '4.3.9/4.4.9 (undivided) only in a budget, not in actuals.',
  },
}

export const categoryRules: readonly Rule[] = [roundingDifference, financialTransaction, undividedInActuals]

/** In thousands of euros: the sum of rounded cells and the rounded sum. */
function roundedSums(side: 'L' | 'B', cells: Tally) {
  let sum = 0
  let ofCells = 0
  for (const [cell, [cents = 0]] of cells) {
    if (!cell.startsWith(`${side} `)) continue
    sum += cents
    ofCells += toThousands(cents)
  }
  return { ofCells, ofSum: toThousands(sum) }
}

/** Half away from zero, as figures are presented. */
function toThousands(cents: number): number {
  return Math.sign(cents) * Math.round(Math.abs(cents) / cellCents)
}

function bothSides(lasten: number, baten: number): Wording {
  return { nl: `lasten ${lasten}, baten ${baten}`, en: `lasten ${lasten}, baten ${baten}` }
}
