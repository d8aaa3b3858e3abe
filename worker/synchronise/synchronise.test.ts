import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  kindsOf,
  newRow,
  nextId,
  problemName,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { rowHash, type ServerRow, stampOf } from '#shared/sync/index.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

/** How many rows each table of the store has: what must not move when nothing may be written. */
async function rowCounts(): Promise<unknown> {
  return worker.db
    .prepare(
      `SELECT (SELECT count(*) FROM commit_log) AS commits, (SELECT count(*) FROM push_receipt) AS receipts,
        (SELECT count(*) FROM row_version) AS versions, (SELECT count(*) FROM line) AS lines,
        (SELECT coalesce(sum(cents0 + cents1 + cents2 + cents3), 0) FROM total) AS totals, (SELECT coalesce(sum(cents), 0) FROM draw) AS draws`,
    )
    .first()
}

/** A line in a budget year of its own, so that tests do not see each other's rows. */
async function stored(jaar: number, lineNumber: string, cents: number): Promise<ServerRow> {
  const outcome = await worker.sync('HOL', request({ jaar, rows: [newRow(budgetLine(lineNumber, cents))] }))
  const [row] = acceptedRows(outcome)
  if (row === undefined) throw new Error(`The row was not stored: ${JSON.stringify(outcome)}`)
  return row
}

