/** Rules about incidental and structural: whether a line says which, and whether its years and the budget agree with it. */
import { amountFields } from '#shared/model/index.ts'
import { firstAmount } from './row-fields.ts'
import type { PlacedHit, RowRule, Rule, WorkbookRule } from './rule.ts'
import { lookingAtStructuralBalance, structuralBalance } from './structural-balance.ts'
import { amount } from './wording.ts'

const natureMissing: RowRule<'begroting'> = {
  id: 'GB-501',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['nature'],
  check: ({ row }) => (row.nature === 'I' || row.nature === 'S' ? undefined : { field: 'nature' }),
  message: { nl: 'I/S (incidenteel/structureel) ontbreekt.', en: 'I/S (incidental/structural) is missing.' },
}

/** The horizon is four years, so more than three years in a row is all of them. */
const incidentalTooLong: RowRule<'begroting'> = {
  id: 'GB-502',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['nature', 'note', ...amountFields],
  check({ row }) {
    if (row.nature !== 'I' || row.note !== null) return undefined
    return amountFields.every((field) => row[field]) ? { field: 'nature' } : undefined
  },
  message: {
    nl: 'Incidentele regel loopt langer dan drie jaar.',
    en: 'Incidental line runs longer than three years.',
  },
}

/** Accounts and forecasts show the year itself alone. */
const versionsOfOneYear: ReadonlySet<string> = new Set(['realisatie', 'prognose'])

/** Said once, at the first year without an amount after one with: empty and 0 are the same here. */
const structuralStops: RowRule<'begroting'> = {
  id: 'GB-503',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['nature', ...amountFields],
  check({ row }, { budget, years }) {
    if (row.nature !== 'S' || versionsOfOneYear.has(budget.version)) return undefined
    let hasBegun = false
    for (const [offset, field] of amountFields.entries()) {
      if (row[field]) hasBegun = true
      else if (hasBegun) return { field, values: [years[offset] ?? 0] }
    }
    return undefined
  },
  message: { nl: 'Structurele regel stopt in {jaar}.', en: 'Structural line stops in {year}.' },
}

/**
 * Per year of the horizon. What a structural source pays counts as structural baten: an area has few baten of its own, and
 * the programme budget or the staff budget that pays its lasten balances elsewhere. Only budgets must balance, so not the
 * accounts and forecasts.
 */
const structuralDeficit: WorkbookRule = {
  id: 'GB-505',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  ...lookingAtStructuralBalance,
  check(facts) {
    if (versionsOfOneYear.has(facts.budget.version)) return []
    const balance = structuralBalance(facts)
    return amountFields.flatMap((field, offset): readonly PlacedHit[] => {
      const cents = balance[offset] ?? 0
      return cents < 0 ? [{ table: 'begroting', field, values: [facts.years[offset] ?? 0, amount(cents)] }] : []
    })
  },
  message: {
    nl: 'Structureel saldo {jaar} is negatief: {bedrag}.',
    en: 'Structural balance {year} is negative: {amount}.',
  },
}

/** Once a line, at the first year that reaches the threshold. */
const incidentalUnexplained: RowRule<'begroting'> = {
  id: 'GB-512',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['nature', 'note'],
  check({ row }, { lists }) {
    if (row.nature !== 'I' || row.note !== null) return undefined
    const { incidentalNoteCents } = lists.reference.parameters
    const field = firstAmount(row, (cents) => cents !== 0 && Math.abs(cents) >= incidentalNoteCents)
    return field && { field, values: [amount(incidentalNoteCents)] }
  },
  message: {
    nl: 'Incidentele post ≥ {grens} zonder toelichting.',
    en: 'Incidental item ≥ {threshold} without explanation.',
  },
}

export const natureRules: readonly Rule[] = [
  natureMissing,
  incidentalTooLong,
  structuralStops,
  structuralDeficit,
  incidentalUnexplained,
]
