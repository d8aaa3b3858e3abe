/** Builders for the tests of rules over areas: rows of some budgets, judged together. */
import type { BudgetState, Reference, Row, RowOf, TableId } from '#shared/model/index.ts'
import { type BudgetRows, checkAreas } from './judge-areas.ts'
import { lists } from './sample-workbook.test-data.ts'
import type { RoundBudget } from './subject.ts'

export interface SampleBudget extends BudgetRows, RoundBudget {}

interface BudgetParts {
  readonly version?: string
  readonly state?: BudgetState
  readonly listsVersion?: string
}

/** A budget of 2023 in concept; the original one when a test says no more. */
export function areaBudget(areaCode: string, rows: readonly Row[], parts: BudgetParts = {}): SampleBudget {
  const { version = 'primitief', state = 'concept', listsVersion = null } = parts
  const ofTable = <Table extends TableId>(table: Table) =>
    rows.filter((row): row is RowOf<Table> => row.table === table)
  return {
    budget: { areaCode, year: 2023, version },
    areaCode,
    version,
    state,
    listsVersion,
    lines: ofTable('begroting'),
    hoursLines: ofTable('inzet'),
    coverages: ofTable('dekking'),
  }
}

/** What one rule finds in budgets that all count. */
export function foundInAreas(
  rule: string,
  budgets: readonly SampleBudget[],
  fields: Partial<Record<keyof Reference, unknown>> = {},
) {
  return checkAreas(budgets, { budgetYear: 2023, lists: lists(fields), counted: budgets })
    .filter((finding) => finding.rule === rule)
    .map(({ message, areas }) => ({ nl: message.nl, en: message.en, areas }))
}
