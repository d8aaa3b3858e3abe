/** Whatever is pushed, an answer is what the pure functions make of the same rows: at once, and after every further push. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countedBudgets, coverageOf, defaultVersion, totalsOf } from '#shared/consolidation/index.ts'
import { exampleReference } from '#shared/example/index.ts'
import { type BudgetState, ceilingOf, drawsOf, type Row } from '#shared/model/index.ts'
import type { ServerRow } from '#shared/sync/index.ts'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  coverageRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { type Asked, askCells, cents, coverage, saldo, totaal } from './ask-cells.test-data.ts'
import type { CellValue } from './values.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const areas = ['HOL', 'SPZ'] as const
const versions = ['primitief', 'wijziging-1', 'wijziging-2'] as const
const sources = ['PB-6', 'SP-GGW-2023', 'SUB-WBI'] as const
const states: readonly BudgetState[] = ['concept', 'vastgesteld', 'aangehouden']

/** One budget of the store as the test knows it. */
interface Budget {
  readonly areaCode: string
  readonly version: string
  state: BudgetState
  rows: readonly ServerRow[]
}

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const amount = fc.oneof(oneOf(null, 0, 999_999_999_999, -999_999_999_999), fc.integer({ min: -1e6, max: 1e6 }))

const line = fc
  .record({
    domain: oneOf(null, 'sociaal', '0sociaal'),
    taakveldCode: oneOf(null, '0.1', '0.10'),
    side: oneOf(null, 'L', 'L', 'B'),
    nature: oneOf(null, 'I', 'S'),
    amount0: amount,
    amount1: amount,
    amount3: amount,
    sourceCode: oneOf(null, ...sources),
    component: oneOf(null, 'kernteam', 'experimenten'),
  })
  .map(
    (fields) =>
      (number: string): Row =>
        budgetLine(number, 0, fields),
  )
const covering = fc.record({ sourceCode: oneOf(...sources), year: oneOf(2023, 2024), amountCents: amount }).map(
  (fields) =>
    (number: string): Row =>
      coverageRow(number, 0, fields),
)

/** What happens to one budget: a row more, a row changed or deleted, or another state. */
const event = fc.record({
  area: oneOf(...areas),
  version: oneOf(...versions),
  kind: oneOf('add', 'add', 'add', 'change', 'delete', 'state'),
  at: fc.nat(),
  row: fc.oneof(line, line, covering),
  state: oneOf(...states),
})
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never

const question: fc.Arbitrary<Asked> = fc.oneof(
  fc
    .record({
      gebied: oneOf(null, ...areas),
      versie: oneOf(null, 'primitief', 'wijziging-1', 'na-wijziging'),
      kant: oneOf('L', 'B'),
      aard: oneOf(null, 'I', 'S'),
      taakveld: oneOf(null, '0.1', '0.10'),
      domein: oneOf(null, 'sociaal', '0sociaal'),
      kalenderjaar: oneOf(null, 2023, 2024, 2026),
    })
    .map(totaal),
  fc
    .tuple(oneOf(null, ...areas), oneOf(null, 'primitief', 'na-wijziging'))
    .map(([area, version]) => saldo(area, version)),
  fc
    .record({
      functie: oneOf('beroep', 'restant'),
      bron: oneOf(...sources),
      gebied: oneOf(null, ...areas),
      onderdeel: oneOf(null, 'kernteam'),
    })
    .map(({ functie, bron, ...parts }) => coverage(functie, bron, parts)),
)

function counted(budgets: readonly Budget[], versie: string | null, gebied: string | null): readonly Budget[] {
  return areas
    .filter((area) => gebied === null || area === gebied)
    .flatMap((area) => {
      const own = budgets.filter(({ areaCode }) => areaCode === area)
      return countedBudgets(versie ?? defaultVersion(own), own)
    })
}

const keyOf = ({ areaCode, version }: Budget) => ({ areaCode, year: 2023, version })
const liveRows = ({ rows }: Budget) => rows.map(({ fields }) => fields)
const linesOf = (budget: Budget) => liveRows(budget).filter((row) => row.table === 'begroting')
const coveragesOf = (budget: Budget) => liveRows(budget).filter((row) => row.table === 'dekking')

