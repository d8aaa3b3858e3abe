import { describe, expect, test } from 'vitest'
import { planActionSchema, type Row } from '#shared/model/index.ts'
import { check } from './index.ts'
import { coverage, details, found, line, lists, source, valid, workbook } from './sample-workbook.test-data.ts'

const instrument = (type: string, from: string, to: string, parentCode: string | null = null, fields = {}) => ({
  code: `${type} HOL`,
  name: `${type} Holtenbroek`,
  areaCode: 'HOL',
  type,
  from,
  to,
  parentCode,
  status: 'lopend',
  decisionNumber: null,
  ...fields,
})
const agenda = instrument('gebiedsagenda', '2023-01-01', '2027-12-31')
const plan = instrument('gebiedsjaarplan', '2023-01-01', '2023-12-31', agenda.code)
const judge = (rule: string, instruments: readonly unknown[], rows: readonly Row[] = []) =>
  found(rule, workbook({ rows }), lists({ instruments }))

describe('terms of instruments', () => {
  test('[GB-901] a gebiedsagenda 2023-2026 is a year short', () => {
    const short = { ...agenda, to: '2026-12-31' }
    expect(judge('GB-901', [short])).toEqual([
      {
        rule: 'GB-901',
        field: null,
        nl: 'gebiedsagenda Holtenbroek moet 5 jaar beslaan, nu 4.',
        en: 'gebiedsagenda Holtenbroek must span 5 years, now 4.',
      },
    ])
    expect(details('GB-901', workbook({}), lists({ instruments: [short] }))).toMatchObject([
      { severity: 'error', sheet: 'Jaarplan', cell: null },
    ])
  })

  test.for([
    ['gebiedsvisie', '2020-01-01', '2029-12-31', null],
    ['gebiedsagenda', '2023-07-01', '2028-06-30', null],
    ['gebiedsjaarplan', '2024-03-01', '2025-02-28', null],
    ['gebiedsjaarplan', '2023-03-01', '2024-02-29', null],
    ['gebiedsvisie', '2020-01-01', '2030-12-31', '11'],
    ['gebiedsagenda', '2023-01-01', '2027-12-30', '4,9'],
    ['gebiedsagenda', '2023-01-01', '2028-01-01', '5,1'],
    ['gebiedsjaarplan', '2023-01-01', '2023-06-30', '0,5'],
  ] as const)('[GB-901] %s from %s to %s: %s', ([type, from, to, years]) => {
    const said = judge('GB-901', [instrument(type, from, to)]).map(({ nl }) => nl.split('nu ')[1])
    expect(said).toEqual(years === null ? [] : [`${years}.`])
  })

  test('[GB-901] one that lapsed, ended before the budget year or is of another area is no news', () => {
    const short = { ...agenda, to: '2026-12-31' }
    expect(judge('GB-901', [{ ...short, status: 'vervallen' }])).toEqual([])
    expect(judge('GB-901', [{ ...short, from: '2020-01-01', to: '2022-12-31' }])).toEqual([])
    expect(judge('GB-901', [{ ...short, areaCode: 'SPZ' }])).toEqual([])
  })

  test('[GB-902] a jaarplan 2029 under an agenda 2023-2027', () => {
    const late = { ...plan, from: '2029-01-01', to: '2029-12-31' }
    expect(judge('GB-902', [agenda, late])).toEqual([
      {
        rule: 'GB-902',
        field: null,
        nl: 'gebiedsjaarplan Holtenbroek valt buiten de looptijd van gebiedsagenda Holtenbroek.',
        en: 'gebiedsjaarplan Holtenbroek falls outside the term of gebiedsagenda Holtenbroek.',
      },
    ])
    const finding = check(workbook({}), lists({ instruments: [agenda, late] })).find(({ rule }) => rule === 'GB-902')
    expect([finding?.expected?.en, finding?.found?.en]).toEqual([
      'from 2023-01-01 to 2027-12-31',
      'from 2029-01-01 to 2029-12-31',
    ])
    expect(judge('GB-902', [agenda, plan])).toEqual([])
    expect(judge('GB-902', [late])).toEqual([])
  })

  test('[GB-902] an action lies within the instrument that it names', () => {
    const action = (from: string | null, to: string | null, name = 'Gebiedsjaarplan Holtenbroek') =>
      planActionSchema.parse({ table: 'jaarplan', lineNumber: 'HOL-A001', instrument: name, title: 'Park', from, to })
    expect(judge('GB-902', [agenda, plan], [action('2023-06-01', '2024-02-01')])).toEqual([
      {
        rule: 'GB-902',
        field: 'to',
        nl: 'Park valt buiten de looptijd van gebiedsjaarplan Holtenbroek.',
        en: 'Park falls outside the term of gebiedsjaarplan Holtenbroek.',
      },
    ])
    expect(judge('GB-902', [plan], [action('2022-12-01', null, plan.code)])).toMatchObject([{ field: 'from' }])
    expect(judge('GB-902', [plan], [action('2023-01-01', '2023-12-31')])).toEqual([])
    expect(judge('GB-902', [plan], [action(null, null)])).toEqual([])
    expect(judge('GB-902', [plan], [action('2030-01-01', null, 'iets anders')])).toEqual([])
  })
})

