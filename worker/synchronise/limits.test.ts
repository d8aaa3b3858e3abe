import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Row, rowsPerTableMax } from '#shared/model/index.ts'
import {
  acceptedRows,
  budgetLine,
  changedRow,
  coverageRow,
  kindsOf,
  newRow,
  problemName,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const largest = 999_999_999_999
const many = (count: number, row: (number: string) => Row) =>
  Array.from({ length: count }, (_, i) => newRow(row(String(i).padStart(4, '0')), { isConfirmedNew: true }))

describe('[S-53] a budget', () => {
  test('holds 5,000 rows a table and no more, but each of them may change and go', async () => {
    const full = await worker.sync('HOL', request({ rows: many(rowsPerTableMax, (n) => budgetLine(`HOL-${n}`, 1)) }))
    const [first, second] = acceptedRows(full)
    if (first === undefined || second === undefined) throw new Error('The rows were not stored.')
    const more = await worker.sync('HOL', request({ rows: [newRow(budgetLine('HOL-MEER', 2))] }))
    expect(more.status).toBe(413)
    expect(more.problem.detail).toBe(
      'Tabel begroting zou 5001 regels krijgen; hoogstens 5000. Er is niets gewijzigd; verwijder eerst regels.',
    )
    const other = await worker.sync('HOL', request({ rows: [newRow(coverageRow('HOL-D001', 1))] }))
    expect(kindsOf(other)).toEqual(['accepted'])
    const swap = request({
      rows: [changedRow(first, budgetLine('HOL-0000', 3)), newRow(budgetLine('HOL-MEER', 2))],
      deletions: [{ id: second.id, rev: second.rev, hash: second.hash }],
    })
    expect(kindsOf(await worker.sync('HOL', swap))).toEqual(['deleted', 'accepted', 'accepted'])
  })

  test('whose draw on one source would pass 2^53 cents is refused, and other areas go on', async () => {
    const jaar = 2030
    const sourceCode = 'SP-1'
    const lines = many(4_600, (n) => budgetLine(`SPZ-${n}`, largest, { sourceCode }))
    expect((await worker.sync('SPZ', request({ jaar, rows: lines }))).status).toBe(200)
    const coverages = many(4_600, (n) => coverageRow(`SPZ-D${n}`, largest, { year: jaar, sourceCode }))
    const refused = await worker.sync('SPZ', request({ jaar, rows: coverages }))
    expect(refused.status).toBe(422)
    expect(problemName(refused.problem)).toBe('te-groot')
    expect(refused.problem.detail).toContain('90.071.992.547.409,91')
    const other = await worker.sync('STH', request({ jaar, rows: [newRow(budgetLine('STH-001', 1, { sourceCode }))] }))
    expect(kindsOf(other)).toEqual(['accepted'])
    const { rijen } = (await worker.json('griffie', `/v1/consolidatie/gebied?jaar=${jaar}`)) as {
      rijen: { code: string; jaren: Record<number, { lastenCents: string }> }[]
    }
    expect(rijen.map(({ code, jaren }) => [code, jaren[jaar]?.lastenCents])).toEqual([
      ['SPZ', String(4_600 * largest)],
      ['STH', '1'],
    ])
  })
})
