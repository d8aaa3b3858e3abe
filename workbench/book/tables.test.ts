import { describe, expect, test } from 'vitest'
import { bookWith, bookWithTable, contentAt, fill, firstSheet, valueAt, valuesAt } from './book-under-test.test-data.ts'
import { boxOfAddress } from './index.ts'

describe('headings', () => {
  test('are texts, never empty and never twice the same', () => {
    const book = bookWith([
      [2023, null, 'Bedrag', 'bedrag', '="a"&"b"'],
      [1, 2, 3, 4, 5],
    ])
    book.setNumberFormats(firstSheet(book), boxOfAddress('A1'), [['0.0']])
    book.addTable(firstSheet(book), boxOfAddress('A1:E2'), true)
    expect(valuesAt(book, 'A1:E1')).toEqual([['2023,0', 'Kolom2', 'Bedrag', 'bedrag2', 'ab']])
    fill(book, 'A1', [[null, 7, '=1+1']])
    expect(valuesAt(book, 'A1:C1')).toEqual([['Kolom1', '7', '2']])
    expect(contentAt(book, 'C1')).toBe('2')
    book.clear(firstSheet(book), boxOfAddress('B1'), 'contents')
    expect(valueAt(book, 'B1')).toBe('Kolom2')
  })

  test('a table without headings gets them above its first row', () => {
    const book = bookWith([
      [1, 2],
      [3, 4],
    ])
    book.addTable(firstSheet(book), boxOfAddress('A1:B2'), false)
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:B3'))
    expect(valuesAt(book, 'A1:B3')).toEqual([
      ['Kolom1', 'Kolom2'],
      [1, 2],
      [3, 4],
    ])
  })
})

describe('tables', () => {
  test('have names of their own, which names of cells cannot take', () => {
    const { book, table } = bookWithTable('tblX', [['A'], [1]])
    fill(book, 'D1', [['A'], [1]])
    const other = book.addTable(firstSheet(book), boxOfAddress('D1:D2'), true)
    expect(() => book.setTable(other, { name: 'TBLX' })).toThrow('bestaat al')
    expect(() => book.setTable(other, { name: 'mijn tabel' })).toThrow('kan geen naam')
    expect(() => book.setName('tblX', '=1')).toThrow('tabel')
    book.setTable(table, { name: 'TBLX', style: 'TableStyleLight1' })
    expect(book.tables()[0]).toMatchObject({ name: 'TBLX', style: 'TableStyleLight1' })
  })

  test('never overlap', () => {
    const { book, table } = bookWithTable('tblX', [['A'], [1]])
    const sheet = firstSheet(book)
    expect(() => book.addTable(sheet, boxOfAddress('A2:B3'), true)).toThrow('tblX')
    fill(book, 'A5', [['B'], [1]])
    book.addTable(sheet, boxOfAddress('A5:A6'), true)
    expect(() => book.setTable(table, { box: boxOfAddress('A1:A5') })).toThrow('Tabel')
    expect(() => book.setTable(table, { box: boxOfAddress('A1') })).toThrow('koppen')
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:A2'))
  })

  test('a new size gives new columns a heading, and formulas see the new rows', () => {
    const { book, table } = bookWithTable('tblX', [['A'], [1]])
    fill(book, 'A3', [[5]])
    fill(book, 'D1', [['=SUM(tblX[A])']])
    book.setTable(table, { box: boxOfAddress('A1:B3') })
    expect(valuesAt(book, 'A1:D1')).toEqual([['A', 'Kolom2', null, 6]])
  })

  test('a totals row comes below and goes with what stands in it', () => {
    const { book, table } = bookWithTable('tblX', [['A'], [1]])
    fill(book, 'D1', [['=SUM(tblX[A])', '=tblX[[#Totals],[A]]']])
    book.setTable(table, { hasTotalsRow: true })
    fill(book, 'A3', [[99]])
    expect(valuesAt(book, 'D1:E1')).toEqual([[1, 99]])
    book.setTable(table, { hasTotalsRow: false })
    expect(book.tables()[0]).toMatchObject({ box: boxOfAddress('A1:A2'), hasTotalsRow: false })
    expect(valueAt(book, 'A3')).toBeNull()
  })

  test('removing a table leaves its cells', () => {
    const { book, table } = bookWithTable('tblX', [['A'], [1], [2]])
    book.filterTable(table, 0, new Set(['1']))
    book.removeTable(table)
    expect(book.tables()).toEqual([])
    expect(book.sheets()[0]?.hiddenRows.size).toBe(0)
    expect(valuesAt(book, 'A1:A3')).toEqual([['A'], [1], [2]])
  })
})

