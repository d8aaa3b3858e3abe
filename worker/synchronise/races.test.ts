import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  kindsOf,
  newRow,
  problemName,
  request,
  startWorkerUnderTest,
  type SyncOutcome,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import type { SyncRequest } from '#shared/sync/index.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const parallel = 20

/** As a client does: too busy means the same push once more. */
async function syncUntilDone(areaCode: string, push: SyncRequest): Promise<SyncOutcome> {
  for (;;) {
    const outcome = await worker.sync(areaCode, push)
    if (outcome.status !== 503) return outcome
    expect(problemName(outcome.problem)).toBe('te-druk')
  }
}

async function keptTotal(jaar: number): Promise<unknown> {
  return worker.db
    .prepare(
      'SELECT sum(cents0 + cents1 + cents2 + cents3) AS cents, sum(lines0 + lines1 + lines2 + lines3) AS lines FROM total JOIN budget USING (budget_id) WHERE budget_year = ?1',
    )
    .bind(jaar)
    .first()
}

describe('[S-44] twenty pushes at once', () => {
  test('of one number: one creates the line, the others are told which line has it', async () => {
    const pushes = Array.from({ length: parallel }, (_, i) =>
      request({ jaar: 2030, rows: [newRow(budgetLine('HOL-001', 1_000 + i))] }),
    )
    const outcomes = await Promise.all(pushes.map((push) => syncUntilDone('HOL', push)))
    const [winner, ...more] = outcomes.flatMap(acceptedRows)
    expect(more).toEqual([])
    const told = outcomes.flatMap(({ answer }) => answer.results.filter(({ kind }) => kind === 'duplicate'))
    expect(told).toHaveLength(parallel - 1)
    expect(told).toEqual(told.map((result) => ({ ...result, row: winner, isEarlierContent: false })))
    expect(await keptTotal(2030)).toEqual({
      cents: winner?.fields.table === 'begroting' ? winner.fields.amount0 : 0,
      lines: 1,
    })
  })

  test('on one field of one row: one change is taken, the others are conflicts', async () => {
    const [row] = acceptedRows(
      await worker.sync('HOL', request({ jaar: 2031, rows: [newRow(budgetLine('HOL-001', 1))] })),
    )
    if (row === undefined) throw new Error('The row was not stored.')
    const pushes = Array.from({ length: parallel }, (_, i) =>
      request({ jaar: 2031, rows: [changedRow(row, budgetLine('HOL-001', 100 + i))] }),
    )
    const outcomes = await Promise.all(pushes.map((push) => syncUntilDone('HOL', push)))
    const kinds = outcomes.flatMap(kindsOf)
    expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(parallel - 1)
    const [taken] = outcomes.flatMap(acceptedRows)
    expect(taken?.rev).toBe(2)
    expect(await keptTotal(2031)).toEqual({
      cents: taken?.fields.table === 'begroting' ? taken.fields.amount0 : 0,
      lines: 1,
    })
  })

  test('on different fields of one row: all are merged', async () => {
    const [row] = acceptedRows(
      await worker.sync('HOL', request({ jaar: 2032, rows: [newRow(budgetLine('HOL-001', 1))] })),
    )
    if (row === undefined) throw new Error('The row was not stored.')
    const changes = [{ amount0: 5 }, { amount1: 6 }, { amount2: 7 }, { amount3: 8 }, { note: 'een' }, { basis: 'twee' }]
    const pushes = changes.map((change) =>
      request({ jaar: 2032, rows: [changedRow(row, budgetLine('HOL-001', 1, change))] }),
    )
    await Promise.all(pushes.map((push) => syncUntilDone('HOL', push)))
    const { answer } = await worker.sync('HOL', request({ jaar: 2032 }))
    expect(answer.rows).toMatchObject([
      { row: { rev: 7, fields: { amount0: 5, amount1: 6, amount2: 7, amount3: 8, note: 'een', basis: 'twee' } } },
    ])
    expect(await keptTotal(2032)).toEqual({ cents: 26, lines: 4 })
  })

  test('of different rows: all land, each in a commit of its own', async () => {
    const pushes = Array.from({ length: parallel }, (_, i) =>
      request({ jaar: 2033, rows: [newRow(budgetLine(`HOL-${String(i).padStart(3, '0')}`, 10 ** (i % 10)))] }),
    )
    const outcomes = await Promise.all(pushes.map((push) => syncUntilDone('HOL', push)))
    expect(outcomes.flatMap(kindsOf)).toEqual(Array.from({ length: parallel }, () => 'accepted'))
    expect(new Set(outcomes.map(({ answer }) => answer.head.seq)).size).toBe(parallel)
    expect(await keptTotal(2033)).toEqual({ cents: 2 * 1_111_111_111, lines: parallel })
  })

  test('in different areas do not wait for each other', async () => {
    const areas = ['HOL', 'SPZ', 'STH', 'SHT', 'STAD']
    const outcomes = await Promise.all(
      areas.map((area) => worker.sync(area, request({ jaar: 2034, rows: [newRow(budgetLine(`${area}-001`, 1))] }))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(areas.map(() => 200))
    expect(await keptTotal(2034)).toEqual({ cents: 5, lines: 5 })
  })

  test('leave every audit chain whole', async () => {
    expect(await worker.json('beheer', '/v1/logboek/HOL/verificatie')).toMatchObject({ breuken: [] })
  })
})
