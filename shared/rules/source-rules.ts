/** Rules about what a source may be used for. */
import type { BudgetLine, Source } from '#shared/model/index.ts'
import { type Facts, lineOf, sourceOf } from './facts.ts'
import { hasAmount, listedWords } from './row-fields.ts'
import { itemIn } from './lists.ts'
import type { RowRule, Rule } from './rule.ts'
import { useOf } from './coverage.ts'

const structuralOnIncidental: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-405',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'side', 'nature'],
  check({ row }, facts) {
    const use = useOf(row, facts)
    if (use?.source.nature !== 'I' || use.line?.nature !== 'S' || use.line.side !== 'L') return undefined
    return { field: 'sourceCode', values: [use.source.code] }
  },
  message: {
    nl: 'Structurele last met incidentele dekking ({bron}).',
    en: 'Structural cost with incidental coverage ({source}).',
  },
}

/** A line without Kenmerken fits no earmarked source. */
const purposeOfSource: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-406',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'tags'],
  check({ row }, facts) {
    const { source, line } = useOf(row, facts) ?? {}
    if (source === undefined || line === undefined || source.purposeTags.length === 0) return undefined
    const tags = listedWords(line.tags)
    if (source.purposeTags.some((tag) => tags.includes(tag.toLowerCase()))) return undefined
    return { field: 'sourceCode', values: [source.code, source.purpose] }
  },
  message: {
    nl: '{bron} is bestemd voor "{bestemming}"; regel past daar niet bij.',
    en: '{source} is earmarked for "{purpose}"; the line does not fit.',
  },
}

/** Also hours from existing staff under a line that an amendment charges to another source. */
const existingStaff: RowRule<'begroting' | 'inzet' | 'dekking'> = {
  id: 'GB-407',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'inzet', 'dekking'],
  reads: ['sourceCode', 'budgetLineNumber'],
  check({ row }, facts) {
    if (!facts.isAmendment || sourceOf(facts, row.sourceCode)?.type !== 'lopende formatie') return undefined
    switch (row.table) {
      case 'begroting':
        return hasAmount(row) ? { field: 'sourceCode' } : undefined
      case 'dekking':
        return row.amountCents ? { field: 'sourceCode' } : undefined
      case 'inzet': {
        const line = lineOf(facts, row.budgetLineNumber)
        const isElsewhere = line !== undefined && hasAmount(line) && line.sourceCode !== row.sourceCode
        return row.amountCents && isElsewhere ? { field: 'sourceCode' } : undefined
      }
    }
  },
  message: {
    nl: 'Inzet uit lopende formatie is al begroot en mag niet nogmaals als last in de wijziging.',
    en: 'Effort from existing staff budget is already budgeted and may not enter the amendment again.',
  },
}

/** The decision of the line or of the source; a council decision that was adjourned or withdrawn is none. */
const reserveWithdrawal: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-409',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'decisionNumber'],
  check({ row }, facts) {
    const { source, line } = useOf(row, facts) ?? {}
    if (source?.type !== 'reserve' || isDecidedByCouncil(source, line, facts)) return undefined
    return { field: 'sourceCode', values: [source.code] }
  },
  message: {
    nl: 'Onttrekking aan reserve {reserve} zonder raadsbesluit.',
    en: 'Withdrawal from reserve {reserve} without a council decision.',
  },
}

const regularProgramme: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-414',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'tags'],
  check({ row }, facts) {
    const use = useOf(row, facts)
    if (use?.source.type !== 'stelpost' || use.line === undefined) return undefined
    return listedWords(use.line.tags).some((tag) => tag.startsWith('regulier')) ? { field: 'sourceCode' } : undefined
  },
  message: {
    nl: 'Reguliere programma-inzet hoort niet ten laste van deze stelpost maar via de P&C-cyclus.',
    en: 'Regular programme effort belongs in the P&C cycle, not on this placeholder.',
  },
}

export const sourceRules: readonly Rule[] = [
  structuralOnIncidental,
  purposeOfSource,
  existingStaff,
  reserveWithdrawal,
  regularProgramme,
]

const withdrawn: ReadonlySet<string> = new Set(['aangehouden', 'teruggenomen'])

function isDecidedByCouncil(source: Source, line: BudgetLine | undefined, facts: Facts): boolean {
  if (source.decisionBody === 'raad') return true
  return [source.decisionNumber, line?.decisionNumber ?? null].some(
    (number) => number !== null && decisionsWith(number, facts).some(isOfCouncil),
  )
}

/** The decision as finance keeps it, and the area's own proposals of that number. */
function decisionsWith(number: string, { lists, decisionsByNumber, budget }: Facts) {
  const known = itemIn(lists.decisions, number, budget.year)
  return [...(known === undefined ? [] : [known]), ...(decisionsByNumber.get(number) ?? [])]
}

function isOfCouncil({ body, outcome }: { readonly body: string | null; readonly outcome: string | null }): boolean {
  return body === 'raad' && !withdrawn.has(outcome ?? '')
}
