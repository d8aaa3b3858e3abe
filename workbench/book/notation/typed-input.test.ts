import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Input } from '../book.ts'
import { BookError } from '../book-error.ts'
import { inputOfValue } from './input-of-value.ts'
import { inputOfTyped, typedOfInput } from './typed-input.ts'

describe('what a person types', () => {
  test.for([
    ['1.234,56', { kind: 'value', value: 1234.56, numberFormat: '#,##0.00' }],
    ['1.000', { kind: 'value', value: 1000, numberFormat: '#,##0' }],
    ['12,5%', { kind: 'value', value: 0.125, numberFormat: '0.00%' }],
    ['12%', { kind: 'value', value: 0.12, numberFormat: '0%' }],
    ['€ 12,50', { kind: 'value', value: 12.5, numberFormat: '[$€-413] #,##0.00' }],
    ['-5', { kind: 'value', value: -5 }],
    [',5', { kind: 'value', value: 0.5 }],
    ['1e3', { kind: 'value', value: 1000 }],
    ['12345678901234567', { kind: 'value', value: 12_345_678_901_234_600 }],
    ['31-12-2023', { kind: 'value', value: 45_291, numberFormat: 'dd\\-mm\\-yyyy' }],
    ['1/3/24', { kind: 'value', value: 45_352, numberFormat: 'dd\\-mm\\-yyyy' }],
    ['15 mrt 2023', { kind: 'value', value: 45_000, numberFormat: 'dd\\-mm\\-yyyy' }],
    ['31-2-2023', { kind: 'value', value: '31-2-2023' }],
    ['0.1', { kind: 'value', value: '0.1' }],
    ['1.2345', { kind: 'value', value: '1.2345' }],
    ['waar', { kind: 'value', value: true }],
    ["'0,1", { kind: 'value', value: '0,1' }],
    ["'", { kind: 'value', value: '' }],
    ['#N/B', { kind: 'value', value: { error: '#N/A' } }],
    ['=SOM(A1;B1)', { kind: 'formula', formula: '=SUM(A1,B1)' }],
    ['+A1*2', { kind: 'formula', formula: '=+A1*2' }],
    ['=', { kind: 'value', value: '=' }],
    ['-', { kind: 'value', value: '-' }],
    ['kernteam', { kind: 'value', value: 'kernteam' }],
    ['', { kind: 'empty' }],
  ] as const)('%s', ([text, input]) => {
    expect(inputOfTyped(text)).toEqual(input)
  })

  test('is text in a cell with the format @', () => {
    expect(inputOfTyped('0,10', '@')).toEqual({ kind: 'value', value: '0,10' })
    expect(inputOfTyped('=A1', '@')).toEqual({ kind: 'value', value: '=A1' })
  })

  test('is refused in Dutch when it is no formula', () => {
    expect(() => inputOfTyped('=SOM(A1')).toThrow(
      new BookError('bad-formula', 'Er zit een fout in deze formule: =SOM(A1'),
    )
  })
})

describe('what the formula bar shows', () => {
  test.for<[Input, string, string]>([
    [{ kind: 'formula', formula: '=SUM(A1,2.5)' }, 'General', '=SOM(A1;2,5)'],
    [{ kind: 'value', value: 1234.5 }, '#,##0', '1234,5'],
    [{ kind: 'value', value: 0.125 }, '0%', '12,5%'],
    [{ kind: 'value', value: 45_000 }, 'dd\\-mm\\-yyyy', '15-3-2023'],
    [{ kind: 'value', value: 45_000.5 }, 'dd\\-mm\\-yyyy', '45000,5'],
    [{ kind: 'value', value: '0,1' }, 'General', "'0,1"],
    [{ kind: 'value', value: '0.1' }, 'General', '0.1'],
    [{ kind: 'value', value: '0,1' }, '@', '0,1'],
    [{ kind: 'value', value: '=A1' }, 'General', "'=A1"],
    [{ kind: 'value', value: "'s Graveland" }, 'General', "''s Graveland"],
    [{ kind: 'value', value: false }, 'General', 'ONWAAR'],
    [{ kind: 'value', value: { error: '#REF!' } }, 'General', '#VERW!'],
    [{ kind: 'empty' }, 'General', ''],
  ])('%o as %s is %s', ([input, format, text]) => {
    expect(typedOfInput(input, format)).toBe(text)
  })

  test('typing what is shown enters the same again', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.integer().map((cents) => cents / 100),
      fc.boolean(),
      fc.string(),
      fc.constantFrom('0.1', '0,1', '1.000', '31-12-2023', '=x', '+x', '-', '5%', 'WAAR', "'x", '#N/B', ' 5 '),
    )
    fc.assert(
      fc.property(value, fc.constantFrom('General', '0%', 'dd\\-mm\\-yyyy', '#,##0.00'), (entered, format) => {
        const input: Input = { kind: 'value', value: entered }
        const again = inputOfTyped(typedOfInput(input, format), format)
        expect(again.kind === 'value' ? again.value : null).toBe(Object.is(entered, -0) ? 0 : entered)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what Office.js puts in a cell', () => {
  test.for([
    ['=SUM(A1,2)', { kind: 'formula', formula: '=SUM(A1,2)' }],
    ["'0.1", { kind: 'value', value: '0.1' }],
    ['0.10', { kind: 'value', value: 0.1 }],
    ['1,234.5', { kind: 'value', value: 1234.5 }],
    ['5%', { kind: 'value', value: 0.05 }],
    ['1e3', { kind: 'value', value: 1000 }],
    ['1,5', { kind: 'value', value: '1,5' }],
    ['.', { kind: 'value', value: '.' }],
    ['true', { kind: 'value', value: true }],
    ['#N/A', { kind: 'value', value: { error: '#N/A' } }],
    ['=', { kind: 'value', value: '=' }],
    ['tekst', { kind: 'value', value: 'tekst' }],
    [5, { kind: 'value', value: 5 }],
    [false, { kind: 'value', value: false }],
    ['', { kind: 'empty' }],
    [null, { kind: 'empty' }],
  ] as const)('%o', ([value, input]) => {
    expect(inputOfValue(value)).toEqual(input)
  })

  test('codes stay texts in a cell with the format @', () => {
    expect(inputOfValue('0.10', '@')).toEqual({ kind: 'value', value: '0.10' })
  })
})
