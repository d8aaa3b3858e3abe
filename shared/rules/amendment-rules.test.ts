import { describe, expect, test } from 'vitest'
import type { BudgetLine, Row } from '#shared/model/index.ts'
import { decision, found, line, lists, serverFacts, valid, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const amendment = (...rows: readonly Row[]) => workbook({ version: 'wijziging-1', rows })
const mutation = (programmeCode: string, amount: number, fields: Partial<Record<keyof BudgetLine, string>> = {}) =>
  line({ programmeCode, amount0: euros(amount), decisionNumber: 'B-1', lineNumber: `HOL-${programmeCode}`, ...fields })
const onServer = { server: serverFacts({}) }
const noLists = lists({})

describe('a neutral amendment', () => {
  const isNeutral = decision({ isNeutral: 'ja' })

  test('[GB-605] 500,000 for programme 6 and 490,000 off the stelpost is not neutral', () => {
    const judged = amendment(isNeutral, mutation('6', 500_000), mutation('0', -490_000))
    expect(found('GB-605', judged, noLists, onServer)).toEqual([
      {
        rule: 'GB-605',
        field: 'isNeutral',
        nl: 'Begrotingswijziging is niet budgettair neutraal: -10.000 in 2023.',
        en: 'Budget amendment is not budget neutral: -10,000 in 2023.',
      },
    ])
  })

  test('[GB-605] the same amount off the stelpost is, in the workbook of another area too, and so is a withdrawal', () => {
    expect(found('GB-605', amendment(isNeutral, mutation('6', 5), mutation('0', -5)), noLists, onServer)).toEqual([])
    const linesOfOtherAreas = [
      mutation('0', -5, { lineNumber: 'CON-001' }),
      mutation('0', 9, { decisionNumber: 'B-2' }),
    ]
    const others = { server: serverFacts({ linesOfOtherAreas }) }
    expect(found('GB-605', amendment(isNeutral, mutation('6', 5)), noLists, others)).toEqual([])
    const withdrawal = mutation('0', 5, { side: 'B', taakveldCode: '0.10' })
    expect(found('GB-605', amendment(isNeutral, mutation('6', 5), withdrawal), noLists, onServer)).toEqual([])
  })

  test('[GB-605] is judged over all areas, so not without the server, and not of an original budget', () => {
    expect(found('GB-605', amendment(isNeutral, mutation('6', 5)))).toEqual([])
    expect(found('GB-605', workbook({ rows: [isNeutral, mutation('6', 5)] }), noLists, onServer)).toEqual([])
  })
})

describe('new policy', () => {
  const parts = [mutation('6', 500_000), mutation('0', -500_000)]
  const decided = (body: string, amount: number) =>
    decision({ isNewPolicy: 'ja', body, amountCents: euros(amount), date: '2023-03-28' })

  test('[GB-606] 500,000 across programmes needs the council, not the college', () => {
    expect(found('GB-606', amendment(decided('college', 500_000), ...parts), noLists, onServer)).toEqual([
      {
        rule: 'GB-606',
        field: 'isNewPolicy',
        nl: "Nieuw beleid boven 50.000 over programma's heen: raadsbesluit vooraf nodig.",
        en: 'New policy above 50,000 across programmes: prior council decision needed.',
      },
    ])
    expect(found('GB-606', amendment(decided('raad', 500_000), ...parts), noLists, onServer)).toEqual([])
  })

  test('[GB-606] up to the limit, or within one programme, the college may', () => {
    expect(found('GB-606', amendment(decided('college', 50_000), ...parts), noLists, onServer)).toEqual([])
    const within = amendment(decided('college', 500_000), mutation('6', 500_000))
    expect(found('GB-606', within, noLists, onServer)).toEqual([])
  })

  test('[GB-606] the list of finance goes before the own table', () => {
    const item = valid({
      code: 'B-1',
      name: 'x',
      body: 'raad',
      date: null,
      outcome: null,
      amountCents: null,
      hours: null,
      roles: [],
      carriesOver: null,
    })
    const judged = amendment(decided('college', 500_000), ...parts)
    expect(found('GB-606', judged, lists({ decisions: [item] }), onServer)).toEqual([])
  })
})

test('[GB-607] a decision of 14 January 2024 cannot amend 2023; one of 31 December can', () => {
  const dated = (date: string) => found('GB-607', amendment(decision({ date })), noLists, onServer)
  expect(dated('2024-01-14')).toEqual([
    {
      rule: 'GB-607',
      field: 'date',
      nl: 'Begrotingswijziging 2023 kan niet na 31-12-2023 worden vastgesteld.',
      en: 'A 2023 amendment cannot be adopted after 31-12-2023.',
    },
  ])
  expect(dated('2023-12-31')).toEqual([])
})

describe('"Begroting wijzigen"', () => {
  const flagged = (amendsBudget: string, ...rows: readonly Row[]) =>
    found('GB-609', amendment(decision({ amendsBudget }), ...rows))

  test('[GB-609] "nee" while programme 6 gets 500,000', () => {
    expect(flagged('nee', mutation('6', 500_000))).toEqual([
      {
        rule: 'GB-609',
        field: 'amendsBudget',
        nl: '"Begroting wijzigen: nee" past niet bij de regels.',
        en: '"Amend budget: no" does not match the lines.',
      },
    ])
    expect(flagged('ja', mutation('6', 500_000))).toEqual([])
  })

  test('[GB-609] "ja" while nothing changes per programme', () => {
    const shift = [mutation('6', 5), mutation('6', -5, { lineNumber: 'HOL-007' })]
    expect(flagged('ja', ...shift).map(({ nl }) => nl)).toEqual(['"Begroting wijzigen: ja" past niet bij de regels.'])
    expect(flagged('nee', ...shift)).toEqual([])
    expect(flagged('nee', mutation('6', 5), mutation('6', 5, { side: 'B', lineNumber: 'HOL-007' }))).toHaveLength(1)
  })
})

describe('the amount of a decision', () => {
  const decided = (fields: Parameters<typeof decision>[0], ...rows: readonly Row[]) =>
    found('GB-611', amendment(decision({ amountCents: euros(500_000), ...fields }), ...rows))

  test('[GB-611] lines of 505,000 under a decision of 500,000', () => {
    expect(decided({}, mutation('6', 505_000), mutation('0', -505_000))).toEqual([
      {
        rule: 'GB-611',
        field: 'amountCents',
        nl: 'Bedrag (505.000) wijkt af van het besluit (500.000).',
        en: 'Amount (505,000) differs from the decision (500,000).',
      },
    ])
    expect(decided({}, mutation('6', 500_000), mutation('0', -500_000))).toEqual([])
  })

  test('[GB-611] after "gewijzigd" the new amount counts', () => {
    const changed = { outcome: 'gewijzigd', decidedCents: euros(505_000) }
    expect(decided(changed, mutation('6', 505_000))).toEqual([])
    expect(decided(changed, mutation('6', 500_000))).toHaveLength(1)
  })

  test('[GB-611] incidental lines count all their years, structural ones their highest year', () => {
    const years = { amount0: euros(250_000), amount1: euros(250_000), decisionNumber: 'B-1' }
    expect(decided({}, line({ ...years, nature: 'I' }))).toEqual([])
    expect(decided({}, line({ ...years, nature: 'S' })).map(({ nl }) => nl)).toEqual([
      'Bedrag (250.000) wijkt af van het besluit (500.000).',
    ])
  })

  test('[GB-611] lines that name no decision belong to the only one', () => {
    expect(decided({}, line({ amount0: euros(500_000) }))).toEqual([])
    const second = decision({ lineNumber: 'HOL-B002', decisionNumber: 'B-2' })
    expect(decided({}, second, line({ amount0: euros(500_000) }))).toHaveLength(1)
  })
})
