import { describe, expect, test } from 'vitest'
import { details, found, line, lists, workbook } from './sample-workbook.test-data.ts'

const one = (rule: string, fields: Parameters<typeof line>[0], version = 'primitief') =>
  found(rule, workbook({ version, rows: [line(fields)] }))
const euros = (amount: number) => amount * 100

describe('side and sign', () => {
  test.for([null, 'X'])('[GB-301] side %s is neither lasten nor baten', (side) => {
    const [nl, en] = ['L/B ontbreekt.', 'L/B (cost/income) is missing.']
    expect(one('GB-301', { side })).toEqual([{ rule: 'GB-301', field: 'side', nl, en }])
  })

  test('[GB-301] L and B are the sides, and a side that could not be read is not missing', () => {
    expect(one('GB-301', { side: 'B' })).toEqual([])
    const rows = [line({ side: null })]
    expect(found('GB-301', workbook({ rows, unreadable: { 'HOL-001': ['side'] } }))).toEqual([])
  })

  test('[GB-302] a negative last wants an explanation', () => {
    const negative = { amount0: 0, amount1: euros(-35_000), description: 'dekking uit armoedegelden' }
    expect(one('GB-302', negative)).toEqual([
      {
        rule: 'GB-302',
        field: 'amount.2024',
        nl: 'Negatieve last/bate zonder toelichting.',
        en: 'Negative cost/income without explanation.',
      },
    ])
    expect(details('GB-302', workbook({ rows: [line(negative)] }))).toMatchObject([{ severity: 'warning' }])
    expect(one('GB-302', { ...negative, note: 'Vrijval, zie PPN' })).toEqual([])
    expect(one('GB-302', { ...negative, lineType: 'taakstelling' })).toEqual([])
    expect(one('GB-302', negative, 'wijziging-1')).toEqual([])
    expect(one('GB-302', { amount0: 0 })).toEqual([])
  })
})

describe('how an amount came about', () => {
  test('[GB-310] 60,500 is 50,000 with 21% VAT', () => {
    const bought = { vatTreatment: 'BCF', amount0: euros(60_500) }
    expect(one('GB-310', bought)).toEqual([
      {
        rule: 'GB-310',
        field: 'amount.2023',
        nl: 'Bedrag lijkt inclusief btw; begroot exclusief compensabele btw (BCF).',
        en: 'Amount seems to include VAT; budget net of recoverable VAT (BCF).',
      },
    ])
    expect(one('GB-310', { ...bought, amount0: euros(60_510) })).toEqual([])
    expect(one('GB-310', { ...bought, amount0: 0 })).toEqual([])
    expect(one('GB-310', { ...bought, vatTreatment: 'ondernemer' })).toEqual([])
    expect(one('GB-310', { ...bought, categoryCode: '1.1' })).toEqual([])
    expect(one('GB-310', { ...bought, side: 'B' })).toEqual([])
  })

  const equal = {
    nature: 'S',
    amount0: euros(100_000),
    amount1: euros(100_000),
    amount2: euros(100_000),
    amount3: euros(100_000),
  }

  test('[GB-311] a structural line that never changes wants an index or a reason', () => {
    expect(one('GB-311', equal)).toEqual([
      {
        rule: 'GB-311',
        field: 'index',
        nl: 'Structurele regel heeft geen indexatie of reden daarvoor.',
        en: 'Structural line has no indexation, or a reason for that.',
      },
    ])
    expect(one('GB-311', { ...equal, index: 'nul' })).toEqual([])
    expect(one('GB-311', { ...equal, amount3: euros(102_000) })).toEqual([])
    expect(one('GB-311', { ...equal, nature: 'I' })).toEqual([])
    expect(one('GB-311', { nature: 'S', amount0: null })).toEqual([])
  })

  test('[GB-315] a round amount wants a basis', () => {
    const round = { amount0: euros(100_000), description: 'experimenten data' }
    expect(one('GB-315', round)).toEqual([
      {
        rule: 'GB-315',
        field: 'amount.2023',
        nl: 'Rond bedrag van 100.000 zonder onderbouwing.',
        en: 'Round amount of 100,000 without a basis.',
      },
    ])
    expect(one('GB-315', { ...round, basis: 'offerte' })).toEqual([])
    expect(one('GB-315', { amount0: euros(40_000) })).toEqual([])
    expect(one('GB-315', { amount0: euros(105_000) })).toEqual([])
  })
})

const change = (before: number, after: number, fields: Parameters<typeof line>[0] = {}, version = 'primitief') =>
  found('GB-312', workbook({ version, rows: [line({ ...fields, amount0: euros(after) })] }), lists({}), {
    previous: [line({ amount0: euros(before) })],
  })

describe('change since the previous version', () => {
  test('[GB-312] from 120,000 to 190,000 wants an explanation', () => {
    expect(change(120_000, 190_000)).toEqual([
      {
        rule: 'GB-312',
        field: 'amount.2023',
        nl: 'Verschil met vorige versie 70.000 (58,3%) is niet toegelicht.',
        en: 'Difference from previous version 70,000 (58.3%) is not explained.',
      },
    ])
    expect(change(120_000, 190_000, { note: 'Areaal gegroeid' })).toEqual([])
  })

  test('[GB-312] both thresholds count: EUR 50,000 and 10%', () => {
    expect(change(10_000, 59_999)).toEqual([])
    expect(change(600_000, 655_000)).toEqual([])
    expect(change(0, 50_000)).toMatchObject([{ nl: 'Verschil met vorige versie 50.000 (100%) is niet toegelicht.' }])
  })

  test('[GB-312] a line of an amendment is itself the difference', () => {
    const mutation = { lineNumber: 'HOL-W01', changesNumber: 'HOL-001' }
    expect(change(500_000, -60_000, mutation, 'wijziging-1')).toMatchObject([
      { nl: 'Verschil met vorige versie -60.000 (12%) is niet toegelicht.' },
    ])
    expect(change(500_000, -40_000, mutation, 'wijziging-1')).toEqual([])
  })

  test('[GB-312] without the previous version nothing is compared', () => {
    expect(one('GB-312', { amount0: euros(190_000) })).toEqual([])
  })
})
