import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categorieen, type Side } from './categorieen.ts'
import { combination, isGrey } from './grey-cells.ts'
import { taakvelden } from './taakvelden.ts'

const greyCells = (side: Side, year: number) =>
  taakvelden(year).flatMap(({ code: taakveld }) =>
    categorieen(side, year)
      .filter(({ code: category }) => isGrey(taakveld, category, side, year))
      .map(({ code: category }) => `${taakveld}|${category}`),
  )

/** FNV-1a of 32 bits over ASCII text, as eight hex digits. */
const fingerprint = (text: string) => {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const sides: readonly Side[] = ['L', 'B']

describe('[S-07] the grey cells of the CBS definition files', () => {
  // Counted and hashed from the definition files themselves: the sorted lines `taakveld|category`, joined by newlines.
  test.for([
    [2017, 496, 'a727dcd0', 792, '4d2d998a'],
    [2018, 496, 'a727dcd0', 792, '4d2d998a'],
    [2019, 496, 'a727dcd0', 792, '4d2d998a'],
    [2020, 496, '596a8ced', 803, '3c7077ba'],
    [2021, 496, '596a8ced', 786, 'dda5b369'],
    [2022, 492, '5678f415', 782, 'c3aa3173'],
    [2023, 849, '2983ea29', 1218, '28914fc5'],
    [2024, 849, '2983ea29', 1218, '28914fc5'],
    [2025, 784, 'be5eb908', 1175, '0bafc0e7'],
    [2026, 784, 'be5eb908', 1175, '0bafc0e7'],
  ] as const)('of %d are %d (%s) of the lasten and %d (%s) of the baten', ([year, ...expected]) => {
    const found = sides.flatMap((side) => {
      const cells = greyCells(side, year)
      return [cells.length, fingerprint(cells.sort().join('\n'))]
    })
    expect(found).toEqual(expected)
  })

  test('the fingerprint is FNV-1a', () => {
    expect([fingerprint(''), fingerprint('a'), fingerprint('foobar')]).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968'])
  })
})

/** The categories that a taakveld takes without a remark. */
const allowed = (taakveld: string, side: Side, year: number) =>
  categorieen(side, year)
    .map(({ code }) => code)
    .filter((category) => combination(taakveld, category, side, year) === 'allowed')

/** The taakvelden of 2026 that take a category without a remark. */
const whiteTakers = (category: string, side: Side) =>
  taakvelden(2026)
    .map(({ code }) => code)
    .filter((taakveld) => combination(taakveld, category, side, 2026) === 'allowed')

describe('combinations that matter for area budgets', () => {
  test('subsidies on 6.1 are grey since 2020', () => {
    expect([2017, 2019, 2020, 2026].map((year) => isGrey('6.1', '4.2', 'L', year))).toEqual([false, false, true, true])
  })

  test('subsidies are white on 43 taakvelden of 2026, among them 6.3, 6.4, 6.5, 5.1 and 8.1', () => {
    const white = whiteTakers('4.2', 'L')
    expect(white).toHaveLength(43)
    expect(white).toEqual(expect.arrayContaining(['6.3', '6.4', '6.5', '5.1', '8.1']))
  })

  test('0.10 and 0.11 take 7.1 only, and nothing else takes it', () => {
    for (const side of sides) {
      expect(allowed('0.10', side, 2026)).toEqual(['7.1'])
      expect(allowed('0.11', side, 2026)).toEqual(['7.1'])
      expect(whiteTakers('7.1', side)).toEqual(['0.10', '0.11'])
    }
  })

  test('0.9 takes L2.1 only and no baten; the baten of 0.7 are 4.3.1 only', () => {
    expect(allowed('0.9', 'L', 2026)).toEqual(['2.1'])
    expect(allowed('0.9', 'B', 2026)).toEqual([])
    expect(allowed('0.7', 'B', 2026)).toEqual(['4.3.1'])
  })

  test('0.8 takes wages, but no B7.4 and B4.3.1', () => {
    expect(combination('0.8', '1.1', 'L', 2026)).toBe('allowed')
    expect(combination('0.8', '7.4', 'B', 2026)).toBe('grey')
    expect(combination('0.8', '4.3.1', 'B', 2026)).toBe('grey')
  })

  test('financial transactions are white on the baten of 0.5 only', () => {
    expect(whiteTakers('6.1', 'L')).toEqual([])
    expect(whiteTakers('6.1', 'B')).toEqual(['0.5'])
  })

  test('6.71, 6.72, 6.81 and 6.82 stayed in the lists of 2023 and 2024, but take nothing', () => {
    for (const taakveld of ['6.71', '6.72', '6.81', '6.82']) {
      for (const side of sides) expect(allowed(taakveld, side, 2023)).toEqual([])
    }
    expect(allowed('6.71', 'L', 2022)).toHaveLength(20)
  })
})

describe('codes outside the lists', () => {
  test.for([
    ['6.2', '3.8', 'L', 2025],
    ['6.21', '4.4.8', 'L', 2025],
    ['6.1', '4.5.8', 'L', 2024],
    ['6.1', '4.2', 'B', 2026],
    ['6.1', 'L4.2', 'L', 2026],
    ['6.', '1.1', 'L', 2026],
  ] as const)('%s x %s of %s in %d is unknown, not grey', ([taakveld, category, side, year]) => {
    expect(combination(taakveld, category, side, year)).toBe('unknown')
    expect(isGrey(taakveld, category, side, year)).toBe(false)
  })

  test('are unknown whatever they are, also names of object properties', () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString'))
    fc.assert(
      fc.property(odd, odd, fc.constantFrom('L', 'B'), fc.integer(), (taakveld, category, side, year) => {
        expect(combination(taakveld, category, side, year)).toBe('unknown')
      }),
    )
  })
})
