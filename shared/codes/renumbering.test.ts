import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categorieen, isCategory } from './categorieen.ts'
import { successors } from './renumbering.ts'
import { isTaakveld, taakvelden, taakveldName } from './taakvelden.ts'

const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

describe('[S-08] later codes of an abolished one', () => {
  test.for([
    ['6.2', 2025, '6.21 6.22 6.23'],
    ['6.6', 2026, '6.60'],
    ['6.71a', 2025, '6.711'],
    ['6.71d', 2025, '6.714'],
    ['6.71', 2025, '6.711 6.712 6.713 6.714'],
    ['6.72', 2025, '6.751 6.752 6.753 6.761 6.762 6.763'],
    ['6.74c', 2025, '6.761 6.762 6.763'],
    ['6.81', 2026, '6.811 6.812'],
    ['6.82b', 2030, '6.822'],
  ] as const)('%s in %d: %s', ([code, year, codes]) => {
    expect(successors('taakveld', code, year).join(' ')).toBe(codes)
  })

  test('4.4.8 is 4.5.8 or 4.6.8 from 2025', () => {
    expect(successors('category', '4.4.8', 2025)).toEqual(['4.5.8', '4.6.8'])
    expect(successors('category', '4.4.3', 2025)).toEqual(['4.5.3', '4.6.6'])
  })
})

describe('earlier codes of one that did not exist yet', () => {
  test.for([
    ['6.60', 2024, '6.6'],
    ['6.711', 2024, '6.71a'],
    ['6.711', 2022, '6.71'],
    ['6.751', 2024, '6.72a 6.72b 6.72c 6.72d 6.74a'],
    ['6.751', 2022, '6.72'],
    ['6.73b', 2022, '6.72'],
  ] as const)('%s in %d: %s', ([code, year, codes]) => {
    expect(successors('taakveld', code, year).join(' ')).toBe(codes)
  })

  test('4.6.8 was 4.4.8 before 2025', () => {
    expect(successors('category', '4.6.8', 2024)).toEqual(['4.4.8'])
  })
})

describe('no answer', () => {
  test.for([
    ['6.1', 2026],
    ['6.71', 2023],
    ['6.6', 2024],
  ] as const)('for %s in %d: it is in that list', ([code, year]) => {
    expect(successors('taakveld', code, year)).toEqual([])
  })

  test('for new tasks, for which the earlier lists had no code of their own', () => {
    expect(successors('taakveld', '6.91', 2024)).toEqual([])
    expect(successors('taakveld', '6.791', 2024)).toEqual([])
  })

  test('for a code of no list, or of the other kind', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (code, year) => {
        expect(successors('category', code, year)).toEqual([])
      }),
    )
    expect(successors('taakveld', '4.4.8', 2025)).toEqual([])
    expect(successors('taakveld', 'constructor', 2025)).toEqual([])
  })
})

describe('every answer', () => {
  const allTaakvelden = [...new Set(years.flatMap((year) => taakvelden(year).map(({ code }) => code)))]

  test('is in the list of the year, and is a code only when the question was not in it', () => {
    for (const year of years) {
      for (const code of allTaakvelden) {
        const codes = successors('taakveld', code, year)
        expect(codes.every((found) => isTaakveld(found, year))).toBe(true)
        expect(codes.length > 0 && isTaakveld(code, year)).toBe(false)
      }
      for (const { code } of categorieen('L', 2024)) {
        expect(successors('category', code, year).every((found) => isCategory(found, 'L', year))).toBe(true)
      }
    }
  })

  test('leaves no abolished code without a way on', () => {
    const abolished = taakvelden(2024).filter(({ code }) => !isTaakveld(code, 2026))
    expect(abolished).toHaveLength(24)
    expect(abolished.filter(({ code }) => successors('taakveld', code, 2026).length === 0)).toEqual([])
    const categories = categorieen('B', 2024).filter(({ code }) => !isCategory(code, 'B', 2026))
    expect(categories).toHaveLength(8)
    expect(categories.filter(({ code }) => successors('category', code, 2026).length === 0)).toEqual([])
  })

  test('keeps the name where a name of 2024 lives on in 2025', () => {
    for (const { code, name } of taakvelden(2024)) {
      const same = taakvelden(2025).find((taakveld) => taakveld.name === name)
      if (same === undefined || same.code === code) continue
      expect(successors('taakveld', code, 2025).map((found) => taakveldName(found, 2025))).toEqual([name])
    }
  })
})
