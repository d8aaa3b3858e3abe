import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  budgetLine,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const draws = (areaCode: string, versie: string, euros: number) => {
  const line = budgetLine(`${areaCode}-W01`, euros * 100, { sourceCode: 'SP-GGW-2023' })
  return worker.sync(areaCode, request({ versie, rows: [newRow(line)] }))
}
const adjourn = (areaCode: string, version: string) =>
  worker.db
    .prepare("UPDATE budget SET state = 'aangehouden' WHERE area_code = ?1 AND version = ?2")
    .bind(areaCode, version)
    .run()

test('[S-100] an amendment is answered with GB-701 when it and what others only propose pass the ceiling', async () => {
  const overdraws = async (areaCode: string, version: string, euros: number) => {
    const { findings } = (await draws(areaCode, version, euros)).answer
    return findings.filter(({ rule }) => rule === 'GB-701').map(({ message }) => message.nl)
  }
  expect(await overdraws('HOL', 'wijziging-1', 300_000)).toEqual([])
  expect(await overdraws('SPZ', 'wijziging-1', 200_001)).toEqual([
    'SP-GGW-2023 is over alle gebieden heen overschreden: 500.001 van 500.000.',
  ])
  await adjourn('HOL', 'wijziging-1')
  expect(await overdraws('SPZ', 'wijziging-2', 299_999)).toEqual([])
})
