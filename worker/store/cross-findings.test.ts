import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimingBudgets } from '#shared/consolidation/index.ts'
import { budgetStates, type BudgetState, derivedVersion, type Row, rowSchema } from '#shared/model/index.ts'
import { checkAreas } from '#shared/rules/index.ts'
import type { ServerRow } from '#shared/sync/index.ts'
import type { PlannedItem } from '../lists/plan-load.ts'
import {
  budgetLine,
  changedRow,
  coverageRow,
  hoursRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { loadCrossFindings } from './cross-findings.ts'
import { commitLists, loadLists } from './kept-lists.ts'
import { loadRound } from './load-round.ts'
import { loadReference } from './reference.ts'
import { stateDueStatements } from './subject-due.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const areas = ['HOL', 'SPZ', 'STAD', 'CONCERN'] as const
const cents = oneOf(null, 100, 2_500_000, 60_000_000)

/** Few values each, so that areas meet in sources, pairs, contracts, keys and experiments. */
const line = fc
  .record({
    lineNumber: fc.nat(9).map((number) => `N-${number}`),
    programmeCode: oneOf(null, '4', '6'),
    taakveldCode: oneOf('0.8', '0.10', '8.1', '6.1'),
    lineType: oneOf(null, 'intern', 'exploitatie'),
    side: oneOf('L', 'L', 'B', null),
    description: oneOf(null, 'Bureau X', 'bureau x', 'Programmateam'),
    costCentreCode: oneOf(null, '6100'),
    amount0: cents,
    amount1: cents,
    sourceCode: oneOf(null, 'SP-GGW-2023', 'SUB-WBI', 'RES-H12'),
    counterpartAreaCode: oneOf(null, 'HOL', 'SPZ'),
    allocationKeyCode: oneOf(null, 'VS-GEBIED'),
    reserveCode: oneOf(null, 'H12'),
    contractNumber: oneOf(null, 'C-1'),
    experiment: oneOf(null, 'Data in de wijk'),
    tags: oneOf(null, 'stadsbreed'),
  })
  .map((fields): Row => budgetLine(fields.lineNumber, 0, fields))

const hours = fc
  .record({
    lineNumber: oneOf('I-1', 'I-2', 'I-3'),
    budgetLineNumber: oneOf(null, 'N-1', 'N-2'),
    role: oneOf(null, 'wijkmanager'),
    person: oneOf(null, 'P-1'),
    year: oneOf(2023, 2024),
    hours: oneOf(null, 100_000),
    rateCents: oneOf(null, 8_000, 9_200),
  })
  .map((fields): Row => hoursRow(fields.lineNumber, fields))

const coverage = fc
  .record({
    lineNumber: oneOf('D-1', 'D-2'),
    budgetLineNumber: oneOf(null, 'N-1', 'N-2'),
    year: oneOf(2023, 2024),
    sourceCode: oneOf(null, 'SP-GGW-2023', 'RES-H12'),
    amountCents: oneOf(null, 100, 45_000_000),
  })
  .map((fields): Row => coverageRow(fields.lineNumber, 0, fields))

const edits = fc.array(
  fc.record({
    kind: oneOf('create', 'create', 'create', 'change', 'delete'),
    at: fc.nat(),
    row: fc.oneof(line, line, hours, hours, coverage),
  }),
  { minLength: 3, maxLength: 14 },
)
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('push' as const),
        area: oneOf(...areas),
        version: oneOf('primitief', 'wijziging-1'),
        edits,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('state' as const),
        at: fc.nat(),
        to: oneOf<BudgetState>('concept', ...budgetStates),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('list' as const), euros: oneOf(100, 500_000, 900_000) }) },
  ),
  { minLength: 3, maxLength: 8 },
)
type Step = typeof steps extends fc.Arbitrary<readonly (infer T)[]> ? T : never
type Edits = Extract<Step, { kind: 'push' }>['edits']

const reason = 'toets van de regels over gebieden heen'

