import { describe, expect, test } from 'vitest'
import { amount, fill, hours, percent } from './wording.ts'

describe('values in messages', () => {
  test('decimals are shown when there are any', () => {
    expect(amount(31_888_000)).toEqual({ nl: '318.880', en: '318,880' })
    expect(amount(-123_450)).toEqual({ nl: '-1.234,50', en: '-1,234.50' })
    expect(hours(50)).toEqual({ nl: '0,50', en: '0.50' })
  })

  test.for([
    [58.333, '58,3'],
    [(0.287 / 1) * 100, '28,7'],
    [100.04, '100,1'],
    [99.96, '99,9'],
    [106.3, '106,3'],
    [Number.POSITIVE_INFINITY, '∞'],
  ] as const)('%d percent reads as %s, and never as 100 when it is not', ([share, nl]) => {
    expect(percent(share).nl).toBe(nl)
  })

  test('what a person typed is shown as it is, also when it looks like a place or a pattern', () => {
    const message = { nl: '"{waarde}" in {kolom}', en: '"{value}" in {column}' }
    expect(fill(message, ['{kolom} $& $1', 'Doel'])).toEqual({
      nl: '"{kolom} $& $1" in Doel',
      en: '"{kolom} $& $1" in Doel',
    })
  })
})
