import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/model/index.ts'
import {
  coverage,
  decision,
  details,
  found,
  hoursLine,
  line,
  lists,
  source,
  stelpost,
  valid,
  workbook,
} from './sample-workbook.test-data.ts'

const reserve = source({ code: 'H12', type: 'reserve', name: 'Spoorzone' })
const formation = source({ code: 'LF-2023', type: 'lopende formatie' })
const reference = lists({ sources: [source({}), stelpost, reserve, formation] })
const judge = (rule: string, rows: readonly Row[], version = 'primitief', known = reference) =>
  found(rule, workbook({ version, rows }), known)
const onStelpost = { sourceCode: 'SP-GGW-2023', tags: 'gebiedsgericht werken' }

describe('what a source is for', () => {
  test('[GB-405] a structural cost is not paid once', () => {
    const structural = line({ ...onStelpost, nature: 'S' })
    expect(judge('GB-405', [structural])).toEqual([
      {
        rule: 'GB-405',
        field: 'sourceCode',
        nl: 'Structurele last met incidentele dekking (SP-GGW-2023).',
        en: 'Structural cost with incidental coverage (SP-GGW-2023).',
      },
    ])
    expect(judge('GB-405', [line({ nature: 'S' }), coverage({ sourceCode: 'SP-GGW-2023' })])).toHaveLength(1)
    expect(judge('GB-405', [line({ ...onStelpost, nature: 'I' })])).toEqual([])
    expect(judge('GB-405', [line({ nature: 'S' })])).toEqual([])
  })

  test('[GB-406] road repair does not fit the stelpost for area-based working', () => {
    const repair = line({ sourceCode: 'SP-GGW-2023', description: 'Wegherstel', tags: 'onderhoud' })
    expect(judge('GB-406', [repair])).toEqual([
      {
        rule: 'GB-406',
        field: 'sourceCode',
        nl: 'SP-GGW-2023 is bestemd voor "gebieds- en wijkgericht werken"; regel past daar niet bij.',
        en: 'SP-GGW-2023 is earmarked for "gebieds- en wijkgericht werken"; the line does not fit.',
      },
    ])
    expect(details('GB-406', workbook({ rows: [repair] }), reference)).toMatchObject([
      { severity: 'error', cell: 'W5' },
    ])
    expect(judge('GB-406', [line({ sourceCode: 'SP-GGW-2023' })])).toHaveLength(1)
    expect(judge('GB-406', [line({ ...onStelpost, tags: 'onderhoud, Gebiedsgericht werken' })])).toEqual([])
    expect(judge('GB-406', [line({ tags: 'onderhoud' })])).toEqual([])
  })

  test('[GB-406] the line that tblDekking names is judged, once it was wholly read', () => {
    const rows = [line({ tags: null }), coverage({ sourceCode: 'SP-GGW-2023' })]
    expect(judge('GB-406', rows)).toHaveLength(1)
    expect(found('GB-406', workbook({ rows, unreadable: { 'HOL-001': ['tags'] } }), reference)).toEqual([])
  })

  test('[GB-414] the regular programme team is no affair of the stelpost', () => {
    const team = line({
      ...onStelpost,
      description: 'Programmateam Holtenbroek continueren',
      tags: 'regulier programma',
    })
    expect(judge('GB-414', [team])).toEqual([
      {
        rule: 'GB-414',
        field: 'sourceCode',
        nl: 'Reguliere programma-inzet hoort niet ten laste van deze stelpost maar via de P&C-cyclus.',
        en: 'Regular programme effort belongs in the P&C cycle, not on this placeholder.',
      },
    ])
    expect(judge('GB-414', [line({ tags: 'regulier programma' })])).toEqual([])
    expect(judge('GB-414', [line(onStelpost)])).toEqual([])
  })
})

const staffUnder = (sourceCode: string) => [
  line({ sourceCode }),
  hoursLine({ hours: 40_000, amountCents: 3_200_000, sourceCode: 'LF-2023' }),
]

const decidedBy = (fields: Parameters<typeof source>[0]) =>
  lists({
    sources: [source({ ...reserve, ...fields })],
    decisions: [
      valid({
        code: 'R-7',
        name: 'besluit',
        body: 'raad',
        date: null,
        outcome: null,
        amountCents: null,
        hours: null,
        roles: [],
        carriesOver: null,
      }),
    ],
  })

describe('existing staff and reserves', () => {
  const [nl, en] = [
    'Inzet uit lopende formatie is al begroot en mag niet nogmaals als last in de wijziging.',
    'Effort from existing staff budget is already budgeted and may not enter the amendment again.',
  ]

  test('[GB-407] existing staff enter no amendment again', () => {
    const staff = [line({ sourceCode: 'LF-2023' })]
    expect(judge('GB-407', staff, 'wijziging-1')).toEqual([{ rule: 'GB-407', field: 'sourceCode', nl, en }])
    expect(judge('GB-407', staff)).toEqual([])
    expect(judge('GB-407', [line({ sourceCode: 'LF-2023', amount0: 0 })], 'wijziging-1')).toEqual([])
    expect(judge('GB-407', [coverage({ sourceCode: 'LF-2023', amountCents: 1 })], 'wijziging-1')).toHaveLength(1)
  })

  test('[GB-407] hours of existing staff under a line on the stelpost are found too', () => {
    expect(judge('GB-407', staffUnder('SP-GGW-2023'), 'wijziging-1')).toHaveLength(1)
    expect(
      details('GB-407', workbook({ version: 'wijziging-1', rows: staffUnder('LF-2023') }), reference),
    ).toMatchObject([{ sheet: 'Begroting' }])
  })

  test('[GB-409] a withdrawal from a reserve wants a decision of the council', () => {
    const withdrawal = line({ sourceCode: 'H12', decisionNumber: 'B-1' })
    expect(judge('GB-409', [withdrawal])).toEqual([
      {
        rule: 'GB-409',
        field: 'sourceCode',
        nl: 'Onttrekking aan reserve H12 zonder raadsbesluit.',
        en: 'Withdrawal from reserve H12 without a council decision.',
      },
    ])
    expect(judge('GB-409', [withdrawal, decision({ body: 'college' })])).toHaveLength(1)
    expect(judge('GB-409', [withdrawal, decision({ body: 'raad', outcome: 'teruggenomen' })])).toHaveLength(1)
    expect(judge('GB-409', [withdrawal, decision({ body: 'raad' })])).toEqual([])
  })

  test('[GB-409] the decision may also be that of the source', () => {
    const withdrawal = [line({ sourceCode: 'H12' })]
    expect(judge('GB-409', withdrawal, 'primitief', decidedBy({ decisionBody: 'raad' }))).toEqual([])
    expect(judge('GB-409', withdrawal, 'primitief', decidedBy({ decisionNumber: 'R-7' }))).toEqual([])
    expect(judge('GB-409', withdrawal, 'primitief', decidedBy({ decisionNumber: 'R-8' }))).toHaveLength(1)
  })
})
