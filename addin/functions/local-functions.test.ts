import { describe, expect, test } from 'vitest'
import { helpTexts } from '../build/function-help-texts.ts'
import { ExcelError, na, started, wrong } from './functions.test-data.ts'

const streaming = new Set(['TOTAAL', 'SALDO', 'VERSCHIL', 'STATUS', 'CONSOLIDATIE', 'REGELS'])
for (const id of ['PLAFOND', 'BEROEP', 'RESTANT', 'RESERVESTAND', 'BESLUIT']) streaming.add(id)
const local = Object.entries(helpTexts).filter(([id]) => !streaming.has(id))

const codeAsNumber = (name: string) =>
  wrong(`Argument ${name} is een getal; 0.1 en 0.10 zijn verschillende codes: typ de code als tekst, met een apostrof.`)

test.for(local)('the example in the help of %s is true', ([id, { example }]) => {
  expect(asHelpShows(started().call(id, ...example.given))).toBe(example.shows)
})

describe('amounts', () => {
  test.for([
    ['€ 500.000', 500_000],
    ['(4.977)', -4_977],
    ['500k', 500_000],
    [12.345, 12.35],
    [{ type: 'Double', basicValue: 12.5, numberFormat: '#,##0.00' }, 12.5],
    [[[7]], 7],
  ] as const)('BEDRAG of %j is %d', ([text, euros]) => {
    expect(started().call('BEDRAG', text)).toBe(euros)
  })

  test.for([
    [
      '1,234',
      '"1,234" is geen bedrag: de punt of komma kan twee dingen betekenen, typ het getal zonder scheiding van duizendtallen.',
    ],
    ['ca. 500', '"ca. 500" is geen bedrag: typ een getal zonder woorden.'],
    [true, '"true" is geen bedrag: vervang WAAR of ONWAAR door een waarde.'],
    ['', 'Argument tekst ontbreekt.'],
    [null, 'Argument tekst ontbreekt.'],
    [
      { basicValue: 0.5, numberFormat: '0%' },
      '"0.5" is geen bedrag: de cel is opgemaakt als percentage, zet de opmaak op Standaard.',
    ],
  ] as const)('BEDRAG of %j gives no 0 but a reason', ([text, reason]) => {
    expect(started().call('BEDRAG', text)).toEqual(wrong(reason))
  })

  test('where Excel can format numbers, an amount is a number with a format', () => {
    const { call } = started({ isFormattedNumberSupported: true })
    expect(call('BEDRAG', '1.000,50')).toEqual({ type: 'Double', basicValue: 1000.5, numberFormat: '#,##0.00' })
    expect(call('DUIZEND', 1_500)).toBe(2)
  })

  test('in an English Excel the reason is English', () => {
    expect(started({ language: 'en' }).call('DUIZEND', 'x')).toEqual(
      wrong('"x" is not an amount: type a number without words.'),
    )
  })

  test('STRUCTUREEL takes empty cells and numbers as text, and refuses what is no I or S', () => {
    const { call } = started()
    expect(call('STRUCTUREEL', [['S', '', 's', 'structureel', 'I']], [[1, 2, '3,50', '', 9]])).toBe(4.5)
    expect(call('STRUCTUREEL', [['X']], [[1]])).toEqual(wrong('"X" kan niet als aarden: kies uit I, S.'))
    expect(call('STRUCTUREEL', [['S'], ['S']], [[1, 2]])).toEqual(wrong('De twee bereiken moeten even groot zijn.'))
    expect(call('STRUCTUREEL', [['S']], [[new ExcelError('#N/A')]])).toMatchObject({ code: '#N/A' })
  })

  test('VERDEEL takes the shape of its key, counts texts and percentages, and names areas for a key of the lists', () => {
    const { call } = started()
    expect(call('VERDEEL', 100, [[1], [''], ['50%'], [0.5]])).toEqual([[50], [0], [25], [25]])
    expect(call('VERDEEL', 100.01, [['VS-GEBIED']], 2023)).toEqual([
      ['HOL', 25.01],
      ['SPZ', 25],
      ['STH', 25],
      ['SHT', 25],
    ])
    expect(call('VERDEEL', 100, [['VS-GEBIED']], null)).toEqual(wrong('Argument jaar ontbreekt.'))
    expect(call('VERDEEL', 100, [['VS-X']], 2023)).toEqual(na('Verdeelsleutel VS-X staat niet in de lijsten van 2023.'))
    expect(call('VERDEEL', 100, [[0, 0]])).toEqual(
      wrong('De sleutel heeft geen aandeel groter dan 0, of een aandeel dat te groot is.'),
    )
    expect(call('VERDEEL', 100, [[1, true]])).toEqual(
      wrong('Argument sleutel bevat een aandeel dat geen getal van 0 of meer is.'),
    )
  })

  test('DOORREKENEN ends an incidental amount and refuses an index that may mean something else', () => {
    const { call } = started()
    expect(call('DOORREKENEN', 10, 'I', 2024, 2, '2%')).toEqual([
      [2024, 2025, 2026, 2027],
      [10, 10.2, 0, 0],
    ])
    expect(call('DOORREKENEN', 10, 'S', 2024, null, 2)).toEqual(
      wrong('Argument index is geen percentage van -50% tot 50%: typ 2% of 0,02.'),
    )
    expect(call('DOORREKENEN', 10, 'S', 2024, 1.5)).toEqual(
      wrong('Argument duur moet een geheel getal zijn van 1 tot en met 100.'),
    )
  })

  test('BTW knows the words of the column Btw', () => {
    const { call } = started()
    expect(call('BTW', 121, 'BCF')).toBe(100)
    expect(call('BTW', 109, 'ondernemer', 0.09)).toBe(100)
    expect(call('BTW', 109, 'ondernemer', '9%')).toBe(100)
    expect(call('BTW', 121, 'kostprijsverhogend')).toBe(121)
    expect(call('BTW', 121, 'BCF', 6)).toEqual(wrong('Argument tarief is geen btw-tarief: kies 21%, 9% of 0%.'))
  })
})

