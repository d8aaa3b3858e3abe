/** The budgets of a year with what rules over areas know of each, and what they draw on some sources. */
import * as z from 'zod/mini'
import type { Draw, ReferenceListName } from '#shared/model/index.ts'
import type { RoundBudget } from '#shared/rules/index.ts'
import { budgetIds, loadBudgetsOfYear, type YearBudget } from './load-sums.ts'

export type RoundBudgetRow = YearBudget & RoundBudget

/** Lists whose codes and rates lines are made of; a capacity or a decision that finance adds makes no other workbook. */
const lineLists = [
  'programmas',
  'doelen',
  'functies',
  'tarieven',
  'fasen',
  'beleidsvelden',
  'kostenplaatsen',
  'kostensoorten',
  'verdeelsleutels',
] as const satisfies readonly ReferenceListName[]

const submissionSchema = z.object({ budget_id: z.int(), codes: z.string(), change: z.int() })

export async function loadRound(db: D1Database, budgetYear: number): Promise<readonly RoundBudgetRow[]> {
  const budgets = await loadBudgetsOfYear(db, budgetYear)
  const { results } = await db.prepare(submissionsSql).bind(budgetIds(budgets), JSON.stringify(lineLists)).all()
  const versions = new Map(
    results.map((record) => {
      const { budget_id: id, codes, change } = submissionSchema.parse(record)
      return [id, `${codes.slice(0, 8)}-${change}`] as const
    }),
  )
  return budgets.map((budget) => ({ ...budget, listsVersion: versions.get(budget.budgetId) ?? null }))
}

/** Of each budget its newest submission: the official codes of that moment, and the newest change of a list of lines. */
const submissionsSql = `SELECT e.budget_id, e.body ->> '$.codesHash' AS codes, coalesce((SELECT r.change_id
      FROM reference_change r WHERE r.at_ms <= c.at_ms AND r.kind IN (SELECT value FROM json_each(?2))
      ORDER BY r.change_id DESC LIMIT 1), 0) AS change
  FROM json_each(?1) j
  CROSS JOIN life_event e ON e.budget_id = j.value AND e.seq = (SELECT s.seq FROM life_event s
    WHERE s.budget_id = j.value AND s.kind = 'indiening' ORDER BY s.seq DESC LIMIT 1)
  CROSS JOIN commit_log c ON c.seq = e.seq`

const drawRecordSchema = z.object({
  budget_id: z.int(),
  year: z.int(),
  source_code: z.string(),
  component: z.string(),
  cents: z.int(),
})

/** Of these budgets of the year. */
export async function loadDrawsOn(
  db: D1Database,
  budgetYear: number,
  budgets: readonly RoundBudgetRow[],
  sourceCodes: readonly string[],
): Promise<readonly Draw[]> {
  if (sourceCodes.length === 0) return []
  const byId = new Map(budgets.map((budget) => [budget.budgetId, budget]))
  const { results } = await db
    .prepare(
      `SELECT d.budget_id, d.year, d.source_code, d.component, d.cents
        FROM json_each(?1) j CROSS JOIN draw d INDEXED BY draw_by_source ON d.source_code = j.value
        WHERE d.budget_id IN (SELECT value FROM json_each(?2)) AND d.cents <> 0`,
    )
    .bind(JSON.stringify(sourceCodes), JSON.stringify([...byId.keys()]))
    .all()
  return results.flatMap((record) => {
    const { budget_id: id, year, source_code: sourceCode, component, cents } = drawRecordSchema.parse(record)
    const budget = byId.get(id)
    if (budget === undefined) return []
    const { areaCode, version } = budget
    return [{ areaCode, version, budgetYear, year, sourceCode, component, cents }]
  })
}