describe('a push', () => {
  test('stores new rows and answers with their first version and the head', async () => {
    const row = newRow(budgetLine('HOL-001', 1_250))
    const outcome = await worker.sync('HOL', request({ rows: [row] }))
    expect(outcome.status).toBe(200)
    expect(outcome.answer).toMatchObject({
      head: { seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      results: [
        {
          kind: 'accepted',
          id: row.id,
          row: {
            rev: 1,
            hash: rowHash(row.fields),
            isDeleted: false,
            fields: row.fields,
            by: 'Controller Holtenbroek',
          },
        },
      ],
      rows: [],
      lost: [],
      findings: [],
      isReplay: false,
    })
  })

  test('[S-47] leaves nothing to do for the next synchronisation', async () => {
    const first = await worker.sync('SPZ', request({ rows: [newRow(budgetLine('SPZ-001', 1))] }))
    const known = acceptedRows(first).map((row): [string, string] => [row.id, stampOf(row)])
    const second = await worker.sync('SPZ', request({ head: first.answer.head, known }))
    expect(second).toEqual({ status: 204, answer: undefined, problem: undefined })
  })

  test('gives a workbook that never synchronised every row of the budget', async () => {
    const row = await stored(2030, 'HOL-001', 77)
    const { answer } = await worker.sync('HOL', request({ jaar: 2030 }))
    expect(answer.rows).toEqual([{ row, isDiverged: false }])
  })

  test('with a number that a live line has creates nothing and names that line', async () => {
    const existing = await stored(2031, 'HOL-001', 10)
    const twin = newRow(budgetLine('HOL-001', 99))
    const { answer } = await worker.sync('HOL', request({ jaar: 2031, rows: [twin] }))
    expect(answer.results).toEqual([{ kind: 'duplicate', id: twin.id, row: existing, isEarlierContent: false }])
  })

  test('with the content that a live line once had creates nothing until a person says that it is new', async () => {
    const existing = await stored(2032, 'HOL-001', 10)
    const renumbered = changedRow(existing, budgetLine('HOL-002', 10))
    await worker.sync('HOL', request({ jaar: 2032, rows: [renumbered] }))
    const again = newRow(budgetLine('HOL-001', 10))
    const asked = await worker.sync('HOL', request({ jaar: 2032, rows: [again] }))
    expect(asked.answer.results).toMatchObject([
      { kind: 'duplicate', id: again.id, row: { id: existing.id }, isEarlierContent: true },
    ])
    const confirmed = await worker.sync('HOL', request({ jaar: 2032, rows: [{ ...again, isConfirmedNew: true }] }))
    expect(kindsOf(confirmed)).toEqual(['accepted'])
  })

  test('[S-42] deletes a row with a tombstone that other workbooks are told about, and frees its number', async () => {
    const row = await stored(2033, 'HOL-001', 10)
    const deletion = { id: row.id, rev: row.rev, hash: row.hash }
    const deleted = await worker.sync('HOL', request({ jaar: 2033, deletions: [deletion] }))
    expect(deleted.answer.results).toEqual([{ kind: 'deleted', id: row.id }])
    const other = await worker.sync('HOL', request({ jaar: 2033, known: [[row.id, stampOf(row)]] }))
    expect(other.answer.rows).toMatchObject([{ row: { id: row.id, rev: 2, isDeleted: true }, isDiverged: false }])
    const reused = await worker.sync('HOL', request({ jaar: 2033, rows: [newRow(budgetLine('HOL-001', 11))] }))
    expect(kindsOf(reused)).toEqual(['accepted'])
    const changed = await worker.sync(
      'HOL',
      request({ jaar: 2033, rows: [changedRow(row, budgetLine('HOL-001', 12))] }),
    )
    expect(kindsOf(changed)).toEqual(['gone'])
  })

  test('does not delete a row that changed since it was shown', async () => {
    const row = await stored(2034, 'HOL-001', 10)
    await worker.sync('HOL', request({ jaar: 2034, rows: [changedRow(row, budgetLine('HOL-001', 20))] }))
    const stale = { id: row.id, rev: row.rev, hash: row.hash }
    const { answer } = await worker.sync('HOL', request({ jaar: 2034, deletions: [stale] }))
    expect(answer.results).toMatchObject([{ kind: 'delete-conflict', id: row.id, row: { rev: 2, isDeleted: false } }])
  })

  test('[S-40] merges different fields of one row and tells about the same one', async () => {
    const row = await stored(2035, 'HOL-001', 10)
    const amount = budgetLine('HOL-001', 20)
    await worker.sync('HOL', request({ jaar: 2035, rows: [changedRow(row, amount)] }))
    const note = budgetLine('HOL-001', 10, { note: 'Zie bijlage.' })
    const merged = await worker.sync('HOL', request({ jaar: 2035, rows: [changedRow(row, note)] }))
    expect(acceptedRows(merged)).toMatchObject([{ rev: 3, fields: { amount0: 20, note: 'Zie bijlage.' } }])
    const clash = await worker.sync('HOL', request({ jaar: 2035, rows: [changedRow(row, budgetLine('HOL-001', 30))] }))
    expect(clash.answer.results).toMatchObject([
      { kind: 'conflict', id: row.id, fields: ['amount.2035'], base: { 'amount.2035': 10 }, row: { rev: 3 } },
    ])
  })

  test('may leave empty fields out, and gets them back as empty', async () => {
    const row = await stored(2036, 'HOL-001', 5)
    expect(row.fields).toMatchObject({ amount1: null, note: null, sourceCode: null })
  })
})

describe('[S-43] a push that comes twice', () => {
  test('changes nothing the second time and says so', async () => {
    const first = request({ jaar: 2040, rows: [newRow(budgetLine('HOL-001', 500))] })
    const answered = await worker.sync('HOL', first)
    const before = await rowCounts()
    const again = await worker.sync('HOL', first)
    expect(again.status).toBe(200)
    expect(again.answer.isReplay).toBe(true)
    expect(again.answer.results).toEqual(answered.answer.results)
    expect(await rowCounts()).toEqual(before)
  })

  test('changes nothing although others have written in between', async () => {
    const row = await stored(2041, 'HOL-001', 1)
    const mine = request({ jaar: 2041, rows: [changedRow(row, budgetLine('HOL-001', 2))] })
    const [second] = acceptedRows(await worker.sync('HOL', mine))
    if (second === undefined) throw new Error('The change was not accepted.')
    await worker.sync('HOL', request({ jaar: 2041, rows: [changedRow(second, budgetLine('HOL-001', 1))] }))
    const before = await rowCounts()
    const late = await worker.sync('HOL', mine)
    expect(late.answer.isReplay).toBe(true)
    expect(await rowCounts()).toEqual(before)
    const { answer } = await worker.sync('HOL', request({ jaar: 2041 }))
    expect(answer.rows).toMatchObject([{ row: { rev: 3, fields: { amount0: 1 } } }])
  })

  test('at the same moment is carried out once', async () => {
    const push = request({ jaar: 2042, rows: [newRow(budgetLine('HOL-001', 500))] })
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => worker.sync('HOL', push)))
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(outcomes.filter(({ answer }) => !answer.isReplay)).toHaveLength(1)
    const pulled = await worker.sync('HOL', request({ jaar: 2042 }))
    expect(pulled.answer.rows).toMatchObject([{ row: { rev: 1 } }])
  })

  test('does not write late what had nothing to write at first', async () => {
    const row = await stored(2043, 'HOL-001', 1)
    const unchanged = request({ jaar: 2043, rows: [changedRow(row, budgetLine('HOL-001', 1))] })
    expect(acceptedRows(await worker.sync('HOL', unchanged))).toEqual([row])
    await worker.sync('HOL', request({ jaar: 2043, rows: [changedRow(row, budgetLine('HOL-001', 2))] }))
    const before = await rowCounts()
    expect((await worker.sync('HOL', unchanged)).answer.isReplay).toBe(true)
    expect(await rowCounts()).toEqual(before)
  })

  test('with another body is refused', async () => {
    const first = request({ jaar: 2044, rows: [newRow(budgetLine('HOL-001', 1))] })
    await worker.sync('HOL', first)
    const before = await rowCounts()
    const other = await worker.sync('HOL', { ...first, rows: [newRow(budgetLine('HOL-002', 2))] })
    expect(other.status).toBe(409)
    expect(problemName(other.problem)).toBe('sleutel-hergebruikt')
    expect(await rowCounts()).toEqual(before)
  })

  test.for([undefined, '', nextId()])('needs its push id as Idempotency-Key: %o is refused', async (key) => {
    const push = request({ rows: [newRow(budgetLine('HOL-090', 1))] })
    const outcome = await worker.sendText('controller-hol', 'HOL', key, JSON.stringify(push))
    expect(outcome.status).toBe(400)
    expect(outcome.problem.detail).toContain('Idempotency-Key')
  })
})