describe('what a person types right below a table', () => {
  const rows = [
    ['Uren', 'Tarief', 'Bedrag'],
    [1, 80, '=[@Uren]*[@Tarief]'],
    [2, 80, '=[@Uren]*[@Tarief]'],
  ]

  test('becomes a row of it, in the same step, with its formulas and looks', () => {
    const { book } = bookWithTable('tblX', rows)
    const sheet = firstSheet(book)
    book.setNumberFormats(sheet, boxOfAddress('A3'), [['0.0']])
    book.transact('person', () => fill(book, 'A4', [[3, 100]]))
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:C4'))
    expect(valueAt(book, 'C4')).toBe(300)
    expect(book.numberFormats(sheet, boxOfAddress('A4'))).toEqual([['0.0']])
    book.undo()
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:C3'))
    expect(valuesAt(book, 'A4:C4')).toEqual([[null, null, null]])
  })

  test('stays outside when the add-in wrote it, when it is empty, wider than the table or below its totals', () => {
    const { book, table } = bookWithTable('tblX', rows)
    fill(book, 'A4', [[3]])
    book.transact('person', () => fill(book, 'A4', [[null]]))
    book.transact('person', () => fill(book, 'C4', [[1, 2]]))
    book.transact('person', () => fill(book, 'A9', [[1]]))
    book.setTable(table, { hasTotalsRow: true })
    book.transact('person', () => fill(book, 'A5', [[1]]))
    expect(book.tables()[0]?.box).toEqual(boxOfAddress('A1:C4'))
  })
})

describe('sorting', () => {
  test('moves whole rows, hidden columns and formulas with them', () => {
    const { book, table } = bookWithTable('tblX', [
      ['Naam', 'Uren', 'Dubbel', 'Token'],
      ['b', 2, '=B2*2', 't2'],
      ['c', 3, '=[@Uren]*2', 't3'],
      [null, 9, '=B4+$B$2', 't0'],
      ['A', 1, '=B5*2', 't1'],
    ])
    const sheet = firstSheet(book)
    book.hideColumns(sheet, 3, 1, true)
    book.setFormat(sheet, boxOfAddress('A5'), { isBold: true })
    book.sortTable(table, 0, true)
    expect(valuesAt(book, 'A2:D5')).toEqual([
      ['A', 1, 2, 't1'],
      ['b', 2, 4, 't2'],
      ['c', 3, 6, 't3'],
      [null, 9, 10, 't0'],
    ])
    expect(contentAt(book, 'C2')).toBe('=B2*2')
    expect(book.format(sheet, 1, 0).isBold).toBe(true)
    book.sortTable(table, 0, false)
    expect(valuesAt(book, 'A2:A5')).toEqual([['c'], ['b'], ['A'], [null]])
    book.undo()
    book.undo()
    expect(valuesAt(book, 'D2:D5')).toEqual([['t2'], ['t3'], ['t0'], ['t1']])
    expect(contentAt(book, 'C5')).toBe('=B5*2')
  })

  test('puts numbers before texts, and equal rows keep their order', () => {
    const { book, table } = bookWithTable('tblX', [
      ['A', 'B'],
      ['x', 1],
      [10, 2],
      ['X', 3],
      [9, 4],
      [true, 5],
    ])
    book.sortTable(table, 0, true)
    expect(valuesAt(book, 'B2:B6')).toEqual([[4], [2], [1], [3], [5]])
  })
})

describe('filtering', () => {
  test('hides rows by what they show, and comes back', () => {
    const { book, table } = bookWithTable('tblX', [
      ['Soort', 'Bedrag'],
      ['L', 1],
      ['B', 2],
      ['L', 1.5],
      [null, 3],
    ])
    const hidden = () => [...(book.sheets()[0]?.hiddenRows ?? [])]
    book.filterTable(table, 0, new Set(['L']))
    expect(hidden()).toEqual([2, 4])
    book.filterTable(table, 1, new Set(['1,5', '2']))
    expect(hidden()).toEqual([1, 2, 4])
    expect(book.tables()[0]?.filters).toEqual(
      new Map([
        [0, new Set(['L'])],
        [1, new Set(['1,5', '2'])],
      ]),
    )
    book.filterTable(table, 0, null)
    expect(hidden()).toEqual([1, 4])
    book.undo()
    expect(hidden()).toEqual([1, 2, 4])
  })

  test('sorting leaves the rows that it hid where they are', () => {
    const { book, table } = bookWithTable('tblX', [
      ['Soort', 'Bedrag'],
      ['L', 3],
      ['B', 9],
      ['L', 1],
    ])
    book.filterTable(table, 0, new Set(['L']))
    book.sortTable(table, 1, true)
    expect(valuesAt(book, 'B2:B4')).toEqual([[1], [9], [3]])
  })
})
