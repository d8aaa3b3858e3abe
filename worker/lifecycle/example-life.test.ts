import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import { startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'
import { livesOf, rulesIn } from './life-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

test('[S-95] the example: one decision of 500,000 adopts the budgets of the two areas that it serves', async () => {
  const lives = livesOf(worker)
  for (const areaCode of ['HOL', 'STAD']) {
    await lives.push(areaCode, Object.values(exampleWorkbooks.get(areaCode) ?? {}).flat())
    expect((await lives.submit(areaCode)).status).toBe(201)
    expect((await lives.step('concerncontroller', areaCode, 'goedkeuren')).life.staat).toBe('goedgekeurd')
  }
  const besluit = 'B-2023-GGW'
  expect(rulesIn(await lives.step('griffie', 'HOL', 'vaststellen', { besluit }))).toEqual(['GB-610'])
  const listed = exampleReference.decisions.find(({ code }) => code === besluit)
  await lives.decide(besluit, { ...listed, outcome: 'conform', date: '2023-03-28' })
  for (const areaCode of ['HOL', 'STAD']) {
    const adopted = await lives.step('griffie', areaCode, 'vaststellen', { besluit })
    expect(adopted.life).toMatchObject({ staat: 'vastgesteld', indieningen: [{ status: 'vastgesteld' }] })
  }
})