describe('lines and the area', () => {
  test('[GB-903] a line is linked to an action', () => {
    const finding = {
      rule: 'GB-903',
      field: 'planActionNumber',
      nl: 'Regel is niet gekoppeld aan een actie uit het gebiedsjaarplan.',
      en: 'Line is not linked to an action of the area year plan.',
    }
    expect(judge('GB-903', [plan], [line({})])).toEqual([finding])
    expect(judge('GB-903', [plan], [line({ planActionNumber: 'HOL-A001' })])).toEqual([])
    expect(judge('GB-903', [agenda], [line({})])).toEqual([])
    expect(judge('GB-903', [{ ...plan, areaCode: 'SPZ' }], [line({})])).toEqual([])
    expect(judge('GB-903', [plan], [line({ amount0: 0 })])).toEqual([])
    expect(judge('GB-903', [plan], [line({ lineType: 'intern' })])).toEqual([])
  })

  test('[GB-903] existing staff needs no action', () => {
    const sources = [source({ code: 'LF-2023', type: 'lopende formatie' })]
    const judged = workbook({ rows: [line({ sourceCode: 'LF-2023' })] })
    expect(found('GB-903', judged, lists({ sources, instruments: [plan] }))).toEqual([])
  })

  test('[GB-905] a budget with fysiek alone', () => {
    const physical = line({ domain: 'fysiek' })
    const social = line({ lineNumber: 'HOL-002', domain: 'sociaal' })
    expect(judge('GB-905', [], [physical])).toEqual([
      {
        rule: 'GB-905',
        field: 'domain',
        nl: 'Gebiedsbegroting heeft geen regels in domein sociaal.',
        en: 'Area budget has no lines in domain sociaal.',
      },
    ])
    expect(judge('GB-905', [], [line({ domain: 'publiek' })])).toHaveLength(2)
    expect(judge('GB-905', [], [physical, social])).toEqual([])
    expect(judge('GB-905', [], [line({ domain: null })])).toEqual([])
    expect(judge('GB-905', [], [])).toEqual([])
    expect(found('GB-905', workbook({ version: 'wijziging-1', rows: [physical] }))).toEqual([])
    const unread = workbook({ rows: [physical, line({ lineNumber: 'X' })], unreadable: { X: ['domain'] } })
    expect(found('GB-905', unread)).toEqual([])
  })
})

describe('after the implementation', () => {
  const phases = [
    valid({ code: 'plan', from: '2023-01-01', to: '2023-03-31' }),
    valid({ code: 'implementatie', from: '2023-04-01', to: '2024-09-30' }),
  ]
  const late = (rule: string, fields: Parameters<typeof line>[0]) =>
    found(rule, workbook({ rows: [line({ phase: 'implementatie', ...fields })] }), lists({ phases }))

  test('[GB-906] an experiment in the fourth quarter of 2024, which GB-309 does not say once more', () => {
    const experiment = { from: '2024-10-01', to: '2024-12-31' }
    expect(late('GB-906', experiment)).toEqual([
      {
        rule: 'GB-906',
        field: 'from',
        nl: 'Implementatie loopt tot 30-09-2024; regel ligt daarna.',
        en: 'Implementation runs until 2024-09-30; the line is later.',
      },
    ])
    expect(late('GB-309', experiment)).toEqual([])
  })

  test('[GB-906] [GB-309] a line that begins in time and ends too late does not match its phase', () => {
    const long = { from: '2024-01-01', to: '2024-12-31' }
    expect(late('GB-906', long)).toEqual([])
    expect(late('GB-309', long)).toHaveLength(1)
  })

  test('[GB-906] without an end the amounts tell', () => {
    expect(late('GB-906', { amount1: 100, amount2: 100 })).toMatchObject([{ field: 'amount.2025' }])
    expect(late('GB-906', { amount1: 100 })).toEqual([])
    expect(late('GB-906', { phase: 'plan', amount3: 100 })).toEqual([])
    expect(found('GB-906', workbook({ rows: [line({ phase: 'implementatie', amount3: 1 }), coverage({})] }))).toEqual(
      [],
    )
  })
})
