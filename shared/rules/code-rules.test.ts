import { describe, expect, test } from 'vitest'
import type { BudgetLine } from '#shared/model/index.ts'
import { details, found, line, workbook } from './sample-workbook.test-data.ts'

const inYear = (year: number, fields: Parameters<typeof line>[0], version = 'primitief') =>
  workbook({ year, version, rows: [line(fields)] })

describe('taakveld', () => {
  test('[GB-201] a taakveld that ended is refused, with its successor when there is one', () => {
    const split = inYear(2025, { taakveldCode: '6.2' })
    const nl = 'Taakveld 6.2 bestaat niet in 2025.'
    const en = 'Taakveld 6.2 does not exist in 2025.'
    expect(found('GB-201', split)).toEqual([{ rule: 'GB-201', field: 'taakveldCode', nl, en }])
    expect(details('GB-201', split)).toMatchObject([{ severity: 'error', cell: 'N5', fix: undefined }])
    expect(details('GB-201', inYear(2025, { taakveldCode: '6.6' }))).toMatchObject([{ fix: '6.60' }])
    expect(found('GB-201', inYear(2022, { taakveldCode: '6.2' }))).toEqual([])
  })

  test('[GB-201] a taakveld that ends within the horizon is good in the budget year', () => {
    expect(found('GB-201', inYear(2024, { taakveldCode: '6.6', amount1: 100 }))).toEqual([])
  })

  test('[GB-206] the result does not belong in an area budget', () => {
    expect(found('GB-206', inYear(2023, { taakveldCode: '0.11', categoryCode: '7.1', amount0: 100_000 }))).toEqual([
      {
        rule: 'GB-206',
        field: 'taakveldCode',
        nl: 'Taakveld 0.11 (resultaat) hoort niet in een gebiedsbegroting.',
        en: 'Taakveld 0.11 (result) does not belong in an area budget.',
      },
    ])
    expect(found('GB-206', inYear(2023, { taakveldCode: '0.10' }))).toEqual([])
  })

  test.for(['6.', '6', 'Tot_TV', 'LR'])('[GB-207] %s is a group and no taakveld', (taakveldCode) => {
    const nl = `${taakveldCode} is een hoofdtaakveld/groep; kies een taakveld.`
    const en = `${taakveldCode} is a main group; choose a taakveld.`
    expect(found('GB-207', inYear(2023, { taakveldCode }))).toEqual([{ rule: 'GB-207', field: 'taakveldCode', nl, en }])
    expect(found('GB-201', inYear(2023, { taakveldCode }))).toEqual([])
  })

  test('[GB-207] a taakveld is no group', () => {
    expect(found('GB-207', inYear(2023, { taakveldCode: '6.1' }))).toEqual([])
  })

  test('[GB-208] released budget does not stay on 0.8', () => {
    const released = { taakveldCode: '0.8', amount0: 18_112_000 }
    const judged = inYear(2023, released, 'wijziging-1')
    expect(found('GB-208', judged)).toEqual([
      {
        rule: 'GB-208',
        field: 'taakveldCode',
        nl: 'Taakveld 0.8 is voor stelposten; boek vrijgegeven budget op het taakveld van de activiteit.',
        en: 'Taakveld 0.8 is for placeholders; book released budget on the taakveld of the activity.',
      },
    ])
    expect(details('GB-208', judged)).toMatchObject([{ severity: 'warning' }])
    expect(details('GB-208', inYear(2023, released, 'realisatie'))).toMatchObject([{ severity: 'error' }])
    expect(found('GB-208', inYear(2023, released))).toEqual([])
  })

  test('[GB-208] an amendment may take from 0.8: that releases the stelpost', () => {
    expect(found('GB-208', inYear(2023, { taakveldCode: '0.8', amount0: -50_000_000 }, 'wijziging-1'))).toEqual([])
  })
})

