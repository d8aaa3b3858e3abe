import { describe, expect, test } from 'vitest'
import type { GridIssue } from '#shared/model/index.ts'
import { details, found, line, workbook } from './sample-workbook.test-data.ts'

const grid = (...gridIssues: readonly GridIssue[]) => workbook({ gridIssues })
const place = { table: 'begroting', sheet: 'Begroting', gridRow: 6, gridColumn: 18 } as const

describe('the grid of a table', () => {
  test('[GB-105] hidden amounts are counted and added up', () => {
    const judged = grid({ kind: 'hidden-amounts', table: 'begroting', sheet: 'Begroting', count: 1, cents: 4_500_050 })
    expect(found('GB-105', judged)).toEqual([
      {
        rule: 'GB-105',
        field: null,
        nl: '1 verborgen rijen/kolommen tellen mee in het totaal (45.000,50).',
        en: '1 hidden rows/columns are counted in the total (45,000.50).',
      },
    ])
    expect(details('GB-105', judged)).toMatchObject([{ severity: 'warning', sheet: 'Begroting', cell: null }])
  })

  test('[GB-106] a total row has that finding and no other', () => {
    const rows = [line({ areaCode: null, description: 'Totaal Holtenbroek', goalCode: null, amount0: 50_000_000 })]
    const total = { kind: 'total-row', table: 'begroting', sheet: 'Begroting', gridRow: 4, label: 'Totaal' } as const
    const judged = workbook({ rows, gridIssues: [total] })
    expect(found('GB-106', judged)).toEqual([
      {
        rule: 'GB-106',
        field: null,
        nl: 'Rij lijkt een totaalregel; totalen horen niet in de regeltabel.',
        en: 'Row looks like a total row; totals do not belong in the line table.',
      },
    ])
    expect(details('GB-106', judged)).toMatchObject([{ severity: 'error', cell: 'B5' }])
    expect(found('GB-112', judged)).toEqual([])
    expect(found('GB-112', workbook({ rows }))).toHaveLength(1)
  })

  test('[GB-107] merged cells are an error, because all values but the first are lost', () => {
    const judged = grid({ kind: 'merged', ...place, area: 'S7:S9' })
    expect(found('GB-107', judged)).toEqual([
      {
        rule: 'GB-107',
        field: null,
        nl: 'Samengevoegde cellen in de tabel; alleen de eerste cel wordt gelezen.',
        en: 'Merged cells in the table; only the first cell is read.',
      },
    ])
    expect(details('GB-107', judged)).toMatchObject([{ severity: 'error', cell: 'S7' }])
  })

  test('[GB-109] a formula that was typed over is named by its column', () => {
    const judged = grid({
      kind: 'formula-overwritten',
      ...place,
      table: 'inzet',
      sheet: 'Inzet',
      field: 'amountCents',
      lineNumber: 'HOL-I001',
      text: 'Bedrag',
    })
    expect(found('GB-109', judged)).toEqual([
      {
        rule: 'GB-109',
        field: 'amountCents',
        nl: 'Formule in kolom Bedrag is overschreven door een vaste waarde.',
        en: 'Formula in column Bedrag was overwritten by a constant.',
      },
    ])
    expect(details('GB-109', judged)).toMatchObject([{ severity: 'info', cell: 'S7', lineNumber: 'HOL-I001' }])
  })

  test('[GB-110] a link to another file is named', () => {
    const judged = grid({
      kind: 'external-link',
      ...place,
      field: 'amount0',
      lineNumber: 'HOL-003',
      text: 'grootboek 2022.xlsx',
    })
    expect(found('GB-110', judged)).toEqual([
      {
        rule: 'GB-110',
        field: 'amount.2023',
        nl: 'Cel verwijst naar een ander bestand: grootboek 2022.xlsx.',
        en: 'Cell refers to another file: grootboek 2022.xlsx.',
      },
    ])
    expect(found('GB-109', judged)).toEqual([])
  })

  test.for(['missing-column', 'duplicate-column'] as const)('[GB-111] a %s is refused', (kind) => {
    const judged = grid({ kind, table: 'begroting', sheet: 'Begroting', heading: 'Taakveld' })
    expect(found('GB-111', judged)).toEqual([
      {
        rule: 'GB-111',
        field: null,
        nl: 'Verplichte kolom "Taakveld" ontbreekt of komt dubbel voor.',
        en: 'Required column "Taakveld" is missing or duplicated.',
      },
    ])
  })
})

test.for([
  [
    { kind: 'missing-table', table: 'inzet', name: 'tblInzet' },
    'tabel tblInzet ontbreekt, zet haar terug uit het sjabloon',
    'table tblInzet is missing, put it back from the template',
  ],
  [
    { kind: 'duplicate-table', table: 'inzet', name: 'tblInzet', sheet: 'Inzet (2)' },
    'tabel tblInzet staat nog eens op blad Inzet (2), verwijder de kopie',
    'table tblInzet stands once more on sheet Inzet (2), remove the copy',
  ],
  [
    { kind: 'too-many-rows', table: 'inzet', sheet: 'Inzet', rows: 5_400 },
    'blad Inzet heeft 5.400 rijen, de rijen na de grens van 5.000 zijn niet gelezen',
    'sheet Inzet has 5,400 rows, those past the limit of 5,000 were not read',
  ],
  [
    { kind: 'not-our-workbook', sheets: ['Blad1', 'Blad2'] },
    'dit is geen gebiedsbegroting, geen van de tabellen staat op de bladen Blad1, Blad2; maak er een met "gebied template" en neem de regels over',
    'this is no area budget, none of its tables stands on the sheets Blad1, Blad2; make one with "gebied template" and copy the rows into it',
  ],
  [
    { kind: 'bad-cover', sheet: 'Voorblad', label: 'Jaar', raw: '' },
    '"Jaar" op blad Voorblad is niet ingevuld',
    '"Jaar" on sheet Voorblad is not filled in',
  ],
  [
    { kind: 'bad-cover', sheet: 'Voorblad', label: 'Jaar', raw: 'twee' },
    '"twee" bij "Jaar" op blad Voorblad is niet te lezen, kies een waarde uit het sjabloon',
    '"twee" at "Jaar" on sheet Voorblad cannot be read, choose a value of the template',
  ],
] as const)('[GB-116] %o says what is wrong, where, and the remedy', ([issue, what, english]) => {
  const nl = `Opbouw van het werkboek: ${what}.`
  const en = `Structure of the workbook: ${english}.`
  expect(found('GB-116', grid(issue))).toEqual([{ rule: 'GB-116', field: null, nl, en }])
})

test('[GB-105] [GB-106] [GB-107] [GB-109] [GB-110] [GB-111] [GB-116] a grid with nothing to say gives no findings', () => {
  expect(
    ['GB-105', 'GB-106', 'GB-107', 'GB-109', 'GB-110', 'GB-111', 'GB-116'].flatMap((id) => found(id, grid())),
  ).toEqual([])
})
