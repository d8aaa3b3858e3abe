import { describe, expect, test } from 'vitest'
import { copyCells, fillDown, pasteCells } from './clipboard.ts'
import { bookWith, gridOn, textsOf } from './grid.test-data.ts'

describe('copying', () => {
  test('gives the cells as they are shown, in Dutch notation', () => {
    const { book, sheet } = bookWith([
      [1234.5, true],
      ['a\tb', null],
    ])
    book.setNumberFormats(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, [['#,##0.00']])
    const { view, selectBox } = gridOn(book)
    selectBox(0, 0, 2, 2)
    expect(copyCells(view, false).text).toBe('1.234,50\tWAAR\r\n"a\tb"\t')
  })

  test('leaves hidden rows out', () => {
    const { book, sheet } = bookWith([['een'], ['twee'], ['drie']])
    book.hideRows(sheet, 1, 1, true)
    const { view, selectBox } = gridOn(book)
    selectBox(0, 0, 3)
    expect(copyCells(view, false).text).toBe('een\r\ndrie')
  })

  test('takes of a whole column what is used', () => {
    const { book } = bookWith([['een'], ['twee']])
    const { view, selectBox } = gridOn(book)
    selectBox(0, 0, 1_048_576)
    expect(copyCells(view, false).text).toBe('een\r\ntwee')
  })
})

describe('pasting', () => {
  test('text of another program reads numbers, dates and truths as a Dutch person writes them', () => {
    const { book, sheet } = bookWith([])
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 0)
    pasteCells(view, tools, '1.234,56\t31-12-2023\r\nWAAR\t0.1\r\n', null)
    expect(book.values(sheet, { row: 0, column: 0, rows: 2, columns: 2 })).toEqual([
      [1234.56, 45_291],
      [true, '0.1'],
    ])
    expect(textsOf(book, sheet, 1, 2)).toEqual([['1.234,56', '31-12-2023']])
    expect(view.selection.peek().box).toEqual({ row: 0, column: 0, rows: 2, columns: 2 })
  })

  test('in text cells keeps a code as it is', () => {
    const { book, sheet } = bookWith([])
    book.setNumberFormats(sheet, { row: 0, column: 0, rows: 2, columns: 1 }, [['@'], ['@']])
    const { view, tools } = gridOn(book)
    pasteCells(view, tools, '0.10\n6,5', null)
    expect(book.values(sheet, { row: 0, column: 0, rows: 2, columns: 1 })).toEqual([['0.10'], ['6,5']])
  })

  test('what only looks like a formula stays text, and the rest is pasted', () => {
    const { book, sheet } = bookWith([])
    const { view, tools } = gridOn(book)
    pasteCells(view, tools, '=SOM((1\t2', null)
    expect(textsOf(book, sheet, 1, 2)).toEqual([['=SOM((1', '2']])
  })

  test('a copied formula moves its references along, over all of a larger selection', () => {
    const { book, sheet } = bookWith([
      [1, '=A1*2'],
      [2, null],
      [3, null],
    ])
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 1)
    const copied = copyCells(view, false)
    selectBox(1, 1, 2)
    pasteCells(view, tools, copied.text, copied)
    expect(textsOf(book, sheet, 3, 2)).toEqual([
      ['1', '2'],
      ['2', '4'],
      ['3', '6'],
    ])
  })

  test('a cut formula keeps its references and leaves its cell', () => {
    const { book, sheet } = bookWith([[5, '=A1*2']])
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 1)
    const cut = copyCells(view, true)
    selectBox(2, 1)
    pasteCells(view, tools, cut.text, cut)
    expect(textsOf(book, sheet, 3, 2)).toEqual([
      ['5', ''],
      ['', ''],
      ['', '10'],
    ])
  })

  test('a formula below a hidden row moves its references by as far as it moved itself', () => {
    const { book, sheet } = bookWith([
      [1, '=A1'],
      [2, '=A2'],
      [3, '=A3'],
    ])
    book.hideRows(sheet, 1, 1, true)
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 1, 3)
    const copied = copyCells(view, false)
    selectBox(0, 2)
    pasteCells(view, tools, copied.text, copied)
    expect(book.inputs(sheet, { row: 0, column: 2, rows: 2, columns: 1 })).toEqual([
      [{ kind: 'formula', formula: '=B1' }],
      [{ kind: 'formula', formula: '=B2' }],
    ])
  })

  test('what is cut takes its hidden rows along', () => {
    const { book, sheet } = bookWith([['een'], ['twee'], ['drie']])
    book.hideRows(sheet, 1, 1, true)
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 0, 3)
    const cut = copyCells(view, true)
    selectBox(0, 1)
    pasteCells(view, tools, cut.text, cut)
    expect(textsOf(book, sheet, 3, 2)).toEqual([
      ['', 'een'],
      ['', 'twee'],
      ['', 'drie'],
    ])
  })

  test('is one step for undo', () => {
    const { book, sheet } = bookWith([['oud', 'oud']])
    const { view, tools } = gridOn(book)
    pasteCells(view, tools, 'nieuw\tnieuw', null)
    expect(book.undo()).toBe(true)
    expect(textsOf(book, sheet, 1, 2)).toEqual([['oud', 'oud']])
  })

  test('over more cells than can be is refused and says so', () => {
    const { book, sheet } = bookWith([['a']])
    const { view, tools, told, selectBox } = gridOn(book)
    selectBox(0, 0, 1_048_576)
    expect(pasteCells(view, tools, 'x', null)).toBe(false)
    expect(told).toEqual(['pasteTooLarge'])
    expect(textsOf(book, sheet, 1, 1)).toEqual([['a']])
  })
})

describe('filling down', () => {
  test('repeats the first row of the selection', () => {
    const { book, sheet } = bookWith([
      [1, '=A1+1'],
      [10, null],
      [20, null],
    ])
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 1, 3)
    fillDown(view, tools)
    expect(textsOf(book, sheet, 3, 2)).toEqual([
      ['1', '2'],
      ['10', '11'],
      ['20', '21'],
    ])
  })

  test('takes the row above a single row, and does nothing in the first row', () => {
    const { book, sheet } = bookWith([['boven'], [null]])
    const { view, tools, selectBox } = gridOn(book)
    selectBox(0, 0)
    fillDown(view, tools)
    selectBox(1, 0)
    fillDown(view, tools)
    expect(textsOf(book, sheet, 2, 1)).toEqual([['boven'], ['boven']])
  })
})