describe('category', () => {
  test('[GB-203] a category belongs to one side and to some years', () => {
    const otherSide = inYear(2023, { categoryCode: '2.2.1' })
    expect(found('GB-203', otherSide)).toEqual([
      {
        rule: 'GB-203',
        field: 'categoryCode',
        nl: 'Categorie 2.2.1 bestaat niet aan de lastenkant in 2023.',
        en: 'Category 2.2.1 does not exist on the cost side in 2023.',
      },
    ])
    expect(details('GB-203', otherSide)).toMatchObject([{ severity: 'error', fix: undefined }])
    expect(found('GB-203', inYear(2023, { categoryCode: '2.2.1', side: 'B' }))).toEqual([])
    expect(found('GB-203', inYear(2025, { categoryCode: '4.4.8' }))).toMatchObject([
      { nl: 'Categorie 4.4.8 bestaat niet aan de lastenkant in 2025.' },
    ])
  })

  test('[GB-203] the prefix of CBS can be taken off, a retired code renumbered', () => {
    expect(details('GB-203', inYear(2023, { categoryCode: 'L3.8' }))).toMatchObject([{ fix: '3.8' }])
    expect(details('GB-203', inYear(2023, { categoryCode: 'B3.8' }))).toMatchObject([{ fix: undefined }])
    expect(details('GB-203', inYear(2025, { categoryCode: '4.4.7' }))).toMatchObject([{ fix: '4.5.7' }])
  })

  test('[GB-203] a line without a side is not judged, since its categories are not known', () => {
    expect(found('GB-203', inYear(2023, { categoryCode: '2.2.1', side: null }))).toEqual([])
    const rows = [line({ categoryCode: '2.2.1' })]
    expect(found('GB-203', workbook({ rows, unreadable: { 'HOL-001': ['side'] } }))).toEqual([])
  })
})

describe('combinations', () => {
  const grey: Partial<BudgetLine> = { taakveldCode: '6.1', categoryCode: '4.2' }

  test('[GB-204] a subsidy on 6.1 is a grey cell, unless a note explains it', () => {
    expect(found('GB-204', inYear(2023, grey))).toEqual([
      {
        rule: 'GB-204',
        field: 'categoryCode',
        nl: 'Combinatie 6.1 x L4.2 is een grijze cel in Iv3 2023; kies een andere of licht toe.',
        en: 'Combination 6.1 x L4.2 is a grey cell in Iv3 2023; choose another or explain.',
      },
    ])
    expect(details('GB-204', inYear(2023, grey))).toMatchObject([{ severity: 'warning', cell: 'O5' }])
    expect(found('GB-204', inYear(2023, { ...grey, note: 'Conform Eurostat' }))).toEqual([])
    expect(found('GB-204', inYear(2023, { ...grey, categoryCode: '4.3.8' }))).toEqual([])
    expect(found('GB-204', inYear(2019, grey))).toEqual([])
  })

  test('[GB-204] [GB-804] a financial transaction is one finding', () => {
    expect(found('GB-204', inYear(2023, { categoryCode: '6.1' }))).toEqual([])
    expect(found('GB-804', inYear(2023, { categoryCode: '6.1' }))).toHaveLength(1)
  })

  test('[GB-205] 7.1 and 0.10 go together', () => {
    const judged = inYear(2023, { taakveldCode: '8.1', categoryCode: '7.1', side: 'B' })
    expect(found('GB-205', judged)).toEqual([
      {
        rule: 'GB-205',
        field: 'categoryCode',
        nl: 'Categorie 7.1 mag alleen op taakveld 0.10 (of 0.11), en daar alleen 7.1.',
        en: 'Category 7.1 is only allowed on taakveld 0.10 (or 0.11), and only 7.1 there.',
      },
    ])
    expect(found('GB-204', judged)).toEqual([])
    expect(found('GB-205', inYear(2023, { taakveldCode: '0.10', categoryCode: '3.8' }))).toHaveLength(1)
    expect(found('GB-205', inYear(2023, { taakveldCode: '0.10', categoryCode: '7.1' }))).toEqual([])
  })
})

test('[GB-218] lines with retired codes are counted, so that they can be renumbered together', () => {
  const rows = [
    line({ lineNumber: 'HOL-001', taakveldCode: '6.6' }),
    line({ lineNumber: 'HOL-002', categoryCode: '4.4.8' }),
    line({ lineNumber: 'HOL-003' }),
    line({ lineNumber: 'HOL-004', taakveldCode: '9.99' }),
  ]
  expect(found('GB-218', workbook({ year: 2025, rows }))).toEqual([
    {
      rule: 'GB-218',
      field: null,
      nl: '2 regels gebruiken codes die in 2025 zijn vervallen; voorstel tot omnummeren.',
      en: '2 lines use codes retired in 2025; proposed re-mapping.',
    },
  ])
  expect(details('GB-218', workbook({ year: 2025, rows }))).toMatchObject([{ severity: 'info', sheet: 'Begroting' }])
  expect(found('GB-218', workbook({ year: 2024, rows }))).toEqual([])
})
