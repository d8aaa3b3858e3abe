import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  budgetLine,
  hoursRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { loadCrossFindings } from './cross-findings.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

type Fields = Parameters<typeof budgetLine>[2]

const push = async (area: string, rows: Parameters<typeof newRow>[0][]) => {
  const { status } = await worker.sync(area, request({ rows: rows.map((row) => newRow(row)) }))
  expect(status).toBe(200)
}
const cost = (number: string, fields: Fields = {}) =>
  budgetLine(number, 100_00, { contractNumber: 'C-1', description: 'Bureau X', costCentreCode: '6100', ...fields })

async function parts(): Promise<readonly unknown[]> {
  const { results } = await worker.db.prepare('SELECT * FROM subject_part').all()
  return results
}

const rulesNow = async () =>
  (await loadCrossFindings(worker.db, { year: 2023, version: 'primitief' })).map(({ rule, areas = [] }) =>
    [rule, ...areas].join(' '),
  )

/** As the store was before parts were kept: the rows alone. */
async function forgetParts(): Promise<void> {
  await worker.db.batch(
    ['subject_part', 'subject_due', 'cross_finding'].map((table) => worker.db.prepare(`DELETE FROM ${table}`)),
  )
  await worker.db.prepare('UPDATE budget SET parts_kept = 0').run()
}

describe('[S-122] a store with rows of before parts were kept', () => {
  test('has the same parts and findings once somebody looks', async () => {
    await push('HOL', [
      cost('HOL-1'),
      hoursRow('HOL-I1', { budgetLineNumber: 'HOL-1', role: 'wijkmanager', person: 'P-1' }),
    ])
    await push('SPZ', [cost('SPZ-1'), cost('SPZ-2', { contractNumber: null })])
    const [keptParts, keptFindings] = [await parts(), await rulesNow()]
    expect(keptFindings).toContain('GB-705 HOL SPZ')
    await forgetParts()
    expect(await rulesNow()).toEqual(keptFindings)
    expect(await parts()).toEqual(keptParts)
  })

  test('is right after a push to one of its budgets, of others too', async () => {
    await forgetParts()
    await push('STH', [cost('STH-1')])
    const [afterPush, findings] = [await parts(), await rulesNow()]
    expect(findings).toContain('GB-705 HOL SPZ STH')
    await forgetParts()
    expect(await rulesNow()).toEqual(findings)
    expect(await parts()).toEqual(afterPush)
  })

  test('replaces parts that an older server left behind', async () => {
    const right = await parts()
    await worker.db.prepare("UPDATE subject_part SET value = value + 1, count = count + 1 WHERE kind = 'claim'").run()
    await worker.db.prepare('UPDATE budget SET parts_kept = 0').run()
    await rulesNow()
    expect(await parts()).toEqual(right)
  })

  test('takes each budget once when two look at the same time', async () => {
    const right = await parts()
    await forgetParts()
    await Promise.all([rulesNow(), rulesNow(), push('SHT', [budgetLine('SHT-1', 1_00)])])
    const others = (await parts()).filter((part) => !JSON.stringify(part).includes('SHT'))
    expect(others.length).toBeGreaterThanOrEqual(right.length)
    const before = await parts()
    await forgetParts()
    await rulesNow()
    expect(await parts()).toEqual(before)
  })
})
