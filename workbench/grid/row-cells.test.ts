import { describe, expect, test } from 'vitest'
import { bookWith, gridOn } from './grid.test-data.ts'
import { createRowCells } from './row-cells.ts'
import { hitAt } from './scroll.ts'
import { columnHeadHeight, rowHeadWidth, rowHeight, tallRowHeight } from './sheet-layout.ts'

const measure = (text: string) => text.length * 7

function cellsOf(book: ReturnType<typeof bookWith>['book']) {
  const { view } = gridOn(book)
  return createRowCells(book, view.sheet.peek(), view.layout.peek(), measure)
}

describe('the cells of a row', () => {
  test('let a long text run over the empty cells beside it', () => {
    const { book } = bookWith([['Een lange titel van het blad', null, null, 'x']])
    const [title, next] = cellsOf(book).of(0, { first: 0, last: 4 })
    expect(title?.runsOver).toBe(2 * 64)
    expect(next?.text).toBe('')
  })

  test('leave hidden columns out, and what a merged cell covers', () => {
    const { book, sheet } = bookWith([['a', 'b', 'c', 'd']])
    book.hideColumns(sheet, 1, 1, true)
    expect(
      cellsOf(book)
        .of(0, { first: 0, last: 3 })
        .map(({ text }) => text),
    ).toEqual(['a', 'c', 'd'])
  })

  test('know their part of a table: heading, then rows in turns', () => {
    const { book, sheet } = bookWith([['Kop'], ['a'], ['b']])
    const table = book.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, true)
    book.setTable(table, { style: 'TableStyleMedium2' })
    const cells = cellsOf(book)
    expect([0, 1, 2, 3].map((row) => cells.of(row, { first: 0, last: 0 })[0]?.look.part)).toEqual([
      'heading',
      'odd',
      'even',
      null,
    ])
  })

  test('are the same list as long as nothing changed', () => {
    const { book } = bookWith([['a']])
    const cells = cellsOf(book)
    expect(cells.of(0, { first: 0, last: 3 })).toBe(cells.of(0, { first: 0, last: 3 }))
  })
})

describe('the layout of a sheet', () => {
  test('gives a row of long headings two lines and hidden rows none', () => {
    const { book, sheet } = bookWith([['Omschrijving van de regel'], ['a'], ['b']])
    book.addTable(sheet, { row: 0, column: 0, rows: 3, columns: 1 }, true)
    book.setColumnWidth(sheet, 0, 1, 13)
    book.hideRows(sheet, 1, 1, true)
    const { rows, columns } = gridOn(book).view.layout.peek()
    expect([0, 1, 2].map(rows.sizeOf)).toEqual([tallRowHeight, 0, rowHeight])
    expect(columns.sizeOf(0)).toBe(96)
  })
})

describe('the place under the pointer', () => {
  const { book, sheet } = bookWith([['a']])
  book.setSheet(sheet, { frozenRows: 2 })
  const layout = gridOn(book).view.layout.peek()
  const scroll = { top: 10 * rowHeight, left: 64 }

  test.for([
    [
      'a cell below the frozen rows',
      100,
      columnHeadHeight + 2 * rowHeight + 3,
      { kind: 'cell', place: { row: 12, column: 1 } },
    ],
    ['a frozen cell', 100, columnHeadHeight + 3, { kind: 'cell', place: { row: 0, column: 1 } }],
    ['the head of a column', rowHeadWidth + 1, 4, { kind: 'column-head', column: 1 }],
    ['the head of a row', 4, columnHeadHeight + 3 * rowHeight + 1, { kind: 'row-head', row: 13 }],
    ['the corner', 4, 4, { kind: 'corner' }],
  ] as const)('is %s', ([, x, y, hit]) => {
    expect(hitAt(x, y, layout, scroll)).toEqual(hit)
  })
})
