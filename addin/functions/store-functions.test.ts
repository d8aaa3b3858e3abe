import { describe, expect, test } from 'vitest'
import { cellQuestionsSchema, cellQuestionSchema } from '#shared/questions/index.ts'
import { Cell, type CellServer, na, quiet, started, wrong } from './functions.test-data.ts'

/** What one call asks, without its key. */
async function asked(id: string, ...given: unknown[]): Promise<unknown> {
  const { stream, server } = started()
  stream(id, ...given)
  await quiet()
  const [question] = server.requests[0]?.vragen ?? []
  if (question === undefined) return undefined
  expect(cellQuestionsSchema.safeParse(server.requests[0]).success).toBe(true)
  expect(cellQuestionSchema.safeParse(question).success).toBe(true)
  const { sleutel: _key, ...rest } = question
  return rest
}

function answering(server: CellServer, answer: object): void {
  server.answer = ({ vragen }) => ({ seq: 1, antwoorden: vragen.map(({ sleutel }) => ({ sleutel, ...answer })) })
}

const source = { bron: 'SP-1', jaar: 2023, gebied: null, onderdeel: null }

test.for<[string, readonly unknown[], object]>([
  [
    'TOTAAL',
    ['hol', 2023, null, null, null, null, null, null],
    {
      functie: 'totaal',
      gebied: 'HOL',
      jaar: 2023,
      versie: null,
      kant: 'L',
      aard: null,
      taakveld: null,
      domein: null,
      kalenderjaar: null,
    },
  ],
  [
    'TOTAAL',
    ['alle', '2023', 'Wijziging 1', 'baten', 's', '0.10', 'Sociaal', 2026],
    {
      functie: 'totaal',
      gebied: null,
      jaar: 2023,
      versie: 'wijziging-1',
      kant: 'B',
      aard: 'S',
      taakveld: '0.10',
      domein: 'sociaal',
      kalenderjaar: 2026,
    },
  ],
  ['SALDO', ['', 2023, 'na wijziging'], { functie: 'saldo', gebied: null, jaar: 2023, versie: 'na-wijziging' }],
  ['PLAFOND', [' SP-1 ', 2023, null, null], { functie: 'plafond', ...source }],
  ['BEROEP', ['SP-1', 2023, 'HOL', null], { functie: 'beroep', ...source, gebied: 'HOL' }],
  ['RESTANT', ['SP-1', 2023, 'ALLE', 'kernteam'], { functie: 'restant', ...source, onderdeel: 'kernteam' }],
  ['RESERVESTAND', ['H12', 2023], { functie: 'reservestand', reserve: 'H12', jaar: 2023 }],
  [
    'VERSCHIL',
    ['HOL-001', 'primitief', 'realisatie', 2023],
    { functie: 'verschil', regelOfDoel: 'HOL-001', versie1: 'primitief', versie2: 'realisatie', jaar: 2023 },
  ],
  ['STATUS', ['HOL', null, null], { functie: 'status', gebied: 'HOL', versie: null, jaar: null }],
  ['BESLUIT', ['B-1', 'Uitkomst'], { functie: 'besluit', nr: 'B-1', veld: 'uitkomst' }],
  ['CONSOLIDATIE', ['Domein', 2023, null], { functie: 'consolidatie', per: 'domein', jaar: 2023, versie: null }],
  ['REGELS', ['HOL', 2023, null], { functie: 'regels', gebied: 'HOL', jaar: 2023, versie: null }],
])('%s of %j asks what the contract says', async ([id, given, question]) => {
  expect(await asked(id, ...given)).toEqual(question)
})

test.for<[string, readonly unknown[], string]>([
  [
    'TOTAAL',
    ['HOL', 2023, 'ontwerp', null, null, null, null, null],
    '"ontwerp" is geen versie: typ primitief, wijziging-1 (2, 3 ...), na-wijziging, realisatie of prognose.',
  ],
  [
    'TOTAAL',
    ['HOL', 2023, null, null, null, null, null, 2027],
    'Argument kalenderjaar valt buiten de begroting van 2023: kies 2023 tot en met 2026.',
  ],
  [
    'TOTAAL',
    ['Holtenbroek-Noord', 2023, null, null, null, null, null, null],
    '"HOLTENBROEK-NOORD" is geen gebied: typ een code van 2 tot 12 letters of cijfers, zoals HOL.',
  ],
  ['STATUS', [null, null, null], 'Argument gebied ontbreekt.'],
  [
    'PLAFOND',
    [2023, 2023, null, null],
    'Argument bron is een getal; 0.1 en 0.10 zijn verschillende codes: typ de code als tekst, met een apostrof.',
  ],
  ['PLAFOND', ['x'.repeat(61), 2023, null, null], 'Argument bron is te lang: hoogstens 60 tekens.'],
  ['BESLUIT', ['B-1', 'x'.repeat(41)], 'Argument veld is te lang: hoogstens 40 tekens.'],
  [
    'CONSOLIDATIE',
    ['maand', 2023, null],
    '"maand" kan niet als per: kies uit domein, gebied, taakveld, programma, bron.',
  ],
  ['VERSCHIL', ['HOL-001', null, 'primitief', 2023], 'Argument versie1 ontbreekt.'],
])('%s of %j is refused without a request', async ([id, given, reason]) => {
  const { stream, server, desk } = started()
  const cell = stream(id, ...given)
  await quiet()
  expect(cell.shown).toEqual([wrong(reason)])
  expect(server.requests).toEqual([])
  expect(desk.errors()).toMatchObject([{ address: 'Voorblad!B2', name: `GEBIED.${id}`, message: { nl: reason } }])
})

