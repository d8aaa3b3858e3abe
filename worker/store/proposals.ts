/** Decisions as areas propose them in their own tables. */
import * as z from 'zod/mini'
import { versionSchema } from '#shared/model/index.ts'

const text = z.nullable(z.string())
const cents = z.nullable(z.int())
const recordSchema = z.object({
  number: z.string(),
  area_code: z.string(),
  version: versionSchema,
  description: text,
  body: text,
  date: text,
  outcome: text,
  amount_cents: cents,
  decided_cents: cents,
})

/** Of the budgets of a year, by area, version and number; a row without a number goes by its own visible number. */
export async function loadProposals(db: D1Database, budgetYear: number) {
  const { results } = await db
    .prepare(
      `SELECT coalesce(d.decision_number, d.line_number) AS number, b.area_code, b.version, d.description, d.body, d.date,
          d.outcome, d.amount_cents, d.decided_cents
        FROM budget b CROSS JOIN decision d ON d.budget_id = b.budget_id
        WHERE b.budget_year = ?1 AND d.deleted = 0 ORDER BY b.area_code, b.version, d.line_number`,
    )
    .bind(budgetYear)
    .all()
  return results.map((record) => {
    const read = recordSchema.parse(record)
    const { area_code: areaCode, amount_cents: amountCents, decided_cents: decidedCents, ...rest } = read
    return { ...rest, areaCode, amountCents, decidedCents }
  })
}
