/** What structural lines of a budget leave unpaid by structural means, per year of the horizon (Gemeentewet art. 189 lid 2). */
import { amountFields, type BudgetLine, horizonYears, needOf } from '#shared/model/index.ts'
import { isUndecided, rowsCovering } from './coverage.ts'
import { type Facts, sourceOf } from './facts.ts'
import type { FieldsRead } from './rule.ts'

const fieldsOfLines = ['side', 'nature', 'lineType', 'sourceCode', ...amountFields] as const
const fieldsOfCoverages = ['budgetLineNumber', 'year', 'sourceCode', 'amountCents'] as const

/** What the balance is computed from, for rules that look at it. */
export const fieldsOfStructuralBalance: FieldsRead = { begroting: fieldsOfLines, dekking: fieldsOfCoverages }

/**
 * Structural baten, minus structural lasten, plus what structural sources pay of them, in cents; additions to reserves and
 * withdrawals are lines on 0.10 and count as lasten and baten. Internal charges are left out: they come to 0 over the areas.
 * Empty when it cannot be told: without a list of sources, or when a cell that counts was not readable.
 */
export function structuralBalance(facts: Facts): readonly number[] {
  if (facts.lists.sources.size === 0 || !isWhollyRead(facts)) return []
  const balance = Array.from({ length: horizonYears }, () => 0)
  const isStructural = structuralSources(facts)
  for (const { row } of facts.workbook.rows.begroting) {
    if (row.nature === 'S' && row.lineType !== 'intern') subtractUnpaid(balance, row, facts, isStructural)
  }
  return balance
}

/** Of a line: what rows of tblDekking take from other than structural sources, and what its own source would pay of the rest. */
function subtractUnpaid(
  balance: number[],
  line: BudgetLine,
  facts: Facts,
  isStructural: (sourceCode: string | null) => boolean,
): void {
  const rows = rowsCovering(line, facts)
  const isPaid = isStructural(line.sourceCode)
  if (isPaid && rows.length === 0) return
  for (let offset = 0; offset < horizonYears; offset++) {
    let unpaid = isPaid ? 0 : needOf(line, offset)
    for (const { row } of rows) {
      if (row.year !== facts.years[offset] || row.amountCents === null) continue
      if (!isPaid) unpaid -= row.amountCents
      if (!isStructural(row.sourceCode)) unpaid += row.amountCents
    }
    balance[offset] = (balance[offset] ?? 0) - unpaid
  }
}

/**
 * A source that is not in the list has a finding of its own (GB-402) and is not held against the balance too. Each source is
 * looked up once: a budget has thousands of lines and few sources.
 */
function structuralSources(facts: Facts): (sourceCode: string | null) => boolean {
  const known = new Map<string, boolean>()
  return (sourceCode) => {
    if (sourceCode === null) return false
    let isStructural = known.get(sourceCode)
    if (isStructural === undefined) {
      const source = sourceOf(facts, sourceCode)
      isStructural = source === undefined || (source.nature === 'S' && !isUndecided(source))
      known.set(sourceCode, isStructural)
    }
    return isStructural
  }
}

function isWhollyRead({ workbook }: Facts): boolean {
  const { begroting, dekking } = workbook.rows
  return (
    begroting.every(
      ({ unreadable }) => unreadable.size === 0 || !fieldsOfLines.some((field) => unreadable.has(field)),
    ) &&
    dekking.every(
      ({ unreadable }) => unreadable.size === 0 || !fieldsOfCoverages.some((field) => unreadable.has(field)),
    )
  )
}
