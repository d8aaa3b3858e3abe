import { describe, expect, test } from 'vitest'
import type { ControlTotal } from '#shared/model/index.ts'
import { details, found, line, lists, valid, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100

const key = (code: string, ...shares: readonly number[]) =>
  valid({ code, name: `Sleutel ${code}`, shares: shares.map((basisPoints) => ({ areaCode: 'HOL', basisPoints })) })

const used = (code: string) =>
  workbook({ rows: ['HOL-001', 'HOL-002'].map((lineNumber) => line({ lineNumber, allocationKeyCode: code })) })

test('[GB-313] the shares of an allocation key are 100% together', () => {
  const reference = lists({ allocationKeys: [key('A', 4_000, 3_000, 2_000, 500), key('B', 5_000, 5_000)] })
  expect(found('GB-313', used('A'), reference)).toEqual([
    {
      rule: 'GB-313',
      field: 'allocationKeyCode',
      nl: 'Verdeelsleutel Sleutel A telt op tot 95% in plaats van 100%.',
      en: 'Allocation key Sleutel A adds up to 95% instead of 100%.',
    },
  ])
  expect(found('GB-313', used('B'), reference)).toEqual([])
})

describe('control totals', () => {
  const control: ControlTotal = {
    year: 2024,
    side: 'L',
    cents: euros(500_000),
    sheet: 'Voorblad',
    gridRow: 11,
    gridColumn: 2,
  }
  const rows = (amount: number) => [
    line({ amount1: euros(amount) }),
    line({ lineNumber: 'HOL-002', amount1: euros(400_000) }),
    line({ lineNumber: 'HOL-003', side: 'B', amount1: euros(7) }),
  ]

  test('[GB-314] the lines of a side and year add up to the control total on the cover', () => {
    const judged = workbook({ rows: rows(99_000), controlTotals: [control] })
    expect(found('GB-314', judged)).toEqual([
      {
        rule: 'GB-314',
        field: null,
        nl: 'Som van de regels (499.000) wijkt af van het controletotaal op het voorblad (500.000).',
        en: 'Sum of lines (499,000) differs from the control total on the cover (500,000).',
      },
    ])
    expect(details('GB-314', judged)).toMatchObject([{ severity: 'error', sheet: 'Voorblad', cell: 'C12' }])
    expect(found('GB-314', workbook({ rows: rows(100_000), controlTotals: [control] }))).toEqual([])
  })

  test('[GB-314] a sum in which a cell could not be read is not compared', () => {
    const unreadable = { 'HOL-001': ['amount1'] }
    expect(found('GB-314', workbook({ rows: rows(0), controlTotals: [control], unreadable }))).toEqual([])
  })
})

const twins = (second: Parameters<typeof line>[0]) =>
  workbook({
    rows: [
      line({ description: 'communicatie', amount0: euros(5_000) }),
      line({ lineNumber: 'HOL-002', description: 'communicatie', goalCode: '9.9.9' }),
      line({ lineNumber: 'HOL-003', description: 'communicatie', amount0: euros(5_000), ...second }),
    ],
  })

describe('duplicates', () => {
  test('[GB-316] a second line with the same key names the first', () => {
    expect(found('GB-316', twins({}))).toEqual([
      {
        rule: 'GB-316',
        field: 'description',
        nl: 'Dubbele regel: zelfde sleutel als rij HOL-001.',
        en: 'Duplicate line: same key as row HOL-001.',
      },
    ])
    expect(found('GB-316', twins({ goalCode: '9.9.9' }))).toMatchObject([
      { nl: 'Dubbele regel: zelfde sleutel als rij HOL-002.' },
    ])
  })

  test.for([{ note: 'Tweede campagne' }, { categoryCode: '4.2' }, { side: 'B' }, { costCentreCode: '6100' }])(
    '[GB-316] %o makes it another line, or explains it',
    (fields) => {
      expect(found('GB-316', twins(fields))).toEqual([])
    },
  )
})
