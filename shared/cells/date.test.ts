import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfSerial, isoDateSchema, readDate, serialOfDate } from './index.ts'

const readFormatted2025 = (numberFormat: string) => readDate({ kind: 'number', value: 2025, numberFormat })
const dateOf = (value: string) => readDate({ kind: 'text', value })

describe('a serial number', () => {
  test.for([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_000, '2023-03-15'],
    [46_022, '2025-12-31'],
    [2_958_465, '9999-12-31'],
  ] as const)('of the 1900 system, %d is %s', ([value, date]) => {
    expect(readDate({ kind: 'number', value })).toEqual({ status: 'ok', value: date })
    expect(readDate({ kind: 'number', value, numberFormat: 'd-m-yyyy', dateSystem: 1900 })).toEqual({
      status: 'ok',
      value: date,
    })
  })

  test.for([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44_560, '2025-12-31'],
    [2_957_003, '9999-12-31'],
  ] as const)('of the 1904 system, %d is %s', ([value, date]) => {
    expect(readDate({ kind: 'number', value, dateSystem: 1904 })).toEqual({ status: 'ok', value: date })
  })

  test.for([
    [60, 1900, 'no-such-date'],
    [60.5, 1900, 'no-such-date'],
    [0, 1900, 'not-a-date'],
    [0.5, 1900, 'not-a-date'],
    [-1, 1900, 'not-a-date'],
    [-0.5, 1904, 'not-a-date'],
    [2_958_466, 1900, 'not-a-date'],
    [2_957_004, 1904, 'not-a-date'],
    [Number.NaN, 1900, 'not-a-number'],
    [2025, 1900, 'year-as-date'],
    [2025, 1904, 'year-as-date'],
  ] as const)('%d of the %d system is refused: %s', ([value, dateSystem, code]) => {
    expect(readDate({ kind: 'number', value, dateSystem })).toEqual({ status: 'error', code })
  })

  test('a time part is dropped with a warning', () => {
    expect(readDate({ kind: 'number', value: 46_022.75 })).toEqual({
      status: 'warning',
      value: '2025-12-31',
      code: 'time-ignored',
    })
  })

  test('a number that the cell shows as a date is no bare year; a share or a sum of money is no date', () => {
    expect(readFormatted2025('d-m-yyyy')).toEqual({ status: 'ok', value: '1905-07-17' })
    expect(readFormatted2025('0%')).toEqual({ status: 'error', code: 'not-a-date' })
    expect(readFormatted2025('[$$-409]0')).toEqual({ status: 'error', code: 'not-a-date' })
  })

  test('every serial comes back from its date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
        const date = dateOfSerial(serial)
        expect(date === undefined ? 60 : serialOfDate(date)).toBe(serial)
        expect(date === undefined || isoDateSchema.safeParse(date).success).toBe(true)
      }),
    )
  })

  test('from 61 on a serial counts the days since 30 December 1899', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
        expect(dateOfSerial(serial)).toBe(date.toISOString().slice(0, 10))
      }),
    )
  })

  test('there is no date for a part of a day or a day outside the calendar of Excel', () => {
    expect([0.5, 0, -1, 60, 2_958_466, Number.NaN].map(dateOfSerial)).toEqual(Array(6).fill(undefined))
  })
})

describe('a text', () => {
  test.for([
    ['31-12-2025', '2025-12-31'],
    ['1/2/2025', '2025-02-01'],
    ['01.02.2025', '2025-02-01'],
    ['2025-2-1', '2025-02-01'],
    ['31 dec 2025', '2025-12-31'],
    ['31 dec. 2025', '2025-12-31'],
    ['31-DEC-2025', '2025-12-31'],
    ['5 mrt 2025', '2025-03-05'],
    ['5 mei 2025', '2025-05-05'],
    ['1 oktober 2025', '2025-10-01'],
    ['29-2-2024', '2024-02-29'],
    ['\u00a05-1-2025 ', '2025-01-05'],
  ] as const)('%s is %s', ([text, date]) => {
    expect(dateOf(text)).toEqual({ status: 'ok', value: date })
  })

  test.for([
    ['31-12-2025 12:30', 'time-ignored'],
    ['2025-12-31T00:00:00', 'time-ignored'],
    ['31-\u200b12-2025', 'invisible-characters'],
    ['31 december\u200b 2025 9:00', 'invisible-characters'],
  ] as const)('%s is the date, with a warning: %s', ([text, code]) => {
    expect(dateOf(text)).toEqual({ status: 'warning', value: '2025-12-31', code })
  })

  test('an English month is read with a warning', () => {
    expect(dateOf('5 may 2025')).toEqual({ status: 'warning', value: '2025-05-05', code: 'english-notation' })
  })

  test.for([
    ['12-31-2025', 'no-such-date'],
    ['31-02-2025', 'no-such-date'],
    ['29-2-1900', 'no-such-date'],
    ['2025-13-01', 'no-such-date'],
    ['0-1-2025', 'no-such-date'],
    ['31-4-2025', 'no-such-date'],
    ['1-2-25', 'two-digit-year'],
    ['1.2.25', 'two-digit-year'],
    ['31 dec 25', 'two-digit-year'],
    ['2025', 'year-as-date'],
    ['1-2', 'not-a-date'],
    ['1-1-1850', 'not-a-date'],
    ['1-1-02025', 'not-a-date'],
    ['1-2/2025', 'not-a-date'],
    ['2025/12/31', 'not-a-date'],
    ['dec 2025', 'not-a-date'],
    ['31 foo 2025', 'not-a-date'],
    ['46022', 'not-a-date'],
    ['2025-12-31T23:30:00Z', 'not-a-date'],
    ['31-12-2025 25:00', 'not-a-date'],
    ['=VANDAAG()', 'formula-as-text'],
    ['\u0663-1-2025', 'non-western-digits'],
    ['\u202e5-1-2025', 'invisible-characters'],
    ['#N/B', 'error-cell'],
  ] as const)('%s is refused: %s', ([text, code]) => {
    expect(dateOf(text)).toEqual({ status: 'error', code })
  })

  test('day and month are never swapped: every date comes back from its Dutch text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const date = dateOfSerial(serial) ?? ''
        const [year, month, day] = date.split('-').map(Number)
        expect(dateOf(`${day}-${month}-${year}`)).toEqual({ status: 'ok', value: date })
      }),
    )
  })
})

test('cells that hold no date', () => {
  expect(readDate({ kind: 'empty' })).toEqual({ status: 'empty' })
  expect(dateOf('\t')).toEqual({ status: 'empty' })
  expect(readDate({ kind: 'boolean', value: true })).toEqual({ status: 'error', code: 'boolean' })
  expect(readDate({ kind: 'error', value: '#VERW!' })).toEqual({ status: 'error', code: 'error-cell' })
})
