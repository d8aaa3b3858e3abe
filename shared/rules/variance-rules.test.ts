import { describe, expect, test } from 'vitest'
import type { BudgetLine, VersionLines } from '#shared/model/index.ts'
import { checkOnServer } from './index.ts'
import { found, line, lists, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const versions = (parts: Partial<VersionLines>): VersionLines => ({
  original: null,
  amendments: [],
  delivered: null,
  ...parts,
})
const parks = (amount: number, fields: Parameters<typeof line>[0] = {}) =>
  line({ lineNumber: 'HOL-001', amount0: euros(amount), ...fields })
const roads = (amount: number, fields: Parameters<typeof line>[0] = {}) =>
  line({ lineNumber: 'HOL-002', amount0: euros(amount), ...fields })

function hits(rule: string, version: string, rows: readonly BudgetLine[], given: Partial<VersionLines> | undefined) {
  const options = given === undefined ? {} : { versions: versions(given) }
  return checkOnServer(workbook({ version, rows }), lists({}), options)
    .filter((finding) => finding.rule === rule)
    .map(({ lineNumber, field, message, expected, found }) => ({
      place: [lineNumber, field],
      message: [message.nl, message.en],
      compared: [expected?.nl, found?.nl],
    }))
}

describe('the amended budget as another system delivered it', () => {
  const delivered = (rows: readonly BudgetLine[], given?: Partial<VersionLines>) =>
    hits('GB-608', 'na-wijziging-geleverd', rows, given)
  const mutation = parks(500, { lineNumber: 'HOL-W01', changesNumber: 'HOL-001' })

  test('[GB-608] a line whose original and mutation are not what was delivered', () => {
    expect(delivered([parks(1_499.9)], { original: [parks(1_000)], amendments: [[mutation]] })).toEqual([
      {
        place: ['HOL-001', 'amount.2023'],
        message: [
          'Primitief + wijzigingen ≠ begroting na wijziging (verschil -0,10).',
          'Original + amendments ≠ amended budget (difference -0.10).',
        ],
        compared: ['1.500', '1.499,90'],
      },
    ])
    expect(delivered([parks(1_500)], { original: [parks(1_000)], amendments: [[mutation]] })).toEqual([])
  })

  test('[GB-608] lines under other numbers are compared as a sum per programme and side', () => {
    const original = [parks(1_000), roads(200), roads(50, { side: 'B' })]
    const other = (amount: number, side: string) => parks(amount, { lineNumber: 'X-9', side })
    expect(delivered([other(1_200, 'L'), other(50, 'B')], { original })).toEqual([])
    expect(delivered([other(1_300, 'L'), other(50, 'B')], { original })).toEqual([
      {
        place: [null, null],
        message: [
          'Primitief + wijzigingen ≠ begroting na wijziging (verschil 100).',
          'Original + amendments ≠ amended budget (difference 100).',
        ],
        compared: ['6: 1.200', '6: 1.300'],
      },
    ])
  })

  test('[GB-608] a year that was not delivered, an original that is not at hand and a row that was not read give nothing', () => {
    const original = [parks(1_000, { amount1: euros(900) })]
    expect(delivered([parks(1_000)], { original })).toEqual([])
    expect(delivered([parks(1)], undefined)).toEqual([])
    expect(delivered([parks(1)], { delivered: [parks(2)] })).toEqual([])
    const held = workbook({
      version: 'na-wijziging-geleverd',
      rows: [parks(1)],
      unreadable: { 'HOL-001': ['amount0'] },
    })
    expect(found('GB-608', held, lists({}), { versions: versions({ original }) })).toEqual([])
  })
})

describe('actuals against the amended budget', () => {
  const actual = (rule: string, rows: readonly BudgetLine[], given?: Partial<VersionLines>) =>
    hits(rule, 'realisatie', rows, given)
  const original = [parks(100_000), roads(50_000)]

  test('[GB-614] lasten of a programme above its amended budget', () => {
    expect(actual('GB-614', [parks(220_000), roads(50_000)], { original })).toEqual([
      {
        place: [null, null],
        message: [
          'Realisatie overschrijdt begroting na wijziging op programma 6: 120.000 (begrotingsonrechtmatigheid).',
          'Actuals exceed the amended budget on programme 6: 120,000 (budget unlawfulness).',
        ],
        compared: ['150.000', '270.000'],
      },
    ])
  })

  test('[GB-614] room that an adopted amendment gave counts, more baten do not matter, nor does what is only expected', () => {
    const room = roads(120_000, { lineNumber: 'HOL-W01' })
    expect(actual('GB-614', [parks(220_000), roads(50_000)], { original, amendments: [[room]] })).toEqual([])
    const income = roads(10, { side: 'B' })
    expect(actual('GB-614', [roads(99_000, { side: 'B' })], { original: [income] })).toEqual([])
    expect(hits('GB-614', 'prognose', [parks(220_000)], { original })).toEqual([])
    expect(actual('GB-614', [parks(220_000)])).toEqual([])
  })

  test('[GB-614] without an original budget the delivered one is the budget', () => {
    expect(actual('GB-614', [parks(220_000)], { delivered: [parks(300_000)] })).toEqual([])
    expect(actual('GB-614', [parks(300_001)], { delivered: [parks(300_000)] })).toHaveLength(1)
  })

  test('[GB-615] a line above its budget inside a programme that is not', () => {
    expect(
      actual('GB-615', [parks(100_000), roads(50_000.5), parks(1, { lineNumber: 'HOL-003' })], {
        original: [...original, parks(9, { lineNumber: 'HOL-004' })],
      }),
    ).toEqual([
      {
        place: ['HOL-002', 'amount.2023'],
        message: [
          'Overschrijding op regelniveau past binnen het programma.',
          'Overspend on line level fits within the programme.',
        ],
        compared: ['50.000', '50.000,50'],
      },
      {
        place: ['HOL-003', 'amount.2023'],
        message: [
          'Overschrijding op regelniveau past binnen het programma.',
          'Overspend on line level fits within the programme.',
        ],
        compared: ['0', '1'],
      },
    ])
  })

  test('[GB-615] says nothing of a line when its programme is over too, or when it is baten', () => {
    expect(actual('GB-615', [parks(100_001), roads(50_000)], { original })).toEqual([])
    expect(actual('GB-615', [roads(20, { side: 'B' })], { original: [roads(10, { side: 'B' })] })).toEqual([])
  })

  const low = lists({ parameters: { ...lists({}).parameters, varianceCents: euros(45_000) } })
  const unexplained = (rows: readonly BudgetLine[], version = 'realisatie') =>
    found('GB-616', workbook({ version, rows }), low, { versions: versions({ original }) })

  test('[GB-616] a variance from the threshold on without a note', () => {
    expect(unexplained([parks(145_000), roads(50_000)])).toEqual([
      {
        rule: 'GB-616',
        field: 'amount.2023',
        nl: 'Afwijking 45.000 N is niet verklaard.',
        en: 'Variance 45,000 U is not explained.',
      },
    ])
    expect(unexplained([parks(55_000), roads(50_000)], 'prognose').map(({ nl, en }) => [nl, en])).toEqual([
      ['Afwijking 45.000 V is niet verklaard.', 'Variance 45,000 F is not explained.'],
    ])
  })

  test('[GB-616] a note explains, and below either threshold nothing is asked', () => {
    expect(unexplained([parks(145_000, { note: 'Extra inhuur na storm' }), roads(50_000)])).toEqual([])
    expect(unexplained([parks(144_999), roads(50_000)])).toEqual([])
    const large = [line({ lineNumber: 'HOL-001', amount0: euros(1_000_000) })]
    const judged = workbook({ version: 'realisatie', rows: [parks(1_090_000)] })
    expect(found('GB-616', judged, low, { versions: versions({ original: large }) })).toEqual([])
  })

  test('[GB-616] a line of the budget that the actuals miss is told with its number', () => {
    expect(actual('GB-616', [roads(50_000)], { original })).toEqual([
      {
        place: [null, null],
        message: ['Afwijking 100.000 V is niet verklaard.', 'Variance 100,000 F is not explained.'],
        compared: ['HOL-001: 100.000', 'HOL-001: 0'],
      },
    ])
  })
})

describe('what another version gives to other rules', () => {
  const versionsOf = (original: BudgetLine) => ({ versions: versions({ original: [original] }) })

  test('[GB-312] a second amendment is held against the budget as the first one left it', () => {
    const first = parks(900_000, { lineNumber: 'HOL-W01', changesNumber: 'HOL-001' })
    const second = parks(60_000, { lineNumber: 'HOL-W02', changesNumber: 'HOL-001' })
    const judged = workbook({ version: 'wijziging-2', rows: [second] })
    const given = (amendments: readonly (readonly BudgetLine[])[]) => ({
      versions: versions({ original: [parks(100_000)], amendments }),
    })
    expect(found('GB-312', judged, lists({}), given([])).map(({ nl }) => nl)).toEqual([
      'Verschil met vorige versie 60.000 (60%) is niet toegelicht.',
    ])
    expect(found('GB-312', judged, lists({}), given([[first]]))).toEqual([])
  })

  test('[GB-312] of actuals the difference is told once, as a variance', () => {
    const judged = workbook({ version: 'realisatie', rows: [parks(300_000)] })
    expect(found('GB-312', judged, lists({}), versionsOf(parks(100_000)))).toEqual([])
    expect(found('GB-616', judged, lists({}), versionsOf(parks(100_000)))).toHaveLength(1)
  })

  test('[GB-104] actuals a thousand times as small as the budget', () => {
    const judged = workbook({ version: 'realisatie', rows: [parks(300)] })
    expect(found('GB-104', judged, lists({}), versionsOf(parks(300_000)))).toHaveLength(1)
  })
})
