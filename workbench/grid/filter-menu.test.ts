import { describe, expect, test } from 'vitest'
import { allToggled, chosenTexts, filterEntries, foundEntries, toggled } from './filter-menu.ts'

const texts = (entries: ReturnType<typeof filterEntries>) => entries.map(({ text }) => text)

describe('the filter menu', () => {
  test('lists each text once with its count, empty cells last', () => {
    expect(filterEntries(['L', '', 'B', 'L'], undefined)).toEqual([
      { text: 'B', count: 1, isChecked: true },
      { text: 'L', count: 2, isChecked: true },
      { text: '', count: 1, isChecked: true },
    ])
  })

  test('orders amounts by size and codes by their parts', () => {
    expect(texts(filterEntries(['1.000', '-5', '20,5', '3'], undefined))).toEqual(['-5', '3', '20,5', '1.000'])
    expect(texts(filterEntries(['0.10', '0.2', '6.71a', '0.1'], undefined))).toEqual(['0.1', '0.2', '0.10', '6.71a'])
  })

  test('checks what the filter lets through now', () => {
    expect(filterEntries(['L', 'B'], new Set(['B'])).map(({ isChecked }) => isChecked)).toEqual([true, false])
  })

  test('gives the checked texts, null for all and undefined for none', () => {
    const all = filterEntries(['L', 'B', ''], undefined)
    expect(chosenTexts(all, '')).toBeNull()
    expect(chosenTexts(toggled(all, 'B'), '')).toEqual(new Set(['L', '']))
    expect(chosenTexts(allToggled(all, '', false), '')).toBeUndefined()
  })

  test('keeps to what the search found', () => {
    const all = filterEntries(['Energie', 'Zorg', 'Zorg en Veiligheid'], undefined)
    expect(texts(foundEntries(all, ' zorg'))).toEqual(['Zorg', 'Zorg en Veiligheid'])
    expect(chosenTexts(all, 'zorg')).toEqual(new Set(['Zorg', 'Zorg en Veiligheid']))
    expect(allToggled(all, 'zorg', false).map(({ isChecked }) => isChecked)).toEqual([true, false, false])
  })
})
