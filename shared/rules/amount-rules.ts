/** Rules about the amounts of one line: side, sign, VAT, indexation, a change, a round amount. */
import { type AmountField, amountFields, type BudgetLine, deliveredVersion } from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import { firstAmount } from './row-fields.ts'
import type { RowRule, Rule } from './rule.ts'
import { notableShare } from './threshold.ts'
import { amount, percent } from './wording.ts'

const sideMissing: RowRule<'begroting'> = {
  id: 'GB-301',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['side'],
  check: ({ row }) => (row.side === 'L' || row.side === 'B' ? undefined : { field: 'side' }),
  message: { nl: 'L/B ontbreekt.', en: 'L/B (cost/income) is missing.' },
}

const typesWithMinus: ReadonlySet<string> = new Set(['taakstelling', 'wijziging', 'correctie'])

/** An amendment holds signed mutations, so there a minus needs no explanation. */
const negativeAmount: RowRule<'begroting'> = {
  id: 'GB-302',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['lineType', 'note'],
  check({ row }, { isAmendment }) {
    if (row.note !== null || isAmendment || typesWithMinus.has(row.lineType ?? '')) return undefined
    const field = firstAmount(row, (cents) => cents < 0)
    return field && { field }
  },
  message: { nl: 'Negatieve last/bate zonder toelichting.', en: 'Negative cost/income without explanation.' },
}

/** Only what is bought bears VAT that can be recovered: lasten, and not wages, transfers, interest or settlements. */
const amountWithVat: RowRule<'begroting'> = {
  id: 'GB-310',
  severity: 'warning',
  scope: 'row',
  where: 'addin',
  on: 'row',
  tables: ['begroting'],
  reads: ['vatTreatment', 'side', 'categoryCode'],
  check({ row }) {
    if (row.vatTreatment !== 'BCF' || row.side === 'B') return undefined
    if (row.categoryCode !== null && !row.categoryCode.startsWith('3.')) return undefined
    const field = firstAmount(row, looksLikeWithVat)
    return field && { field }
  },
  message: {
    nl: 'Bedrag lijkt inclusief btw; begroot exclusief compensabele btw (BCF).',
    en: 'Amount seems to include VAT; budget net of recoverable VAT (BCF).',
  },
}

const notIndexed: RowRule<'begroting'> = {
  id: 'GB-311',
  severity: 'info',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['nature', 'amount0', 'amount1', 'amount2', 'amount3', 'index', 'note'],
  check({ row }) {
    const cents = row.amount0
    if (row.nature !== 'S' || row.index !== null || row.note !== null || !cents) return undefined
    return amountFields.every((field) => row[field] === cents) ? { field: 'index' } : undefined
  },
  message: {
    nl: 'Structurele regel heeft geen indexatie of reden daarvoor.',
    en: 'Structural line has no indexation, or a reason for that.',
  },
}

/** What these differ by from the budget has rules of its own: GB-608, and GB-614 to GB-616. */
const versionsHeldAgainst: ReadonlySet<string> = new Set([deliveredVersion, 'realisatie', 'prognose'])

/**
 * Said once a line, at the first year that passes both thresholds. A line of an amendment is itself the difference, from
 * the line that it changes. A line that did not stand in the previous version has nothing to differ from.
 */
const unexplainedChange: RowRule<'begroting'> = {
  id: 'GB-312',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  needs: 'versions',
  on: 'row',
  tables: ['begroting'],
  reads: ['note', 'changesNumber', 'amount0', 'amount1', 'amount2', 'amount3'],
  check({ row }, facts) {
    if (row.note !== null || versionsHeldAgainst.has(facts.budget.version)) return undefined
    const before = lineBefore(row, facts)
    if (before === undefined) return undefined
    for (const field of amountFields) {
      const change = changeOf(row, before, field, facts)
      if (change !== undefined) return { field, values: [amount(change.cents), percent(change.share)] }
    }
    return undefined
  },
  message: {
    nl: 'Verschil met vorige versie {verschil} ({pct}%) is niet toegelicht.',
    en: 'Difference from previous version {diff} ({pct}%) is not explained.',
  },
}

const roundCents = 10_000 * 100

const roundAmount: RowRule<'begroting'> = {
  id: 'GB-315',
  severity: 'warning',
  scope: 'row',
  where: 'addin',
  on: 'row',
  tables: ['begroting'],
  reads: ['basis'],
  check({ row }, { lists }) {
    if (row.basis !== null) return undefined
    const { roundAmountCents } = lists.reference.parameters
    const field = firstAmount(row, (cents) => cents % roundCents === 0 && cents !== 0 && cents >= roundAmountCents)
    return field && { field, values: [amount(row[field] ?? 0)] }
  },
  message: {
    nl: 'Rond bedrag van {bedrag} zonder onderbouwing.',
    en: 'Round amount of {amount} without a basis.',
  },
}

export const amountRules: readonly Rule[] = [
  sideMissing,
  negativeAmount,
  amountWithVat,
  notIndexed,
  unexplainedChange,
  roundAmount,
]

/**
 * Whether the amount without 21% VAT is within a euro of a whole number of hundreds of euros. In whole numbers: with
 * c = cents, c / 1,21 is within 100 of a multiple of 10,000 when 100 c is within 12,100 of a multiple of 1,210,000.
 */
function looksLikeWithVat(cents: number): boolean {
  const scaled = Math.abs(cents) * 100
  const hundreds = Math.round(scaled / 1_210_000)
  return hundreds > 0 && Math.abs(scaled - hundreds * 1_210_000) < 12_100
}

function lineBefore(line: BudgetLine, { previous, isAmendment }: Facts): BudgetLine | undefined {
  const number = isAmendment ? line.changesNumber : line.lineNumber
  return number === null ? undefined : previous?.get(number)
}

/** The change in one year when it passes both thresholds. */
function changeOf(line: BudgetLine, before: BudgetLine, field: AmountField, { lists, isAmendment }: Facts) {
  const old = before[field] ?? 0
  const cents = (line[field] ?? 0) - (isAmendment ? 0 : old)
  const share = notableShare(cents, old, lists.reference.parameters)
  return share === undefined ? undefined : { cents, share }
}
