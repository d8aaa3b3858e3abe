import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, cents, centsOf, coverage, saldo, startAskedWorker } from './ask-cells.test-data.ts'

let worker: Awaited<ReturnType<typeof startAskedWorker>>

beforeAll(async () => {
  worker = await startAskedWorker()
})
afterAll(() => worker.stop())

describe('a source', () => {
  test('has a ceiling, a draw and a remainder, as a whole, per component and per area', async () => {
    const stelpost = 'SP-GGW-2023'
    expect(await worker.answer(coverage('plafond', stelpost))).toEqual(cents(500_000_00))
    expect(await worker.answer(coverage('beroep', stelpost))).toEqual(cents(500_000_00))
    expect(await worker.answer(coverage('restant', stelpost))).toEqual(cents(0))
    expect(await worker.answer(coverage('beroep', stelpost, { onderdeel: 'kernteam' }))).toEqual(cents(318_880_00))
    expect(await worker.answer(coverage('beroep', stelpost, { gebied: 'HOL' }))).toEqual(cents(181_120_00))
    expect(await worker.answer(coverage('beroep', stelpost, { gebied: 'HOL', onderdeel: 'kernteam' }))).toEqual(
      cents(0),
    )
    expect(await worker.answer(coverage('restant', stelpost, { onderdeel: 'experimenten' }))).toEqual(cents(0))
    expect(await worker.answer(coverage('restant', 'SUB-WBI', { gebied: 'SPZ' }))).toEqual(cents(30_000_00))
    expect(await worker.answer(coverage('plafond', 'SUB-WBI'))).toEqual(cents(150_000_00))
    expect(await worker.answer(coverage('beroep', 'PB-6', { gebied: 'SPZ' }))).toEqual(cents(65_000_00))
  })

  test('without that ceiling has a draw but no remainder, and says for what there is no ceiling', async () => {
    expect(await worker.answer(coverage('beroep', 'LF-2023', { gebied: 'STAD' }))).toEqual(cents(64_000_00))
    expect(await worker.faultOf(coverage('restant', 'LF-2023'))).toEqual([
      'onbekend',
      'Bron LF-2023 heeft in 2023 geen plafond.',
    ])
    expect(await worker.faultOf(coverage('plafond', 'SP-GGW-2023', { gebied: 'HOL', onderdeel: 'kernteam' }))).toEqual([
      'onbekend',
      'Bron SP-GGW-2023 heeft in 2023 geen plafond voor kernteam in HOL.',
    ])
    expect((await worker.faultOf(coverage('plafond', 'SP-GGW-2023', { jaar: 2024 })))[0]).toBe('onbekend')
  })

  test('that is unknown is named, and so is an unknown area', async () => {
    expect(await worker.faultOf(coverage('beroep', 'SP-99'))).toEqual([
      'onbekend',
      'Bron SP-99 staat niet in de lijsten van 2023.',
    ])
    expect(await worker.faultOf(coverage('beroep', 'PB-6', { gebied: 'NOORD' }))).toEqual([
      'onbekend',
      'Gebied NOORD bestaat niet in 2023.',
    ])
  })

  test('has a new ceiling at once, without a commit', async () => {
    const { sources } = (await worker.json('beheer', '/v1/referentie?jaar=2023')) as {
      sources: { code: string; ceilings: { cents: number }[] }[]
    }
    const source = sources.find(({ code }) => code === 'PB-4')
    const before = centsOf(await worker.answer(coverage('restant', 'PB-4')))
    const put = (ceilings: unknown) =>
      worker.ask('beheer', '/v1/referentie/bronnen/PB-4', {
        method: 'PUT',
        body: JSON.stringify({ ...source, ceilings }),
      })
    await put(source?.ceilings.map((ceiling) => ({ ...ceiling, cents: ceiling.cents + 7 })))
    expect(centsOf(await worker.answer(coverage('restant', 'PB-4')))).toBe(before + 7n)
    await put(source?.ceilings)
  })
})

describe('a consolidation', () => {
  const consolidatie = (per: 'gebied' | 'domein' | 'bron', jaar = 2023): Asked => ({
    functie: 'consolidatie',
    per,
    jaar,
    versie: 'primitief',
  })
  const rows = async (question: Asked, personId?: string) => {
    const value = await worker.answer(question, personId)
    return value.soort === 'matrix' ? value.rijen : []
  }
  const money = (amount: number | bigint) => ({ cents: String(amount) })

  test('has a heading, a row for each and a total that is their sum', async () => {
    const [heading, ...table] = await rows(consolidatie('gebied'))
    expect(heading).toEqual(['Gebied', 'Lasten', 'Baten', 'Saldo'])
    expect(table.map(([code]) => code)).toEqual(['HOL', 'SHT', 'SPZ', 'STAD', 'STH', 'Totaal'])
    expect(table[2]).toEqual(['SPZ', money(397_500_00), money(40_000_00), money(-357_500_00)])
    const total = await worker.answer(saldo(null, 'primitief'))
    expect(table.at(-1)?.[3]).toEqual(money(centsOf(total)))
    expect((await rows(consolidatie('domein'))).every((row) => row.length === 4)).toBe(true)
  })

  test('per source has its ceiling, draw and remainder, and those of its components', async () => {
    const table = await rows(consolidatie('bron'))
    expect(table[0]).toEqual(['Bron', 'Onderdeel', 'Plafond', 'Beroep', 'Restant'])
    expect(table.filter(([code]) => code === 'SP-GGW-2023')).toEqual([
      ['SP-GGW-2023', null, money(500_000_00), money(500_000_00), money(0)],
      ['SP-GGW-2023', 'kernteam', money(318_880_00), money(318_880_00), money(0)],
      ['SP-GGW-2023', 'experimenten', money(181_120_00), money(181_120_00), money(0)],
    ])
    expect(table.find(([code]) => code === 'LF-2023')?.[2]).toBeNull()
  })

  test('of a year without budgets is no value', async () => {
    expect((await worker.faultOf(consolidatie('gebied', 2050)))[0]).toBe('onbekend')
  })
})
