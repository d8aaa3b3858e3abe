import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatHours, hundredthHoursSchema, readHours } from './index.ts'

const hoursOf = (value: string) => readHours({ kind: 'text', value })

describe('a number cell read as hours', () => {
  test.for([
    [3986, 398_600],
    [7.5, 750],
    [0, 0],
    [-0, 0],
  ] as const)('%d is %d hundredths', ([value, hundredths]) => {
    expect(readHours({ kind: 'number', value })).toEqual({ status: 'ok', value: hundredths })
  })

  test('more than two decimals are rounded half away from zero with a warning', () => {
    expect(readHours({ kind: 'number', value: 1.005 })).toEqual({ status: 'warning', value: 101, code: 'rounded' })
  })

  test.for([
    ['h:mm', 0.3125, 750, 'time-notation'],
    ['h:mm', 1 / 3, 800, 'time-notation'],
    ['[h]:mm', 1.5, 3600, 'time-notation'],
    ['[h]:mm', 26_400 / 86_400, 733, 'rounded'],
  ] as const)(
    'formatted as %s, %d is a part of a day: %d hundredths, %s',
    ([numberFormat, value, hundredths, code]) => {
      expect(readHours({ kind: 'number', value, numberFormat })).toEqual({ status: 'warning', value: hundredths, code })
    },
  )

  test.for([
    [-0.001, 'General', 'negative'],
    [-8, 'General', 'negative'],
    [0.5, '0%', 'percentage'],
    [45_000, 'd-m-yyyy', 'date-in-amount'],
    [80, '[$$-409]0', 'other-currency'],
    [1e10, 'General', 'too-large'],
    [1e300, '[h]:mm', 'too-large'],
    [Number.NaN, 'General', 'not-a-number'],
  ] as const)('%d formatted as %s is refused: %s', ([value, numberFormat, code]) => {
    expect(readHours({ kind: 'number', value, numberFormat })).toEqual({ status: 'error', code })
  })
})

describe('a text cell read as hours', () => {
  test.for([
    ['8', 800, 'number-as-text'],
    ['1.234,5', 123_450, 'number-as-text'],
    ['8 uur', 800, 'number-as-text'],
    ['7,5u', 750, 'number-as-text'],
    ['4.000 Uren', 400_000, 'number-as-text'],
    ['8 u.', 800, 'number-as-text'],
    ['-0', 0, 'number-as-text'],
    ['7:30', 750, 'time-notation'],
    ['7:30 uur', 750, 'time-notation'],
    ['0:00:36', 1, 'time-notation'],
    ['7:20', 733, 'rounded'],
    ['7.5', 750, 'english-notation'],
    ['0,333', 33, 'rounded'],
    ['8\u200b uur', 800, 'invisible-characters'],
    ['7\u200b:30', 750, 'invisible-characters'],
  ] as const)('%s is %d hundredths: %s', ([text, hundredths, code]) => {
    expect(hoursOf(text)).toEqual({ status: 'warning', value: hundredths, code })
  })

  test.for([
    ['5 dagen', 'other-unit'],
    ['0,5 fte', 'other-unit'],
    ['90 min', 'other-unit'],
    ['5k', 'other-unit'],
    ['€ 80', 'other-unit'],
    ['80 euro', 'other-unit'],
    ['EUR 80', 'other-unit'],
    ['$ 80', 'other-currency'],
    ['-8', 'negative'],
    ['8-', 'negative'],
    ['-7:30', 'negative'],
    ['(8 )', 'negative'],
    ['\u22120,001 uur', 'negative'],
    ['80%', 'percentage'],
    ['1,500', 'ambiguous'],
    ['1.23.4', 'bad-grouping'],
    ['1e3', 'scientific'],
    ['1-2-2025', 'date-in-amount'],
    ['=8*5', 'formula-as-text'],
    ['7:75', 'not-a-number'],
    ['-', 'not-a-number'],
    ['uur', 'not-a-number'],
    ['ca. 8', 'not-a-number'],
    ['#WAARDE!', 'error-cell'],
    ['10.000.000.000', 'too-large'],
  ] as const)('%s: %s', ([text, code]) => {
    expect(hoursOf(text)).toEqual({ status: 'error', code })
  })

  test('blank is not 0', () => {
    expect(hoursOf(' ')).toEqual({ status: 'empty' })
    expect(readHours({ kind: 'empty' })).toEqual({ status: 'empty' })
    expect(readHours({ kind: 'boolean', value: true })).toEqual({ status: 'error', code: 'boolean' })
    expect(readHours({ kind: 'error', value: '#N/B' })).toEqual({ status: 'error', code: 'error-cell' })
  })

  test('all hours come back from their number and from their Dutch text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        const hours = hundredthHoursSchema.parse(n)
        expect(readHours({ kind: 'number', value: n / 100 })).toEqual({ status: 'ok', value: n })
        expect(hoursOf(formatHours(hours, 'nl'))).toEqual({ status: 'warning', value: n, code: 'number-as-text' })
      }),
    )
  })

  test('every number of minutes comes back, exact or rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
        const value = Math.round((minutes * 100) / 60)
        const code = (minutes * 100) % 60 === 0 ? 'time-notation' : 'rounded'
        const text = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
        expect(hoursOf(text)).toEqual({ status: 'warning', value, code })
        expect(readHours({ kind: 'number', value: minutes / 1440, numberFormat: '[h]:mm' })).toEqual({
          status: 'warning',
          value,
          code,
        })
      }),
    )
  })
})
