import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleWorkbooks } from '#shared/example/index.ts'
import { askCells, cents, centsOf, coverage, saldo, totaal, startAskedWorker } from '../cells/ask-cells.test-data.ts'
import { budgetLine, newRow, type Problem, request } from '../worker-under-test.test-data.ts'

let worker: Awaited<ReturnType<typeof startAskedWorker>>

beforeAll(async () => {
  worker = await startAskedWorker()
})
afterAll(() => worker.stop())

describe('a total', () => {
  test('is of one area or of all, by side, kind, taakveld, domain and calendar year', async () => {
    expect(await worker.answer(totaal({ gebied: 'SPZ' }))).toEqual(cents(212_500_00 + 185_000_00))
    expect(await worker.answer(totaal({ gebied: 'SPZ', kant: 'B' }))).toEqual(cents(40_000_00))
    expect(await worker.answer(totaal({ gebied: 'SPZ', aard: 'I' }))).toEqual(cents(185_000_00))
    expect(await worker.answer(totaal({ gebied: 'SPZ', taakveld: '2.1' }))).toEqual(cents(212_500_00))
    expect(await worker.answer(totaal({ gebied: 'SHT', domein: 'sociaal' }))).toEqual(cents(48_900_00))
    expect(await worker.answer(totaal({ gebied: 'SPZ', kalenderjaar: 2024 }))).toEqual(cents(217_900_00 + 96_000_00))
    const areas = await Promise.all(
      [...exampleWorkbooks.keys()].map((gebied) => worker.answer(totaal({ gebied, aard: 'S', kalenderjaar: 2026 }))),
    )
    const sum = areas.reduce((total, value) => total + (value.soort === 'cents' ? BigInt(value.cents) : 0n), 0n)
    expect(await worker.answer(totaal({ aard: 'S', kalenderjaar: 2026 }))).toEqual(cents(sum))
  })

  test('of taakveld 0.1 holds nothing of 0.10, nor the other way around', async () => {
    const versie = 'wijziging-1'
    expect(await worker.answer(totaal({ gebied: 'HOL', versie, taakveld: '0.10' }))).toEqual(cents(-5_000_00))
    expect(await worker.answer(totaal({ gebied: 'HOL', versie, taakveld: '0.1' }))).toEqual(cents(0))
    expect(await worker.answer(totaal({ gebied: 'HOL', versie, taakveld: '0.1', kant: 'B' }))).toEqual(cents(2_000_00))
  })

  test('of nothing that fits is 0, of an area without that budget it is no value', async () => {
    expect(await worker.answer(totaal({ gebied: 'HOL', domein: 'Sociaal' }))).toEqual(cents(0))
    expect(await worker.faultOf(totaal({ gebied: 'CONCERN' }))).toEqual([
      'onbekend',
      'CONCERN heeft nog geen begroting 2023 gesynchroniseerd.',
    ])
    expect(await worker.faultOf(totaal({ gebied: 'STH', versie: 'wijziging-1' }))).toEqual([
      'onbekend',
      'STH heeft nog geen begroting 2023 wijziging-1 gesynchroniseerd.',
    ])
    expect(await worker.faultOf(totaal({ jaar: 2030 }))).toEqual([
      'onbekend',
      'Geen enkel gebied heeft begroting 2030 gesynchroniseerd.',
    ])
  })

  test('of an area that does not exist names it, and of a year outside the budget its years', async () => {
    expect(await worker.faultOf(totaal({ gebied: 'NOORD' }))).toEqual([
      'onbekend',
      'Gebied NOORD bestaat niet in 2023.',
    ])
    expect(await worker.faultOf(totaal({ kalenderjaar: 2027 }))).toEqual([
      'ongeldige-vraag',
      'kalenderjaar: begroting 2023 heeft de jaren 2023, 2024, 2025, 2026, niet 2027',
    ])
    expect((await worker.faultOf(totaal({ kalenderjaar: 2022 })))[0]).toBe('ongeldige-vraag')
  })
})

describe('a version that is not named', () => {
  test('is the original budget, and with its amendments once one of that area is adopted', async () => {
    const [before, all] = await askCells(worker, 'griffie', [saldo('HOL'), saldo(null)])
    expect(before).toEqual(await worker.answer(saldo('HOL', 'primitief')))
    await worker.setState('HOL', 'wijziging-1', 'vastgesteld')
    const [after, allAfter, other] = await askCells(worker, 'griffie', [saldo('HOL'), saldo(null), saldo('SPZ')])
    expect(after).toEqual(await worker.answer(saldo('HOL', 'na-wijziging')))
    expect(centsOf(after) - centsOf(before)).toBe(7_000_00n)
    expect(centsOf(allAfter) - centsOf(all)).toBe(7_000_00n)
    expect(other).toEqual(await worker.answer(saldo('SPZ', 'primitief')))
    await worker.setState('HOL', 'wijziging-1', 'concept')
  })
})

describe('a request', () => {
  const post = (body: string, personId = 'griffie') => worker.ask(personId, '/v1/cellen', { method: 'POST', body })

  test('with a bad question among good ones has an answer to each', async () => {
    const vragen = [
      { ...saldo('SPZ'), sleutel: 'goed' },
      { ...saldo('SPZ'), sleutel: 'fout', jaar: 'dit jaar' },
      { ...saldo('SPZ'), sleutel: 'ook goed' },
    ]
    const response = await post(JSON.stringify({ vragen }))
    const { seq, antwoorden } = (await response.json()) as { seq: number; antwoorden: { sleutel: string }[] }
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(seq).toBeGreaterThan(6)
    expect(antwoorden).toEqual([
      { sleutel: 'goed', soort: 'cents', cents: '-35750000' },
      {
        sleutel: 'fout',
        soort: 'fout',
        code: 'ongeldige-vraag',
        reden: { nl: 'jaar: verwacht wordt number', en: 'jaar: expected number' },
      },
      { sleutel: 'ook goed', soort: 'cents', cents: '-35750000' },
    ])
  })

  test('without questions is answered, and one that is too large is refused with the limit', async () => {
    expect((await post('{"vragen":[]}')).status).toBe(200)
    const response = await post(`{"vragen":[${' '.repeat(2_000_000)}]}`)
    expect([response.status, ((await response.json()) as Problem).detail]).toEqual([
      413,
      'De aanvraag is groter dan 2000000 bytes; stuur minder tegelijk.',
    ])
  })

  test('of somebody unknown is refused', async () => {
    expect((await fetch(`${worker.url}/v1/cellen`, { method: 'POST', body: '{"vragen":[]}' })).status).toBe(401)
  })
})

describe('sums beyond 2^53 cents', () => {
  test('are exact', async () => {
    const jaar = 2040
    for (const area of ['HOL', 'SPZ']) {
      await worker.sync(area, request({ jaar, rows: [newRow(budgetLine(`${area}-001`, 1, { sourceCode: 'PB-6' }))] }))
    }
    const max = Number.MAX_SAFE_INTEGER
    await worker.db.prepare(`UPDATE total SET cents0 = ${max} WHERE budget_id IN (${ofYear})`).bind(jaar).run()
    await worker.db.prepare(`UPDATE draw SET cents = ${max} WHERE budget_id IN (${ofYear})`).bind(jaar).run()
    expect(await worker.answer(totaal({ jaar }))).toEqual(cents(18_014_398_509_481_982n))
    expect(await worker.answer(coverage('beroep', 'PB-6', { jaar }))).toEqual(cents(18_014_398_509_481_982n))
  })
})

const ofYear = 'SELECT budget_id FROM budget WHERE budget_year = ?1'
