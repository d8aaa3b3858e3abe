import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsMax, centsSchema, readAmount, type Cell, type Reading } from './index.ts'

const amountOf = (value: number, numberFormat?: string) =>
  readAmount(numberFormat === undefined ? { kind: 'number', value } : { kind: 'number', value, numberFormat })

describe('a number cell read as an amount', () => {
  test.for([
    [0, 0],
    [-0, 0],
    [318_880, 31_888_000],
    [-12.5, -1250],
    [0.1 + 0.2, 30],
    [1.1 * 3, 330],
    [9_999_999_999.99, 999_999_999_999],
    [-9_999_999_999.99, -999_999_999_999],
  ] as const)('%d is %d cents', ([value, cents]) => {
    const reading = amountOf(value)
    expect(reading).toEqual({ status: 'ok', value: cents })
    expect('value' in reading && Object.is(reading.value, -0)).toBe(false)
  })

  test.for([
    [26_573.3333, 2_657_333],
    [1.005, 101],
    [-1.005, -101],
    [2.675, 268],
    [0.004, 0],
    [-0.004, 0],
    [1e-300, 0],
    [9_999_999_999.994, 999_999_999_999],
  ] as const)('[GB-114] %d has more than two decimals: rounded half away from zero to %d cents', ([value, cents]) => {
    expect(amountOf(value)).toEqual({ status: 'warning', value: cents, code: 'rounded' })
  })

  test('only the 15 digits that Excel shows count', () => {
    expect(amountOf(1234.56 + 2.3e-13)).toEqual({ status: 'ok', value: 123_456 })
    expect(amountOf(1234.56000000001)).toEqual({ status: 'warning', value: 123_456, code: 'rounded' })
  })

  test.for([10_000_000_000, -10_000_000_000, 9_999_999_999.995, 1e21, 1.7e308])('%d is too large', (value) => {
    expect(amountOf(value)).toEqual({ status: 'error', code: 'too-large' })
  })

  test.for([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is not a number', (value) => {
    expect(amountOf(value)).toEqual({ status: 'error', code: 'not-a-number' })
  })

  test.for([
    ['0%', 'percentage'],
    ['d-m-yyyy', 'date-in-amount'],
    ['h:mm', 'date-in-amount'],
    ['[$£-809]#,##0.00', 'other-currency'],
  ] as const)('formatted as %s it is refused: %s', ([numberFormat, code]) => {
    expect(amountOf(12.5, numberFormat)).toEqual({ status: 'error', code })
  })

  test('a number in a cell that is formatted as text or as euros is an amount', () => {
    expect(amountOf(12.5, '@')).toEqual({ status: 'ok', value: 1250 })
    expect(amountOf(12.5, '[$€-413] #,##0.00;[Red]-[$€-413] #,##0.00')).toEqual({ status: 'ok', value: 1250 })
  })
})

describe('[S-05] a cell without an amount', () => {
  test.for<[Cell, Reading<never>]>([
    [{ kind: 'empty' }, { status: 'empty' }],
    [{ kind: 'text', value: '' }, { status: 'empty' }],
    [{ kind: 'text', value: ' \u00a0\t\n' }, { status: 'empty' }],
    [
      { kind: 'boolean', value: false },
      { status: 'error', code: 'boolean' },
    ],
    [
      { kind: 'error', value: '#VERW!' },
      { status: 'error', code: 'error-cell' },
    ],
    [
      { kind: 'error', value: '#N/A' },
      { status: 'error', code: 'error-cell' },
    ],
  ])('[GB-108] %o gives %o and never 0', ([cell, reading]) => {
    expect(readAmount(cell)).toEqual(reading)
  })
})

describe('[S-01] cents and their doubles', () => {
  const cents = fc.integer({ min: -centsMax, max: centsMax })

  test('every whole number of cents comes back from its number of euros', () => {
    fc.assert(
      fc.property(cents, (n) => {
        expect(amountOf(n / 100)).toEqual({ status: 'ok', value: n === 0 ? 0 : n })
      }),
      { numRuns: 2000 },
    )
  })

  test('noise in the last bit of a double is not seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e10, max: 1e10 }), (n) => {
        expect(amountOf((n / 100) * (1 + Number.EPSILON))).toEqual({ status: 'ok', value: n === 0 ? 0 : n })
      }),
    )
  })

  test('a reading of any double is an error or within the bounds of the schema', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const reading = amountOf(value)
        expect(!('value' in reading) || centsSchema.safeParse(reading.value).success).toBe(true)
      }),
    )
  })

  test('the schema holds the bounds', () => {
    expect(centsSchema.safeParse(centsMax).success).toBe(true)
    expect(centsSchema.safeParse(-centsMax - 1).success).toBe(false)
    expect(centsSchema.safeParse(0.5).success).toBe(false)
  })
})
