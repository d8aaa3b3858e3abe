import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonParameters, parameterBytesMax } from './json-parameter.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text).length

describe('JSON parameters', () => {
  test('are none for no items', () => {
    expect(jsonParameters([])).toEqual([])
  })

  test('stay below the 2,000,000 bytes of D1, also when characters take more than one', () => {
    const items = Array.from({ length: 5_000 }, (_, i) => [i, '€'.repeat(300), '𝄞'.repeat(100)])
    const parameters = jsonParameters(items)
    expect(parameters.length).toBeGreaterThan(1)
    expect(Math.max(...parameters.map(bytesOf))).toBeLessThanOrEqual(parameterBytesMax)
    expect(parameterBytesMax).toBeLessThan(2_000_000)
    expect(parameters.flatMap((parameter): unknown => JSON.parse(parameter))).toEqual(items)
  })

  test('hold every item once and in order, whatever the sizes', () => {
    const large = fc.nat({ max: 900_000 }).map((length) => 'é'.repeat(length))
    fc.assert(
      fc.property(fc.array(fc.oneof(large, fc.string()), { maxLength: 8 }), (items) => {
        const parameters = jsonParameters(items)
        expect(parameters.flatMap((parameter): unknown => JSON.parse(parameter))).toEqual(items)
        for (const parameter of parameters) expect(bytesOf(parameter)).toBeLessThanOrEqual(parameterBytesMax)
      }),
      { numRuns: 30 },
    )
  })

  test('are refused when one item alone does not fit', () => {
    expect(() => jsonParameters(['€'.repeat(700_000)])).toThrow(
      'One item of 2100003 bytes does not fit a D1 parameter.',
    )
  })
})
