import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { budgetLineSchema } from '#shared/model/index.ts'
import { benches } from './benches.ts'
import { expectFigures } from './expect-figures.ts'
import { type Figure, figureLine, figureRow, isMet } from './figure.ts'
import { readLineByHand } from './line-by-hand.ts'
import { makeLines } from './make-lines.ts'

test.for(benches.map((bench) => [bench.name, bench] as const))(
  'the bench %s runs at a small size and finds figures',
  ([, bench]) => expectFigures(bench),
)

describe('a figure', () => {
  const figure: Figure = { what: 'a matrix', value: 12.345, unit: 'ms', goal: { atMost: 30 } }

  test('meets a goal up to and with its bound, on the side that the goal names', () => {
    expect(isMet(figure)).toBe(true)
    expect(isMet({ ...figure, value: 30 })).toBe(true)
    expect(isMet({ ...figure, value: 30.1 })).toBe(false)
    expect(isMet({ ...figure, unit: 'x', goal: { atLeast: 12.345 } })).toBe(true)
    expect(isMet({ ...figure, unit: 'x', goal: { atLeast: 13 } })).toBe(false)
    expect(isMet({ what: 'a matrix', value: 1, unit: 'ms' })).toBeUndefined()
  })

  test('is one line with its goal, and one row of a table', () => {
    expect(figureLine('matrix', figure)).toMatch(/^matrix +a matrix +12\.3 ms {2}goal: at most 30 ms, met$/)
    expect(figureLine('matrix', { ...figure, value: 1_234.5 })).toMatch(/1,235 ms {2}goal: at most 30 ms, NOT MET$/)
    expect(figureRow(figure)).toBe('| a matrix | 12.3 ms | at most 30 ms | met |')
  })
})

describe('lines to measure with', () => {
  test('are the same for the same seed and others for another', () => {
    expect(makeLines('HOL', 20, 1)).toEqual(makeLines('HOL', 20, 1))
    expect(makeLines('HOL', 20, 2)).not.toEqual(makeLines('HOL', 20, 1))
  })

  test('have eighteen filled cells, beside the name of their table', () => {
    const [line = {}] = makeLines('HOL', 1, 1)
    const filled = Object.values(line).filter((value) => value !== null)
    expect(filled).toHaveLength(19)
  })
})

test('the loop by hand takes and refuses what the schema takes and refuses', () => {
  const [line = {}] = makeLines('HOL', 1, 1)
  const value = fc.oneof(
    fc.constantFrom(null, undefined, '', 'begroting', '2023-02-29', '2024-02-29', '1899-12-31', 'a'.repeat(61), 1.5),
    fc.constantFrom(-0, 999_999_999_999, 1_000_000_000_000, 2 ** 53, Number.NaN, true, {}, []),
    fc.string({ maxLength: 600 }),
    fc.integer(),
  )
  const field = fc.constantFrom(...Object.keys(line), 'unknown')
  fc.assert(
    fc.property(fc.array(fc.tuple(field, value), { maxLength: 3 }), (changes) => {
      const changed = { ...line, ...Object.fromEntries(changes) }
      expect(readLineByHand(changed)).toEqual(budgetLineSchema.safeParse(changed).data)
    }),
    { numRuns: 1_000 },
  )
  expect(readLineByHand([])).toBeUndefined()
  expect(readLineByHand('regel')).toBeUndefined()
})
