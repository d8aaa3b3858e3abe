import { describe, expect, test } from 'vitest'
import { bookWith, bookWithTable, contentAt, fill, firstSheet, valueAt, valuesAt } from './book-under-test.test-data.ts'
import { boxOfAddress } from './index.ts'

describe('inserting rows', () => {
  test('cells move down and formulas follow, on every sheet', () => {
    const book = bookWith([[1], [2], ['=SUM(A1:A2)'], ['=$A$2+A1']])
    const sheet = firstSheet(book)
    const other = book.addSheet('Blad2')
    fill(book, 'A1', [['=Blad1!A2'], ['=A2']], other)
    book.setName('Tweede', '=Blad1!$A$2')
    book.insertRows(sheet, 1, 2)
    expect(contentAt(book, 'A5')).toBe('=SUM(A1:A4)')
    expect(contentAt(book, 'A6')).toBe('=$A$4+A1')
    expect(contentAt(book, 'A1', other)).toBe('=Blad1!A4')
    expect(contentAt(book, 'A2', other)).toBe('=A2')
    expect(book.names()).toEqual([{ name: 'Tweede', formula: '=Blad1!$A$4' }])
    expect(valuesAt(book, 'A1:A6')).toEqual([[1], [null], [null], [2], [3], [3]])
    fill(book, 'A2', [[10]])
    expect(valueAt(book, 'A5')).toBe(13)
  })

  test('whole columns stay, whole rows move, texts in formulas stay', () => {
    const book = bookWith([['=SUM(B:B)&"A2"', 5], ['=SUM(2:3)']])
    fill(book, 'D1', [['=SUM(2:2)']])
    book.insertRows(firstSheet(book), 1, 1)
    expect(contentAt(book, 'A1')).toBe('=SUM(B:B)&"A2"')
    expect(contentAt(book, 'D1')).toBe('=SUM(3:3)')
  })

  test('hidden rows, merges, validations and conditional formats move along', () => {
    const book = bookWith([[1]])
    const sheet = firstSheet(book)
    const looks = { sheet, severity: 'stop', title: '', message: '' } as const
    book.hideRows(sheet, 5, 1, true)
    book.setSheet(sheet, { merges: [boxOfAddress('A4:B4')] })
    book.setValidation({ ...looks, box: boxOfAddress('A2:A9'), rule: { kind: 'list', source: '=A20:A22' } })
    book.addConditionalFormat({ sheet, box: boxOfAddress('A2:A9'), formula: '=$B2>0', fill: '#111111', color: null })
    book.insertRows(sheet, 1, 2)
    expect(book.sheets()[0]).toMatchObject({ hiddenRows: new Set([7]), merges: [boxOfAddress('A6:B6')] })
    expect(book.validations()[0]).toMatchObject({ box: boxOfAddress('A4:A11'), rule: { source: '=A22:A24' } })
    expect(book.conditionalFormats()[0]).toMatchObject({ box: boxOfAddress('A4:A11'), formula: '=$B4>0' })
  })

  test('a table grows by rows within it, with its look and its column of formulas', () => {
    const { book } = bookWithTable('tblX', [
      ['Uren', 'Dubbel'],
      [1, '=[@Uren]*2'],
      [2, '=[@Uren]*2'],
      [3, '=[@Uren]*2'],
    ])
    const sheet = firstSheet(book)
    book.setNumberFormats(sheet, boxOfAddress('A2:A4'), [['0.00']])
    book.insertRows(sheet, 2, 1)
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:B5'))
    expect(contentAt(book, 'B3')).toBe('=[@Uren]*2')
    expect(book.numberFormats(sheet, boxOfAddress('A3'))).toEqual([['0.00']])
    book.insertRows(sheet, 0, 1)
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A2:B6'))
    expect(valuesAt(book, 'B2:B6')).toEqual([['Dubbel'], [2], [0], [4], [6]])
  })

  test('an array that spilled moves and spills again', () => {
    const book = bookWith([[null], ['=SEQUENCE(3)', '=SUM(A2#)']])
    book.insertRows(firstSheet(book), 0, 1)
    expect(valuesAt(book, 'A2:B5')).toEqual([
      [null, null],
      [1, 6],
      [2, null],
      [3, null],
    ])
    book.insertRows(firstSheet(book), 3, 1)
    expect(valuesAt(book, 'A3:A6')).toEqual([[1], [2], [3], [null]])
  })
})

describe('deleting rows', () => {
  test('ranges shrink and lost cells are #REF!', () => {
    const book = bookWith([[1], [2], [3], ['=SUM(A1:A3)', '=A2', '=A3']])
    book.deleteRows(firstSheet(book), 1, 1)
    expect(contentAt(book, 'A3')).toBe('=SUM(A1:A2)')
    expect(contentAt(book, 'B3')).toBe('=#REF!')
    expect(contentAt(book, 'C3')).toBe('=A2')
    expect(valuesAt(book, 'A3:C3')).toEqual([[4, { error: '#REF!' }, 3]])
    book.undo()
    expect(contentAt(book, 'B4')).toBe('=A2')
    expect(valuesAt(book, 'A1:A4')).toEqual([[1], [2], [3], [6]])
  })

  test('a table shrinks, keeps one empty row, and goes with all of its rows', () => {
    const { book } = bookWithTable('tblX', [['Uren'], [1], [2], [3]])
    const sheet = firstSheet(book)
    book.deleteRows(sheet, 2, 1)
    expect(valuesAt(book, 'A1:A4')).toEqual([['Uren'], [1], [3], [null]])
    book.deleteRows(sheet, 1, 2)
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:A2'))
    expect(valuesAt(book, 'A1:A2')).toEqual([['Uren'], [null]])
    expect(() => book.deleteRows(sheet, 0, 1)).toThrow('koppen')
    book.deleteRows(sheet, 0, 2)
    expect(book.tables()).toEqual([])
  })

  test('rows of other columns below a table move up with it', () => {
    const { book } = bookWithTable('tblX', [['Uren'], [1], [2]])
    fill(book, 'C5', [['eronder']])
    book.deleteRows(firstSheet(book), 1, 1)
    expect(valueAt(book, 'C4')).toBe('eronder')
  })
})