/** The answer from the rows by the pure functions; undefined: no such budget. */
function expected(budgets: readonly Budget[], asked: Asked): CellValue | undefined {
  switch (asked.functie) {
    case 'totaal': {
      const among = counted(budgets, asked.versie, asked.gebied)
      const fits = (part: string | null, value: string) => part === null || part === value
      const totals = among
        .flatMap((budget) => totalsOf(keyOf(budget), linesOf(budget)))
        .filter(({ year, side }) => year === (asked.kalenderjaar ?? 2023) && side === asked.kant)
        .filter(
          ({ nature, taakveldCode, domain }) =>
            fits(asked.aard, nature) && fits(asked.taakveld, taakveldCode) && fits(asked.domein, domain),
        )
      return among.length === 0 ? undefined : cents(sum(totals))
    }
    case 'saldo': {
      const among = counted(budgets, asked.versie, asked.gebied)
      const totals = among
        .flatMap((budget) => totalsOf(keyOf(budget), linesOf(budget)))
        .filter(({ year }) => year === 2023)
      const of = (kant: string) => sum(totals.filter(({ side }) => side === kant))
      return among.length === 0 ? undefined : cents(of('B') - of('L'))
    }
    case 'beroep':
    case 'restant': {
      const among = counted(budgets, null, asked.gebied)
      const draws = among.flatMap((budget) => drawsOf(keyOf(budget), linesOf(budget), coveragesOf(budget)))
      const source = exampleReference.sources.find(({ code }) => code === asked.bron)
      if (source === undefined) throw new Error(`The example has no source ${asked.bron}.`)
      if (asked.functie === 'beroep' || asked.gebied !== null || asked.onderdeel !== null) {
        const own = draws.filter(({ sourceCode, year }) => sourceCode === asked.bron && year === 2023)
        const drawn = sum(own.filter(({ component }) => asked.onderdeel === null || component === asked.onderdeel))
        if (asked.functie === 'beroep') return cents(drawn)
        const ceiling = source.ceilings.find(
          (one) => one.year === 2023 && one.areaCode === asked.gebied && one.component === asked.onderdeel,
        )
        return ceiling === undefined ? undefined : cents(BigInt(ceiling.cents) - drawn)
      }
      const whole = coverageOf(draws, [source], [2023]).find(
        ({ sourceCode, component }) => sourceCode === asked.bron && component === null,
      )
      const none = ceilingOf(source, 2023) === undefined ? undefined : cents(ceilingOf(source, 2023) ?? 0)
      return whole === undefined ? none : cents(whole.remainingCents ?? 0n)
    }
    default:
      throw new Error(`${asked.functie} is not asked here.`)
  }
}

function sum(items: readonly { readonly cents: number }[]): bigint {
  return items.reduce((total, item) => total + BigInt(item.cents), 0n)
}

let rowsMade = 0

/** Does it in the store and in what the test knows. */
async function happen(budgets: Budget[], { area, version, kind, at, row, state }: Event): Promise<void> {
  const known = budgets.find((budget) => budget.areaCode === area && budget.version === version)
  const target = known?.rows[at % (known.rows.length || 1)]
  if (kind === 'state') {
    if (known === undefined) return
    known.state = state
    await setState(known, state)
    return
  }
  // A budget that is not in concept takes no push; states are another matter than sums.
  if (known !== undefined) await setState(known, 'concept')
  rowsMade++
  const fresh = row(`${area}-${rowsMade}`)
  const push =
    kind === 'add' || target === undefined
      ? { rows: [newRow(fresh, { isConfirmedNew: true })] }
      : kind === 'change' && target.fields.table === fresh.table
        ? { rows: [changedRow(target, { ...fresh, lineNumber: target.fields.lineNumber })] }
        : { deletions: [{ id: target.id, rev: target.rev, hash: target.hash }] }
  const outcome = await worker.sync(area, request({ versie: version, ...push }))
  expect(outcome.status).toBe(200)
  const budget = known ?? { areaCode: area, version, state: 'concept', rows: [] }
  if (known === undefined) budgets.push(budget)
  const accepted = acceptedRows(outcome)
  const gone = new Set([...accepted.map(({ id }) => id), ...(push.deletions ?? []).map(({ id }) => id)])
  budget.rows = [...budget.rows.filter(({ id }) => !gone.has(id)), ...('deletions' in push ? [] : accepted)]
  if (known !== undefined) await setState(known, known.state)
}

function setState({ areaCode, version }: Budget, state: BudgetState) {
  return worker.db
    .prepare('UPDATE budget SET state = ?3 WHERE area_code = ?1 AND version = ?2 AND budget_year = 2023')
    .bind(areaCode, version, state)
    .run()
}

test('answers equal the pure functions over the same rows, after every push', { timeout: 120_000 }, async () => {
  const budgets: Budget[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 3 }),
      fc.array(question, { minLength: 20, maxLength: 40 }),
      async (events, questions) => {
        for (const one of events) await happen(budgets, one)
        const answers = await askCells(worker, 'griffie', questions)
        const wrong = questions.flatMap((asked, i) => {
          const value = expected(budgets, asked) ?? 'fout'
          const answer = answers[i]?.soort === 'fout' ? 'fout' : answers[i]
          return JSON.stringify(value) === JSON.stringify(answer) ? [] : [{ asked, value, answer }]
        })
        expect(wrong).toEqual([])
      },
    ),
    // Every run goes on with what the runs before it left in the store, so a shorter example is another one.
    { numRuns: 40, endOnFailure: true },
  )
  expect(budgets.length).toBeGreaterThan(3)
})
