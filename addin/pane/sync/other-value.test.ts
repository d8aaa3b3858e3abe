import { describe, expect, test } from 'vitest'
import { readOtherValue } from './other-value.ts'

describe('another value for a conflict', () => {
  test.for([
    ['cents', '47.500', 4_750_000, '47.500,00'],
    ['cents', '€ 1.234,50', 123_450, '1.234,50'],
    ['cents', '-12,5', -1_250, '-12,50'],
    ['cents', '1,5 mln', 150_000_000, '1.500.000,00'],
    ['hours', '7:30', 750, '7,50'],
    ['hours', '120 uur', 12_000, '120,00'],
    ['code', ' 0.10 ', '0.10', '0.10'],
    ['text', 'Wijkteam', 'Wijkteam', 'Wijkteam'],
    ['date', '31-12-2023', '2023-12-31', '31-12-2023'],
    ['year', ' 2024 ', 2024, '2024'],
  ] as const)('as %s, %s is %s', ([kind, typed, value, shown]) => {
    expect(readOtherValue(kind, typed, 'nl')).toEqual({ kind: 'read', value, shown })
  })

  test.for([
    ['cents', 'ca. 500'],
    ['cents', '12,34,56'],
    ['hours', '-3'],
    ['date', '31-02-2023'],
    ['year', '23'],
  ] as const)('as %s, %s cannot be read', ([kind, typed]) => {
    expect(readOtherValue(kind, typed, 'nl')).toEqual({ kind: 'unreadable' })
  })

  test.for(['cents', 'hours', 'code', 'text', 'date', 'year'] as const)('nothing typed as %s is nothing', (kind) => {
    expect(readOtherValue(kind, '  ', 'nl')).toEqual({ kind: 'empty' })
  })

  test('what it becomes is shown in the language of the pane', () => {
    expect(readOtherValue('cents', '47.500', 'en')).toMatchObject({ shown: '47,500.00' })
  })
})