async function push(area: string, versie: string, edited: Edits): Promise<void> {
  const { answer } = await worker.sync(area, request({ versie, reason }), 'financien')
  const live = answer?.rows.map(({ row }) => row) ?? []
  const created = edited.filter(({ kind }) => kind === 'create').map(({ row }) => newRow(row, { isConfirmedNew: true }))
  const changed = edited.flatMap(({ kind, at, row }) => {
    const same = live.filter(({ fields }) => fields.table === row.table)
    const target = same[at % same.length]
    return kind === 'change' && target ? [changedRow(target, row)] : []
  })
  const deletions = edited.flatMap(({ kind, at }) => {
    const target: ServerRow | undefined = live[at % live.length]
    return kind === 'delete' && target ? [{ id: target.id, rev: target.rev, hash: target.hash }] : []
  })
  await worker.sync(area, request({ versie, reason, rows: [...changed, ...created], deletions }), 'financien')
}

/** As a transition does: the state and what it makes due in one batch. */
async function setState(at: number, to: BudgetState): Promise<void> {
  const budgets = await loadRound(worker.db, 2023)
  const budget = budgets[at % budgets.length]
  if (budget === undefined) return
  const key = { areaCode: budget.areaCode, year: 2023, version: budget.version }
  await worker.db.batch([
    worker.db.prepare('UPDATE budget SET state = ?2 WHERE budget_id = ?1').bind(budget.budgetId, to),
    ...stateDueStatements(worker.db, key, { from: budget.state, to }),
  ])
}

/** Finance changes what the stelpost has, and what moves the reserve. */
async function setCeiling(euros: number): Promise<void> {
  const { sources } = await loadReference(worker.db, 2023)
  const stelpost = sources.find(({ code }) => code === 'SP-GGW-2023')
  const ceilings = [{ year: 2023, areaCode: null, component: null, cents: euros * 100 }]
  const reserveCode = euros < 900_000 ? 'H12' : null
  for (const item of [
    { ...stelpost, code: 'SP-GGW-2023', ceilings },
    { ...stelpost, code: 'RES-H12', type: 'reserve', reserveCode, ceilings },
  ]) {
    const { items, lastChange } = await loadLists(worker.db)
    const kept = items.find(({ kind, code }) => kind === 'bronnen' && code === item.code)
    const planned: PlannedItem = {
      kind: 'bronnen',
      code: item.code,
      firstYear: 2023,
      version: (kept?.version ?? 0) + 1,
      item,
      index: 0,
      outcome: 'changed',
      changedFields: [],
    }
    expect(await commitLists(worker.db, { items: [planned], lastChange, actor: 'toets', atMs: 0 })).toBe('kept')
  }
}

async function take(step: Step): Promise<void> {
  if (step.kind === 'push') await push(step.area, step.version, step.edits)
  else if (step.kind === 'state') await setState(step.at, step.to)
  else await setCeiling(step.euros)
}

/** The live rows of every budget of the year, judged at once. */
async function judgedAtOnce(version: string) {
  const budgets = await loadRound(worker.db, 2023)
  const counted =
    version === derivedVersion ? claimingBudgets(budgets) : budgets.filter((budget) => budget.version === version)
  const rows = await Promise.all(
    counted.map(async ({ budgetId, areaCode, version: own }) => {
      const { results } = await worker.db
        .prepare(
          `SELECT v.fields FROM row_version v WHERE v.budget_id = ?1 AND v.deleted = 0
            AND v.rev = (SELECT max(w.rev) FROM row_version w WHERE w.budget_id = v.budget_id AND w.row_id = v.row_id)`,
        )
        .bind(budgetId)
        .all<{ fields: string }>()
      const live = results.map(({ fields }) => rowSchema.parse(JSON.parse(fields)))
      return {
        budget: { areaCode, year: 2023, version: own },
        lines: live.filter((row) => row.table === 'begroting'),
        hoursLines: live.filter((row) => row.table === 'inzet'),
        coverages: live.filter((row) => row.table === 'dekking'),
      }
    }),
  )
  return checkAreas(rows, { budgetYear: 2023, lists: await loadReference(worker.db, 2023), counted })
}

describe('[S-90] findings over areas, judged by what changed', () => {
  test('equal those of judging all rows at once, after any pushes, states and lists', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        for (const step of taken) {
          await take(step)
          for (const version of ['primitief', derivedVersion]) {
            const standing = await loadCrossFindings(worker.db, { year: 2023, version })
            expect(standing).toEqual(await judgedAtOnce(version))
            for (const { rule } of standing) seen.add(rule)
          }
        }
      }),
      { numRuns: 8, seed: 7_018, endOnFailure: true },
    )
    // Nothing is shown to be equal by rules that never found anything.
    expect(seen.size).toBeGreaterThan(12)
  }, 120_000)
})
