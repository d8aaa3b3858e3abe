/** What single lines are worth in the year of their budget. */
import * as z from 'zod/mini'
import { jsonParameters } from './json-parameter.ts'

export interface LineEffect {
  readonly budgetId: number
  /** The visible number asked for: the line's own, or the one that an amendment's line changes. */
  readonly lineNumber: string
  /** Effect on the balance: baten count up, lasten down; 0 for an empty amount or a line without L or B. */
  readonly cents: number
}

const recordSchema = z.object({ budget_id: z.int(), line_number: z.string(), cents: z.int() })

const effect = "CASE l.side WHEN 'B' THEN 1 WHEN 'L' THEN -1 ELSE 0 END * coalesce(l.amount0, 0) AS cents"

/** By their own number in the budgets that they are paired with, and as what an amendment among those budgets changes. */
export async function loadLineEffects(
  db: D1Database,
  pairs: readonly (readonly [budgetId: number, lineNumber: string])[],
  amendmentIds: readonly number[],
): Promise<readonly LineEffect[]> {
  const numbers = JSON.stringify([...new Set(pairs.map(([, number]) => number))])
  const own = jsonParameters(pairs).map((parameter) =>
    db
      .prepare(
        `SELECT l.budget_id, l.line_number, ${effect}
          FROM json_each(?1) j CROSS JOIN line l
          ON l.budget_id = j.value ->> 0 AND l.line_number = j.value ->> 1 AND l.deleted = 0`,
      )
      .bind(parameter),
  )
  const changing = db
    .prepare(
      `SELECT l.budget_id, l.changes_number AS line_number, ${effect}
        FROM json_each(?1) j CROSS JOIN line l ON l.budget_id = j.value
        WHERE l.deleted = 0 AND l.changes_number <> l.line_number
          AND l.changes_number IN (SELECT value FROM json_each(?2))`,
    )
    .bind(JSON.stringify(amendmentIds), numbers)
  const results = await db.batch([...own, changing])
  return results.flatMap((result) =>
    result.results.map((record) => {
      const { budget_id: budgetId, line_number: lineNumber, cents } = recordSchema.parse(record)
      return { budgetId, lineNumber, cents }
    }),
  )
}
