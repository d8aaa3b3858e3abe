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
  expect((await draws('HOL', 'wijziging-1', 300_000)).answer.findings).toEqual([])
  const { findings } = (await draws('SPZ', 'wijziging-1', 200_001)).answer
  expect(findings.map(({ message }) => message.nl)).toEqual([
    'SP-GGW-2023 is over alle gebieden heen overschreden: 500.001 van 500.000.',
  ])
  await adjourn('HOL', 'wijziging-1')
  expect((await draws('SPZ', 'wijziging-2', 299_999)).answer.findings).toEqual([])
})
