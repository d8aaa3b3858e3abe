import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BudgetLine, budgetLineSchema } from './rows.ts'
import { favourable, lineVariances, programmeVariances } from './variance.ts'
import { amendedLines, budgetAfterAmendment } from './versions.ts'

const line = (lineNumber: string, amount0: number | null, fields: Partial<Record<keyof BudgetLine, unknown>> = {}) =>
  budgetLineSchema.parse({ table: 'begroting', lineNumber, programmeCode: '6', side: 'L', amount0, ...fields })
const amounts = (lines: readonly BudgetLine[]) => lines.map(({ lineNumber, amount0 }) => [lineNumber, amount0])

describe('[S-100] the budget after amendment', () => {
  test('is each original line with the mutations that name it, in every year', () => {
    const original = [line('A', 100, { amount1: 90 }), line('B', 50)]
    const first = [line('W1', -30, { changesNumber: 'A', amount2: 7 }), line('W2', 30, { changesNumber: 'B' })]
    const second = [line('W1', 5, { changesNumber: 'A', programmeCode: null, side: null })]
    const [a, b] = amendedLines(original, [first, second])
    expect([a?.amount0, a?.amount1, a?.amount2, a?.amount3]).toEqual([75, 90, 7, null])
    expect(b?.amount0).toBe(80)
  })

  test('has a mutation without "Wijzigt" as a new line, which a later amendment can change', () => {
    const first = [line('C', 10)]
    const second = [line('W', -4, { changesNumber: 'C' })]
    expect(amounts(amendedLines([line('A', 100)], [first, second]))).toEqual([
      ['A', 100],
      ['C', 6],
    ])
  })

  test('keeps a mutation apart that names a line of another programme or side, or one that is not there', () => {
    const mutations = [
      line('W1', 1, { changesNumber: 'A', programmeCode: '7' }),
      line('W2', 2, { changesNumber: 'A', side: 'B' }),
      line('W3', 3, { changesNumber: 'Z' }),
    ]
    expect(amounts(amendedLines([line('A', 100)], [mutations]))).toEqual([
      ['A', 100],
      ['W1', 1],
      ['W2', 2],
      ['W3', 3],
    ])
  })

  test('is what was delivered only where there is no original', () => {
    const delivered = [line('A', 7)]
    expect(budgetAfterAmendment({ original: [line('A', 5)], amendments: [], delivered })).toEqual([line('A', 5)])
    expect(budgetAfterAmendment({ original: null, amendments: [], delivered })).toBe(delivered)
    expect(budgetAfterAmendment({ original: null, amendments: [], delivered: null })).toBeNull()
  })

  test('adds up per programme and side to the lines as they stand, whatever names what', () => {
    const anyLine = fc
      .record({
        lineNumber: fc.constantFrom('A', 'B', 'C', 'D'),
        changesNumber: fc.constantFrom(null, 'A', 'B', 'C', 'X'),
        programmeCode: fc.constantFrom('6', '7'),
        side: fc.constantFrom('L', 'B'),
        amount0: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      })
      .map(({ lineNumber, amount0, ...fields }) => line(lineNumber, amount0, fields))
    const anyLines = fc.array(anyLine, { maxLength: 12 })
    const sums = (lines: readonly BudgetLine[]) =>
      programmeVariances(lines, [], 'amount0')
        .map(({ programmeCode, side, budgetedCents }) => [`${programmeCode}${side}`, budgetedCents])
        .sort()
    fc.assert(
      fc.property(anyLines, anyLines, anyLines, (original, first, second) => {
        expect(sums(amendedLines(original, [first, second]))).toEqual(sums([...original, ...first, ...second]))
      }),
    )
  })
})

describe('[S-101] a variance', () => {
  test.for([
    [90, 100, 'L', 'V'],
    [110, 100, 'L', 'N'],
    [90, 100, 'B', 'N'],
    [110, 100, 'B', 'V'],
    [100, 100, 'L', '-'],
    [100, 100, 'B', '-'],
  ] as const)('actual %d against %d on side %s is %s', ([actual, budgeted, side, sign]) => {
    expect(favourable(actual, budgeted, side)).toBe(sign)
  })

  test('of a line is by its number and side, and of what only one side has against 0', () => {
    const variances = lineVariances([line('A', 100), line('B', 40)], [line('B', 45), line('C', 1)], 'amount0')
    expect(
      variances.map(({ lineNumber, budgetedCents, actualCents }) => [lineNumber, budgetedCents, actualCents]),
    ).toEqual([
      ['A', 100, 0],
      ['B', 40, 45],
      ['C', 0, 1],
    ])
    expect(variances.map(({ budgeted, actual }) => [budgeted !== null, actual !== null])).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ])
  })

  test('of a programme keeps lasten and baten apart, and lines without a programme together', () => {
    const budget = [line('A', 100), line('B', 30, { side: 'B' }), line('D', 5, { programmeCode: null })]
    const actual = [line('A', 60), line('C', 50), line('B', 20, { side: 'B' }), line('E', 1, { side: null })]
    expect(programmeVariances(budget, actual, 'amount0')).toEqual([
      { programmeCode: '6', side: 'L', budgetedCents: 100, actualCents: 110 },
      { programmeCode: '6', side: 'B', budgetedCents: 30, actualCents: 20 },
      { programmeCode: '', side: 'L', budgetedCents: 5, actualCents: 0 },
    ])
  })
})
