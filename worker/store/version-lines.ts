/** The lines of the other versions that a version of an area is held against, as the rules take them. */
import {
  amendmentNumber,
  type BudgetKey,
  type BudgetLine,
  budgetLineSchema,
  deliveredVersion,
  isAmendment,
  type VersionLines,
} from '#shared/model/index.ts'
import { loadBudgetsOfYear, type YearBudget } from './load-sums.ts'

/**
 * The original budget, the adopted amendments and the budget after amendment as delivered, of the area and year of the key.
 * For an amendment only the adopted ones with a lower number: it is held against the budget that it amends.
 */
export async function loadVersionLines(db: D1Database, key: BudgetKey): Promise<VersionLines> {
  const budgets = (await loadBudgetsOfYear(db, key.year)).filter(({ areaCode }) => areaCode === key.areaCode)
  const before = isAmendment(key.version) ? amendmentNumber(key.version) : Number.POSITIVE_INFINITY
  const amendments = budgets
    .filter(
      ({ version, state }) => isAmendment(version) && state === 'vastgesteld' && amendmentNumber(version) < before,
    )
    .sort((a, b) => amendmentNumber(a.version) - amendmentNumber(b.version))
  const original = budgets.find(({ version }) => version === 'primitief')
  const delivered = budgets.find(({ version }) => version === deliveredVersion)
  const linesById = await loadLines(db, [original, delivered, ...amendments])
  const linesOf = (budget: YearBudget | undefined) =>
    budget === undefined ? null : (linesById.get(budget.budgetId) ?? [])
  return {
    original: linesOf(original),
    amendments: amendments.map((budget) => linesOf(budget) ?? []),
    delivered: linesOf(delivered),
  }
}

/** Live lines by budget, in the order of their numbers. */
async function loadLines(
  db: D1Database,
  budgets: readonly (YearBudget | undefined)[],
): Promise<ReadonlyMap<number, readonly BudgetLine[]>> {
  const ids = budgets.flatMap((budget) => budget?.budgetId ?? [])
  const { results } = await db
    .prepare(
      `SELECT l.budget_id, v.fields FROM json_each(?1) j CROSS JOIN line l ON l.budget_id = j.value
        CROSS JOIN row_version v ON v.budget_id = l.budget_id AND v.row_id = l.row_id AND v.rev = l.rev
        WHERE l.deleted = 0 ORDER BY l.budget_id, l.line_number`,
    )
    .bind(JSON.stringify(ids))
    .all<{ budget_id: number; fields: string }>()
  const byBudget = Map.groupBy(results, ({ budget_id: budgetId }) => budgetId)
  return new Map(
    [...byBudget].map(([id, records]) => [id, records.map(({ fields }) => budgetLineSchema.parse(JSON.parse(fields)))]),
  )
}
