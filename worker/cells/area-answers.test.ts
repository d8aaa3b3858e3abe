import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionSchema } from '#shared/model/index.ts'
import { type Asked, askCells, cents, totaal, startAskedWorker } from './ask-cells.test-data.ts'
import { budgetLine, newRow, request } from '../worker-under-test.test-data.ts'

let worker: Awaited<ReturnType<typeof startAskedWorker>>

/** The amendments of Holtenbroek and Spoorzone are adopted. */
beforeAll(async () => {
  worker = await startAskedWorker()
  for (const area of ['HOL', 'SPZ']) await worker.setState(area, 'wijziging-1', 'vastgesteld')
})
afterAll(() => worker.stop())

describe('a difference', () => {
  const verschil = (regelOfDoel: string, versie1: string, versie2: string): Asked => ({
    functie: 'verschil',
    regelOfDoel,
    versie1,
    versie2,
    jaar: 2023,
  })

  test('of a goal is the effect on the balance, over all areas', async () => {
    expect(await worker.answer(verschil('6.1.1', 'primitief', 'na-wijziging'))).toEqual(cents(5_000_00))
    expect(await worker.answer(verschil('4.1.1', 'primitief', 'na-wijziging'))).toEqual(cents(2_000_00))
    expect(await worker.answer(verschil('4.1.1', 'na-wijziging', 'primitief'))).toEqual(cents(-2_000_00))
    expect((await worker.faultOf(verschil('4.1.1', 'primitief', 'realisatie')))[1]).toContain('realisatie')
  })

  test('of a line holds what an amendment changes in it, and a new line whole', async () => {
    const finance = 'financien'
    expect(await worker.answer(verschil('HOL-001', 'primitief', 'na-wijziging'), finance)).toEqual(cents(5_000_00))
    expect(await worker.answer(verschil('HOL-W02', 'primitief', 'na-wijziging'), finance)).toEqual(cents(2_000_00))
    expect(await worker.answer(verschil('HOL-002', 'primitief', 'na-wijziging'), 'controller-hol')).toEqual(cents(0))
  })

  test('of a line is only for who may read the rows of its area', async () => {
    expect(await worker.faultOf(verschil('HOL-001', 'primitief', 'na-wijziging'), 'controller-spz')).toEqual([
      'geen-recht',
      'U mag de regels van HOL niet lezen; totalen wel.',
    ])
    expect((await worker.faultOf(verschil('regel 1', 'primitief', 'na-wijziging'), 'griffie'))[0]).toBe('geen-recht')
  })

  test('of what is no goal and no line names it', async () => {
    expect(await worker.faultOf(verschil('HOL-999', 'primitief', 'na-wijziging'), 'financien')).toEqual([
      'onbekend',
      'HOL-999 is geen doel en geen regel van 2023 in primitief of na-wijziging.',
    ])
    expect((await worker.faultOf(verschil('HOL-001', 'primitief', 'prognose'), 'financien'))[1]).toContain(
      'HOL heeft nog geen',
    )
  })

  test('of a number that two areas use names both', async () => {
    for (const area of ['STH', 'SHT']) {
      await worker.sync(area, request({ jaar: 2032, rows: [newRow(budgetLine('1', 100))] }))
    }
    const question: Asked = { ...verschil('1', 'primitief', 'primitief'), jaar: 2032 } as Asked
    expect((await worker.faultOf(question, 'financien'))[1]).toContain('SHT en STH')
    expect(await worker.answer(question, 'controller-sth')).toEqual(cents(0))
  })
})

describe('a status', () => {
  const status = (gebied: string, versie: string | null = null, jaar: number | null = 2023): Asked => ({
    functie: 'status',
    gebied,
    versie,
    jaar,
  })
  const text = (tekst: string) => ({ soort: 'tekst', tekst })

  test('is the state of the budget, in the newest year when none is named', async () => {
    await worker.setState('HOL', 'primitief', 'goedgekeurd')
    await worker.setState('HOL', 'wijziging-1', 'concept')
    expect(await worker.answer(status('HOL'))).toEqual(text('goedgekeurd'))
    expect(await worker.answer(status('HOL', 'na-wijziging'))).toEqual(text('goedgekeurd'))
    expect(await worker.answer(status('HOL', 'wijziging-1'))).toEqual(text('concept'))
    await worker.setState('HOL', 'wijziging-1', 'vastgesteld')
    await worker.sync('HOL', request({ versie: 'wijziging-2', rows: [newRow(budgetLine('HOL-X', 1))] }))
    expect(await worker.answer(status('HOL'))).toEqual(text('vastgesteld'))
    expect(await worker.answer(status('HOL', 'na-wijziging'))).toEqual(text('vastgesteld'))
    await worker.sync('HOL', request({ jaar: 2033, rows: [newRow(budgetLine('HOL-Y', 1))] }))
    await worker.setState('HOL', 'primitief', 'ingediend')
    expect(await worker.answer(status('HOL', null, null))).toEqual(text('ingediend'))
    await worker.setState('HOL', 'primitief', 'concept')
  })

  test('of what does not exist is no value', async () => {
    expect((await worker.faultOf(status('NOORD')))[1]).toContain('NOORD')
    expect((await worker.faultOf(status('CONCERN')))[1]).toContain('CONCERN')
    expect(await worker.faultOf(status('CONCERN', null, null))).toEqual([
      'onbekend',
      'CONCERN heeft nog geen begroting gesynchroniseerd.',
    ])
  })
})

