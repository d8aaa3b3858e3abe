/** What is kept of the budgets of one year. */
import * as z from 'zod/mini'
import { type BudgetState, budgetStates, type Draw } from '#shared/model/index.ts'

export interface YearBudget {
  readonly budgetId: number
  readonly areaCode: string
  readonly version: string
  readonly state: BudgetState
}

const budgetRecordSchema = z.object({
  budget_id: z.int(),
  area_code: z.string(),
  version: z.string(),
  state: z.enum(budgetStates),
})

/** The budgets of a year: which versions there are, of which areas, and how far each is. */
export async function loadBudgetsOfYear(db: D1Database, budgetYear: number): Promise<readonly YearBudget[]> {
  const { results } = await db
    .prepare(
      'SELECT budget_id, area_code, version, state FROM budget WHERE budget_year = ?1 ORDER BY area_code, version',
    )
    .bind(budgetYear)
    .all()
  return results.map((record) => {
    const { budget_id: budgetId, area_code: areaCode, version, state } = budgetRecordSchema.parse(record)
    return { budgetId, areaCode, version, state }
  })
}

/** Ids of budgets as the JSON parameter that the queries over them take. */
export function budgetIds(budgets: readonly YearBudget[]): string {
  return JSON.stringify(budgets.map(({ budgetId }) => budgetId))
}

const drawRecordSchema = z.object({
  area_code: z.string(),
  budget_year: z.int(),
  version: z.string(),
  year: z.int(),
  source_code: z.string(),
  component: z.string(),
  cents: z.int(),
})

export async function loadDraws(db: D1Database, budgets: readonly YearBudget[]): Promise<readonly Draw[]> {
  const { results } = await db
    .prepare(
      `SELECT b.area_code, b.budget_year, b.version, d.year, d.source_code, d.component, d.cents
        FROM json_each(?1) j CROSS JOIN budget b ON b.budget_id = j.value
        CROSS JOIN draw d ON d.budget_id = b.budget_id WHERE d.cents <> 0`,
    )
    .bind(budgetIds(budgets))
    .all()
  return results.map((record) => {
    const read = drawRecordSchema.parse(record)
    return {
      areaCode: read.area_code,
      budgetYear: read.budget_year,
      version: read.version,
      year: read.year,
      sourceCode: read.source_code,
      component: read.component,
      cents: read.cents,
    }
  })
}
