import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  budgetLine,
  hoursRow,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  await worker.sync('HOL', request({ rows: [newRow(charge('HOL-001', 'B', 'SPZ')), newRow(hours('HOL-I1', 1_000))] }))
  await worker.sync('STH', request({ rows: [newRow(hours('STH-I1', 400))] }))
})
afterAll(() => worker.stop())

const charge = (lineNumber: string, side: 'L' | 'B', counterpartAreaCode: string) =>
  budgetLine(lineNumber, 1_200_000, { side, lineType: 'intern', counterpartAreaCode })
const hours = (lineNumber: string, whole: number) =>
  hoursRow(lineNumber, { person: 'P-011', year: 2023, hours: whole * 100 })

interface Answer {
  readonly bevindingen: readonly { readonly rule: string; readonly areas: readonly string[] }[]
}

async function findings(personId: string, query = ''): Promise<readonly string[]> {
  const answer = (await worker.json(personId, `/v1/bevindingen?jaar=2023${query}`)) as Answer
  return answer.bevindingen.map(({ rule, areas }) => `${rule} ${areas.join(' ')}`)
}

describe('[S-91] findings over areas', () => {
  test('are all for finance and administration, and for others those of their own areas', async () => {
    const all = ['GB-704 HOL SPZ', 'GB-706 HOL STH']
    expect(await findings('financien')).toEqual(all)
    expect(await findings('beheer')).toEqual(all)
    expect(await findings('controller-hol')).toEqual(all)
    expect(await findings('controller-spz')).toEqual(['GB-704 HOL SPZ'])
    expect(await findings('griffie')).toEqual([])
  })

  test('of one area are for who may read its rows', async () => {
    expect(await findings('financien', '&gebied=STH')).toEqual(['GB-706 HOL STH'])
    expect((await worker.ask('controller-sth', '/v1/bevindingen?jaar=2023&gebied=HOL')).status).toBe(403)
  })

  test('are those of the version asked for; an amendment is judged with what it amends', async () => {
    expect(await findings('financien', '&versie=wijziging-1')).toEqual(await findings('financien'))
    expect(await findings('financien', '&versie=realisatie')).toEqual([])
    expect((await worker.ask('financien', '/v1/bevindingen?jaar=2023&versie=later')).status).toBe(400)
  })

  test('stand in the answer of every area that they concern, also of one that did not push', async () => {
    const { answer } = await worker.sync('SPZ', request())
    expect(answer.findings).toEqual([
      {
        rule: 'GB-704',
        severity: 'error',
        message: { nl: 'Tegenregel in gebied SPZ ontbreekt.', en: 'Mirror line in area SPZ is missing.' },
      },
    ])
    await worker.sync('SPZ', request({ rows: [newRow(charge('SPZ-001', 'L', 'HOL'))] }))
    expect(await findings('controller-hol')).toEqual(['GB-706 HOL STH'])
  })

  test('[S-93] that changed in other areas are told with the commit that changed them', async () => {
    const { wijzigingen } = (await worker.json('controller-hol', '/v1/gebeurtenissen/sinds/0')) as {
      readonly wijzigingen: readonly { readonly gebied: string; readonly raakt?: readonly string[] }[]
    }
    expect(wijzigingen.map(({ gebied, raakt }) => [gebied, raakt])).toEqual([
      ['HOL', ['SPZ']],
      ['STH', ['HOL']],
      ['SPZ', ['HOL']],
    ])
  })

  test('that a crash left unjudged are judged by who asks', async () => {
    const subjects = '[["pair","[\\"HOL\\",\\"SPZ\\"]"]]'
    await worker.db.batch([
      worker.db.prepare("DELETE FROM subject_part WHERE kind = 'pair' AND part = '[2023,\"L\"]'"),
      worker.db
        .prepare("INSERT INTO subject_due (budget_year, version, subjects) VALUES (2023, 'primitief', ?1)")
        .bind(subjects),
    ])
    expect(await findings('controller-spz')).toEqual(['GB-704 HOL SPZ'])
    expect(await worker.db.prepare('SELECT count(*) AS n FROM subject_due').first()).toEqual({ n: 0 })
  })
})
