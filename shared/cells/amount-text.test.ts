import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsMax, centsSchema, formatCents, readAmount } from './index.ts'

const amountOf = (value: string) => readAmount({ kind: 'text', value })

describe('[GB-102] a Dutch amount as text is read, with the warning that it is text', () => {
  test.for([
    ['1.234,56', 123_456],
    ['1234,56', 123_456],
    ['1.234', 123_400],
    ['1.234.567', 123_456_700],
    ['500', 50_000],
    ['12,5', 1250],
    ['0,50', 50],
    ['500,-', 50_000],
    ['1.500,--', 150_000],
    ['500,=', 50_000],
    ['€ 1.234,56', 123_456],
    ['1.234,56 €', 123_456],
    ['EUR 500', 50_000],
    ['500 euro', 50_000],
    ['€ 500,-', 50_000],
    ['-500', -50_000],
    ['\u2212500', -50_000],
    ['\u2013 500', -50_000],
    ['4.977-', -497_700],
    ['500\u2212', -50_000],
    ['(4.977)', -497_700],
    ['€ -500', -50_000],
    ['-€ 500', -50_000],
    ['(€ 500)', -50_000],
    ['-500,-', -50_000],
    ['500,- -', -50_000],
    ['-0', 0],
    ['1,2 mln', 120_000_000],
    ['1,2 miljoen euro', 120_000_000],
    ['€ 1,5 MLN.', 150_000_000],
    ['2 mrd', 200_000_000_000],
    ['2 miljard', 200_000_000_000],
    ['500k', 50_000_000],
    ['12 duizend', 1_200_000],
    ['1,23456789 mln', 123_456_789],
    ['1\u00a0234,56', 123_456],
    ['\u202f1234\u2007', 123_400],
    ['-1 414', -141_400],
    ['9.999.999.999,99', 999_999_999_999],
  ] as const)('%s is %d cents', ([text, cents]) => {
    expect(amountOf(text)).toEqual({ status: 'warning', value: cents, code: 'number-as-text' })
  })
})

describe('the weightiest warning wins', () => {
  test.for([
    ['1,234.56', 123_456, 'english-notation'],
    ['12.50', 1250, 'english-notation'],
    ['1,234,567', 123_456_700, 'english-notation'],
    ['1234.5', 123_450, 'english-notation'],
    ['0.500', 50, 'english-notation'],
    ['1.5 mln', 150_000_000, 'english-notation'],
    ['1.234,567', 123_457, 'rounded'],
    ['-26573,3333', -2_657_333, 'rounded'],
    ['1234,565', 123_457, 'rounded'],
    ['0,123', 12, 'rounded'],
    ['1,234.567', 123_457, 'rounded'],
    ['26573.3333', 2_657_333, 'rounded'],
    ['1\u200b234,5', 123_450, 'invisible-characters'],
    ['\ufeff500', 50_000, 'invisible-characters'],
    ['12\u2060.50', 1250, 'english-notation'],
    ['12,5\u200d555', 1256, 'rounded'],
  ] as const)('%s is %d cents: %s', ([text, cents, code]) => {
    expect(amountOf(text)).toEqual({ status: 'warning', value: cents, code })
  })
})

