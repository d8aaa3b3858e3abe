import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BudgetLine } from '#shared/model/index.ts'
import {
  acceptedRows,
  budgetLine,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { loadVersionLines } from './version-lines.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const jaar = 2031

async function push(versie: string, lines: readonly BudgetLine[], areaCode = 'HOL') {
  return acceptedRows(await worker.sync(areaCode, request({ jaar, versie, rows: lines.map((line) => newRow(line)) })))
}

const adopt = (version: string) =>
  worker.db
    .prepare("UPDATE budget SET state = 'vastgesteld' WHERE area_code = 'HOL' AND budget_year = ?1 AND version = ?2")
    .bind(jaar, version)
    .run()
const load = (version: string) => loadVersionLines(worker.db, { areaCode: 'HOL', year: jaar, version })
const numbers = (lines: readonly BudgetLine[] | null) => lines?.map(({ lineNumber }) => lineNumber)

test('[S-100] versions of an area are the original, the adopted amendments before it in order, and what was delivered', async () => {
  expect(await load('realisatie')).toEqual({ original: null, amendments: [], delivered: null })

  const original = budgetLine('HOL-001', 100, { note: 'Zo begroot', amount3: 7 })
  const [gone] = await push('primitief', [budgetLine('HOL-002', 5), original])
  await push('primitief', [budgetLine('SPZ-001', 1)], 'SPZ')
  for (const number of [10, 2, 1, 3]) await push(`wijziging-${number}`, [budgetLine(`HOL-W${number}`, number)])
  for (const number of [10, 2, 1]) await adopt(`wijziging-${number}`)
  await worker.sync(
    'HOL',
    request({ jaar, deletions: [{ id: gone?.id ?? '', rev: gone?.rev ?? 0, hash: gone?.hash ?? '' }] }),
  )

  const versions = await load('realisatie')
  expect(versions.original).toEqual([original])
  expect(versions.amendments.map(numbers)).toEqual([['HOL-W1'], ['HOL-W2'], ['HOL-W10']])
  expect(versions.delivered).toBeNull()
  expect((await load('wijziging-3')).amendments.map(numbers)).toEqual([['HOL-W1'], ['HOL-W2']])

  await push('na-wijziging-geleverd', [budgetLine('HOL-001', 113)])
  expect(numbers((await load('realisatie')).delivered)).toEqual(['HOL-001'])
})
