import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberBetween, serialOfIsoDate } from './read-number.ts'

test('every double is read as the double it was', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = String(value)
      expect(numberBetween(`<${text}>`, 1, text.length + 1)).toBe(Object.is(value, -0) ? 0 : value)
    }),
  )
})

test('decimals of up to fifteen digits are read as Number reads them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.nat(15), (digits, decimals) => {
      const text = (digits / 10 ** decimals).toFixed(Math.min(decimals, 15))
      expect(numberBetween(text, 0, text.length)).toBe(Number(text) + 0)
    }),
  )
})

test.for(['', '-', '.', '0x10', 'Infinity', 'NaN', '1e999', '1 2', '1,5', '--1'])('%j is no number', (text) => {
  expect(numberBetween(text, 0, text.length)).toBeNaN()
})

test.for([
  ['1900-01-01', false, 1],
  ['1900-03-01', false, 61],
  ['2025-12-31T06:00', false, 46022.25],
  ['1904-01-01', true, 0],
] as const)('%s in the 1904 system %s is day %d', ([text, is1904, serial]) => {
  expect(serialOfIsoDate(text, is1904)).toBe(serial)
})

test.for(['2025-02-30', '2025-13-01', '31-12-2025', '2025-01-01T25:00', ''])('%j is no date', (text) => {
  expect(serialOfIsoDate(text, false)).toBeNaN()
})
