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
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { type Head, type ServerRow, stampOf } from '#shared/sync/index.ts'

let worker: WorkerUnderTest
let kept: ServerRow
let later: ServerRow
let lost: ServerRow
let headBefore: Head
let headLost: Head

/** Tables that a push writes, in the order in which they may be emptied. */
const tables = ['row_version', 'line', 'total', 'draw', 'push_receipt', 'commit_log'] as const
type Snapshot = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

async function takeSnapshot(): Promise<Snapshot> {
  const results = await worker.db.batch<Record<string, unknown>>(
    tables.map((table) => worker.db.prepare(`SELECT * FROM ${table}`)),
  )
  return new Map(tables.map((table, i) => [table, results[i]?.results ?? []]))
}

async function putBack(snapshot: Snapshot): Promise<void> {
  const inserts = [...snapshot].flatMap(([table, records]) =>
    records.map((record) => {
      const columns = Object.keys(record)
      const places = columns.map((_, i) => `?${i + 1}`).join(', ')
      return worker.db
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
        .bind(...Object.values(record))
    }),
  )
  await worker.db.batch([...tables.map((table) => worker.db.prepare(`DELETE FROM ${table}`)), ...inserts])
}

/** A workbook holds three rows; then the server is put back to when it had only the first, in its first version. */
beforeAll(async () => {
  worker = await startWorkerUnderTest()
  const first = await worker.sync('HOL', request({ rows: [newRow(budgetLine('HOL-001', 100))] }))
  const [original] = acceptedRows(first)
  if (original === undefined) throw new Error('The first row was not stored.')
  kept = original
  headBefore = first.answer.head
  const snapshot = await takeSnapshot()
  const second = await worker.sync(
    'HOL',
    request({ rows: [changedRow(kept, budgetLine('HOL-001', 200)), newRow(budgetLine('HOL-002', 300))] }),
  )
  const [change, created] = acceptedRows(second)
  if (change === undefined || created === undefined) throw new Error('The second push was not stored.')
  later = change
  lost = created
  headLost = second.answer.head
  await putBack(snapshot)
})
afterAll(() => worker.stop())

describe('[S-45] a server that was put back', () => {
  test('refuses a workbook that saw later commits, before anything is read or written', async () => {
    const outcome = await worker.sync('HOL', request({ head: headLost, rows: [newRow(budgetLine('HOL-003', 1))] }))
    expect(outcome.status).toBe(409)
    expect(problemName(outcome.problem)).toBe('geschiedenis-wijkt-af')
    const { answer } = await worker.sync('HOL', request())
    expect(answer.head).toEqual(headBefore)
    expect(answer.rows.map(({ row }) => row.id)).toEqual([kept.id])
  })

  test('goes on as before for a workbook that saw none of them', async () => {
    const known: [string, string][] = [[kept.id, stampOf(kept)]]
    expect((await worker.sync('HOL', request({ head: headBefore, known }))).status).toBe(204)
  })

  test('tells a recovering workbook which rows it lost and which it has another version of', async () => {
    const known = [later, lost].map((row): [string, string] => [row.id, stampOf(row)])
    const { answer } = await worker.sync('HOL', request({ head: headLost, isRecovering: true, known }))
    expect(answer.lost).toEqual([lost.id])
    expect(answer.rows).toMatchObject([{ row: { id: kept.id, rev: 1, fields: { amount0: 100 } }, isDiverged: true }])
  })

  test('overwrites nothing when the workbook pushes what it had: conflicts and unknown rows', async () => {
    const rows = [changedRow(later, budgetLine('HOL-001', 250)), changedRow(lost, budgetLine('HOL-002', 300))]
    const outcome = await worker.sync('HOL', request({ head: headLost, isRecovering: true, rows }))
    expect(outcome.answer.results).toMatchObject([
      { kind: 'conflict', id: kept.id, fields: ['amount.2023'], row: { rev: 1, fields: { amount0: 100 } } },
      { kind: 'unknown', id: lost.id },
    ])
  })

  test('notices it also when other commits have taken the numbers of the lost ones', async () => {
    await worker.sync('HOL', request({ versie: 'prognose', rows: [newRow(budgetLine('HOL-009', 9))] }))
    const outcome = await worker.sync('HOL', request({ head: headLost }))
    expect(problemName(outcome.problem)).toBe('geschiedenis-wijkt-af')
  })

  test('stores a lost row again when a person says so', async () => {
    const row = { ...changedRow(lost, budgetLine('HOL-002', 300)), isOrphan: true }
    const outcome = await worker.sync('HOL', request({ head: headLost, isRecovering: true, rows: [row] }))
    expect(kindsOf(outcome)).toEqual(['accepted'])
    expect(outcome.answer.results).toMatchObject([{ row: { id: lost.id, rev: 1, fields: { amount0: 300 } } }])
  })
})