describe('what the server answers', () => {
  test.for<[object, unknown]>([
    [{ soort: 'cents', cents: '31888050' }, 318_880.5],
    [{ soort: 'cents', cents: '-1' }, -0.01],
    [{ soort: 'getal', getal: 3 }, 3],
    [{ soort: 'tekst', tekst: 'ingediend' }, 'ingediend'],
    [
      { soort: 'matrix', rijen: [['Domein', 'Lasten'], ['sociaal', { cents: '150' }], [null, 2], ['kort']] },
      [
        ['Domein', 'Lasten'],
        ['sociaal', 1.5],
        ['', 2],
        ['kort', ''],
      ],
    ],
    [{ soort: 'matrix', rijen: [['Domein', 'Lasten']] }, na('Er is niets om te tonen.')],
    [{ soort: 'matrix', rijen: [] }, na('Er is niets om te tonen.')],
    [{ soort: 'fout', code: 'onbekend', reden: { nl: 'Onbekend.', en: 'Unknown.' } }, na('Onbekend.')],
    [{ soort: 'fout', code: 'ongeldige-vraag', reden: { nl: 'Fout.', en: 'Wrong.' } }, wrong('Fout.')],
  ])('%j shows as it should', async ([answer, value]) => {
    const { stream, server } = started()
    answering(server, answer)
    const cell = stream('REGELS', 'HOL', 2023, null)
    await quiet()
    expect(cell.shown).toEqual([value])
  })

  test('amounts have a format where Excel knows those, also in a matrix', async () => {
    const { stream, server } = started({ isFormattedNumberSupported: true })
    answering(server, { soort: 'matrix', rijen: [['Lasten'], [{ cents: '150' }]] })
    const cell = stream('CONSOLIDATIE', 'domein', 2023, null)
    await quiet()
    expect(cell.value).toEqual([['Lasten'], [{ type: 'Double', basicValue: 1.5, numberFormat: '#,##0.00' }]])
  })

  test('an error is told in the language of Office', async () => {
    const { stream, server } = started({ language: 'en' })
    answering(server, { soort: 'fout', code: 'onbekend', reden: { nl: 'Onbekend.', en: 'Unknown.' } })
    const cell = stream('STATUS', 'HOL', null, null)
    await quiet()
    expect(cell.value).toEqual(na('Unknown.'))
  })
})

describe('while a formula is still being typed', () => {
  test('nobody is asked, and what is known is shown', async () => {
    const { stream, callIn, server, desk } = started()
    const preview = () => {
      const cell = new Cell('Voorblad!B2', { isInValuePreview: 'true' })
      callIn('SALDO', 'HOL', 2023, null, cell.invocation)
      return cell
    }
    const unknown = preview()
    await quiet()
    expect(unknown.shown).toEqual([na('De waarde komt zodra de formule is ingevoerd.')])
    expect(server.requests).toEqual([])
    stream('SALDO', 'HOL', 2023, null)
    await quiet()
    expect(preview().shown).toEqual([0.01])
    expect(desk.counters().asked).toBe(1)
    expect(desk.errors()).toEqual([])
  })
})

test('a call with an older list of parameters is understood', async () => {
  const { stream, server } = started()
  const cell = stream('TOTAAL', 'HOL', 2023)
  await quiet()
  expect(server.requests[0]?.vragen).toMatchObject([{ functie: 'totaal', gebied: 'HOL', kalenderjaar: null }])
  expect(cell.value).toBe(0.01)
})

test('the pane is told once of many cells, and no more after it stopped listening', async () => {
  const { stream, desk } = started()
  let notices = 0
  const stop = desk.subscribe(() => notices++)
  for (let i = 0; i < 100; i++) stream('SALDO', `G${i}`, 2023, null)
  expect(desk.counters()).toMatchObject({ asked: 100, busy: 100 })
  await quiet()
  expect(notices).toBeLessThanOrEqual(2)
  expect(desk.counters()).toMatchObject({ busy: 0 })
  const heard = notices
  stop()
  stream('SALDO', 'HOL', 2023, null)
  await quiet()
  expect([notices, heard > 0]).toEqual([heard, true])
})

test('the last fifty errors are kept, the newest first', () => {
  const { callIn, desk } = started()
  for (let i = 0; i < 60; i++) callIn('DUIZEND', 'x', null, { address: `Blad1!A${i}` })
  expect(desk.errors()).toHaveLength(50)
  expect(desk.errors()[0]?.address).toBe('Blad1!A59')
  expect(desk.errors().at(-1)?.address).toBe('Blad1!A10')
})
