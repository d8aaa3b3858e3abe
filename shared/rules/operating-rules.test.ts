import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/model/index.ts'
import { decision, details, found, hoursLine, line, lists, valid, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const judge = (rule: string, rows: readonly Row[], reference = lists({}), version = 'primitief') =>
  found(rule, workbook({ version, rows }), reference)

test('[GB-509] a playground of 250,000 is a credit, not 5.7 L3.2 in operations', () => {
  const playground = line({
    lineType: 'investering',
    taakveldCode: '5.7',
    categoryCode: '3.2',
    amount0: euros(250_000),
    description: 'Speeltuin, activeren',
  })
  expect(judge('GB-509', [playground])).toEqual([
    {
      rule: 'GB-509',
      field: 'categoryCode',
      nl: 'Investering hoort als krediet; alleen kapitaallasten (7.3/7.4) komen in de exploitatie.',
      en: 'An investment is a credit; only capital costs (7.3/7.4) enter operations.',
    },
  ])
  expect(details('GB-509', workbook({ rows: [playground] }))).toMatchObject([{ severity: 'error', cell: 'O5' }])
  expect(judge('GB-509', [line({ ...playground, amount0: null, creditCents: euros(250_000) })])).toEqual([])
  expect(judge('GB-509', [{ ...playground, categoryCode: '7.3' }])).toEqual([])
  expect(judge('GB-509', [{ ...playground, categoryCode: '7.4' }])).toEqual([])
  expect(judge('GB-509', [{ ...playground, lineType: 'exploitatie' }])).toEqual([])
  expect(judge('GB-509', [{ ...playground, side: 'B' }])).toEqual([])
})

describe('[GB-510] "krediet" in a decision', () => {
  const operating = line({ lineType: 'exploitatie', decisionNumber: 'B-1' })
  const undecided = {
    code: 'B-1',
    body: 'college',
    date: null,
    outcome: null,
    amountCents: null,
    hours: null,
    roles: [],
    carriesOver: null,
  }
  const known = (text: string | null, name = 'Vervolg') =>
    lists({
      decisions: [valid({ ...undecided, name, text })],
    })
  const asMemo = known('Het vrijgeven van het krediet van € 500.000')

  test('is said once a decision, at its first line', () => {
    const second = { ...operating, lineNumber: 'HOL-002' }
    expect(judge('GB-510', [operating, second], asMemo)).toEqual([
      {
        rule: 'GB-510',
        field: 'decisionNumber',
        nl: 'Het besluit noemt dit "krediet"; het is een exploitatiebudget.',
        en: 'The decision calls this a "krediet"; it is an operating budget.',
      },
    ])
    expect(details('GB-510', workbook({ rows: [operating, second] }), asMemo)).toMatchObject([
      { severity: 'info', lineNumber: 'HOL-001' },
    ])
  })

  test("is also found in a decision's name and in the area's own proposal", () => {
    expect(judge('GB-510', [operating], known(null, 'Kredietaanvraag'))).toHaveLength(1)
    expect(judge('GB-510', [operating, decision({ description: 'Vrijgeven krediet' })])).toHaveLength(1)
  })

  test('is right for an investment, and otherwise not there', () => {
    expect(judge('GB-510', [{ ...operating, lineType: 'investering' }], asMemo)).toEqual([])
    expect(judge('GB-510', [operating], known('Het vrijgeven van de stelpost'))).toEqual([])
    expect(judge('GB-510', [operating])).toEqual([])
  })
})

test('[GB-511] L -554,000 "Dekking Nieuwe wet Inburgering" is income', () => {
  const netted = line({ amount0: null, amount1: euros(-554_000), description: 'Dekking Nieuwe wet Inburgering' })
  expect(judge('GB-511', [netted])).toEqual([
    {
      rule: 'GB-511',
      field: 'amount.2024',
      nl: 'Baten en lasten zijn gesaldeerd; neem ze bruto op.',
      en: 'Income and cost are netted; enter them gross.',
    },
  ])
  expect(details('GB-511', workbook({ rows: [netted] }))).toMatchObject([{ severity: 'error' }])
  expect(judge('GB-511', [{ ...netted, description: 'Rijksbijdrage' }])).toHaveLength(1)
  expect(judge('GB-511', [{ ...netted, description: 'Vrijval Inburgering' }])).toEqual([])
  expect(judge('GB-511', [{ ...netted, side: 'B' }])).toEqual([])
  expect(judge('GB-511', [line({ description: 'Bijdrage wijkcentrum' })])).toEqual([])
  const lowered = { ...netted, changesNumber: 'HOL-001' }
  expect(judge('GB-511', [lowered], lists({}), 'wijziging-1')).toEqual([])
  expect(judge('GB-511', [lowered])).toHaveLength(1)
  expect(judge('GB-511', [netted], lists({}), 'wijziging-1')).toHaveLength(1)
})

describe('[GB-513] overhead', () => {
  const rates = [
    { code: 'a', role: 'wijkmanager', year: 2023, centsPerHour: euros(80), surchargeCents: euros(46) },
    { code: 'b', role: 'strateeg', year: 2023, centsPerHour: euros(80), surchargeCents: null },
  ]
  const reference = lists({ rates })
  const [nl, en] = [
    'Overhead mag niet aan dit taakveld worden toegerekend (alleen grondexploitaties, investeringen, tarieven).',
    'Overhead may not be charged to this taakveld (only land development, investments, fees).',
  ]
  const under = (fields: Parameters<typeof line>[0], rate: number, role = 'wijkmanager') =>
    judge(
      'GB-513',
      [line({ lineType: 'exploitatie', taakveldCode: '6.1', ...fields }), hoursLine({ role, rateCents: euros(rate) })],
      reference,
    )

  test('a surcharge of 46 an hour does not belong on 6.1', () => {
    expect(under({}, 126)).toEqual([{ rule: 'GB-513', field: 'rateCents', nl, en }])
    expect(under({}, 80)).toEqual([])
    expect(under({}, 126, 'strateeg')).toEqual([])
    expect(under({}, 126, 'jurist')).toEqual([])
  })

  test('it does on land development, business parks and an investment; overhead itself is on 0.4', () => {
    for (const taakveldCode of ['8.2', '3.2', '0.4']) expect(under({ taakveldCode }, 126)).toEqual([])
    expect(under({ lineType: 'investering' }, 126)).toEqual([])
  })

  test('a last in category 7.5 charges it too', () => {
    const charged = line({ lineType: 'exploitatie', taakveldCode: '6.1', categoryCode: '7.5' })
    expect(judge('GB-513', [charged])).toEqual([{ rule: 'GB-513', field: 'categoryCode', nl, en }])
    expect(details('GB-513', workbook({ rows: [charged] }))).toMatchObject([{ severity: 'warning' }])
    expect(judge('GB-513', [{ ...charged, taakveldCode: '8.2' }])).toEqual([])
    expect(judge('GB-513', [{ ...charged, lineType: 'intern' }])).toEqual([])
    expect(judge('GB-513', [{ ...charged, side: 'B' }])).toEqual([])
    expect(judge('GB-513', [{ ...charged, categoryCode: '7.4' }])).toEqual([])
  })
})
