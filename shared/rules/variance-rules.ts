/**
 * Rules that hold a version against the budget after amendment: a budget that another system delivered, actuals, a forecast.
 * Without the lines of the other versions they find nothing.
 */
import {
  type AmountField,
  amountFields,
  type BudgetLine,
  deliveredVersion,
  favourable,
  lineVariances,
  type LineVariance,
  type PlacedRow,
  programmeVariances,
} from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import type { PlacedHit, WorkbookRule, Wording } from './rule.ts'
import { notableShare } from './threshold.ts'
import { amount } from './wording.ts'

const fieldsCompared = { begroting: ['lineNumber', 'programmeCode', 'side', ...amountFields] } as const

/**
 * Lines that both have are compared one by one. What only one of them has, since the other system numbers otherwise or has
 * taken lines together, is compared as a sum per programme and side, so that no difference is left out or told twice.
 */
const amendmentsDoNotAddUp: WorkbookRule = {
  id: 'GB-608',
  severity: 'error',
  scope: 'table',
  where: 'both',
  needs: 'versions',
  on: 'workbook',
  reads: fieldsCompared,
  check(facts) {
    const lines = facts.budget.version === deliveredVersion ? wholeLines(facts) : undefined
    if (lines === undefined) return []
    return yearsOfActuals(lines.actual).flatMap((field) => [
      ...lineVariances(lines.budgeted, lines.actual, field)
        .filter((pair) => isOnBothSides(pair) && pair.budgetedCents !== pair.actualCents)
        .map((pair) => ({ ...placeOf(pair, facts, field), ...difference(pair) })),
      ...unmatchedProgrammes(lines, field)
        .filter(({ budgetedCents, actualCents }) => budgetedCents !== actualCents)
        .map((pair) => ({ table: 'begroting' as const, ...difference(pair, programmeName(pair.programmeCode)) })),
    ])
  },
  message: {
    nl: 'Primitief + wijzigingen ≠ begroting na wijziging (verschil {bedrag}).',
    en: 'Original + amendments ≠ amended budget (difference {amount}).',
  },
}

/** The council authorises lasten per programme (BBV art. 17); a workbook is one area, so this is area and programme. */
const programmeOverspent: WorkbookRule = {
  id: 'GB-614',
  severity: 'error',
  scope: 'table',
  where: 'server',
  needs: 'versions',
  on: 'workbook',
  reads: fieldsCompared,
  check(facts) {
    const lines = facts.budget.version === 'realisatie' ? wholeLines(facts) : undefined
    if (lines === undefined) return []
    return yearsOfActuals(lines.actual).flatMap((field) =>
      overspent(lines, field).map(({ programmeCode, budgetedCents, actualCents }) => ({
        table: 'begroting' as const,
        values: [programmeName(programmeCode), amount(actualCents - budgetedCents)],
        expected: amount(budgetedCents),
        found: amount(actualCents),
      })),
    )
  },
  message: {
    nl: 'Realisatie overschrijdt begroting na wijziging op programma {programma}: {bedrag} (begrotingsonrechtmatigheid).',
    en: 'Actuals exceed the amended budget on programme {programme}: {amount} (budget unlawfulness).',
  },
}

const lineOverspent: WorkbookRule = {
  id: 'GB-615',
  severity: 'info',
  scope: 'row',
  where: 'both',
  needs: 'versions',
  on: 'workbook',
  reads: fieldsCompared,
  check(facts) {
    const lines = isHeldAgainstBudget(facts) ? wholeLines(facts) : undefined
    if (lines === undefined) return []
    return yearsOfActuals(lines.actual).flatMap((field) => {
      const programmes = new Set(overspent(lines, field).map(({ programmeCode }) => programmeCode))
      return lineVariances(lines.budgeted, lines.actual, field).flatMap((pair): readonly PlacedHit[] => {
        const { side, actual, budgetedCents, actualCents } = pair
        if (side === 'B' || actual === null || actualCents <= budgetedCents) return []
        if (programmes.has(actual.programmeCode ?? '')) return []
        const hit = { expected: amount(budgetedCents), found: amount(actualCents) }
        return [{ ...placeOf(pair, facts, field), ...hit }]
      })
    })
  },
  message: {
    nl: 'Overschrijding op regelniveau past binnen het programma.',
    en: 'Overspend on line level fits within the programme.',
  },
}

/**
 * The explanation is the note of the line; the sheet Afwijkingen is text for reports and not read. Said once a line, at the
 * first year that passes both thresholds. A line of the budget that is missing has no note, so it is told with its number.
 */
