import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { totalsOf } from '#shared/consolidation/index.ts'
import { type BudgetKey, type BudgetLine, type Coverage, drawsOf, type Row } from '#shared/model/index.ts'
import type { ServerRow } from '#shared/sync/index.ts'
import {
  budgetLine,
  changedRow,
  coverageRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const cents = fc.oneof(
  oneOf(null, 0, 999_999_999_999, -999_999_999_999),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
)
/** Few numbers, so that lines take each other's number and rows of tblDekking name lines that come and go. */
const lineNumber = oneOf('HOL-001', 'HOL-002', 'HOL-003', 'HOL-004')
const sourceCode = oneOf(null, 'SP-1', 'PB-2')
const component = oneOf(null, 'kernteam')

const line = fc
  .record({
    lineNumber,
    programmeCode: oneOf(null, '4', '6'),
    goalCode: oneOf(null, '6.1'),
    domain: oneOf(null, 'sociaal'),
    taakveldCode: oneOf(null, '0.4', '8.1'),
    categoryCode: oneOf(null, '3.8'),
    side: oneOf(null, 'L', 'L', 'B'),
    nature: oneOf(null, 'I', 'S'),
    amount0: cents,
    amount1: cents,
    amount2: cents,
    amount3: cents,
    sourceCode,
    component,
  })
  .map((fields): Row => budgetLine(fields.lineNumber, 0, fields))

const coverage = (jaar: number) =>
  fc
    .record({
      lineNumber: oneOf('HOL-D01', 'HOL-D02', 'HOL-D03'),
      budgetLineNumber: oneOf(null, 'HOL-001', 'HOL-002', 'HOL-003'),
      year: oneOf(null, jaar - 1, jaar, jaar + 1, jaar + 3, jaar + 4),
      sourceCode,
      component,
      amountCents: cents,
    })
    .map((fields): Row => coverageRow(fields.lineNumber, 0, fields))

/** What to do with a row: make it, or change or delete the row that `at` points to. */
const edits = (jaar: number) =>
  fc.array(
    fc.record({
      kind: oneOf('create', 'create', 'change', 'change', 'delete'),
      at: fc.nat(),
      row: fc.oneof(line, coverage(jaar)),
    }),
    { minLength: 1, maxLength: 8 },
  )

async function liveRows(jaar: number): Promise<readonly ServerRow[]> {
  const { answer } = await worker.sync('HOL', request({ jaar }))
  return answer?.rows.map(({ row }) => row) ?? []
}

type Edits = readonly { readonly kind: string; readonly at: number; readonly row: Row }[]

async function push(jaar: number, edited: Edits): Promise<void> {
  const live = await liveRows(jaar)
  const created = edited.filter(({ kind }) => kind === 'create').map(({ row }) => newRow(row, { isConfirmedNew: true }))
  const changed = edited.flatMap(({ kind, at, row }) => {
    const same = live.filter(({ fields }) => fields.table === row.table)
    const target = same[at % same.length]
    return kind === 'change' && target ? [changedRow(target, row)] : []
  })
  const deletions = edited.flatMap(({ kind, at }) => {
    const target = live[at % live.length]
    return kind === 'delete' && target ? [{ id: target.id, rev: target.rev, hash: target.hash }] : []
  })
  const outcome = await worker.sync('HOL', request({ jaar, rows: [...changed, ...created], deletions }))
  expect(outcome.status === 200 || outcome.status === 204).toBe(true)
}

const keptTotalsSql = `SELECT budget_year + y.value AS year, programme_code, goal_code, domain, taakveld_code, category_code,
    side, nature, CASE y.value WHEN 0 THEN cents0 WHEN 1 THEN cents1 WHEN 2 THEN cents2 ELSE cents3 END AS cents,
    CASE y.value WHEN 0 THEN lines0 WHEN 1 THEN lines1 WHEN 2 THEN lines2 ELSE lines3 END AS line_count
  FROM total JOIN budget USING (budget_id) JOIN json_each('[0,1,2,3]') y WHERE budget_year = ?1 AND line_count <> 0`

const totalsOracleSql = `SELECT b.budget_year + y.value AS year, coalesce(programme_code, '') AS programme_code,
    coalesce(goal_code, '') AS goal_code, coalesce(domain, '') AS domain, coalesce(taakveld_code, '') AS taakveld_code,
    coalesce(category_code, '') AS category_code, coalesce(side, '') AS side, coalesce(nature, '') AS nature,
    sum(CASE y.value WHEN 0 THEN amount0 WHEN 1 THEN amount1 WHEN 2 THEN amount2 ELSE amount3 END) AS cents,
    count(CASE y.value WHEN 0 THEN amount0 WHEN 1 THEN amount1 WHEN 2 THEN amount2 ELSE amount3 END) AS line_count
  FROM line JOIN budget b USING (budget_id) JOIN json_each('[0,1,2,3]') y WHERE budget_year = ?1 AND deleted = 0
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING line_count <> 0`

const keptDrawsSql = `SELECT year, source_code, component, cents FROM draw JOIN budget USING (budget_id)
  WHERE budget_year = ?1 AND cents <> 0`

/** What tblDekking says, and for each line with a source what those rows leave of lasten minus baten. */
const drawsOracleSql = `SELECT year, source_code, component, sum(cents) AS cents FROM (
    SELECT c.year, c.source_code, coalesce(c.component, '') AS component, c.amount_cents AS cents
      FROM coverage c JOIN budget b USING (budget_id) WHERE b.budget_year = ?1 AND c.deleted = 0
        AND c.source_code IS NOT NULL AND c.amount_cents IS NOT NULL AND c.year BETWEEN ?1 AND ?1 + 3
    UNION ALL
    SELECT ?1 + y.value, l.source_code, coalesce(l.component, ''),
        coalesce(CASE l.side WHEN 'L' THEN 1 WHEN 'B' THEN -1 ELSE 0 END
          * CASE y.value WHEN 0 THEN amount0 WHEN 1 THEN amount1 WHEN 2 THEN amount2 ELSE amount3 END, 0)
        - coalesce((SELECT sum(c.amount_cents) FROM coverage c WHERE c.budget_id = l.budget_id AND c.deleted = 0
          AND c.budget_line_number = l.line_number AND c.year = ?1 + y.value), 0)
      FROM line l JOIN budget b USING (budget_id) JOIN json_each('[0,1,2,3]') y
      WHERE b.budget_year = ?1 AND l.deleted = 0 AND l.source_code IS NOT NULL)
  GROUP BY 1, 2, 3 HAVING sum(cents) <> 0`

/** Records as texts, so that two sets of them compare whatever their order. */
async function recordsOf(sql: string, jaar: number): Promise<readonly string[]> {
  const { results } = await worker.db.prepare(sql).bind(jaar).all()
  return results.map((record) => JSON.stringify(Object.values(record))).sort()
}

function totalTexts(key: BudgetKey, lines: readonly BudgetLine[]): readonly string[] {
  return totalsOf(key, lines)
    .map((t) => [
      t.year,
      t.programmeCode,
      t.goalCode,
      t.domain,
      t.taakveldCode,
      t.categoryCode,
      t.side,
      t.nature,
      t.cents,
      t.lineCount,
    ])
    .map((values) => JSON.stringify(values))
    .sort()
}

function drawTexts(key: BudgetKey, lines: readonly BudgetLine[], coverages: readonly Coverage[]): readonly string[] {
  return drawsOf(key, lines, coverages)
    .map((draw) => JSON.stringify([draw.year, draw.sourceCode, draw.component, draw.cents]))
    .sort()
}

async function expectSums(jaar: number): Promise<void> {
  const rows = (await liveRows(jaar)).map(({ fields }) => fields)
  const lines = rows.filter((row) => row.table === 'begroting')
  const coverages = rows.filter((row) => row.table === 'dekking')
  const key = { areaCode: 'HOL', year: jaar, version: 'primitief' }
  const totals = await recordsOf(keptTotalsSql, jaar)
  expect(totals).toEqual(totalTexts(key, lines))
  expect(totals).toEqual(await recordsOf(totalsOracleSql, jaar))
  const draws = await recordsOf(keptDrawsSql, jaar)
  expect(draws).toEqual(drawTexts(key, lines, coverages))
  expect(draws).toEqual(await recordsOf(drawsOracleSql, jaar))
}

describe('[S-50] kept totals and draws', () => {
  test('equal the sums of the live rows after any pushes, in SQL and in the pure functions', async () => {
    let jaar = 2023
    await fc.assert(
      fc.asyncProperty(fc.array(edits(2024), { minLength: 2, maxLength: 5 }), async (pushes) => {
        jaar++
        for (const edited of pushes) {
          await push(
            jaar,
            edited.map((edit) => moved(edit, jaar - 2024)),
          )
          await expectSums(jaar)
        }
      }),
      { numRuns: 12, seed: 20_231, endOnFailure: true },
    )
  })

  test('follow a line that changes its number, its source and its side', async () => {
    const jaar = 2090
    const covered = newRow(budgetLine('HOL-001', 500, { sourceCode: 'PB-2' }))
    const other = newRow(budgetLine('HOL-002', 300, { sourceCode: 'PB-2' }))
    const cover = newRow(coverageRow('HOL-D01', 120, { year: jaar, budgetLineNumber: 'HOL-001', sourceCode: 'SP-1' }))
    await worker.sync('HOL', request({ jaar, rows: [covered, other, cover] }))
    expect(await recordsOf(keptDrawsSql, jaar)).toEqual(['[2090,"PB-2","",680]', '[2090,"SP-1","",120]'])
    const stored = (await liveRows(jaar)).find(({ id }) => id === covered.id)
    if (stored === undefined) throw new Error('The line was not stored.')
    // Without number HOL-001 nothing covers this line any more; the row of tblDekking still draws on its source.
    await worker.sync(
      'HOL',
      request({ jaar, rows: [changedRow(stored, budgetLine('HOL-003', 500, { sourceCode: 'PB-2' }))] }),
    )
    expect(await recordsOf(keptDrawsSql, jaar)).toEqual(['[2090,"PB-2","",800]', '[2090,"SP-1","",120]'])
    await expectSums(jaar)
  })
})

/** The generated rows are of 2024; every run has a budget year of its own. */
function moved(edit: Edits[number], years: number): Edits[number] {
  if (edit.row.table !== 'dekking' || edit.row.year === null) return edit
  return { ...edit, row: { ...edit.row, year: edit.row.year + years } }
}
