/** Rules about how far a line is covered, and by which years of a source. */
import { type AmountField, amountFields, type Source } from '#shared/model/index.ts'
import { type Facts, sourceOf } from './facts.ts'
import { coverageOf, isUndecided, needsCoverage, useOf, drawsOutside } from './coverage.ts'
import type { Hit, RowRule, Rule } from './rule.ts'
import { amount, percent } from './wording.ts'

/** Also while the budget is a concept: it may be synchronised so, and not be submitted. */
const notCovered: RowRule<'begroting'> = {
  id: 'GB-401',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['lineNumber', 'side', 'lineType', 'amount0', 'amount1', 'amount2', 'amount3', 'sourceCode'],
  check({ row }, facts) {
    if (!needsCoverage(row)) return undefined
    return perYear((field, offset) => {
      const coverage = row[field] === null ? undefined : coverageOf(row, offset, facts)
      if (coverage === undefined || coverage.need <= 0 || coverage.uncovered <= 0) return undefined
      return {
        field,
        values: [amount(coverage.uncovered), facts.years[offset] ?? 0],
        expected: amount(coverage.need),
        found: amount(coverage.need - coverage.uncovered),
      }
    })
  },
  message: {
    nl: 'Regel is voor {bedrag} niet gedekt in {jaar}.',
    en: 'Line lacks coverage of {amount} in {year}.',
  },
}

const sourceUnknown: RowRule<'begroting' | 'inzet' | 'dekking' | 'besluiten'> = {
  id: 'GB-402',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'inzet', 'dekking', 'besluiten'],
  reads: ['sourceCode'],
  check({ row: { sourceCode } }, { lists }) {
    if (sourceCode === null || lists.sources.size === 0 || lists.sources.has(sourceCode)) return undefined
    return { field: 'sourceCode', values: [sourceCode] }
  },
  message: { nl: 'Dekkingsbron {bron} bestaat niet.', en: 'Funding source {source} does not exist.' },
}

/** A grant has a term instead of years that can be carried over: GB-410. */
const yearOfSource: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-404',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'year', 'amountCents', 'lineNumber', 'side', 'amount0', 'amount1', 'amount2', 'amount3'],
  check({ row }, facts) {
    const source = sourceOf(facts, row.sourceCode)
    if (source === undefined || source.type === 'subsidie' || source.years.length === 0) return undefined
    return drawsOutside(source.years, row, facts)
      .filter(({ year }) => !isCarriedOver(source, year, facts))
      .map(({ field, year }) => ({ field, values: [source.code, source.years.join(', '), year] }))
  },
  message: {
    nl: '{bron} geldt voor {bronjaar}; regel valt in {jaar}. Regel overheveling via reserve of nieuw besluit.',
    en: '{source} is valid for {sourceYear}; line falls in {year}. Arrange carry-over via a reserve or a new decision.',
  },
}

const grantTerm: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-410',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'year', 'amountCents', 'lineNumber', 'side', 'amount0', 'amount1', 'amount2', 'amount3'],
  check({ row }, facts) {
    const source = sourceOf(facts, row.sourceCode)
    if (source?.type !== 'subsidie') return undefined
    if (source.awardReference === null) return { field: 'sourceCode' }
    return drawsOutside(source.years, row, facts).map(({ field }) => ({ field }))
  },
  message: {
    nl: 'Subsidie zonder beschikking, of buiten de looptijd.',
    en: 'Grant without award letter, or outside its term.',
  },
}

const undecidedSource: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-412',
  severity: 'info',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode'],
  check: ({ row }, facts) => (isUndecided(useOf(row, facts)?.source) ? { field: 'sourceCode' } : undefined),
  message: {
    nl: 'Dekking "nog te besluiten" telt niet als dekking.',
    en: 'Coverage "to be decided" does not count as coverage.',
  },
}

/**
 * Only rows of tblDekking can cover too much: a line's own source takes what they leave. In an amendment they may, since it
 * shifts coverage from one source to another.
 */
const coveredTwice: RowRule<'begroting'> = {
  id: 'GB-413',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['lineNumber', 'side', 'amount0', 'amount1', 'amount2', 'amount3'],
  check({ row }, facts) {
    if (facts.isAmendment || !facts.coveragesByLine.has(row.lineNumber)) return undefined
    return perYear((field, offset) => {
      const coverage = coverageOf(row, offset, facts)
      if (coverage === undefined || coverage.byRows <= 0 || coverage.remainder >= 0) return undefined
      const share = coverage.need > 0 ? (coverage.byRows / coverage.need) * 100 : Number.POSITIVE_INFINITY
      return { field, values: [percent(share)], expected: amount(coverage.need), found: amount(coverage.byRows) }
    })
  },
  message: {
    nl: 'Regel is voor meer dan 100% gedekt ({pct}%).',
    en: 'Line is covered for more than 100% ({pct}%).',
  },
}

export const coverageRules: readonly Rule[] = [
  notCovered,
  sourceUnknown,
  yearOfSource,
  grantTerm,
  undecidedSource,
  coveredTwice,
]

/** A hit for each year of the horizon that deserves one; undefined when there is none. */
function perYear(judge: (field: AmountField, offset: number) => Hit | undefined): readonly Hit[] | undefined {
  let hits: Hit[] | undefined
  amountFields.forEach((field, offset) => {
    const hit = judge(field, offset)
    if (hit !== undefined) hits = [...(hits ?? []), hit]
  })
  return hits
}

const notTaken: ReadonlySet<string> = new Set(['aangehouden', 'teruggenomen'])

/** By a decision of finance's list or the area's own proposal, unless it was adjourned or withdrawn. */
function isCarriedOver(source: Source, year: number, { lists, decisionsBySource }: Facts): boolean {
  if (year < Math.max(...source.years)) return false
  return (
    lists.reference.decisions.some(
      ({ carriesOver, outcome }) =>
        carriesOver?.sourceCode === source.code && year <= carriesOver.toYear && !notTaken.has(outcome ?? ''),
    ) ||
    (decisionsBySource.get(source.code) ?? []).some(
      ({ carriesOverTo, outcome }) => year <= (carriesOverTo ?? 0) && !notTaken.has(outcome ?? ''),
    )
  )
}
