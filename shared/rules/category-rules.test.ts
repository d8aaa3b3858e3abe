import { describe, expect, test } from 'vitest'
import { check } from './index.ts'
import { details, found, line, lists, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const one = (rule: string, fields: Parameters<typeof line>[0], version = 'primitief') =>
  found(rule, workbook({ version, rows: [line(fields)] }))

describe('[GB-802] rounding by cell', () => {
  const unit = 'duizend'
  /** A cell each of EUR 400: x EUR 1.000 each is 0. */
  const cells = (count: number, amount: number, side = 'L') =>
    Array.from({ length: count }, (_, i) =>
      line({ lineNumber: `HOL-${i}`, taakveldCode: `8.${i}`, side, amount0: euros(amount) }),
    )

  test('ten cells of 400 are 0 one by one and 4 together', () => {
    expect(found('GB-802', workbook({ unit, rows: cells(10, 400) }))).toEqual([
      {
        rule: 'GB-802',
        field: 'amount.2023',
        nl: 'Afrondingsverschil van 4 x € 1.000 door afronden per cel.',
        en: 'Rounding difference of 4 x € 1.000 from rounding per cell.',
      },
    ])
    expect(details('GB-802', workbook({ unit, rows: cells(10, 400) }))).toMatchObject([{ severity: 'info' }])
    const finding = check(workbook({ unit, rows: cells(10, 400) }), lists({})).find(({ rule }) => rule === 'GB-802')
    expect([finding?.expected?.nl, finding?.found?.nl]).toEqual(['lasten 4, baten 0', 'lasten 0, baten 0'])
  })

  test('lines of one cell are added up before they are rounded', () => {
    const rows = [line({ amount0: euros(400) }), line({ lineNumber: 'HOL-002', amount0: euros(600) })]
    expect(found('GB-802', workbook({ unit, rows }))).toEqual([])
  })

  test('whole thousands leave no difference, and halves are rounded away from zero', () => {
    expect(found('GB-802', workbook({ unit, rows: cells(3, 2_000) }))).toEqual([])
    expect(found('GB-802', workbook({ unit, rows: cells(2, 500) }))).toMatchObject([
      { nl: 'Afrondingsverschil van 1 x € 1.000 door afronden per cel.' },
    ])
    expect(found('GB-802', workbook({ unit, rows: cells(1, -500) }))).toEqual([])
  })

  test('the sides are compared apart', () => {
    const rows = [...cells(2, 500), ...cells(2, 500, 'B')]
    expect(found('GB-802', workbook({ unit, rows }))).toMatchObject([
      { nl: 'Afrondingsverschil van 2 x € 1.000 door afronden per cel.' },
    ])
  })

  test('an amount that cannot be read leaves the sum unjudged', () => {
    const judged = workbook({ unit, rows: cells(10, 400), unreadable: { 'HOL-0': ['amount0'] } })
    expect(found('GB-802', judged)).toEqual([])
  })

  test('of a workbook in euros nobody sees the cells rounded', () => {
    expect(found('GB-802', workbook({ unit: 'euro', rows: cells(10, 400) }))).toEqual([])
  })
})

test('[GB-804] B6.1 on 0.5 belongs on the balance sheet, also with a note', () => {
  const loan = { side: 'B', taakveldCode: '0.5', categoryCode: '6.1', note: 'Lening' }
  expect(one('GB-804', loan)).toEqual([
    {
      rule: 'GB-804',
      field: 'categoryCode',
      nl: 'Categorie 6.1 hoort op de balans, niet in een gebiedsbegroting.',
      en: 'Category 6.1 belongs on the balance sheet, not in an area budget.',
    },
  ])
  expect(details('GB-804', workbook({ rows: [line(loan)] }))).toMatchObject([{ severity: 'error', cell: 'O5' }])
  expect(one('GB-804', { ...loan, categoryCode: '5.1' })).toEqual([])
})

test.for(['4.3.9', '4.4.9'])('[GB-805] L%s in the accounts', (categoryCode) => {
  expect(one('GB-805', { categoryCode }, 'realisatie')).toEqual([
    {
      rule: 'GB-805',
      field: 'categoryCode',
      nl: '4.3.9/4.4.9 (onverdeeld) mag alleen in een begroting, niet in realisatie.',
      en: '4.3.9/4.4.9 (undivided) only in a budget, not in actuals.',
    },
  ])
  for (const version of ['primitief', 'wijziging-1', 'prognose']) {
    expect(one('GB-805', { categoryCode }, version)).toEqual([])
  }
  expect(one('GB-805', { categoryCode: '4.3.8' }, 'realisatie')).toEqual([])
})
