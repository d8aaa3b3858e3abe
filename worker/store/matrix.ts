/** A consolidated matrix as one grouped query over the totals. Sums are text: they can pass 2^53. */
import * as z from 'zod/mini'
import type { Grouping } from '#shared/consolidation/index.ts'
import { yearsOf } from '#shared/model/index.ts'
import { budgetIds, type YearBudget } from './load-sums.ts'

const groupColumns: Readonly<Record<Grouping, string>> = {
  gebied: 'b.area_code',
  domein: 't.domain',
  taakveld: 't.taakveld_code',
  programma: 't.programme_code',
}

const recordSchema = z.object({
  key: z.string(),
  budget_year: z.int(),
  side: z.string(),
  cents: z.string(),
  lines: z.string(),
})
const centsSchema = z.array(z.string().check(z.regex(/^-?\d+$/)))
const linesSchema = z.array(z.int())

export interface MatrixCell {
  readonly key: string
  readonly year: number
  readonly side: string
  readonly cents: bigint
  /** Lines with an amount, in the budget's own year; 0 in the years after it, so that no line is counted twice. */
  readonly lineCount: number
}

/** Cells of the years in which any line has an amount. */
export async function loadMatrixCells(
  db: D1Database,
  budgets: readonly YearBudget[],
  per: Grouping,
): Promise<readonly MatrixCell[]> {
  const { results } = await db.prepare(matrixSql(per)).bind(budgetIds(budgets)).all()
  return results.flatMap((record) => {
    const { key, budget_year: budgetYear, side, ...sums } = recordSchema.parse(record)
    const cents = centsSchema.parse(JSON.parse(sums.cents))
    const lines = linesSchema.parse(JSON.parse(sums.lines))
    return yearsOf(budgetYear)
      .map((year, offset) => ({ key, year, side, cents: BigInt(cents[offset] ?? 0), lineCount: lines[offset] ?? 0 }))
      .filter(({ lineCount }) => lineCount > 0)
      .map((cell) => (cell.year === budgetYear ? cell : { ...cell, lineCount: 0 }))
  })
}

function matrixSql(per: Grouping): string {
  return `SELECT ${groupColumns[per]} AS key, b.budget_year, t.side,
      json_array(CAST(sum(t.cents0) AS TEXT), CAST(sum(t.cents1) AS TEXT), CAST(sum(t.cents2) AS TEXT),
        CAST(sum(t.cents3) AS TEXT)) AS cents,
      json_array(sum(t.lines0), sum(t.lines1), sum(t.lines2), sum(t.lines3)) AS lines
    FROM json_each(?1) j CROSS JOIN budget b ON b.budget_id = j.value
    CROSS JOIN total t ON t.budget_id = b.budget_id
    GROUP BY 1, 2, 3`
}
