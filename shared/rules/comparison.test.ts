import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/model/index.ts'
import { check } from './index.ts'
import {
  ceiling,
  coverage,
  decision,
  hoursLine,
  line,
  lists,
  source,
  valid,
  workbook,
} from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const rate = { code: 'wijkmanager 2023', role: 'wijkmanager', year: 2023, centsPerHour: euros(80) }
const capped = source({ code: 'SP', ceilings: [ceiling(2023, 1_000), ceiling(2023, 900, 'kernteam')] })
const reference = lists({
  rates: [rate],
  sources: [source({}), capped],
  goals: [valid({ code: '6.1.1', programmeCode: '6', name: 'g' })],
  costTypes: [valid({ code: 'salaris', name: 's', categoryCode: '1.1' })],
})

const shown = (rule: string, rows: readonly Row[], controlTotals = workbook({}).controlTotals) =>
  check(workbook({ rows, controlTotals }), reference)
    .filter((finding) => finding.rule === rule)
    .map(({ expected, found }) => [expected?.nl, found?.nl, expected?.en, found?.en])

describe('[S-34] a finding that compares two values brings both', () => {
  const long = hoursLine({ person: 'P-1', hours: 160_000, rateCents: 8_100, amountCents: euros(100_000) })
  const onSource = line({ sourceCode: 'SP', component: 'kernteam', amount0: euros(1_234) })

  test.for<[string, readonly Row[], readonly (string | undefined)[]]>([
    ['GB-210', [line({ programmeCode: '5' })], ['6', '5', '6', '5']],
    ['GB-216', [line({ costTypeCode: 'salaris', categoryCode: '3.8' })], ['1.1', '3.8', '1.1', '3.8']],
    ['GB-217', [line({ areaCode: 'SPZ' })], ['HOL', 'SPZ', 'HOL', 'SPZ']],
    ['GB-303', [long], ['129.600', '100.000', '129,600', '100,000']],
    ['GB-304', [long], ['80', '81', '80', '81']],
    ['GB-305', [long], ['1.320', '1.600', '1,320', '1,600']],
    [
      'GB-306',
      [line({ decisionNumber: 'B-1' }), decision({ hours: 100_000 }), long],
      ['1.000', '1.600', '1,000', '1,600'],
    ],
    [
      'GB-401',
      [line({ sourceCode: null, amount0: euros(1_500) }), coverage({ sourceCode: 'PB-6', amountCents: euros(1_200) })],
      ['1.500', '1.200', '1,500', '1,200'],
    ],
    ['GB-403', [onSource], ['1.000', '1.234', '1,000', '1,234']],
    ['GB-408', [onSource], ['900', '1.234', '900', '1,234']],
    [
      'GB-413',
      [line({ amount0: euros(1_000) }), coverage({ amountCents: euros(1_500) })],
      ['1.000', '1.500', '1,000', '1,500'],
    ],
  ])('%s', ([rule, rows, values]) => {
    expect(shown(rule, rows)).toEqual([values])
  })

  test('GB-314', () => {
    const total = { year: 2023, side: 'L', cents: euros(1_200), sheet: 'Voorblad', gridRow: 8, gridColumn: 1 } as const
    expect(shown('GB-314', [line({ amount0: euros(1_300) })], [total])).toEqual([['1.200', '1.300', '1,200', '1,300']])
  })

  test('a finding that compares nothing brings none', () => {
    expect(shown('GB-301', [line({ side: null })])).toEqual([[undefined, undefined, undefined, undefined]])
  })
})
