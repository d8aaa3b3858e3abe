import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount, readCode, readDate, readHours, readText, toCellText, toCsvField } from './index.ts'

/** Any UTF-16: the texts that people type, every sign of Unicode, and lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...`0123456789.,-+=@'"#% €$ek()/:;\t\r\n\u00a0\u200b`), maxLength: 20 }),
)

/** A multiplier makes a text an amount to us (`5k`), never to Excel. */
const multiplier = /k|mln|miljoen|mrd|miljard|duizend/i

/** Excel takes one apostrophe at the start of an entry away and keeps the rest as text. */
const heldByExcel = (entered: string) => entered.replace(/^'/, '')

describe('a text for a cell', () => {
  test.for([
    ['a formula', ['=1+1', '+31 38 498 9111', '-', '- punt', '@naam', ' =1+1', '\t=1', '\u200b=1', '\uff1d1+1']],
    ['a number', ['0.10', '6.6', '007', '1.234,56', '1,234.56', '-12,50', '1e6', '(5)', '.5', ' 12', '\uff11\uff12']],
    ['money or a share', ['€ 12', '12 EUR', '$5', '50%']],
    ['a fraction', ['1 1/2', '1/2', '\u00bd']],
    ['a date', ['1-2', '31-12-2025', '2025-12-31', 'jan 5', '5 mrt', 'mei-25', 'May 2025', 'ma 5-1-2025']],
    ['a time', ['12:30', '9 PM', '9 a.m.', '2025-12-31T12:30:00Z']],
    ['a truth value', ['TRUE', 'false', 'Waar', 'ONWAAR', ' WAAR ']],
    ['an error', ['#N/A', '#N/B', '#VERW!', '#DIV/0!']],
    ['the apostrophe itself', ["'t Hof", "'", "''"]],
  ] as const)('that Excel would take for %s gets an apostrophe', ([, values]) => {
    expect(values.map(toCellText)).toEqual(values.map((value) => `'${value}`))
  })

  test.for([
    '',
    'Holtenbroek',
    'Fase 2',
    '12 woningen',
    'HOL-001',
    'A1',
    'mei',
    'Waarde',
    'trueish',
    '<b>x</b>',
    '"5"x',
    'Kernteam: 3.986 uur',
    'a=b',
    'n.v.t.',
    '\u2013',
    'Q1 2025',
    'Zuid-Oost (wijk 7)',
  ])('%j stays as it is', (value) => {
    expect(toCellText(value)).toBe(value)
  })

  test('[S-03] what Excel then holds reads back as the same text', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const held = heldByExcel(toCellText(value))
        expect(held).toBe(value)
        expect(readText({ kind: 'text', value: held })).toEqual(readText({ kind: 'text', value }))
      }),
    )
  })

  test('it never begins, after blanks, with a sign that starts a formula, nor is it a number, date or error', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const entered = toCellText(value)
        expect(entered).not.toMatch(/^[\s\u200b]*[=+\-@#]/)
        for (const read of [readAmount, readDate]) {
          const reading = read({ kind: 'text', value: entered })
          expect('value' in reading && !multiplier.test(entered)).toBe(false)
        }
      }),
    )
  })
})

test('[S-02] no reader and no writer throws on any text', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      for (const read of [readAmount, readHours, readDate, readText, readCode]) {
        expect(read({ kind: 'text', value }).status).toMatch(/^(?:ok|warning|error|empty)$/)
      }
      expect(toCellText(value).endsWith(value)).toBe(true)
      expect(toCsvField(value).length).toBeGreaterThanOrEqual(value.length)
    }),
    { numRuns: 1000 },
  )
})

test('no reader throws on any number and format', () => {
  fc.assert(
    fc.property(
      fc.double(),
      fc.string(),
      fc.constantFrom(1900 as const, 1904 as const),
      (value, numberFormat, dateSystem) => {
        for (const read of [readAmount, readHours, readDate, readText, readCode]) {
          expect(read({ kind: 'number', value, numberFormat, dateSystem }).status).toMatch(/^(?:ok|warning|error)$/)
        }
      },
    ),
  )
})
