import { describe, expect, test } from 'vitest'
import {
  bookWith,
  bookWithTable,
  contentAt,
  fill,
  firstSheet,
  valueAt,
  valuesAt,
} from '../book-under-test.test-data.ts'
import { boxOfAddress, createBook } from '../index.ts'

describe('recalculation', () => {
  test('what looks at a changed cell follows, over chains and sheets', () => {
    const book = bookWith([[1, '=A1+1', '=B1+1']])
    const other = book.addSheet('Blad2')
    fill(book, 'A1', [['=Blad1!C1*10']], other)
    expect(valueAt(book, 'A1', other)).toBe(30)
    fill(book, 'A1', [[5]])
    expect(valueAt(book, 'A1', other)).toBe(70)
  })

  test('a chain of ten thousand cells is computed', () => {
    const book = bookWith([[1], ...Array.from({ length: 10_000 }, (_, index) => [`=A${index + 1}+1`])])
    expect(valueAt(book, 'A10001')).toBe(10_001)
    fill(book, 'A1', [[101]])
    expect(valueAt(book, 'A10001')).toBe(10_101)
  })

  test('a step is calculated once, and values within it are up to date all the same', () => {
    const book = bookWith([[1, '=A1*2']])
    const changes: number[] = []
    book.subscribe((change) => changes.push(change.recalculated.length))
    book.transact('addin', () => {
      fill(book, 'A1', [[2]])
      expect(valueAt(book, 'B1')).toBe(4)
      fill(book, 'A1', [[3]])
    })
    expect(valueAt(book, 'B1')).toBe(6)
    expect(changes).toHaveLength(1)
  })

  test('listeners hear which cells were edited and which were computed', () => {
    const book = bookWith([[1, '=A1*2', 5]])
    const sheet = firstSheet(book)
    const heard: unknown[] = []
    book.subscribe(({ source, edited, recalculated, isStructural }) =>
      heard.push({ source, edited, recalculated, isStructural }),
    )
    book.transact('person', () => fill(book, 'A1', [[2]]))
    expect(heard).toEqual([
      {
        source: 'person',
        edited: [{ sheet, box: boxOfAddress('A1') }],
        recalculated: [
          { sheet, box: boxOfAddress('A1') },
          { sheet, box: boxOfAddress('B1') },
        ],
        isStructural: false,
      },
    ])
  })

  test('TODAY and RAND change only when they are asked to', () => {
    let now = new Date(2023, 2, 15, 12)
    let dice = 0.25
    const book = createBook({ now: () => now, random: () => dice })
    fill(book, 'A1', [['=TODAY()', '=RAND()', 1]])
    now = new Date(2023, 2, 16, 12)
    dice = 0.75
    fill(book, 'C1', [[2]])
    expect(valuesAt(book, 'A1:B1')).toEqual([[45_000, 0.25]])
    book.recalculate(firstSheet(book), boxOfAddress('A1:B1'))
    expect(valuesAt(book, 'A1:B1')).toEqual([[45_001, 0.75]])
  })
})

describe('circular references', () => {
  const circular = { error: '#REF!', reason: 'kringverwijzing' }

  test('a formula that looks at itself, directly or through others, is an error', () => {
    const book = bookWith([['=A1+1', '=C1', '=D1', '=B1', '=B1+1']])
    expect(valuesAt(book, 'A1:E1')).toEqual([[circular, circular, circular, circular, circular]])
  })

  test('breaking the circle heals it', () => {
    const book = bookWith([['=B1', '=A1', '=A1+1']])
    expect(valueAt(book, 'C1')).toEqual(circular)
    fill(book, 'B1', [[4]])
    expect(valuesAt(book, 'A1:C1')).toEqual([[4, 4, 5]])
  })

  test('a formula within the range that it adds up is an error', () => {
    const { book } = bookWithTable('tblX', [['Uren'], [1], ['=SUM(tblX[Uren])']])
    expect(valueAt(book, 'A3')).toEqual(circular)
  })
})

describe('spilling', () => {
  test('an array fills the cells beside and below, which show values but hold nothing', () => {
    const book = bookWith([['=SEQUENCE(2,2)']])
    const sheet = firstSheet(book)
    expect(valuesAt(book, 'A1:B2')).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(contentAt(book, 'B2')).toBeNull()
    expect(book.spillOf(sheet, 1, 1)).toEqual(boxOfAddress('A1:B2'))
    expect(book.spillOf(sheet, 5, 5)).toBeNull()
    expect(book.usedBox(sheet)).toEqual(boxOfAddress('A1:B2'))
  })

  test('formulas follow an array that grows and shrinks', () => {
    const book = bookWith([[2, '=SEQUENCE(A1)', '=SUM(B1#)', '=SUM(B1:B10)', '=B3*100']])
    expect(valuesAt(book, 'C1:E1')).toEqual([[3, 3, 0]])
    fill(book, 'A1', [[4]])
    expect(valuesAt(book, 'C1:E1')).toEqual([[10, 10, 300]])
    fill(book, 'A1', [[1]])
    expect(valuesAt(book, 'C1:E1')).toEqual([[1, 1, 0]])
    expect(valueAt(book, 'B3')).toBeNull()
  })

  test('something in the way gives #SPILL! until it is gone', () => {
    const book = bookWith([['=SEQUENCE(3)'], [null], ['x']])
    expect(valuesAt(book, 'A1:A3')).toEqual([[expect.objectContaining({ error: '#SPILL!' })], [null], ['x']])
    book.clear(firstSheet(book), boxOfAddress('A3'), 'contents')
    expect(valuesAt(book, 'A1:A3')).toEqual([[1], [2], [3]])
    fill(book, 'A2', [['y']])
    expect(valuesAt(book, 'A1:A3')).toEqual([[expect.objectContaining({ error: '#SPILL!' })], ['y'], [null]])
  })

  test('within a table nothing spills', () => {
    const { book } = bookWithTable('tblX', [
      ['A', 'B'],
      [1, null],
    ])
    fill(book, 'B2', [['=SEQUENCE(1,3)']])
    expect(valueAt(book, 'B2')).toMatchObject({ error: '#SPILL!' })
  })

  test('an array that would cover what it looks at is circular', () => {
    const book = bookWith([['=SEQUENCE(3)*A2']])
    expect(valueAt(book, 'A1')).toMatchObject({ error: '#REF!' })
  })

  test('empty cells of a range that is shown are 0', () => {
    const book = bookWith([[1, null]])
    fill(book, 'D1', [['=A1:B1']])
    expect(valuesAt(book, 'D1:E1')).toEqual([[1, 0]])
  })
})
