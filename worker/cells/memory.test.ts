import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countedDatabase, sumOf } from '../store/counted-database.test-data.ts'
import {
  budgetLine,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { totalCents } from './budget-index.ts'
import { emptyMemory, type Memory, recall, recallSums } from './memory.ts'

let worker: WorkerUnderTest
const jaar = 2023
const areas = ['HOL', 'SPZ', 'STH']
const lasten = { side: 'L', nature: null, taakveldCode: null, domain: null } as const

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  for (const area of areas) await push(area, `${area}-001`, 1_00)
})
afterAll(() => worker.stop())

async function push(area: string, number: string, cents: number): Promise<void> {
  const taakvelden = ['0.1', '0.4', '2.1', '6.1', '8.1']
  const rows = taakvelden.map((taakveldCode, i) => newRow(budgetLine(`${number}.${i}`, cents, { taakveldCode })))
  const { status } = await worker.sync(area, request({ jaar, rows }))
  expect(status).toBe(200)
}

/** Lasten of each area, as a request with this memory finds them. */
async function read(db: D1Database, memory: Memory): Promise<Readonly<Record<string, bigint>>> {
  const { kept, budgets } = await recall(db, memory, [jaar])
  const indexes = await recallSums(
    db,
    kept,
    budgets.map(({ budgetId }) => budgetId),
  )
  return Object.fromEntries(
    budgets.map(({ budgetId, areaCode }) => {
      const index = indexes.get(budgetId)
      return [areaCode, index === undefined ? -1n : totalCents(index, lasten, 0)]
    }),
  )
}

const stored = () => read(worker.db, emptyMemory())

describe('what an isolate remembers', () => {
  test('is read once, and after a push only of the budget that was pushed to', async () => {
    const memory = emptyMemory()
    const costOf = async () => {
      const { db, calls } = countedDatabase(worker.db)
      await read(db, memory)
      return { calls: calls.length, rowsRead: sumOf(calls).rowsRead }
    }
    const first = await costOf()
    const quiet = await costOf()
    await push('HOL', 'HOL-002', 5_00)
    const afterPush = await costOf()
    expect([first.calls, quiet.calls, afterPush.calls]).toEqual([3, 1, 2])
    // Three budgets of five totals, or one; the rest is what every request reads of commits, budgets and lists.
    expect(first.rowsRead).toBeGreaterThan(afterPush.rowsRead + 9)
    expect(quiet.rowsRead).toBeLessThan(15)
    expect(await read(worker.db, memory)).toEqual(await stored())
  })

  test('costs next to nothing to keep up to date, however many commits there were before', async () => {
    await worker.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
          INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid, at_ms,
            row_count, content_hash, prev_hash, hash)
          SELECT 'VEEL', i, (SELECT min(budget_id) FROM budget), 'veel-' || i, '', '', '', 0, 0, '', '', i FROM n`,
      )
      .run()
    const memory = emptyMemory()
    const { db, calls } = countedDatabase(worker.db)
    await read(db, memory)
    await read(db, memory)
    expect(calls.every(({ rowsRead }) => rowsRead < 80)).toBe(true)
  })

  test('is all forgotten when the store was put back to an earlier state', async () => {
    const memory = emptyMemory()
    const before = await read(worker.db, memory)
    const { seq } = (await recall(worker.db, memory, [jaar])) as { seq: number }
    await push('SPZ', 'SPZ-003', 9_00)
    await read(worker.db, memory)
    // As a restored database: the commit and what it added are gone, and another commit takes its number.
    await worker.db.batch([
      worker.db.prepare('UPDATE commit_log SET seq = -seq WHERE seq > ?1').bind(seq),
      worker.db.prepare("UPDATE sqlite_sequence SET seq = ?1 WHERE name = 'commit_log'").bind(seq),
      worker.db
        .prepare(
          'UPDATE total SET cents0 = cents0 - 900 WHERE budget_id IN (SELECT budget_id FROM budget WHERE area_code = ?1)',
        )
        .bind('SPZ'),
    ])
    expect(await read(worker.db, memory)).toEqual(before)
    await push('STH', 'STH-003', 1_00)
    expect(await read(worker.db, memory)).toEqual(await stored())
  })

  test('is of the years asked about, and others come when they are asked', async () => {
    const memory = emptyMemory()
    const { budgets } = await recall(worker.db, memory, [])
    expect(budgets).toEqual([])
    expect(await read(worker.db, memory)).toEqual(await stored())
  })
})

describe('requests at the same time', () => {
  test('that read before a push do not undo what one after it learned', async () => {
    const memory = emptyMemory()
    const slow = slowSums()
    const early = read(slow.db, memory)
    await slow.read
    await push('HOL', 'HOL-004', 3_00)
    const late = await read(worker.db, memory)
    slow.release()
    const expected = await stored()
    expect(late).toEqual(expected)
    expect((await early)['HOL']).toBe((expected['HOL'] ?? 0n) - 15_00n)
    expect(await read(worker.db, memory)).toEqual(expected)
    expect(memory.kept.budgets.size).toBe(areas.length)
  })

  test('that both start with nothing leave nothing behind that is older than they know', async () => {
    const memory = emptyMemory()
    const slow = slowNews()
    const late = recall(slow.db, memory, [])
    await read(worker.db, memory)
    await push('HOL', 'HOL-005', 3_00)
    slow.release()
    await late
    expect(memory.kept.budgets.size).toBe(areas.length)
    expect(await read(worker.db, memory)).toEqual(await stored())
  })
})

/** A database that runs the first batch of a request, the one with the news, when the test says so. */
function slowNews() {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const db = {
    prepare: (sql: string) => worker.db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      await released
      return worker.db.batch(statements)
    },
  } as unknown as D1Database
  return { db, release }
}

/** A database whose batch with the sums is answered when the test says so. */
function slowSums() {
  let release: () => void = () => undefined
  let wasRead: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  const read = new Promise<void>((resolve) => (wasRead = resolve))
  const db = {
    prepare: (sql: string) => worker.db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await worker.db.batch(statements)
      if (statements.length === 3) {
        wasRead()
        await released
      }
      return results
    },
  } as unknown as D1Database
  return { db, release, read }
}
