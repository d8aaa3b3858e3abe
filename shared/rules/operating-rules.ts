/** Rules about what enters the exploitatie, and how: investments, netted amounts, overhead, and what "krediet" means. */
import { amountFields } from '#shared/model/index.ts'
import { type Facts, lineOf } from './facts.ts'
import { itemIn } from './lists.ts'
import { isRateWithOverhead, ratesOf } from './rates.ts'
import { firstAmount, hasAmount } from './row-fields.ts'
import type { PlacedHit, PlacedIn, RowRule, Rule, WorkbookRule } from './rule.ts'

/** Depreciation and interest. */
const capitalCosts: ReadonlySet<string> = new Set(['7.3', '7.4'])

/** The investment itself stands in the column Krediet; the year columns are the exploitatie. */
const investmentInOperations: RowRule<'begroting'> = {
  id: 'GB-509',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['lineType', 'side', 'categoryCode'],
  check({ row }) {
    if (row.lineType !== 'investering' || row.side !== 'L' || row.categoryCode === null) return undefined
    return capitalCosts.has(row.categoryCode) || !hasAmount(row) ? undefined : { field: 'categoryCode' }
  },
  message: {
    nl: 'Investering hoort als krediet; alleen kapitaallasten (7.3/7.4) komen in de exploitatie.',
    en: 'An investment is a credit; only capital costs (7.3/7.4) enter operations.',
  },
}

/** Once a decision, at the first line that names it: it is about the word in the decision, not about each line. */
const creditInName: WorkbookRule = {
  id: 'GB-510',
  severity: 'info',
  scope: 'row',
  where: 'addin',
  on: 'workbook',
  reads: { begroting: ['lineNumber', 'decisionNumber', 'lineType'], besluiten: ['decisionNumber', 'description'] },
  check(facts) {
    const hits: PlacedHit[] = []
    const seen = new Set<string>()
    for (const row of facts.workbook.rows.begroting) {
      const { lineType, decisionNumber } = row.row
      if (lineType !== 'exploitatie' || decisionNumber === null || seen.has(decisionNumber)) continue
      seen.add(decisionNumber)
      if (callsItCredit(decisionNumber, facts)) hits.push({ row, field: 'decisionNumber' })
    }
    return hits
  },
  message: {
    nl: 'Het besluit noemt dit "krediet"; het is een exploitatiebudget.',
    en: 'The decision calls this a "krediet"; it is an operating budget.',
  },
}

const incomeWords = /dekking|bijdrage|subsidie/i

/** In an amendment a line that names the line it changes lowers a last, which is no income. */
const netted: RowRule<'begroting'> = {
  id: 'GB-511',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['side', 'description', 'changesNumber', ...amountFields],
  check({ row }, { isAmendment }) {
    if (row.side !== 'L' || row.description === null || (isAmendment && row.changesNumber !== null)) return undefined
    const field = firstAmount(row, (cents) => cents < 0)
    return field !== undefined && incomeWords.test(row.description) ? { field } : undefined
  },
  message: {
    nl: 'Baten en lasten zijn gesaldeerd; neem ze bruto op.',
    en: 'Income and cost are netted; enter them gross.',
  },
}

/** Land development and fees; overhead itself is budgeted on 0.4. */
const taakveldenWithOverhead: ReadonlySet<string> = new Set(['8.2', '3.2', '0.4'])

/** A line that charges it (7.5), or hours under a line at the rate with the surcharge of the rate table. */
const overheadCharged: RowRule<'begroting' | 'inzet'> = {
  id: 'GB-513',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'inzet'],
  reads: ['taakveldCode', 'categoryCode', 'lineType', 'side', 'budgetLineNumber', 'role', 'year', 'rateCents'],
  check({ row }, facts) {
    const line = row.table === 'begroting' ? row : lineOf(facts, row.budgetLineNumber)
    if (line === undefined || line.taakveldCode === null || line.lineType !== 'exploitatie') return undefined
    if (taakveldenWithOverhead.has(line.taakveldCode)) return undefined
    if (row.table === 'inzet') return isWithOverhead(row, facts) ? { field: 'rateCents' } : undefined
    return row.categoryCode === '7.5' && row.side !== 'B' ? { field: 'categoryCode' } : undefined
  },
  message: {
    nl: 'Overhead mag niet aan dit taakveld worden toegerekend (alleen grondexploitaties, investeringen, tarieven).',
    en: 'Overhead may not be charged to this taakveld (only land development, investments, fees).',
  },
}

export const operatingRules: readonly Rule[] = [investmentInOperations, creditInName, netted, overheadCharged]

/** In the words of the decision as finance keeps it, or of the area's own proposal. */
function callsItCredit(decisionNumber: string, { lists, budget, decisionsByNumber }: Facts): boolean {
  const decision = itemIn(lists.decisions, decisionNumber, budget.year)
  const proposals = decisionsByNumber.get(decisionNumber) ?? []
  const texts = [decision?.text, decision?.name, ...proposals.map(({ description }) => description)]
  return texts.some((text) => /krediet/i.test(text ?? ''))
}

function isWithOverhead({ role, year, rateCents }: PlacedIn<'inzet'>['row'], facts: Facts): boolean {
  if (role === null || year === null || rateCents === null) return false
  return ratesOf(role, year, facts).some((rate) => isRateWithOverhead(rateCents, rate))
}
