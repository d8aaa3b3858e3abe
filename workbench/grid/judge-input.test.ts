import { describe, expect, test } from 'vitest'
import type { BookValidation, Input } from '../book/book.ts'
import { bookWith } from './grid.test-data.ts'
import { choicesAt, judgeInput } from './judge-input.ts'

const at = { row: 4, column: 1 }
const value = (given: number | string | boolean): Input => ({ kind: 'value', value: given })

function bookWithRule(rule: BookValidation['rule'], severity: 'stop' | 'warning' = 'stop') {
  const { book, sheet } = bookWith([['Codes'], ['0.1'], ['0.10'], [null]])
  book.setName('lijst_Taakvelden', '=Blad1!$A$2:$A$4')
  book.setValidation({ sheet, box: { ...at, rows: 10, columns: 1 }, rule, severity, title: 'Kop', message: 'Uitleg' })
  return { book, sheet }
}

describe('what may be typed', () => {
  test.for([
    ['a list', { kind: 'list', source: '"L,B"' }, ['L', 'B'], ['l', 'X', 1]],
    ['a list by name', { kind: 'list', source: 'lijst_Taakvelden' }, ['0.1', '0.10'], ['0.2', 0.1]],
    ['a list by address', { kind: 'list', source: 'Blad1!$A$2:$A$3' }, ['0.1'], ['Codes']],
    ['bounds', { kind: 'decimal', min: -10, max: 10.5 }, [10.5, -10, 0], [10.6, '3', true]],
    ['dates', { kind: 'date', minSerial: 36_526, maxSerial: 73_415 }, [45_291], [36_525, '31-12-2023']],
    ['a length', { kind: 'textLength', max: 3 }, ['abc', 123], ['abcd', 12.5]],
  ] as const)('fits %s', ([, rule, fitting, refused]) => {
    const { book, sheet } = bookWithRule(rule)
    const kinds = (inputs: readonly (number | string | boolean)[]) =>
      inputs.map((input) => judgeInput(book, sheet, at, value(input)).kind)
    expect(kinds(fitting)).toEqual(fitting.map(() => 'fine'))
    expect(kinds(refused)).toEqual(refused.map(() => 'refused'))
  })

  test('an empty cell, a formula and a cell without a rule always fit', () => {
    const { book, sheet } = bookWithRule({ kind: 'list', source: '"L,B"' })
    expect(judgeInput(book, sheet, at, { kind: 'empty' }).kind).toBe('fine')
    expect(judgeInput(book, sheet, at, { kind: 'formula', formula: '=1+1' }).kind).toBe('fine')
    expect(judgeInput(book, sheet, { row: 0, column: 0 }, value('X')).kind).toBe('fine')
  })

  test('a refusal says how severe it is and why', () => {
    const { book, sheet } = bookWithRule({ kind: 'decimal', min: 0, max: 1 }, 'warning')
    expect(judgeInput(book, sheet, at, value(2))).toEqual({
      kind: 'refused',
      severity: 'warning',
      title: 'Kop',
      message: 'Uitleg',
    })
  })
})

describe('the choices of a cell', () => {
  test('are the filled cells of its list', () => {
    const { book, sheet } = bookWithRule({ kind: 'list', source: 'lijst_Taakvelden' })
    expect(choicesAt(book, sheet, at)).toEqual(['0.1', '0.10'])
  })

  test('are none for a list that does not exist, and null without a list', () => {
    const { book, sheet } = bookWithRule({ kind: 'list', source: 'lijst_Weg' })
    expect(choicesAt(book, sheet, at)).toEqual([])
    expect(choicesAt(book, sheet, { row: 0, column: 0 })).toBeNull()
  })
})
