import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categorieen, categoryName, isCategory, isCategoryGroup, plainCategory } from './categorieen.ts'

describe('the categories of a year', () => {
  test.for([
    [2017, 35, 37],
    [2022, 35, 37],
    [2023, 35, 37],
    [2024, 35, 37],
    [2025, 37, 39],
    [2026, 37, 39],
  ] as const)('%d has %d of the lasten and %d of the baten', ([year, lasten, baten]) => {
    expect(categorieen('L', year)).toHaveLength(lasten)
    expect(categorieen('B', year)).toHaveLength(baten)
  })

  test('differ by side', () => {
    expect(['1.1', '2.1', '4.2'].map((code) => [isCategory(code, 'L', 2026), isCategory(code, 'B', 2026)])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ])
    expect(categoryName('2.2.1', 'B', 2026)).toBe('Belastingen op producenten')
    expect(categoryName('2.2.1', 'L', 2026)).toBeUndefined()
  })

  test('have capital transfers by receiver to 2024, and investment contributions from 2025', () => {
    expect(isCategory('4.4.8', 'L', 2024)).toBe(true)
    expect(isCategory('4.4.8', 'L', 2025)).toBe(false)
    expect(isCategory('4.4.9', 'L', 2025)).toBe(true)
    expect(isCategory('4.5.8', 'B', 2024)).toBe(false)
    expect(categoryName('4.6.6', 'B', 2025)).toBe('Overige kapitaaloverdrachten - overheid')
  })

  test('carry the spelling of their year', () => {
    expect(categoryName('7.4', 'L', 2019)).toBe('Toegerekende reeele en bespaarde rente')
    expect(categoryName('7.4', 'L', 2020)).toBe('Toegerekende reële en bespaarde rente')
  })

  test('fall in three accounts', () => {
    const groups = categorieen('L', 2026).map(({ code, group }) => `${group} ${code}`)
    expect(groups.filter((line) => !line.startsWith('LR'))).toEqual([
      'FR 6.1',
      'IV 7.1',
      'IV 7.2',
      'IV 7.3',
      'IV 7.4',
      'IV 7.5',
    ])
  })

  test.for(['LR', 'FR', 'IV', 'Tot_cat_l', 'Tot_cat_b'])('%s is a group and no category', (code) => {
    expect(isCategoryGroup(code)).toBe(true)
    expect(isCategory(code, 'L', 2026)).toBe(false)
    expect(isCategoryGroup('1.1')).toBe(false)
  })
})

describe('plain category', () => {
  test.for([
    ['L1.1', { side: 'L', code: '1.1' }],
    ['B4.3.1', { side: 'B', code: '4.3.1' }],
    ['  l4.3.1    ', { side: 'L', code: '4.3.1' }],
    ['4.3.1 ', { code: '4.3.1' }],
    ['LR', { code: 'LR' }],
    ['', { code: '' }],
  ] as const)('of "%s"', ([written, plain]) => {
    expect(plainCategory(written)).toEqual(plain)
  })

  test('gives each category of each side back from its CBS code', () => {
    for (const side of ['L', 'B'] as const) {
      for (const { code } of categorieen(side, 2026)) {
        expect(plainCategory(`${side}${code}    `)).toEqual({ side, code })
      }
    }
  })

  test('of any text holds no blanks around it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { code } = plainCategory(text)
        expect(text).toContain(code)
        expect(code).toBe(code.trim())
      }),
    )
  })
})
