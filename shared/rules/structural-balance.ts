/** What structural lines of a budget leave unpaid by structural means, per year of the horizon (Gemeentewet art. 189 lid 2). */
import { amountFields, type BudgetLine, horizonYears, needOf, numberIn } from '#shared/model/index.ts'
import { isUndecided } from './coverage.ts'
import { type Facts, sourceOf, sumIn, type WholeFacts } from './facts.ts'
import type { FieldsRead, RowSum } from './rule.ts'

const fieldsOfLines = ['side', 'nature', 'lineType', 'sourceCode', ...amountFields] as const
const fieldsOfCoverages = ['budgetLineNumber', 'year', 'sourceCode', 'amountCents'] as const

/** Keys: cents by year that structural means do not pay, and rows of which a cell that counts was not readable. */
const unpaid = 'unpaid'
const unread = 'unread'

const sum: RowSum = {
  begroting({ row, unreadable }, facts, add) {
    if (isAnyOf(fieldsOfLines, unreadable)) add(unread, 0, 1)
    if (!isCounted(row) || isStructural(row.sourceCode, facts)) return
    for (let offset = 0; offset < horizonYears; offset++) add(unpaid, offset, needOf(row, offset))
  },
  dekking({ row, unreadable }, facts, add) {
    if (isAnyOf(fieldsOfCoverages, unreadable)) add(unread, 0, 1)
    const line = facts.lineByNumber.get(row.budgetLineNumber ?? '')?.row
    const offset = facts.years.indexOf(row.year ?? 0)
    if (line === undefined || !isCounted(line) || offset < 0 || row.amountCents === null) return
    if (!isStructural(line.sourceCode, facts)) add(unpaid, offset, -row.amountCents)
    if (!isStructural(row.sourceCode, facts)) add(unpaid, offset, row.amountCents)
  },
}

const reads: FieldsRead = { begroting: ['lineNumber', ...fieldsOfLines], dekking: fieldsOfCoverages }

/** What a rule says of itself that looks at the balance. */
export const lookingAtStructuralBalance = { reads, sums: [sum] } as const

/**
 * Structural baten, minus structural lasten, plus what structural sources pay of them, in cents; additions to reserves and
 * withdrawals are lines on 0.10 and count as lasten and baten. Internal charges are left out: they come to 0 over the areas.
 * Of a line counts what rows of tblDekking take from other than structural sources, and the rest unless its own source is one.
 * Empty when it cannot be told: without a list of sources, or when a cell that counts was not readable.
 */
export function structuralBalance(facts: WholeFacts): readonly number[] {
  const tally = sumIn(facts, sum)
  if (facts.lists.sources.size === 0 || numberIn(tally, unread) > 0) return []
  return amountFields.map((_, offset) => 0 - numberIn(tally, unpaid, offset))
}

function isCounted({ nature, lineType }: BudgetLine): boolean {
  return nature === 'S' && lineType !== 'intern'
}

/** A source that is not in the list has a finding of its own (GB-402) and is not held against the balance too. */
function isStructural(sourceCode: string | null, facts: Facts): boolean {
  if (sourceCode === null) return false
  const source = sourceOf(facts, sourceCode)
  return source === undefined || (source.nature === 'S' && !isUndecided(source))
}

function isAnyOf(fields: readonly string[], unreadable: ReadonlySet<string>): boolean {
  return unreadable.size > 0 && fields.some((field) => unreadable.has(field))
}