const varianceNotExplained: WorkbookRule = {
  id: 'GB-616',
  severity: 'warning',
  scope: 'table',
  where: 'both',
  needs: 'versions',
  on: 'workbook',
  reads: { begroting: [...fieldsCompared.begroting, 'note'] },
  check(facts) {
    const lines = isHeldAgainstBudget(facts) ? wholeLines(facts) : undefined
    if (lines === undefined) return []
    const told = new Set<string>()
    return yearsOfActuals(lines.actual).flatMap((field) =>
      lineVariances(lines.budgeted, lines.actual, field).flatMap((pair): readonly PlacedHit[] => {
        const { lineNumber, side, actual, budgetedCents, actualCents } = pair
        const cents = actualCents - budgetedCents
        if (told.has(keyOf(pair)) || (actual?.note ?? null) !== null) return []
        if (notableShare(cents, budgetedCents, facts.lists.reference.parameters) === undefined) return []
        told.add(keyOf(pair))
        const values = [amount(Math.abs(cents)), signs[favourable(actualCents, budgetedCents, side)]]
        const name = actual === null ? { nl: lineNumber, en: lineNumber } : undefined
        return [{ ...placeOf(pair, facts, field), ...difference(pair, name), values }]
      }),
    )
  },
  message: {
    nl: 'Afwijking {bedrag} {V/N} is niet verklaard.',
    en: 'Variance {amount} {F/U} is not explained.',
  },
}

export const varianceRules: readonly WorkbookRule[] = [
  amendmentsDoNotAddUp,
  programmeOverspent,
  lineOverspent,
  varianceNotExplained,
]

const signs: Readonly<Record<'V' | 'N' | '-', Wording>> = {
  V: { nl: 'V', en: 'F' },
  N: { nl: 'N', en: 'U' },
  '-': { nl: '-', en: '-' },
}

interface Sides {
  readonly budgeted: readonly BudgetLine[]
  readonly actual: readonly BudgetLine[]
}

/** Undefined: the budget is not at hand, or a row was not wholly read, and then the difference would be that row. */
function wholeLines({ standard, workbook }: Facts): Sides | undefined {
  const rows = workbook.rows.begroting
  if (standard === null || rows.some(({ isHeldBack }) => isHeldBack)) return undefined
  return { budgeted: standard, actual: rows.map(({ row }) => row) }
}

function isHeldAgainstBudget({ budget: { version } }: Facts): boolean {
  return version === 'realisatie' || version === 'prognose'
}

function programmeName(code: string): Wording {
  return code === '' ? { nl: '(geen)', en: '(none)' } : { nl: code, en: code }
}

/** A year in which no line has an amount is not accounted for yet. */
function yearsOfActuals(actual: readonly BudgetLine[]): readonly AmountField[] {
  return amountFields.filter((field) => actual.some((line) => line[field] !== null))
}

function overspent({ budgeted, actual }: Sides, field: AmountField) {
  return programmeVariances(budgeted, actual, field).filter(
    ({ side, budgetedCents, actualCents }) => side === 'L' && actualCents > budgetedCents,
  )
}

function isOnBothSides({ budgeted, actual }: LineVariance): boolean {
  return budgeted !== null && actual !== null
}

const keyOf = ({ side, lineNumber }: Pick<BudgetLine, 'side' | 'lineNumber'>) => `${side}${lineNumber}`

/** The sums of the lines whose number only one of the sides has. */
function unmatchedProgrammes({ budgeted, actual }: Sides, field: AmountField) {
  const matched = new Set(lineVariances(budgeted, actual, field).filter(isOnBothSides).map(keyOf))
  const rest = (lines: readonly BudgetLine[]) => lines.filter((line) => !matched.has(keyOf(line)))
  return programmeVariances(rest(budgeted), rest(actual), field)
}

function placeOf({ actual }: LineVariance, { lineByNumber }: Facts, field: AmountField): PlacedHit {
  const row: PlacedRow<'begroting'> | undefined = actual === null ? undefined : lineByNumber.get(actual.lineNumber)
  return row === undefined ? { table: 'begroting' } : { row, field }
}

/** What should stand there and what does; `name` says of what, where the finding has no line of its own. */
function difference(
  { budgetedCents, actualCents }: { readonly budgetedCents: number; readonly actualCents: number },
  name?: Wording,
): Pick<PlacedHit, 'values' | 'expected' | 'found'> {
  return {
    values: [amount(actualCents - budgetedCents)],
    expected: named(amount(budgetedCents), name),
    found: named(amount(actualCents), name),
  }
}

function named(value: Wording, name: Wording | undefined): Wording {
  return name === undefined ? value : { nl: `${name.nl}: ${value.nl}`, en: `${name.en}: ${value.en}` }
}
