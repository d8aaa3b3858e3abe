import { describe, expect, test } from 'vitest'
import { type BudgetKey, type BudgetLine, budgetLineSchema, type Draw, type Total } from '#shared/model/index.ts'
import { exampleReference } from '../example/index.ts'
import {
  compareCodes,
  consolidate,
  claimingBudgets,
  countedBudgets,
  coverageOf,
  defaultVersion,
  totalsDelta,
  totalsOf,
} from './index.ts'

const budget: BudgetKey = { areaCode: 'HOL', year: 2023, version: 'primitief' }
/** Fields with plain numbers for amounts: the schema says which of them are cents. */
type Fields = { readonly [Field in keyof BudgetLine]?: string | number | null }
const line = (values: Fields): BudgetLine =>
  budgetLineSchema.parse({ table: 'begroting', areaCode: 'HOL', domain: 'sociaal', taakveldCode: '0.1', ...values })

const total = (values: Partial<Total>): Total => ({
  areaCode: 'HOL',
  budgetYear: 2023,
  version: 'primitief',
  year: 2023,
  programmeCode: '6',
  goalCode: '6.1.1',
  domain: 'sociaal',
  taakveldCode: '0.1',
  categoryCode: '3.8',
  side: 'L',
  nature: 'I',
  cents: 0,
  lineCount: 1,
  ...values,
})

const draw = (component: string, cents: number, areaCode: string): Draw => ({
  areaCode,
  budgetYear: 2023,
  version: 'primitief',
  year: 2023,
  sourceCode: 'SP-GGW-2023',
  component,
  cents,
})

describe('totals of lines', () => {
  test('lines that agree in everything add up; an empty amount makes no total and 0 does', () => {
    const totals = totalsOf(budget, [
      line({ lineNumber: 'HOL-001', side: 'L', amount0: 1_050, amount1: 0 }),
      line({ lineNumber: 'HOL-002', side: 'L', amount0: -50 }),
    ])
    expect(totals.map(({ year, cents, lineCount }) => ({ year, cents, lineCount }))).toEqual([
      { year: 2023, cents: 1_000, lineCount: 2 },
      { year: 2024, cents: 0, lineCount: 1 },
    ])
  })

  test('taakveld 0.1 and 0.10 are different totals', () => {
    const totals = totalsOf(budget, [
      line({ lineNumber: 'HOL-001', side: 'L', amount0: 100 }),
      line({ lineNumber: 'HOL-002', side: 'L', taakveldCode: '0.10', amount0: 200 }),
    ])
    expect(totals.map(({ taakveldCode, cents }) => [taakveldCode, cents])).toEqual([
      ['0.1', 100],
      ['0.10', 200],
    ])
  })

  test('the delta of a moved line takes it out of the one total and puts it in the other', () => {
    const before = totalsOf(budget, [line({ lineNumber: 'HOL-001', side: 'L', amount0: 100 })])
    const after = totalsOf(budget, [line({ lineNumber: 'HOL-001', side: 'B', amount0: 100 })])
    expect(totalsDelta(before, after).map(({ side, cents, lineCount }) => [side, cents, lineCount])).toEqual([
      ['B', 100, 1],
      ['L', -100, -1],
    ])
    expect(totalsDelta(before, before)).toEqual([])
  })
})

describe('the matrix', () => {
  test('lasten and baten stand apart, saldo is baten minus lasten, and no side is told apart', () => {
    const matrix = consolidate(
      [total({ cents: 700 }), total({ side: 'B', cents: 200 }), total({ side: '', cents: 5 })],
      'gebied',
      [2023],
    )
    expect(matrix.rows).toEqual([
      { key: 'HOL', lineCount: 2, years: [{ year: 2023, lastenCents: 700n, batenCents: 200n, saldoCents: -500n }] },
    ])
    expect(matrix.withoutSideCents).toBe(5n)
  })

  test('sums beyond 2^53 stay exact', () => {
    const most = 999_999_999_999
    const totals = Array.from({ length: 20_000 }, () => total({ cents: most }))
    expect(consolidate(totals, 'programma', [2023]).total.years[0]?.lastenCents).toBe(BigInt(most) * 20_000n)
  })

  test('codes sort as people read them', () => {
    expect(['6.21', '0.10', '6.1', '0.2', '0.1'].sort(compareCodes)).toEqual(['0.1', '0.2', '0.10', '6.1', '6.21'])
  })
})

describe('coverage of sources', () => {
  const stelpost = exampleReference.sources.filter((source) => source.code === 'SP-GGW-2023')

  test('the stelpost of 500,000 is used up by kernteam 318,880 and experimenten 181,120', () => {
    const rows = coverageOf(
      [draw('kernteam', 31_888_000, 'STAD'), draw('experimenten', 18_112_000, 'HOL')],
      stelpost,
      [2023, 2024],
    )
    expect(rows.map((row) => [row.component, row.year, row.ceilingCents, row.drawCents, row.remainingCents])).toEqual([
      [null, 2023, 50_000_000n, 50_000_000n, 0n],
      ['kernteam', 2023, 31_888_000n, 31_888_000n, 0n],
      ['experimenten', 2023, 18_112_000n, 18_112_000n, 0n],
    ])
  })

  test('a draw without component and a source that is not in the lists are both shown', () => {
    const rows = coverageOf([draw('', 100, 'HOL'), { ...draw('', 7, 'HOL'), sourceCode: 'SP-9999' }], stelpost, [2023])
    expect(rows.map((row) => [row.sourceCode, row.component, row.drawCents, row.remainingCents])).toEqual([
      ['SP-9999', null, 7n, null],
      ['SP-GGW-2023', null, 100n, 49_999_900n],
      ['SP-GGW-2023', 'kernteam', 0n, 31_888_000n],
      ['SP-GGW-2023', 'experimenten', 0n, 18_112_000n],
      ['SP-GGW-2023', '', 100n, null],
    ])
  })
})

describe('versions', () => {
  const budgets = [
    { version: 'primitief', state: 'vastgesteld' },
    { version: 'wijziging-1', state: 'vastgesteld' },
    { version: 'wijziging-2', state: 'aangehouden' },
    { version: 'wijziging-3', state: 'ingediend' },
    { version: 'realisatie', state: 'concept' },
  ] as const
  const names = (counted: readonly { version: string }[]) => counted.map(({ version }) => version)

  test('[S-100] na-wijziging is primitief with the adopted amendments alone', () => {
    expect(names(countedBudgets('na-wijziging', budgets))).toEqual(['primitief', 'wijziging-1'])
    expect(names(countedBudgets('wijziging-2', budgets))).toEqual(['wijziging-2'])
  })

  test('[S-100] sources are claimed by what is proposed too, but not by what is adjourned', () => {
    expect(names(claimingBudgets(budgets))).toEqual(['primitief', 'wijziging-1', 'wijziging-3'])
  })

  test('left out, the version is na-wijziging once an amendment is adopted, else primitief', () => {
    expect(defaultVersion(budgets)).toBe('na-wijziging')
    expect(defaultVersion([{ version: 'wijziging-1', state: 'concept' }])).toBe('primitief')
  })
})
