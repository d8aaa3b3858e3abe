import { describe, expect, test } from 'vitest'
import type { Input } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { selectionFigures } from './selection-figures.ts'

function bookWith(rows: readonly (readonly (number | string | null)[])[], format?: string) {
  const book = createBook()
  const sheet = book.selection().sheet
  const inputs = rows.map((line) =>
    line.map((value): Input => (value === null ? { kind: 'empty' } : { kind: 'value', value })),
  )
  const box = { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }
  book.write(sheet, box, inputs)
  if (format !== undefined)
    book.setNumberFormats(
      sheet,
      box,
      rows.map((line) => line.map(() => format)),
    )
  return { book, sheet, box }
}

describe('the status bar', () => {
  test('adds up the numbers as the cells show them and counts what is filled', () => {
    const { book, sheet, box } = bookWith(
      [
        [318_880, 'L'],
        [181_120.5, null],
      ],
      '#,##0.00',
    )
    expect(selectionFigures(book, sheet, box)).toEqual({ count: 3, sum: '500.000,50', average: '250.000,25' })
  })

  test('says nothing of a single cell, and only counts texts', () => {
    const { book, sheet } = bookWith([['a', 'b']])
    expect(selectionFigures(book, sheet, { row: 0, column: 0, rows: 1, columns: 1 })).toBeNull()
    expect(selectionFigures(book, sheet, { row: 0, column: 0, rows: 1, columns: 2 })).toEqual({
      count: 2,
      sum: null,
      average: null,
    })
  })

  test('leaves hidden rows out, and takes of a whole column what is used', () => {
    const { book, sheet } = bookWith([[1], [2], [4]])
    book.hideRows(sheet, 1, 1, true)
    expect(selectionFigures(book, sheet, { row: 0, column: 0, rows: 1_048_576, columns: 1 })).toMatchObject({
      sum: '5',
      count: 2,
    })
  })
})
