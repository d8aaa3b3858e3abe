import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeListVersion, codeYearFor } from './code-years.ts'
import { isTaakveld, isTaakveldGroup, nameHistory, taakvelden, taakveldName } from './taakvelden.ts'

describe('the lists of a year', () => {
  test.for([
    [2017, 53],
    [2018, 53],
    [2019, 53],
    [2020, 53],
    [2021, 53],
    [2022, 53],
    [2023, 71],
    [2024, 71],
    [2025, 69],
    [2026, 69],
  ] as const)('%d has %d taakvelden, each once', ([year, count]) => {
    const codes = taakvelden(year).map((taakveld) => taakveld.code)
    expect(codes).toHaveLength(count)
    expect(new Set(codes).size).toBe(count)
  })

  test('keep the order of CBS, in which 0.10 follows 0.9', () => {
    const codes = taakvelden(2026).map((taakveld) => taakveld.code)
    expect(codes.slice(0, 15).join(' ')).toBe('0.1 0.2 0.3 0.4 0.5 0.61 0.62 0.63 0.64 0.7 0.8 0.9 0.10 0.11 1.1')
    expect(codes.filter((code) => code.startsWith('6.')).join(' ')).toBe(
      '6.1 6.21 6.22 6.23 6.3 6.4 6.5 6.60 6.711 6.712 6.713 6.714 6.751 6.752 6.753 6.761 6.762 6.763 6.791 6.792 ' +
        '6.811 6.812 6.821 6.822 6.91 6.92',
    )
  })

  test('give code, name and main group', () => {
    expect(taakvelden(2026)[0]).toEqual({ code: '0.1', name: 'Bestuur', mainGroup: '0.' })
    expect(taakvelden(2026).at(-1)).toEqual({ code: '8.3', name: 'Wonen en bouwen', mainGroup: '8.' })
  })

  test('tell the codes 0.1 and 0.10 apart', () => {
    expect(taakveldName('0.1', 2026)).toBe('Bestuur')
    expect(taakveldName('0.10', 2026)).toBe('Mutaties reserves')
  })

  test('hold a code only in its own years', () => {
    expect([2022, 2023, 2024, 2025].map((year) => isTaakveld('6.71a', year))).toEqual([false, true, true, false])
    expect([2024, 2025].map((year) => isTaakveld('6.6', year))).toEqual([true, false])
    expect([2024, 2025].map((year) => isTaakveld('6.60', year))).toEqual([false, true])
    expect(taakveldName('6.60', 2024)).toBeUndefined()
  })

  test('stand in for years that are not known, and their version says so', () => {
    expect([2016, 2017, 2026, 2027, 2040].map(codeYearFor)).toEqual([2017, 2017, 2026, 2026, 2026])
    expect(taakvelden(2029)).toBe(taakvelden(2026))
    expect(codeListVersion(2023)).toBe('iv3-2023@9d77a88')
    expect(codeListVersion(2027)).toBe('iv3-2026@9d77a88')
  })

  test('exist for every number, also when it is no year', () => {
    expect([Number.NaN, -Infinity, Infinity, 2023.9].map(codeYearFor)).toEqual([2017, 2017, 2026, 2023])
    fc.assert(
      fc.property(fc.double(), (year) => {
        expect([53, 71, 69]).toContain(taakvelden(year).length)
      }),
    )
  })
})

describe('groups', () => {
  test.for(['0.', '6.', '8.', '6', 'Tot_TV'])('%s is a group and no taakveld', (code) => {
    expect(isTaakveldGroup(code)).toBe(true)
    expect(isTaakveld(code, 2026)).toBe(false)
  })

  test.for(['6.1', '9.', '', '.', 'LR', '6.71'])('"%s" is no group', (code) => {
    expect(isTaakveldGroup(code)).toBe(false)
  })
})

describe('names through the years', () => {
  test('6.4 changed its name in 2023', () => {
    expect(nameHistory('6.4')).toEqual([
      { first: 2017, last: 2022, name: 'Begeleide participatie' },
      { first: 2023, last: 2026, name: 'WSW en beschut werk' },
    ])
    expect(taakveldName('6.4', 2022)).toBe('Begeleide participatie')
    expect(taakveldName('6.4', 2023)).toBe('WSW en beschut werk')
  })

  test('an abolished code keeps its names to its last year', () => {
    expect(nameHistory('6.6').map(({ first, last }) => [first, last])).toEqual([
      [2017, 2019],
      [2020, 2022],
      [2023, 2024],
    ])
  })

  test('a code of no list has none', () => {
    expect(nameHistory('9.9')).toEqual([])
    expect(nameHistory('6.')).toEqual([])
  })

  test('name each taakveld of each year exactly once', () => {
    for (let year = 2017; year <= 2026; year += 1) {
      for (const { code, name } of taakvelden(year)) {
        const bearing = nameHistory(code).filter((period) => period.first <= year && year <= period.last)
        expect(bearing.map((period) => period.name)).toEqual([name])
      }
    }
  })
})
