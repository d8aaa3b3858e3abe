import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawsOf } from './draw.ts'
import { type BudgetLine, budgetLineSchema, type Coverage, coverageSchema } from './rows.ts'
import type { Draw } from './total.ts'

const budget = { areaCode: 'STAD', year: 2023, version: 'primitief' }

const line = (fields: Partial<Record<keyof BudgetLine, string | number>>) =>
  budgetLineSchema.parse({ table: 'begroting', lineNumber: 'STAD-001', side: 'L', sourceCode: 'SP', ...fields })
const coverage = (fields: Partial<Record<keyof Coverage, string | number>>) =>
  coverageSchema.parse({
    table: 'dekking',
    lineNumber: 'STAD-D001',
    budgetLineNumber: 'STAD-001',
    year: 2023,
    sourceCode: 'LF',
    ...fields,
  })
/** `source component year cents` of each draw. */
const shown = (draws: readonly Draw[]) =>
  draws.map((draw) => `${draw.sourceCode} ${draw.component} ${draw.year} ${draw.cents}`)

describe('draws on sources', () => {
  const drawKey = { areaCode: 'STAD', budgetYear: 2023, version: 'primitief', year: 2023, sourceCode: 'SP' }

  test('the two components of the stelpost use up its 500,000.00 exactly', () => {
    const lines = [
      line({ lineNumber: 'STAD-001', component: 'kernteam', amount0: 24_640_000 }),
      line({ lineNumber: 'STAD-002', component: 'kernteam', amount0: 7_248_000 }),
      line({ lineNumber: 'STAD-003', component: 'experimenten', amount0: 18_112_000 }),
    ]
    expect(drawsOf(budget, lines, [])).toEqual([
      { ...drawKey, component: 'experimenten', cents: 18_112_000 },
      { ...drawKey, component: 'kernteam', cents: 31_888_000 },
    ])
  })

  test("a line's own source covers what tblDekking leaves of that line and year", () => {
    const lines = [line({ amount0: 10_000, amount1: 5_000 })]
    expect(shown(drawsOf(budget, lines, [coverage({ amountCents: 4_000 })]))).toEqual([
      'LF  2023 4000',
      'SP  2023 6000',
      'SP  2024 5000',
    ])
  })

  test('baten lower the draw on their source, and a line without a source draws on none', () => {
    const lines = [
      line({ amount0: 10_000 }),
      line({ lineNumber: 'STAD-002', side: 'B', amount0: 2_500 }),
      budgetLineSchema.parse({ table: 'begroting', lineNumber: 'STAD-003', side: 'L', amount0: 900 }),
      budgetLineSchema.parse({ table: 'begroting', lineNumber: 'STAD-004', sourceCode: 'SP', amount0: 900 }),
    ]
    expect(shown(drawsOf(budget, lines, []))).toEqual(['SP  2023 7500'])
  })

  test('a row of tblDekking draws on its source even when its line is not there', () => {
    expect(shown(drawsOf(budget, [], [coverage({ budgetLineNumber: 'STAD-999', amountCents: 700 })]))).toEqual([
      'LF  2023 700',
    ])
  })

  test('rows without an amount, of another year, and draws that add up to 0 give no draw', () => {
    const lines = [line({ amount0: 10_000 }), line({ lineNumber: 'STAD-002', side: 'B', amount0: 10_000 })]
    const coverages = [coverage({}), coverage({ year: 2022, amountCents: 1 }), coverage({ year: 2027, amountCents: 1 })]
    expect(drawsOf(budget, lines, coverages)).toEqual([])
  })

  test('of two lines with one number only the first is covered by tblDekking', () => {
    const lines = [line({ amount0: 10_000 }), line({ amount0: 10_000, component: 'tweede' })]
    expect(shown(drawsOf(budget, lines, [coverage({ amountCents: 4_000 })]))).toEqual([
      'LF  2023 4000',
      'SP  2023 6000',
      'SP tweede 2023 10000',
    ])
  })

  test('[S-31] every euro that lines with a source need is drawn once, however it is spread over tblDekking', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const anyLine = fc.record({ side: fc.constantFrom('L', 'B'), amount0: cents, amount3: cents })
    const anyCoverage = fc.record({
      row: fc.nat({ max: 3 }),
      year: fc.constantFrom(2023, 2026),
      sourceCode: fc.constantFrom('A', 'B'),
      amountCents: cents,
    })
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 4, maxLength: 8 }), fc.array(anyCoverage), (lines, coverages) => {
        const rows = lines.map((fields, i) => line({ lineNumber: `STAD-${i}`, ...fields }))
        const parts = coverages.map(({ row, ...fields }) => coverage({ budgetLineNumber: `STAD-${row}`, ...fields }))
        const needed = lines.reduce(
          (sum, { side, amount0, amount3 }) => sum + (side === 'L' ? 1 : -1) * (amount0 + amount3),
          0,
        )
        const drawn = drawsOf(budget, rows, parts).reduce((sum, draw) => sum + draw.cents, 0)
        expect(drawn).toBe(needed)
      }),
    )
  })
})