describe('[S-55] a budget that is not in concept', () => {
  test.for(['ingediend', 'teruggegeven', 'goedgekeurd', 'vastgesteld', 'aangehouden'] as const)(
    'refuses a push and keeps everything as it was: %s',
    async (state) => {
      const jaar = 2050
      const versie = `wijziging-${['ingediend', 'teruggegeven', 'goedgekeurd', 'vastgesteld', 'aangehouden'].indexOf(state) + 1}`
      const row = newRow(budgetLine('HOL-001', 100, { sourceCode: 'SP-X' }))
      const [existing] = acceptedRows(await worker.sync('HOL', request({ jaar, versie, rows: [row] })))
      if (existing === undefined) throw new Error('The row was not stored.')
      await worker.db.prepare('UPDATE budget SET state = ?1 WHERE version = ?2').bind(state, versie).run()
      const before = await rowCounts()
      const changes = [changedRow(existing, budgetLine('HOL-001', 200)), newRow(budgetLine('HOL-002', 300))]
      const outcome = await worker.sync('HOL', request({ jaar, versie, rows: changes }))
      expect(outcome.status).toBe(409)
      expect(problemName(outcome.problem)).toBe('begroting-vergrendeld')
      expect(outcome.problem.detail).toContain(`HOL 2050 ${versie}`)
      expect(await rowCounts()).toEqual(before)
      const pulled = await worker.sync('HOL', request({ jaar, versie }))
      expect(pulled.answer.rows).toMatchObject([{ row: { rev: 1, fields: { amount0: 100 } } }])
    },
  )
})

describe('an older client', () => {
  test('of the same major is accepted', async () => {
    const outcome = await worker.sync(
      'HOL',
      request({ jaar: 2060, protocol: '1.9', rows: [newRow(budgetLine('HOL-001', 1))] }),
    )
    expect(kindsOf(outcome)).toEqual(['accepted'])
  })

  test('of another major may pull but not push', async () => {
    const push = await worker.sync(
      'HOL',
      request({ jaar: 2060, protocol: '0.9', rows: [newRow(budgetLine('HOL-002', 1))] }),
    )
    expect(push.status).toBe(409)
    expect(problemName(push.problem)).toBe('protocol-te-oud')
    const pull = await worker.sync('HOL', request({ jaar: 2060, protocol: '0.9' }))
    expect(pull.status).toBe(200)
    expect(pull.answer.rows).toHaveLength(1)
  })
})