describe('codes', () => {
  test('0.1 and 0.10 are different, and a number is refused since nobody can tell which was meant', () => {
    const { call } = started()
    expect([call('TAAKVELD', '0.1', 2026), call('TAAKVELD', '0.10', 2026)]).toEqual(['Bestuur', 'Mutaties reserves'])
    expect(call('TAAKVELD', 0.1, 2026)).toEqual(codeAsNumber('code'))
    expect(call('TOEGESTAAN', '0.10', 7.1, 'L', 2026)).toEqual(codeAsNumber('categorie'))
    expect(call('DOEL', 6, 2023)).toEqual(codeAsNumber('code'))
  })

  test('a code has a name only in its own years', () => {
    const { call } = started()
    expect(call('TAAKVELD', '6.2', 2022)).toBe('Wijkteams')
    expect(call('TAAKVELD', '6.2', 2026)).toEqual(na('Taakveld 6.2 bestaat niet in 2026.'))
    expect(call('TAAKVELD', '6', 2026)).toEqual(na('6 is een hoofdtaakveld; kies een taakveld daaronder.'))
  })

  test('a category may bear the prefix of its own side', () => {
    const { call } = started()
    expect(call('CATEGORIE', 'L3.5.1', 'lasten', 2026)).toBe('Ingeleend personeel')
    expect(call('CATEGORIE', 'B3.5.1', 'L', 2026)).toEqual(wrong('Categorie B3.5.1 is van de andere kant dan L.'))
    expect(call('CATEGORIE', '1.1', 'B', 2026)).toEqual(na('Categorie B1.1 bestaat niet in 2026.'))
    expect(call('CATEGORIE', '1.1', 'X', 2026)).toEqual(wrong('"X" kan niet als kant: kies uit L, B.'))
  })

  test.for([
    ['8.1', '4.2', true],
    ['6.1', '4.2', 'grijs'],
    ['6.1', '9.9', false],
  ] as const)('TOEGESTAAN of %s and %s is %s', ([taakveld, categorie, allowed]) => {
    expect(started().call('TOEGESTAAN', taakveld, categorie, 'L', 2026)).toBe(allowed)
  })

  test.for([[2016], [2023.5], ['drieëntwintig'], [true]] as const)('%s is no year', ([year]) => {
    expect(started().call('TAAKVELD', '0.1', year)).toEqual(
      wrong('Argument jaar is geen jaar: typ een jaartal van 2017 tot en met 2099.'),
    )
  })

  test('a year may stand as text', () => {
    expect(started().call('TAAKVELD', '0.1', ' 2026 ')).toBe('Bestuur')
  })
})

