/** The lines of budgets as people read them. */
import * as z from 'zod/mini'

const text = z.nullable(z.string())
const cents = z.nullable(z.int())
const recordSchema = z.object({
  line_number: z.string(),
  description: text,
  programme_code: text,
  taakveld_code: text,
  category_code: text,
  side: text,
  nature: text,
  amount0: cents,
  amount1: cents,
  amount2: cents,
  amount3: cents,
  source_code: text,
})
export type TableLine = z.infer<typeof recordSchema>

const columns = Object.keys(recordSchema.shape).map((column) => `l.${column}`)

/** In the order of the budgets, and of the numbers in each; at most `limit`. */
export async function loadLineTable(
  db: D1Database,
  budgetIds: readonly number[],
  limit: number,
): Promise<readonly TableLine[]> {
  const { results } = await db
    .prepare(
      `SELECT ${columns.join(', ')} FROM json_each(?1) j CROSS JOIN line l ON l.budget_id = j.value
        WHERE l.deleted = 0 ORDER BY j.key, l.line_number LIMIT ?2`,
    )
    .bind(JSON.stringify(budgetIds), limit)
    .all()
  return results.map((record) => recordSchema.parse(record))
}
