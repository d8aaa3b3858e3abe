import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BudgetLine } from '#shared/model/index.ts'
import { budgetLine, newRow, request } from '../worker-under-test.test-data.ts'
import { cents, startAskedWorker } from './ask-cells.test-data.ts'

let worker: Awaited<ReturnType<typeof startAskedWorker>>

beforeAll(async () => {
  worker = await startAskedWorker()
  await keep('reserves', 'R-01', {
    name: 'Reserve onderhoud',
    kind: 'reserve',
    type: 'bestemming',
    programmeCode: null,
    openings: [
      { year: 2031, cents: 900_00 },
      { year: 2034, cents: 50_00 },
    ],
    undecidedCents: null,
    validFrom: 2030,
    validTo: 2035,
  })
  await keep('bronnen', 'RES-01', await reserveSource('R-01'))
  await sync('HOL', [
    budgetLine('HOL-1', 100_00, { reserveCode: 'R-01', taakveldCode: '0.10', side: 'L', amount1: 20_00 }),
    budgetLine('HOL-2', 250_00, { sourceCode: 'RES-01' }),
  ])
  await sync('SPZ', [
    budgetLine('SPZ-1', 30_00, { reserveCode: 'R-01', taakveldCode: '0.10', side: 'B' }),
    budgetLine('SPZ-2', 5_00, { sourceCode: 'RES-01' }),
  ])
})
afterAll(() => worker.stop())

async function keep(list: string, code: string, item: object): Promise<void> {
  const body = JSON.stringify({ code, ...item })
  const response = await worker.ask('beheer', `/v1/referentie/${list}/${code}`, { method: 'PUT', body })
  expect(response.ok, await response.text()).toBe(true)
}

/** As a source of the example, but one that draws on the reserve. */
async function reserveSource(reserveCode: string): Promise<object> {
  const { sources } = (await worker.json('beheer', '/v1/referentie?jaar=2023')) as { sources: object[] }
  return { ...sources[0], code: 'RES-01', type: 'reserve', reserveCode, ceilings: [], validFrom: 2030, validTo: 2035 }
}

async function sync(area: string, lines: readonly BudgetLine[], versie = 'primitief'): Promise<void> {
  const { status } = await worker.sync(area, request({ jaar: 2031, versie, rows: lines.map((line) => newRow(line)) }))
  expect(status).toBe(200)
}

const balance = (jaar: number, reserve = 'R-01') =>
  worker.answer({ functie: 'reservestand', reserve, jaar }, 'controller-hol')
const fault = async (jaar: number, reserve = 'R-01') =>
  (await worker.faultOf({ functie: 'reservestand', reserve, jaar }))[1]

describe('the balance of a reserve at the end of a year', () => {
  test('is its opening, what all areas add, and less what they withdraw: of a line and a draw of one area the larger', async () => {
    expect(await balance(2031)).toEqual(cents(900_00 + 100_00 - 250_00 - 30_00))
  })

  test('rolls on through the horizon of the newest budgets, until a year has an opening of its own', async () => {
    expect(await balance(2032)).toEqual(cents(720_00 + 20_00))
    expect(await balance(2033)).toEqual(cents(720_00 + 20_00))
    expect(await balance(2034)).toEqual(cents(50_00))
  })

  test('is the last known opening when no budget reaches the year', async () => {
    expect(await balance(2035)).toEqual(cents(50_00))
  })

  test('holds an amendment once it is adopted', async () => {
    const more = budgetLine('SPZ-W1', 400_00, { reserveCode: 'R-01', taakveldCode: '0.10', side: 'L' })
    await sync('SPZ', [more], 'wijziging-1')
    expect(await balance(2031)).toEqual(cents(720_00))
    await worker.setState('SPZ', 'wijziging-1', 'vastgesteld')
    expect(await balance(2031)).toEqual(cents(720_00 + 400_00))
  })

  test('is no value without an opening, or outside the lists: a source is no reserve', async () => {
    expect(await fault(2030)).toBe('Van reserve R-01 is geen stand bekend op 1 januari 2030 of eerder.')
    expect(await fault(2031, 'RES-01')).toBe('Reserve RES-01 staat niet in de lijsten van 2031.')
    expect(await fault(2036)).toBe('Reserve R-01 staat niet in de lijsten van 2036.')
  })
})
