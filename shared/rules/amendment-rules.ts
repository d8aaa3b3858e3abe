/**
 * Rules about an amendment against its decision: its lines are signed mutations. An original budget has no mutations, so
 * it is not judged here. What other areas change under the same decision comes from the server.
 */
import { amountFields, type BudgetLine } from '#shared/model/index.ts'
import { type DecisionTerms, decisionTerms, linesOfDecision, readsOfTerms, releasedCents } from './decision-terms.ts'
import type { Facts } from './facts.ts'
import type { PlacedHit, WorkbookRule } from './rule.ts'
import { amount } from './wording.ts'

/** Over all areas: the stelpost that pays stands in another workbook than the lines that it pays. */
const neutral: WorkbookRule = {
  id: 'GB-605',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: { ...readsOfTerms, begroting: ['decisionNumber', 'side', ...amountFields] },
  check: (facts) =>
    amendingDecisions(facts).flatMap((decision): readonly PlacedHit[] => {
      const lines = linesOfAllAreas(facts, decision)
      if (decision.isNeutral !== true || lines === undefined) return []
      return facts.years.flatMap((year, offset) => {
        const cents = balanceOf(lines, offset)
        return cents === 0 ? [] : [{ ...at(decision, 'isNeutral'), values: [amount(cents), year], ...zero(cents) }]
      })
    }),
  message: {
    nl: 'Begrotingswijziging is niet budgettair neutraal: {bedrag} in {jaar}.',
    en: 'Budget amendment is not budget neutral: {amount} in {year}.',
  },
}

/** A shift within one programme stays with the college; so does what is not above the municipality's limit. */
const newPolicy: WorkbookRule = {
  id: 'GB-606',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: { ...readsOfTerms, begroting: ['decisionNumber', 'programmeCode', 'side', 'nature', ...amountFields] },
  check: (facts) =>
    amendingDecisions(facts).flatMap((decision): readonly PlacedHit[] => {
      const lines = linesOfAllAreas(facts, decision)
      if (decision.isNewPolicy !== true || decision.body === 'raad' || lines === undefined) return []
      const limit = facts.lists.reference.parameters.newPolicyCents
      const isAbove = Math.abs(decision.amountCents ?? releasedCents(lines)) > limit
      if (!isAbove || changedProgrammes(lines).size < 2) return []
      return [{ ...at(decision, 'isNewPolicy'), values: [amount(limit)] }]
    }),
  message: {
    nl: "Nieuw beleid boven {grens} over programma's heen: raadsbesluit vooraf nodig.",
    en: 'New policy above {limit} across programmes: prior council decision needed.',
  },
}

export const lateAdoption: WorkbookRule = {
  id: 'GB-607',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  on: 'workbook',
  reads: readsOfTerms,
  check: (facts) =>
    amendingDecisions(facts).flatMap((decision): readonly PlacedHit[] => {
      const { year } = facts.budget
      return isLate(decision.date, year) ? [{ ...at(decision, 'date'), values: [year, year] }] : []
    }),
  message: {
    nl: 'Begrotingswijziging {jaar} kan niet na 31-12-{jaar} worden vastgesteld.',
    en: 'A {year} amendment cannot be adopted after 31-12-{year}.',
  },
}

/** After the last day of the budget's own year (Gemeentewet art. 192). */
export function isLate(date: string | null, budgetYear: number): boolean {
  return date !== null && date > `${budgetYear}-12-31`
}

/** Lasten and baten of a programme are two mutations: both up by the same amount still changes the budget. */
const amendsFlag: WorkbookRule = {
  id: 'GB-609',
  severity: 'warning',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { ...readsOfTerms, begroting: ['decisionNumber', 'programmeCode', 'side', ...amountFields] },
  check: (facts) =>
    amendingDecisions(facts).flatMap((decision): readonly PlacedHit[] => {
      if (decision.amendsBudget === null) return []
      const isChanged = changedProgrammes(linesOfDecision(facts, decision.number)).size > 0
      if (decision.amendsBudget === isChanged) return []
      const flag = decision.amendsBudget ? { nl: 'ja', en: 'yes' } : { nl: 'nee', en: 'no' }
      return [{ ...at(decision, 'amendsBudget'), values: [flag] }]
    }),
  message: {
    nl: '"Begroting wijzigen: {ja/nee}" past niet bij de regels.',
    en: '"Amend budget: {yes/no}" does not match the lines.',
  },
}

/** The area's own row holds the area's part. What all areas together ask is compared when the budget is adopted. */
export const otherAmount: WorkbookRule = {
  id: 'GB-611',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: {
    begroting: ['decisionNumber', 'side', 'nature', ...amountFields],
    besluiten: [...readsOfTerms.besluiten, 'decidedCents'],
  },
  check: (facts) =>
    amendingDecisions(facts).flatMap((decision): readonly PlacedHit[] => {
      const decided = ownDecidedCents(decision)
      if (decided === null) return []
      const asked = releasedCents(linesOfDecision(facts, decision.number))
      return asked === decided ? [] : [{ ...at(decision, 'amountCents'), ...amountsApart(asked, decided) }]
    }),
  message: {
    nl: 'Bedrag ({bedrag}) wijkt af van het besluit ({besluit}).',
    en: 'Amount ({amount}) differs from the decision ({decision}).',
  },
}

/** The values of GB-611. */
export function amountsApart(asked: number, decided: number) {
  return { values: [amount(asked), amount(decided)], expected: amount(decided), found: amount(asked) }
}

export const amendmentRules: readonly WorkbookRule[] = [neutral, newPolicy, lateAdoption, amendsFlag, otherAmount]

function amendingDecisions(facts: Facts): readonly DecisionTerms[] {
  return facts.isAmendment ? decisionTerms(facts) : []
}

/** Undefined when only the own workbook is at hand. */
function linesOfAllAreas(facts: Facts, { number }: DecisionTerms): readonly BudgetLine[] | undefined {
  const others = facts.server?.linesOfOtherAreas.filter(({ decisionNumber }) => decisionNumber === number)
  return others && [...linesOfDecision(facts, number), ...others]
}

function at({ row }: DecisionTerms, field: string): PlacedHit {
  return row === undefined ? { table: 'besluiten', field } : { row, field }
}

function zero(cents: number) {
  return { expected: amount(0), found: amount(cents) }
}

/** Baten minus lasten in one year of the horizon; reserve movements (0.10) are lines like the others. */
function balanceOf(lines: readonly BudgetLine[], offset: number): number {
  const field = amountFields[offset]
  if (field === undefined) return 0
  return lines.reduce((sum, line) => sum + (line.side === 'B' ? 1 : -1) * (line[field] ?? 0), 0)
}

/** Programmes of which lasten or baten come to another amount in some year. */
function changedProgrammes(lines: readonly BudgetLine[]): ReadonlySet<string> {
  const groups = Map.groupBy(lines, ({ programmeCode, side }) => JSON.stringify([programmeCode ?? '', side]))
  const changed = [...groups].filter(([, group]) =>
    amountFields.some((field) => group.reduce((sum, line) => sum + (line[field] ?? 0), 0) !== 0),
  )
  return new Set(changed.map(([key]) => (JSON.parse(key) as [string])[0]))
}

/** Of the area's own row: after "gewijzigd" what was decided. Null: the row names no amount. */
function ownDecidedCents({ row, outcome }: DecisionTerms): number | null {
  if (row === undefined) return null
  const { amountCents, decidedCents } = row.row
  return outcome === 'gewijzigd' ? (decidedCents ?? amountCents) : amountCents
}
