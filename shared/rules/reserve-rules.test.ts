import { describe, expect, test } from 'vitest'
import type { BudgetLine, Row } from '#shared/model/index.ts'
import { check } from './index.ts'
import { coverage, details, found, line, lists, source, valid, workbook } from './sample-workbook.test-data.ts'

const reserve = (code: string, kind: 'reserve' | 'voorziening', type: string | null) =>
  valid({ code, name: code, kind, type, programmeCode: null, openings: [], undecidedCents: null })
const reference = lists({
  reserves: [
    reserve('H12', 'reserve', 'bestemming'),
    reserve('C04', 'reserve', 'kapitaallasten'),
    reserve('V03', 'voorziening', null),
  ],
  sources: [
    source({}),
    source({ code: 'RES', type: 'reserve', reserveCode: 'H12' }),
    source({ code: 'KAP', type: 'reserve', reserveCode: 'C04' }),
    source({ code: 'VZ', type: 'voorziening', reserveCode: 'V03' }),
  ],
})
const judge = (rule: string, ...rows: readonly Row[]) => found(rule, workbook({ rows }), reference)
const compared = (rule: string, row: BudgetLine) =>
  check(workbook({ rows: [row] }), reference)
    .filter((finding) => finding.rule === rule)
    .map(({ expected, found }) => [expected?.nl, found?.nl])

describe('reserves', () => {
  const movement = { taakveldCode: '0.10', categoryCode: '7.1', side: 'B', lineType: 'reserve', sourceCode: null }
  const structural = line({ ...movement, nature: 'S', reserveCode: 'H12' })

  test('[GB-504] a structural withdrawal from an ordinary reserve', () => {
    expect(judge('GB-504', structural)).toEqual([
      {
        rule: 'GB-504',
        field: 'nature',
        nl: 'Reservemutatie is in beginsel incidenteel (uitzondering: dekking kapitaallasten).',
        en: 'A reserve movement is incidental in principle (exception: capital-cost reserve).',
      },
    ])
    expect(details('GB-504', workbook({ rows: [structural] }), reference)).toMatchObject([{ severity: 'warning' }])
    expect(judge('GB-504', { ...structural, nature: 'I' })).toEqual([])
    expect(judge('GB-504', { ...structural, taakveldCode: '8.1' })).toEqual([])
  })

  test('[GB-504] the reserve for capital costs is the exception, named by the line or by its source', () => {
    expect(judge('GB-504', { ...structural, reserveCode: 'C04' })).toEqual([])
    expect(judge('GB-504', { ...structural, reserveCode: null, sourceCode: 'KAP' })).toEqual([])
    expect(judge('GB-504', { ...structural, reserveCode: null, sourceCode: 'RES' })).toHaveLength(1)
    expect(judge('GB-504', { ...structural, reserveCode: null })).toHaveLength(1)
    expect(judge('GB-504', { ...structural, reserveCode: 'X99' })).toEqual([])
  })

  const uit = line({ side: 'B', categoryCode: '4.3.8', description: 'uit reserve Spoorzone', sourceCode: null })

  test('[GB-506] B4.3.8 on 8.1 "uit reserve Spoorzone"', () => {
    expect(judge('GB-506', { ...uit, reserveCode: 'H12' })).toEqual([
      {
        rule: 'GB-506',
        field: 'taakveldCode',
        nl: 'Onttrekking/toevoeging aan reserve loopt via 0.10, niet als bate/last op het programma-taakveld.',
        en: 'Reserve movements go through 0.10, not as income/cost on the task field.',
      },
    ])
    expect(compared('GB-506', { ...uit, reserveCode: 'H12' })).toEqual([['0.10', '8.1']])
    expect(judge('GB-506', { ...uit, sourceCode: 'RES' })).toHaveLength(1)
  })

  test('[GB-506] on 0.10, of a voorziening, or a last that a reserve covers', () => {
    expect(judge('GB-506', { ...uit, reserveCode: 'H12', taakveldCode: '0.10' })).toEqual([])
    expect(judge('GB-506', { ...uit, reserveCode: 'V03' })).toEqual([])
    expect(judge('GB-506', uit)).toEqual([])
    expect(judge('GB-506', line({ sourceCode: 'RES' }))).toEqual([])
    expect(found('GB-506', workbook({ rows: [{ ...uit, reserveCode: 'H12' }] }))).toEqual([])
  })
})

describe('voorzieningen', () => {
  const addition = line({ taakveldCode: '5.7', categoryCode: '7.2', reserveCode: 'V03' })
  const [nl, en] = [
    'Dotatie aan voorziening hoort op het taakveld zelf (categorie 7.2), niet op 0.10.',
    'An addition to a provision belongs on the task field itself (category 7.2), not on 0.10.',
  ]

  test('[GB-507] 0.10 L7.1 voorziening groot onderhoud', () => {
    const onReserves = { ...addition, taakveldCode: '0.10', categoryCode: '7.1' }
    expect(judge('GB-507', onReserves)).toEqual([{ rule: 'GB-507', field: 'taakveldCode', nl, en }])
    expect(compared('GB-507', onReserves)).toEqual([[undefined, undefined]])
  })

  test('[GB-507] on its own taakveld it is category 7.2', () => {
    const other = { ...addition, categoryCode: '3.8' }
    expect(judge('GB-507', other)).toEqual([{ rule: 'GB-507', field: 'categoryCode', nl, en }])
    expect(compared('GB-507', other)).toEqual([['7.2', '3.8']])
    expect(judge('GB-507', addition)).toEqual([])
    expect(judge('GB-507', { ...addition, categoryCode: null })).toEqual([])
    expect(judge('GB-507', { ...other, reserveCode: 'H12' })).toEqual([])
  })

  test('[GB-508] major maintenance of 90,000 on L3.8 charged to the voorziening', () => {
    const spending = line({ amount0: 9_000_000, sourceCode: 'VZ' })
    const finding = {
      rule: 'GB-508',
      field: 'sourceCode',
      nl: 'Uitgave ten laste van voorziening loopt niet via de exploitatie.',
      en: 'Spending charged to a provision does not pass through operations.',
    }
    expect(judge('GB-508', spending)).toEqual([finding])
    expect(judge('GB-508', line({}), coverage({ sourceCode: 'VZ' }))).toEqual([finding])
    expect(judge('GB-508', { ...spending, categoryCode: '7.2' })).toEqual([])
    expect(judge('GB-508', { ...spending, side: 'B' })).toEqual([])
    expect(judge('GB-508', line({}), coverage({ sourceCode: 'RES' }))).toEqual([])
  })

  test('[GB-507] [GB-508] spending from a voorziening is one finding', () => {
    const spending = { ...addition, categoryCode: '3.8', sourceCode: 'VZ' }
    expect(judge('GB-507', spending)).toEqual([])
    expect(judge('GB-508', spending)).toHaveLength(1)
  })
})
