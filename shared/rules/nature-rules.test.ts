import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/model/index.ts'
import { coverage, details, found, line, lists, source, stelpost, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const allYears = (amount: number) => ({
  amount0: euros(amount),
  amount1: euros(amount),
  amount2: euros(amount),
  amount3: euros(amount),
})
const one = (rule: string, fields: Parameters<typeof line>[0], version = 'primitief', year = 2023) =>
  found(rule, workbook({ version, year, rows: [line(fields)] }))

describe('incidental or structural', () => {
  test.for([null, 'X', 'i'])('[GB-501] %s is neither', (nature) => {
    const [nl, en] = ['I/S (incidenteel/structureel) ontbreekt.', 'I/S (incidental/structural) is missing.']
    expect(one('GB-501', { nature })).toEqual([{ rule: 'GB-501', field: 'nature', nl, en }])
  })

  test('[GB-501] I and S are the two, and a cell that could not be read is not missing', () => {
    expect(one('GB-501', { nature: 'I' })).toEqual([])
    expect(one('GB-501', { nature: 'S' })).toEqual([])
    const rows = [line({ nature: null })]
    expect(found('GB-501', workbook({ rows, unreadable: { 'HOL-001': ['nature'] } }))).toEqual([])
    expect(details('GB-501', workbook({ rows }))).toMatchObject([{ severity: 'error', cell: 'M5' }])
  })

  test('[GB-502] 750,000 in four years in a row is not incidental without a reason', () => {
    const long = { nature: 'I', ...allYears(750_000) }
    expect(one('GB-502', long, 'primitief', 2026)).toEqual([
      {
        rule: 'GB-502',
        field: 'nature',
        nl: 'Incidentele regel loopt langer dan drie jaar.',
        en: 'Incidental line runs longer than three years.',
      },
    ])
    expect(one('GB-502', { ...long, note: 'Looptijd van het rijksprogramma' })).toEqual([])
    expect(one('GB-502', { ...long, amount3: 0 })).toEqual([])
    expect(one('GB-502', { ...long, amount1: null })).toEqual([])
    expect(one('GB-502', { ...long, nature: 'S' })).toEqual([])
  })

  test('[GB-503] a structural line of 60,000 in 2026 only stops in 2027', () => {
    const [nl, en] = ['Structurele regel stopt in 2027.', 'Structural line stops in 2027.']
    const short = { nature: 'S', amount0: euros(60_000) }
    expect(one('GB-503', short, 'primitief', 2026)).toEqual([{ rule: 'GB-503', field: 'amount.2027', nl, en }])
    expect(one('GB-503', { ...short, amount1: 0, amount2: euros(1) })).toMatchObject([{ field: 'amount.2024' }])
    expect(one('GB-503', { ...allYears(60_000), nature: 'S', amount0: null })).toEqual([])
    expect(one('GB-503', { ...short, nature: 'I' })).toEqual([])
  })

  test.for(['realisatie', 'prognose'])('[GB-503] a version %s shows one year', (version) => {
    expect(one('GB-503', { nature: 'S' }, version)).toEqual([])
    expect(one('GB-503', { nature: 'S' }, 'wijziging-1')).toHaveLength(1)
  })

  test('[GB-512] an incidental post of 318,880 wants a note', () => {
    const team = { nature: 'I', amount0: null, amount1: euros(318_880) }
    expect(one('GB-512', team)).toEqual([
      {
        rule: 'GB-512',
        field: 'amount.2024',
        nl: 'Incidentele post ≥ 200.000 zonder toelichting.',
        en: 'Incidental item ≥ 200,000 without explanation.',
      },
    ])
    expect(one('GB-512', { ...team, note: 'Kernteam, zie besluit' })).toEqual([])
    expect(one('GB-512', { ...team, nature: 'S' })).toEqual([])
    expect(one('GB-512', { ...team, amount1: euros(-200_000) })).toHaveLength(1)
    expect(one('GB-512', { ...team, amount1: euros(199_999) })).toEqual([])
  })

  test('[GB-512] the threshold is that of the municipality', () => {
    const { parameters } = lists({})
    const strict = lists({ parameters: { ...parameters, incidentalNoteCents: euros(10_000) } })
    const judged = workbook({ rows: [line({ nature: 'I', amount0: euros(12_000) })] })
    expect(found('GB-512', judged, strict)).toMatchObject([{ nl: 'Incidentele post ≥ 10.000 zonder toelichting.' }])
  })
})

describe('structural balance', () => {
  const incidental = { ...stelpost, code: 'I-1' }
  const undecided = source({ code: 'PPN', status: 'nog te besluiten' })
  const reference = lists({ sources: [source({}), incidental, undecided] })
  const judge = (rows: readonly Row[], version = 'primitief') => found('GB-505', workbook({ version, rows }), reference)
  const structural = { nature: 'S', amount0: euros(80_000) }

  test('[GB-505] structural lasten of 80,000 with incidental coverage', () => {
    expect(judge([line({ ...structural, sourceCode: 'I-1' })])).toEqual([
      {
        rule: 'GB-505',
        field: 'amount.2023',
        nl: 'Structureel saldo 2023 is negatief: -80.000.',
        en: 'Structural balance 2023 is negative: -80,000.',
      },
    ])
    const judged = workbook({ rows: [line({ ...structural, sourceCode: 'I-1' })] })
    expect(details('GB-505', judged, reference)).toMatchObject([{ severity: 'error', lineNumber: null }])
  })

  test('[GB-505] a structural source, or structural baten, pay for structural lasten', () => {
    expect(judge([line(structural)])).toEqual([])
    const baten = line({ ...structural, lineNumber: 'HOL-002', side: 'B', sourceCode: null })
    expect(judge([line({ ...structural, sourceCode: 'I-1' }), baten])).toEqual([])
    expect(
      judge([line({ ...structural, sourceCode: 'I-1' }), line({ ...structural, side: 'B', nature: 'I' })]),
    ).toHaveLength(1)
  })

  test('[GB-505] structural additions to a reserve count, and withdrawals pay', () => {
    const addition = { ...structural, lineType: 'reserve', taakveldCode: '0.10', categoryCode: '7.1', sourceCode: null }
    expect(judge([line(addition)])).toHaveLength(1)
    expect(judge([line(addition), line({ ...addition, lineNumber: 'HOL-002', side: 'B' })])).toEqual([])
  })

  test('[GB-505] rows of tblDekking are counted by their own source', () => {
    const paid = (sourceCode: string, amount: number, lineSource: string | null) =>
      judge([line({ ...structural, sourceCode: lineSource }), coverage({ sourceCode, amountCents: euros(amount) })])
    expect(paid('I-1', 30_000, 'PB-6')).toMatchObject([{ nl: 'Structureel saldo 2023 is negatief: -30.000.' }])
    expect(paid('PB-6', 50_000, 'I-1')).toMatchObject([{ nl: 'Structureel saldo 2023 is negatief: -30.000.' }])
    expect(paid('PB-6', 80_000, 'I-1')).toEqual([])
    expect(paid('I-1', 30_000, 'I-1')).toMatchObject([{ nl: 'Structureel saldo 2023 is negatief: -80.000.' }])
    expect(paid('PB-6', 80_000, null)).toEqual([])
  })

  test('[GB-505] money that is still to be decided does not pay, a source that is not listed has its own finding', () => {
    expect(judge([line({ ...structural, sourceCode: 'PPN' })])).toHaveLength(1)
    expect(judge([line({ ...structural, sourceCode: 'X' })])).toEqual([])
  })

  test('[GB-505] every year is judged by itself', () => {
    const later = line({ nature: 'S', ...allYears(10_000), amount0: 0, amount2: 0, sourceCode: 'I-1' })
    expect(judge([later]).map(({ field }) => field)).toEqual(['amount.2024', 'amount.2026'])
  })

  test('[GB-505] incidental lines, internal charges, accounts and forecasts are left out', () => {
    expect(judge([line({ amount0: euros(80_000), sourceCode: 'I-1' })])).toEqual([])
    expect(judge([line({ ...structural, lineType: 'intern', sourceCode: null })])).toEqual([])
    const onStelpost = [line({ ...structural, sourceCode: 'I-1' })]
    expect(judge(onStelpost, 'realisatie')).toEqual([])
    expect(judge(onStelpost, 'prognose')).toEqual([])
    expect(judge(onStelpost, 'wijziging-1')).toHaveLength(1)
  })

  test('[GB-505] nothing is said while a cell that counts cannot be read, or without a list of sources', () => {
    const rows = [line({ ...structural, sourceCode: 'I-1' }), coverage({})]
    const judged = (unreadable: Record<string, readonly string[]>) =>
      found('GB-505', workbook({ rows, unreadable }), reference)
    expect(judged({ 'HOL-001': ['amount1'] })).toEqual([])
    expect(judged({ 'HOL-D001': ['amountCents'] })).toEqual([])
    expect(judged({ 'HOL-001': ['description'] })).toHaveLength(1)
    expect(found('GB-505', workbook({ rows }))).toEqual([])
  })
})