describe('[S-04] a text that is no certain amount is an error, never a guess', () => {
  test.for([
    ['1,234', 'ambiguous'],
    ['12,500', 'ambiguous'],
    ['€ -12,500', 'ambiguous'],
    ['1M', 'ambiguous'],
    ['€ 1,5 M', 'ambiguous'],
    ['1.500k', 'ambiguous'],
    ['1.500 mln', 'ambiguous'],
    ['1.23.456', 'bad-grouping'],
    ['12.34,56', 'bad-grouping'],
    ['1234.567,89', 'bad-grouping'],
    ['1,23,456', 'bad-grouping'],
    ['0.500.000', 'bad-grouping'],
    ['12 34', 'bad-grouping'],
    ['1,234,-', 'bad-grouping'],
    ['50%', 'percentage'],
    ['12,5 procent', 'percentage'],
    ['$ 500', 'other-currency'],
    ['£500', 'other-currency'],
    ['500 USD', 'other-currency'],
    ['f 500 gulden', 'other-currency'],
    ['1e6', 'scientific'],
    ['-1,5E+3', 'scientific'],
    ['31-12-2025', 'date-in-amount'],
    ['2025-12-31', 'date-in-amount'],
    ['31.12.2025', 'date-in-amount'],
    ['31-02-2025', 'date-in-amount'],
    ['1/2', 'date-in-amount'],
    ['5 mrt', 'date-in-amount'],
    ['jan-25', 'date-in-amount'],
    ['12:30', 'date-in-amount'],
    ['=A1+B1', 'formula-as-text'],
    ['\u0661\u0662', 'non-western-digits'],
    ['\uff11\uff12', 'non-western-digits'],
    ['12\u00bd', 'non-western-digits'],
    ['\u202e12', 'invisible-characters'],
    ['12\u2066', 'invisible-characters'],
    ['1\u00002', 'invisible-characters'],
    ['1\t234', 'invisible-characters'],
    ['1\n2', 'invisible-characters'],
    ['#REF!', 'error-cell'],
    ['#deel/0!', 'error-cell'],
    ['12\ud800', 'invalid-unicode'],
    ['10.000.000.000', 'too-large'],
    ['11 mrd', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['9'.repeat(501), 'too-long'],
    ['-', 'not-a-number'],
    ['\u2013', 'not-a-number'],
    ['€ -', 'not-a-number'],
    [',-', 'not-a-number'],
    ['PM', 'not-a-number'],
    ['p.m.', 'not-a-number'],
    ['ca. 500', 'not-a-number'],
    ['n.v.t.', 'not-a-number'],
    ['+500', 'not-a-number'],
    ['-500-', 'not-a-number'],
    ['-(500)', 'not-a-number'],
    ['--500', 'not-a-number'],
    ['€ 500 EUR', 'not-a-number'],
    ['5 mln k', 'not-a-number'],
    ['500,', 'not-a-number'],
    ["'500", 'not-a-number'],
    ['WAAR', 'not-a-number'],
    ['500 600 euro per jaar', 'not-a-number'],
  ] as const)('[GB-101, GB-103] %s: %s', ([text, code]) => {
    expect(amountOf(text)).toEqual({ status: 'error', code })
  })

  test('a cell of zero-width characters is as blank as an empty one', () => {
    expect(amountOf('\u200b \u200d')).toEqual({ status: 'empty' })
  })
})

describe('amounts as messages write them', () => {
  const cents = fc.integer({ min: -centsMax, max: centsMax }).map((n) => centsSchema.parse(n === 0 ? 0 : n))

  test('every amount comes back from its Dutch text', () => {
    fc.assert(
      fc.property(cents, (n) => {
        expect(amountOf(formatCents(n, 'nl'))).toEqual({ status: 'warning', value: n, code: 'number-as-text' })
        expect(amountOf(`€ ${formatCents(n, 'nl')}`)).toEqual({ status: 'warning', value: n, code: 'number-as-text' })
      }),
    )
  })

  test('every amount comes back from its English text, which always has a decimal dot', () => {
    fc.assert(
      fc.property(cents, (n) => {
        expect(amountOf(formatCents(n, 'en'))).toEqual({ status: 'warning', value: n, code: 'english-notation' })
      }),
    )
  })

  test.for([
    [31_888_000, '318.880,00', '318,880.00'],
    [-5, '-0,05', '-0.05'],
    [0, '0,00', '0.00'],
    [999_999_999_999, '9.999.999.999,99', '9,999,999,999.99'],
  ] as const)('%d cents is %s in Dutch and %s in English', ([n, dutch, english]) => {
    expect(formatCents(centsSchema.parse(n), 'nl')).toBe(dutch)
    expect(formatCents(centsSchema.parse(n), 'en')).toBe(english)
  })
})
