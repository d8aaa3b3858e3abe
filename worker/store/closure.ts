/**
 * The rows that a push ties together: what a line draws on its own source depends on the rows of tblDekking that name it,
 * and hours are spent on the taakveld of the line that they name.
 */
import { type BudgetLine, type Coverage, type HoursLine, type Row, rowSchema } from '#shared/model/index.ts'
import type { PushPlan, RowVersion } from '#shared/sync/index.ts'
import { jsonParameters } from './json-parameter.ts'

export interface Closure {
  readonly lines: readonly BudgetLine[]
  readonly coverages: readonly Coverage[]
  readonly hoursLines: readonly HoursLine[]
}

/** Changed lines, hours and coverages, with the unchanged rows that name them or that they name, before and after the push. */
export async function loadClosure(
  db: D1Database,
  budgetId: number,
  plan: PushPlan,
): Promise<{ readonly before: Closure; readonly after: Closure }> {
  const old = plan.writes.flatMap(({ before }) => liveFields(before))
  const fresh = plan.writes.flatMap(({ version }) => liveFields(version))
  const writtenIds = new Set(plan.writes.map(({ version }) => version.id))
  const touched = closureOf([...old, ...fresh])
  const lineNumbers = touched.lines.map((line) => line.lineNumber)
  const named = [...touched.coverages, ...touched.hoursLines].flatMap((row) => row.budgetLineNumber ?? [])
  const tied = closureOf([
    ...(await loadTied(db, budgetId, 'coverage', 'budget_line_number', lineNumbers, writtenIds)),
    ...(await loadTied(db, budgetId, 'hours_line', 'budget_line_number', lineNumbers, writtenIds)),
    ...(await loadTied(db, budgetId, 'line', 'line_number', named, writtenIds)),
  ])
  const withTied = ({ lines, coverages, hoursLines }: Closure): Closure => ({
    lines: [...lines, ...tied.lines],
    coverages: [...coverages, ...tied.coverages],
    hoursLines: [...hoursLines, ...tied.hoursLines],
  })
  return { before: withTied(closureOf(old)), after: withTied(closureOf(fresh)) }
}

function liveFields(version: RowVersion | undefined): readonly Row[] {
  return version === undefined || version.isDeleted ? [] : [version.fields]
}

function closureOf(rows: readonly Row[]): Closure {
  return {
    lines: rows.filter((row) => row.table === 'begroting'),
    coverages: rows.filter((row) => row.table === 'dekking'),
    hoursLines: rows.filter((row) => row.table === 'inzet'),
  }
}

/** Live rows whose column holds one of the numbers, without those that the push writes itself. */
async function loadTied(
  db: D1Database,
  budgetId: number,
  table: 'coverage' | 'hours_line' | 'line',
  column: 'budget_line_number' | 'line_number',
  numbers: readonly string[],
  writtenIds: ReadonlySet<string>,
): Promise<readonly Row[]> {
  const parameters = jsonParameters([...new Set(numbers)])
  if (parameters.length === 0) return []
  const results = await db.batch<{ row_id: string; fields: string }>(
    parameters.map((parameter) =>
      db
        .prepare(
          `SELECT t.row_id, v.fields FROM ${table} t
            CROSS JOIN row_version v ON v.budget_id = t.budget_id AND v.row_id = t.row_id AND v.rev = t.rev
            WHERE t.budget_id = ?2 AND t.deleted = 0 AND t.${column} IN (SELECT value FROM json_each(?1))`,
        )
        .bind(parameter, budgetId),
    ),
  )
  return results
    .flatMap((result) => result.results)
    .filter(({ row_id }) => !writtenIds.has(row_id))
    .map(({ fields }) => rowSchema.parse(JSON.parse(fields)))
}
