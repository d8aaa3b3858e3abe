/**
 * Parts of budgets whose rows are older than the parts: made whole from the rows, so that a push has something right to add
 * its difference to. Afterwards they are kept by each commit, and this finds nothing to do.
 */
import * as z from 'zod/mini'
import type { BudgetKey } from '#shared/model/index.ts'
import { type Part, partsOf } from '#shared/rules/index.ts'
import { loadBudgetRows } from './budget-rows.ts'
import { newestSeq } from './commits.ts'
import { wholeDueStatement } from './subject-due.ts'
import { partStatements } from './subject-parts.ts'

const recordSchema = z.object({
  budget_id: z.int(),
  area_code: z.string(),
  budget_year: z.int(),
  version: z.string(),
})

interface Missing {
  readonly budgetId: number
  readonly key: BudgetKey
}

/** Before parts are added to or read. One batch for a budget: who is cut off leaves the rest to who comes next. */
export async function keepMissingParts(db: D1Database): Promise<void> {
  for (let missing = await findMissing(db); missing !== undefined; missing = await findMissing(db)) {
    await keepParts(db, missing)
  }
}

/** By the index that holds nothing else, so that looking costs nothing when all parts are kept. */
async function findMissing(db: D1Database): Promise<Missing | undefined> {
  const record = await db
    .prepare(
      `SELECT budget_id, area_code, budget_year, version FROM budget INDEXED BY budget_without_parts
        WHERE parts_kept = 0 ORDER BY budget_id LIMIT 1`,
    )
    .first()
  if (record === null) return undefined
  const { budget_id: budgetId, area_code: areaCode, budget_year: year, version } = recordSchema.parse(record)
  return { budgetId, key: { areaCode, year, version } }
}

async function keepParts(db: D1Database, missing: Missing): Promise<void> {
  const storeSeq = await newestSeq(db)
  const rows = (await loadBudgetRows(db, missing.budgetId, storeSeq)).map(({ fields }) => fields)
  const parts = partsOf(
    missing.key,
    rows.filter((row) => row.table === 'begroting'),
    rows.filter((row) => row.table === 'inzet'),
  )
  try {
    await db.batch([...keepStatements(db, missing, storeSeq, parts)])
  } catch (error) {
    if (!String(error).includes('gb_parts')) throw error
  }
}

/** Everything that the budget takes part in is judged anew: without its parts it was judged wrong or not at all. */
function keepStatements(
  db: D1Database,
  { budgetId, key }: Missing,
  storeSeq: number,
  parts: readonly Part[],
): readonly D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO guard (parts_moved) SELECT 1 FROM budget b WHERE b.budget_id = ?1 AND (b.parts_kept = 1
          OR EXISTS (SELECT 1 FROM commit_log c WHERE c.budget_id = ?1 AND c.seq > ?2))`,
      )
      .bind(budgetId, storeSeq),
    db.prepare('DELETE FROM subject_part WHERE budget_year = ?2 AND budget_id = ?1').bind(budgetId, key.year),
    ...partStatements(db, { budgetId, budgetYear: key.year }, parts),
    wholeDueStatement(db, key),
    db.prepare('UPDATE budget SET parts_kept = 1 WHERE budget_id = ?1').bind(budgetId),
  ]
}
