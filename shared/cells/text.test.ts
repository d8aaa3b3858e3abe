import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCode, readText, type Cell } from './index.ts'

const textOf = (value: string) => readText({ kind: 'text', value })
const codeOf = (value: string) => readCode({ kind: 'text', value })

describe('a text', () => {
  test.for([
    ['Kernteam', 'Kernteam'],
    ['  Kernteam \n', 'Kernteam'],
    ['cafe\u0301', 'caf\u00e9'],
    ['een\r\ntwee', 'een\ntwee'],
    ['een\rtwee', 'een\ntwee'],
    ['een\ttwee\u00a0drie\u202fvier\u2007vijf', 'een twee drie vier vijf'],
    ['een  twee', 'een  twee'],
    ['<b>vet</b> & "zo"', '<b>vet</b> & "zo"'],
    ['=1+1', '=1+1'],
    ['#REF!', '#REF!'],
    ['1.234', '1.234'],
    ['\u{1f600}'.repeat(500), '\u{1f600}'.repeat(500)],
    ['e\u0301'.repeat(500), '\u00e9'.repeat(500)],
    [`${' '.repeat(600)}x`, 'x'],
  ] as const)('%j is kept as %j', ([value, text]) => {
    expect(textOf(value)).toEqual({ status: 'ok', value: text })
  })

  test.for([
    ['a'.repeat(501), 'too-long'],
    ['\u{1f600}'.repeat(501), 'too-long'],
    ['a\ud800', 'invalid-unicode'],
    ['\udc00\ud800', 'invalid-unicode'],
  ] as const)('%j is refused: %s', ([value, code]) => {
    expect(textOf(value)).toEqual({ status: 'error', code })
  })

  test.for(['', ' ', '\u00a0\t\r\n'])('%j is blank', (value) => {
    expect(textOf(value)).toEqual({ status: 'empty' })
  })

  test('reading a text twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (value) => {
        const once = textOf(value)
        expect('value' in once ? textOf(once.value) : once).toEqual(once)
      }),
    )
  })
})

describe('another cell in a column of texts', () => {
  test.for<[Cell, string]>([
    [{ kind: 'number', value: 2025 }, '2025'],
    [{ kind: 'number', value: 0.1 + 0.2 }, '0.3'],
    [{ kind: 'number', value: -0 }, '0'],
    [{ kind: 'number', value: 46_022, numberFormat: 'd-m-yyyy' }, '2025-12-31'],
    [{ kind: 'number', value: -1, numberFormat: 'd-m-yyyy' }, '-1'],
  ])('%o is read as %s, with a warning', ([cell, text]) => {
    expect(readText(cell)).toEqual({ status: 'warning', value: text, code: 'number-as-text' })
  })

  test('blank is blank; booleans, errors and infinity are errors', () => {
    expect(readText({ kind: 'empty' })).toEqual({ status: 'empty' })
    expect(readText({ kind: 'boolean', value: true })).toEqual({ status: 'error', code: 'boolean' })
    expect(readText({ kind: 'error', value: '#NAAM?' })).toEqual({ status: 'error', code: 'error-cell' })
    expect(readText({ kind: 'number', value: Infinity })).toEqual({ status: 'error', code: 'not-a-number' })
  })
})

describe('a code', () => {
  test.for(['0.1', '0.10', '6.60', '6.821', 'SP-GGW-2023', 'L'])('%s is kept to the letter', (code) => {
    expect(codeOf(code)).toEqual({ status: 'ok', value: code })
  })

  test.for([
    ['6.821 ', '6.821'],
    ['\u00a00.10', '0.10'],
    ['0.10\t', '0.10'],
    ['0.\u200b10', '0.10'],
  ] as const)('[GB-113] %j is %s, with a warning', ([value, code]) => {
    expect(codeOf(value)).toEqual({ status: 'warning', value: code, code: 'invisible-characters' })
  })

  test.for([
    [0.1, '0.1'],
    [6.6, '6.6'],
    [1e21, '1E+21'],
    [0.1 + 0.2, '0.3'],
  ] as const)('[GB-202] the number %d reads as %s, with a warning', ([value, code]) => {
    expect(readCode({ kind: 'number', value })).toEqual({ status: 'warning', value: code, code: 'number-as-text' })
  })

  test.for<[Cell, string]>([
    [{ kind: 'number', value: 46_028, numberFormat: 'd-mmm' }, 'date-in-amount'],
    [{ kind: 'number', value: 0.25, numberFormat: 'h:mm' }, 'date-in-amount'],
    [{ kind: 'number', value: 0.1, numberFormat: '0%' }, 'percentage'],
    [{ kind: 'number', value: 0.1, numberFormat: '[$$-409]0.0' }, 'other-currency'],
    [{ kind: 'number', value: Number.NaN }, 'not-a-number'],
    [{ kind: 'boolean', value: true }, 'boolean'],
    [{ kind: 'error', value: '#N/A' }, 'error-cell'],
    [{ kind: 'text', value: '#N/B' }, 'error-cell'],
    [{ kind: 'text', value: '=A1' }, 'formula-as-text'],
    [{ kind: 'text', value: '0\u202e.1' }, 'invisible-characters'],
    [{ kind: 'text', value: '\u0660.\u0661' }, 'non-western-digits'],
    [{ kind: 'text', value: 'a'.repeat(501) }, 'too-long'],
  ])('%o is refused: %s', ([cell, code]) => {
    expect(readCode(cell)).toEqual({ status: 'error', code })
  })

  test('blank is blank', () => {
    expect(readCode({ kind: 'empty' })).toEqual({ status: 'empty' })
    expect(codeOf(' \u00a0')).toEqual({ status: 'empty' })
  })
})