describe('the lists', () => {
  test.for([
    ['DOEL', '6.1.1', 2023],
    ['PROGRAMMA', '6.1.1', 2023],
    ['TARIEF', 'wijkmanager', 2023],
    ['INZET', 10, 'wijkmanager', 2023],
    ['FTE', 10, 2023],
    ['VERDEEL', 10, [['VS-GEBIED']], 2023],
  ] as const)('without them %s is not checked rather than wrong', ([id, ...given]) => {
    expect(started({ lists: null }).call(id, ...given)).toEqual(
      na('Niet gecontroleerd: het werkboek heeft geen lijsten.'),
    )
  })

  test('a role is found by its other names too, and only in years that have a rate', () => {
    const { call } = started()
    expect(call('TARIEF', 'Verbindingsofficier', 2023)).toBe(80)
    expect(call('INZET', '10,5', 'verbindingsofficier', 2023)).toBe(840)
    expect(call('TARIEF', 'wijkmanager', 2024)).toEqual(na('De lijsten hebben geen tarief voor wijkmanager in 2024.'))
    expect(call('INZET', -1, 'wijkmanager', 2023)).toEqual(
      wrong('"-1" is geen aantal uren: dit kan niet negatief zijn.'),
    )
  })
})

describe('errors', () => {
  test('an error in an argument goes on, #N/A as #N/A', () => {
    const { call } = started()
    const reason = (error: string) =>
      `Argument bedrag bevat de fout ${error}: herstel eerst de cel waar die vandaan komt.`
    expect(call('DUIZEND', new ExcelError('#N/A'))).toEqual(na(reason('#N/A')))
    expect(call('DUIZEND', new ExcelError('#DIV/0!'))).toEqual(wrong(reason('#DIV/0!')))
    expect(call('DUIZEND', { type: 'Error', basicValue: '#REF!' })).toEqual(wrong(reason('#REF!')))
  })

  test('each is listed with its cell, and the same cell only once', () => {
    const { call, clock, desk } = started()
    call('DUIZEND', 'x')
    call('DUIZEND', 'y')
    expect(desk.errors()).toEqual([
      {
        address: 'Blad1!A1',
        name: 'GEBIED.DUIZEND',
        message: {
          nl: '"y" is geen bedrag: typ een getal zonder woorden.',
          en: '"y" is not an amount: type a number without words.',
        },
        atMs: clock.now(),
      },
    ])
    expect(desk.counters().failed).toBe(2)
  })

  test('a call by an older or newer list of parameters finds its arguments', () => {
    const { call } = started()
    expect(call('DUIZEND', 318_880)).toBe(319)
    expect(call('DUIZEND', 318_880, 1, 'een argument van later')).toBe(318.9)
  })
})

/** A value as the help writes it: a decimal comma, `|` between columns and `/` between rows. */
function asHelpShows(value: unknown): string {
  if (!Array.isArray(value)) return String(value).replace('.', typeof value === 'number' ? ',' : '.')
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(asHelpShows).join(' | ') : row)).join(' / ')
}
