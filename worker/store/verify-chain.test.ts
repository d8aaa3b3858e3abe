import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { verifyChain } from './verify-chain.ts'

let worker: WorkerUnderTest

/** Three commits of HOL: two rows, a change of the first, a deletion of the second; and one of SPZ. */
beforeAll(async () => {
  worker = await startWorkerUnderTest()
  const [first, second] = acceptedRows(
    await worker.sync('HOL', request({ rows: [newRow(budgetLine('HOL-001', 1)), newRow(budgetLine('HOL-002', 2))] })),
  )
  if (first === undefined || second === undefined) throw new Error('The rows were not stored.')
  const reason = 'correctie'
  await worker.sync('HOL', request({ reason, rows: [changedRow(first, budgetLine('HOL-001', 3))] }), 'financien')
  await worker.sync('HOL', request({ deletions: [{ id: second.id, rev: second.rev, hash: second.hash }] }))
  await worker.sync('SPZ', request({ rows: [newRow(budgetLine('SPZ-001', 4))] }))
})
afterAll(() => worker.stop())

/** Alters the store as somebody with access to it could, reads the report, and puts everything back. */
async function reportAfter(table: 'row_version' | 'commit_log', sql: string) {
  const { results } = await worker.db.prepare(`SELECT * FROM ${table}`).all()
  const { meta } = await worker.db.prepare(sql).run()
  expect(meta.changes).toBeGreaterThan(0)
  const report = await verifyChain(worker.db, 'HOL')
  const columns = Object.keys(results[0] ?? {})
  await worker.db.batch([
    worker.db.prepare(`DELETE FROM ${table}`),
    ...results.map((record) =>
      worker.db
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .bind(...Object.values(record)),
    ),
  ])
  return report
}

/** The column of the other row of the same commit. */
const other = (column: string) => `(SELECT o.${column} FROM row_version o WHERE o.seq = v.seq AND o.row_id <> v.row_id)`

describe('[S-51] the audit chain of an area', () => {
  test('is whole after pushes by several people, a change and a deletion', async () => {
    expect(await verifyChain(worker.db, 'HOL')).toEqual({ areaCode: 'HOL', commits: 3, versions: 4, breaks: [] })
    expect(await verifyChain(worker.db, 'SPZ')).toEqual({ areaCode: 'SPZ', commits: 1, versions: 1, breaks: [] })
    expect(await verifyChain(worker.db, 'STH')).toEqual({ areaCode: 'STH', commits: 0, versions: 0, breaks: [] })
  })

  test.for([
    ['an amount in the first version', 1, `fields = replace(fields, '"amount0":1', '"amount0":9') WHERE rev = 1`],
    ['a content that no longer is a row', 1, `fields = '{"table":"begroting"}' WHERE rev = 1`],
    ['a content that is no object', 1, `fields = '7' WHERE rev = 1`],
    ['the hash of a version', 2, `hash = '0123456789abcdef' WHERE rev = 2 AND deleted = 0`],
    ['the number of a version', 2, 'rev = 7 WHERE rev = 2 AND deleted = 0'],
    ['a deletion into a version', 3, 'deleted = 0 WHERE deleted = 1'],
    ['the commit that a version belongs to', 1, 'seq = 2 WHERE seq = 1'],
    ['the commit of a version into one that does not exist', 3, 'seq = 900 WHERE seq = 3'],
  ] as const)('notices an altered version: %s', async ([, areaSeq, change]) => {
    const { breaks } = await reportAfter('row_version', `UPDATE row_version SET ${change}`)
    expect(breaks[0]?.areaSeq).toBe(areaSeq)
  })

  test('notices two versions that swapped their contents and hashes', async () => {
    const { breaks } = await reportAfter(
      'row_version',
      `UPDATE row_version AS v SET fields = ${other('fields')}, hash = ${other('hash')} WHERE seq = 1`,
    )
    expect(breaks[0]?.areaSeq).toBe(1)
  })

  test.for([
    [
      'a version of the first commit',
      1,
      'DELETE FROM row_version WHERE rev = 1 AND row_id = (SELECT min(row_id) FROM row_version)',
    ],
    ['the deletion', 3, 'DELETE FROM row_version WHERE deleted = 1'],
  ] as const)('notices that %s is missing', async ([, areaSeq, sql]) => {
    expect((await reportAfter('row_version', sql)).breaks[0]?.areaSeq).toBe(areaSeq)
  })

  test('notices a version that was added', async () => {
    const sql = `INSERT INTO row_version SELECT budget_id, row_id, rev + 5, seq, deleted, hash, fields FROM row_version WHERE seq = 2`
    expect((await reportAfter('row_version', sql)).breaks[0]?.areaSeq).toBe(2)
  })

  test.for([
    ['the reason', 2, "reason = 'iets anders' WHERE area_seq = 2"],
    ['no reason where there was one', 2, 'reason = NULL WHERE area_seq = 2'],
    ['who pushed', 1, "actor_oid = '0193aaaa-0000-4000-8000-000000000002' WHERE area_seq = 1"],
    ['when', 1, 'at_ms = at_ms - 1 WHERE area_seq = 1'],
    ['the workbook', 3, "workbook_id = 'x' WHERE area_seq = 3"],
    ['the push', 3, "push_id = 'x' WHERE area_seq = 3"],
    ['the hash', 2, 'hash = prev_hash WHERE area_seq = 2'],
    ['the content hash', 2, 'content_hash = prev_hash WHERE area_seq = 2'],
    ['the number of rows', 2, 'row_count = 2 WHERE area_seq = 2'],
  ] as const)('notices an altered commit: %s', async ([, areaSeq, change]) => {
    const { breaks } = await reportAfter('commit_log', `UPDATE commit_log SET ${change} AND area_code = 'HOL'`)
    expect(breaks[0]?.areaSeq).toBe(areaSeq)
  })

  test('notices a commit that is missing, with its versions or without', async () => {
    const alone = await reportAfter('commit_log', "DELETE FROM commit_log WHERE area_seq = 2 AND area_code = 'HOL'")
    expect(alone.breaks.map(({ areaSeq, en }) => [areaSeq, en])).toEqual([
      [3, 'a commit is missing'],
      [3, 'the chain does not fit'],
      [4, 'there are versions without a commit'],
    ])
  })

  test('is told in Dutch to who may read the log', async () => {
    const sql = "UPDATE commit_log SET at_ms = 1 WHERE area_seq = 3 AND area_code = 'HOL'"
    await worker.db.prepare(sql).run()
    expect(await worker.json('financien', '/v1/logboek/HOL/verificatie')).toEqual({
      gebied: 'HOL',
      vastleggingen: 3,
      versies: 4,
      breuken: [{ areaSeq: 3, nl: 'de keten sluit niet aan', en: 'the chain does not fit' }],
    })
  })
})
