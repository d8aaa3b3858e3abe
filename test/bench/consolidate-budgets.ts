import type { D1Database } from '@cloudflare/workers-types'
import { totalsOf } from '#shared/consolidation/index.ts'
import { exampleYear } from '#shared/example/index.ts'
import { type BudgetLine, horizonYears } from '#shared/model/index.ts'
import { startLocalServer } from '../../cli/local-server/start.ts'
import type { YearBudget } from '../../worker/store/load-sums.ts'
import { type Cost, countedDatabase } from '../../worker/store/counted-database.test-data.ts'
import { loadMatrixCells } from '../../worker/store/matrix.ts'
import { addTotalsSql, totalRows } from '../../worker/store/sums.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { areaCodes } from './make-workbook.ts'
import { sized } from './measure.ts'

/** The matrix of all areas as the Worker asks for it, and the same sums from the lines. Both in the same store. */
export const consolidateBudgets: Bench = {
  name: 'consolidate-budgets',
  async run(share): Promise<readonly Figure[]> {
    const areas = areaCodes(sized(40, share))
    const rows = sized(5_000, share)
    const server = await startLocalServer({ port: 0, stateDir: null })
    try {
      const budgets: YearBudget[] = []
      let totals = 0
      for (const [i, areaCode] of areas.entries()) {
        totals += await fillBudget(server.db, i + 1, areaCode, makeLines(areaCode, rows, i + 1))
        budgets.push({ budgetId: i + 1, areaCode, version: 'primitief', state: 'concept' })
      }
      const { db, calls } = countedDatabase(server.db)
      const fromTotals = () => loadMatrixCells(db, budgets, 'taakveld')
      const fromLines = () =>
        db
          .prepare(sumsOfLines)
          .bind(JSON.stringify(budgets.map((one) => one.budgetId)))
          .all()
      const cells = await fromTotals()
      const sums = await fromLines()
      if (cells.length !== sums.results.length * horizonYears) throw new Error('The two matrices differ.')
      const totalsMs = await quickest(fromTotals, calls)
      const linesMs = await quickest(fromLines, calls)
      const what = 'matrix per taakveld of'
      return [
        { what: `${what} ${areas.length * rows} lines, from their ${totals} totals`, value: totalsMs, unit: 'ms' },
        { what: `${what} ${areas.length * rows} lines, from the lines`, value: linesMs, unit: 'ms' },
        { what: 'times as quick from the totals', value: linesMs / totalsMs, unit: 'x', goal: { atLeast: 10 } },
      ]
    } finally {
      await server.stop()
    }
  },
}

/** The sums that the matrix query of the Worker gives, in one pass over the lines: all four years of a line at once. */
const sumsOfLines = `SELECT l.taakveld_code AS key, b.budget_year AS year, l.side, CAST(sum(l.amount0) AS TEXT) AS cents0,
    CAST(sum(l.amount1) AS TEXT) AS cents1, CAST(sum(l.amount2) AS TEXT) AS cents2, CAST(sum(l.amount3) AS TEXT) AS cents3,
    count(l.amount0) AS own_year_lines
  FROM json_each(?1) j CROSS JOIN budget b ON b.budget_id = j.value
  CROSS JOIN line l ON l.budget_id = b.budget_id
  WHERE l.deleted = 0 GROUP BY 1, 2, 3`

/** Straight into the tables, since how rows get there is another bench. Gives the number of kept totals. */
async function fillBudget(
  db: D1Database,
  budgetId: number,
  areaCode: string,
  lines: readonly BudgetLine[],
): Promise<number> {
  const rows = totalRows(totalsOf({ areaCode, year: exampleYear, version: 'primitief' }, lines))
  await db.batch([
    db
      .prepare("INSERT INTO budget (budget_id, area_code, budget_year, version) VALUES (?1, ?2, ?3, 'primitief')")
      .bind(budgetId, areaCode, exampleYear),
    ...pieces(lines, 1_000).map((piece) =>
      db
        .prepare(
          `INSERT INTO line (budget_id, row_id, rev, seq, deleted, hash, area_code, line_number, programme_code, goal_code,
              description, domain, policy_field, track, line_type, side, nature, taakveld_code, category_code,
              cost_centre_code, cost_type_code, amount0, amount1, amount2, amount3, source_code, vat_treatment, basis,
              note, index_)
            SELECT ?1, value ->> 'lineNumber', 1, 1, 0, '0000000000000000', value ->> 'areaCode', value ->> 'lineNumber',
              value ->> 'programmeCode', value ->> 'goalCode', value ->> 'description', value ->> 'domain',
              value ->> 'policyField', value ->> 'track', value ->> 'lineType', value ->> 'side', value ->> 'nature',
              value ->> 'taakveldCode', value ->> 'categoryCode', value ->> 'costCentreCode', value ->> 'costTypeCode',
              value ->> 'amount0', value ->> 'amount1', value ->> 'amount2', value ->> 'amount3', value ->> 'sourceCode',
              value ->> 'vatTreatment', value ->> 'basis', value ->> 'note', value ->> 'index'
            FROM json_each(?2)`,
        )
        .bind(budgetId, JSON.stringify(piece)),
    ),
    ...pieces(rows, 5_000).map((piece) => db.prepare(addTotalsSql).bind(JSON.stringify(piece), budgetId)),
  ])
  return rows.length
}

/** A parameter of D1 is at most 2,000,000 bytes. */
function pieces<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

/** Milliseconds that the database worked: the way to it is the same for both, and longer than the short one itself. */
async function quickest(query: () => Promise<unknown>, calls: readonly Cost[]): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    await query()
    times.push(calls.at(-1)?.databaseMs ?? 0)
  }
  return Math.max(Math.min(...times), databaseMsMin)
}

/** The database counts whole milliseconds. */
const databaseMsMin = 1
