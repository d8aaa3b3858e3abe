import { describe, expect, test } from 'vitest'
import type { Finding } from '#shared/model/index.ts'
import { countBySeverity, everything, filterFindings, fixableRules, groupFindings, sheetsOf } from './filter.ts'

function finding(rule: string, facts: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: 'error',
    sheet: 'Begroting',
    cell: 'T7',
    table: 'begroting',
    lineNumber: 'HOL-001',
    field: 'taakveldCode',
    message: { nl: 'Taakveld 9.9 bestaat niet in 2023.', en: 'Taakveld 9.9 does not exist in 2023.' },
    ...facts,
  }
}
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)

describe('filtering findings', () => {
  const all = [
    finding('GB-201'),
    finding('GB-302', { severity: 'warning', sheet: 'Inzet', lineNumber: 'HOL-I002', cell: 'F3' }),
    finding('GB-315', { severity: 'info', message: { nl: 'Coördinatie', en: 'Coordination' } }),
  ]

  test('nothing chosen shows everything', () => {
    expect(filterFindings(all, everything, 'nl')).toEqual(all)
  })

  test('by severity and by sheet', () => {
    expect(rulesOf(filterFindings(all, { ...everything, severities: ['warning', 'info'] }, 'nl'))).toEqual([
      'GB-302',
      'GB-315',
    ])
    expect(rulesOf(filterFindings(all, { ...everything, sheet: 'Inzet' }, 'nl'))).toEqual(['GB-302'])
  })

  test.for([
    ['gb-201', ['GB-201']],
    ['f3', ['GB-302']],
    ['hol-i002', ['GB-302']],
    ['coordinatie', ['GB-315']],
    ['bestaat 2023', ['GB-201', 'GB-302']],
    ['2023 inzet', ['GB-302']],
    ['niets', []],
  ] as const)('the text %s finds %o', ([text, rules]) => {
    expect(rulesOf(filterFindings(all, { ...everything, text }, 'nl'))).toEqual(rules)
  })

  test('the text is looked for in the language that is shown', () => {
    expect(filterFindings(all, { ...everything, text: 'exist' }, 'nl')).toEqual([])
    expect(filterFindings(all, { ...everything, text: 'exist' }, 'en')).toHaveLength(2)
  })
})

describe('grouping findings', () => {
  const all = [
    finding('GB-315', { severity: 'info' }),
    finding('GB-314', { sheet: null, cell: null }),
    finding('GB-201'),
    finding('GB-202'),
    finding('GB-303', { sheet: 'Inzet' }),
  ]

  test('errors come first, and within them the sheets as they occur', () => {
    expect(
      groupFindings(all, 100).map(({ severity, sheets }) => [
        severity,
        sheets.map(({ sheet, findings }) => [sheet, rulesOf(findings)]),
      ]),
    ).toEqual([
      [
        'error',
        [
          [null, ['GB-314']],
          ['Begroting', ['GB-201', 'GB-202']],
          ['Inzet', ['GB-303']],
        ],
      ],
      ['info', [['Begroting', ['GB-315']]]],
    ])
  })

  test('a limit cuts what is shown and never what is counted', () => {
    const groups = groupFindings(all, 2)
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
      ['error', 4],
      ['info', 1],
    ])
    expect(groups.flatMap(({ sheets }) => sheets.map(({ count, findings }) => [count, findings.length]))).toEqual([
      [1, 1],
      [2, 1],
    ])
  })
})

test('findings are counted by severity and sheets listed once', () => {
  const all = [finding('GB-201'), finding('GB-202'), finding('GB-302', { severity: 'warning', sheet: null })]
  expect(countBySeverity(all)).toEqual({ error: 2, warning: 1, info: 0 })
  expect(sheetsOf(all)).toEqual(['Begroting'])
})

test('only rules with several remedies are offered to be fixed at once, most first', () => {
  const fix = { field: 'taakveldCode', value: '8.1' }
  const all = [
    finding('GB-102', { fix }),
    finding('GB-202', { fix }),
    finding('GB-202', { fix }),
    finding('GB-303', { fix }),
    finding('GB-303', { fix }),
    finding('GB-303', { fix }),
    finding('GB-201'),
    finding('GB-201'),
  ]
  expect(fixableRules(all).map(({ rule, count }) => [rule, count])).toEqual([
    ['GB-303', 3],
    ['GB-202', 2],
  ])
})