describe('a decision', () => {
  const besluit = (nr: string, veld: string): Asked => ({ functie: 'besluit', nr, veld })

  test('of the list of finance has its fields, for everybody', async () => {
    expect(
      await askCells(worker, 'griffie', [
        besluit('B-2023-GGW', 'Omschrijving'),
        besluit('B-2023-GGW', 'orgaan'),
        besluit('B-2023-GGW', 'bedrag'),
        besluit('B-2023-GGW', 'uren'),
      ]),
    ).toEqual([
      { soort: 'tekst', tekst: 'Vervolg gebieds- en wijkgericht werken: vrijgeven stelpost' },
      { soort: 'tekst', tekst: 'college' },
      cents(500_000_00),
      { soort: 'getal', getal: 4_000 },
    ])
    expect(await worker.faultOf(besluit('B-2023-GGW', 'datum'))).toEqual([
      'onbekend',
      'Besluit B-2023-GGW heeft nog geen datum.',
    ])
  })

  test.for(['kleur', 'constructor', '__proto__', ''])(
    'has no field "%s", and the other questions are answered',
    async (veld) => {
      expect(await askCells(worker, 'griffie', [besluit('B-2023-GGW', veld), besluit('B-2023-GGW', 'orgaan')])).toEqual(
        [expect.objectContaining({ soort: 'fout', code: 'ongeldige-vraag' }), { soort: 'tekst', tekst: 'college' }],
      )
    },
  )

  test('that an area proposes is for who may read its rows', async () => {
    expect(await worker.answer(besluit('HOL-B001', 'bedrag'), 'controller-hol')).toEqual(cents(181_120_00))
    expect(await worker.faultOf(besluit('HOL-B001', 'bedrag'), 'controller-spz')).toEqual([
      'onbekend',
      'Besluit HOL-B001 bestaat niet.',
    ])
  })

  test('about which two areas differ has no value that one of them made up', async () => {
    const proposal = (lineNumber: string, euros: number) =>
      newRow(
        decisionSchema.parse({
          table: 'besluiten',
          lineNumber,
          decisionNumber: 'B-7',
          amountCents: euros * 100,
          date: '2023-05-01',
        }),
      )
    await worker.sync('STH', request({ rows: [proposal('STH-B7', 10)] }))
    await worker.sync('SHT', request({ rows: [proposal('SHT-B7', 20)] }))
    expect(await worker.answer(besluit('B-7', 'bedrag'), 'controller-sth')).toEqual(cents(10_00))
    expect(await worker.answer(besluit('B-7', 'datum'), 'financien')).toEqual({ soort: 'tekst', tekst: '2023-05-01' })
    expect((await worker.faultOf(besluit('B-7', 'bedrag'), 'financien'))[1]).toContain('SHT, STH')
  })

  test('has no other fields', async () => {
    expect(await worker.faultOf(besluit('B-2023-GGW', 'kleur'))).toEqual([
      'ongeldige-vraag',
      'veld: verwacht wordt omschrijving, orgaan, datum, uitkomst, bedrag, uren',
    ])
  })
})

describe('the lines of an area', () => {
  const regels = (gebied: string, versie: string | null = 'primitief', jaar = 2023): Asked => ({
    functie: 'regels',
    gebied,
    jaar,
    versie,
  })

  test('are a table under headings, empty cells empty, amendments after the lines that they change', async () => {
    const value = await worker.answer(regels('SPZ', 'na-wijziging'), 'controller-spz')
    if (value.soort !== 'matrix') throw new Error('There is no table.')
    const [heading, , second, third, fourth] = value.rijen
    expect(heading?.join(' ')).toBe('Nr Omschrijving Programma Taakveld Categorie L/B I/S 2023 2024 2025 2026 Dekking')
    expect(second).toEqual([
      'SPZ-002',
      'Voorbereiding woningbouw Spoorzone',
      '6',
      '8.3',
      '3.8',
      'L',
      'I',
      { cents: '18500000' },
      { cents: '9600000' },
      null,
      null,
      'PB-6',
    ])
    expect([third?.[0], fourth?.[0], value.rijen.length]).toEqual(['SPZ-003', 'SPZ-W01', 5])
  })

  test('are for the people of the area and finance', async () => {
    expect((await worker.answer(regels('SPZ'), 'financien')).soort).toBe('matrix')
    expect(await worker.faultOf(regels('SPZ'), 'controller-hol')).toEqual([
      'geen-recht',
      'U mag de regels van SPZ niet lezen; totalen wel.',
    ])
    expect((await worker.faultOf(regels('NOORD'), 'controller-hol'))[0]).toBe('onbekend')
  })

  test('that are too many together for one answer are refused, and other answers are not', async () => {
    const jaar = 2034
    for (const area of ['HOL', 'SPZ', 'STH', 'SHT']) {
      await worker.sync(area, request({ jaar, rows: [newRow(budgetLine(`${area}-1`, 1))] }))
    }
    await worker.db.prepare(manyLinesSql).bind(jaar).run()
    const questions = ['HOL', 'SPZ', 'STH', 'SHT'].map((area) => regels(area, null, jaar))
    const values = await askCells(worker, 'financien', [...questions, totaal({ jaar, gebied: 'SHT' })])
    expect(values.map((value) => (value.soort === 'fout' ? value.code : value.soort))).toEqual([
      'matrix',
      'matrix',
      'matrix',
      'te-groot',
      'cents',
    ])
  })
})

/** As many lines as a budget can have, in every budget of a year. */
const manyLinesSql = `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
  INSERT INTO line (budget_id, row_id, rev, seq, deleted, hash, line_number)
  SELECT b.budget_id, 'regel ' || i, 1, 1, 0, '', b.area_code || '-' || i
  FROM budget b CROSS JOIN n WHERE b.budget_year = ?1`
