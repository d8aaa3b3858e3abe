/** Random sequences of what people and add-ins do to a book, for properties that must hold after any of them. */
import * as fc from 'fast-check'
import { BookError } from './book-error.ts'
import type { Book } from './book.ts'
import { type Content, fill, inputOf } from './book-under-test.test-data.ts'
import { addressOfBox, createBook } from './index.ts'

type Step = (book: Book) => void

const rowsUsed = 8

/** Column A holds plain values, F an array that spills by them; all else may hold anything. */
const plain = fc.oneof(fc.integer({ min: -3, max: 4 }), fc.constantFrom('a', '0.1', '0.10', 'B', true, null))

const formula = fc
  .tuple(
    fc.constantFrom(
      '=X+Y',
      '=SUM(X:Y)',
      '=COUNTIF(A1:A8,X)',
      '=IFERROR(X*Y,0)',
      '=IF(X>Y,X,Y)',
      '=Blad2!X+1',
      '=SUM(Blad1!X:Y)',
      '=SUM(A:A)-X',
      '=Start+X',
      '=SUM(tblX[Een])',
      '=COUNTA(tblX[#All])',
      '=ROWS(tblX)+X',
      '=SUBTOTAL(9,A1:A8)',
      '=INDEX(A1:C8,2,2)',
      '=MATCH(X,A1:A8,0)',
    ),
    fc.integer({ min: 0, max: rowsUsed - 1 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 0, max: rowsUsed - 1 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([text, row, column, otherRow, otherColumn]) =>
    text
      .replaceAll('X', addressOfBox({ row, column, rows: 1, columns: 1 }))
      .replaceAll('Y', addressOfBox({ row: otherRow, column: otherColumn, rows: 1, columns: 1 }))
      .replace(/tbl[A-H]\d/g, 'tblX'),
  )

const content: fc.Arbitrary<Content> = fc.oneof({ arbitrary: plain, weight: 2 }, { arbitrary: formula, weight: 3 })

const row = fc.integer({ min: 0, max: rowsUsed - 1 })
const count = fc.integer({ min: 1, max: 2 })
const sheetIndex = fc.constantFrom(0, 1)
const sheetOf = (book: Book, index: number) => book.sheets()[index]?.id ?? ''

/** Changes of cells and rows: what makes formulas be computed anew. */
export const calculatingStep: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc
      .record({ sheetIndex, row, values: fc.array(plain, { minLength: 1, maxLength: 3 }) })
      .map(({ sheetIndex, row, values }) => (book: Book) => {
        book.write(
          sheetOf(book, sheetIndex),
          { row, column: 0 },
          values.map((value) => [inputOf(value)]),
        )
      }),
    weight: 4,
  },
  {
    arbitrary: fc
      .record({ sheetIndex, row, column: fc.integer({ min: 1, max: 4 }), content })
      .map(({ sheetIndex, row, column, content }) => (book: Book) => {
        book.write(sheetOf(book, sheetIndex), { row, column }, [[inputOf(content)]])
      }),
    weight: 6,
  },
  {
    arbitrary: fc
      .record({ row, by: row, content: fc.constantFrom('=SEQUENCE(ABS(N(A1))+1)', '=UNIQUE(A1:A4)', null, 'weg') })
      .map(({ row, content }) => (book: Book) => {
        book.write(sheetOf(book, 0), { row, column: 5 }, [[inputOf(content)]])
      }),
    weight: 2,
  },
  fc.record({ sheetIndex, row, count }).map(({ sheetIndex, row, count }) => (book: Book) => {
    book.insertRows(sheetOf(book, sheetIndex), row, count)
  }),
  fc.record({ sheetIndex, row, count }).map(({ sheetIndex, row, count }) => (book: Book) => {
    book.deleteRows(sheetOf(book, sheetIndex), row, count)
  }),
  fc.record({ sheetIndex, row, count }).map(({ sheetIndex, row, count }) => (book: Book) => {
    book.clear(sheetOf(book, sheetIndex), { row, column: 1, rows: count, columns: 3 }, 'contents')
  }),
  fc.record({ row }).map(({ row }) => (book: Book) => {
    book.setName('Start', `=Blad1!$A$${row + 1}`)
  }),
)

const tableOf = (book: Book) => book.tables()[0]?.id ?? ''

/** All other changes that are steps. */
const arrangingStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ row, bold: fc.boolean() }).map(({ row, bold }) => (book: Book) => {
    book.setFormat(sheetOf(book, 0), { row, column: 0, rows: 2, columns: 3 }, { isBold: bold })
  }),
  fc
    .record({ isAscending: fc.boolean(), column: fc.constantFrom(0, 1) })
    .map(({ isAscending, column }) => (book: Book) => {
      book.sortTable(tableOf(book), column, isAscending)
    }),
  fc.record({ texts: fc.array(fc.constantFrom('1', 'a', '')) }).map(({ texts }) => (book: Book) => {
    book.filterTable(tableOf(book), 0, new Set(texts))
  }),
  fc.record({ value: fc.constantFrom(5, 'nieuw') }).map(({ value }) => (book: Book) => {
    const box = book.tables()[0]?.box ?? { row: 0, column: 7, rows: 2, columns: 2 }
    book.transact('person', () =>
      book.write(sheetOf(book, 0), { row: box.row + box.rows, column: box.column }, [[inputOf(value)]]),
    )
  }),
  fc.record({ heading: fc.constantFrom('Een', 'Twee', 'Drie') }).map(({ heading }) => (book: Book) => {
    const box = book.tables()[0]?.box ?? { row: 0, column: 7, rows: 2, columns: 2 }
    book.write(sheetOf(book, 0), box, [[inputOf(heading)]])
  }),
  fc.record({ name: fc.constantFrom('tblX', 'tblY') }).map(({ name }) => (book: Book) => {
    book.setTable(tableOf(book), { name })
  }),
  fc.record({ name: fc.constantFrom('Blad2', 'Ander blad') }).map(({ name }) => (book: Book) => {
    book.renameSheet(sheetOf(book, 1), name)
  }),
  fc.constant((book: Book) => {
    book.removeSheet(sheetOf(book, 1))
  }),
  fc.record({ row }).map(({ row }) => (book: Book) => {
    book.hideRows(sheetOf(book, 0), row, 2, true)
  }),
)

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: calculatingStep, weight: 3 },
  { arbitrary: arrangingStep, weight: 2 },
)

/** Two sheets, a name and a table tblX beside the cells that the steps write in. */
export function bookForSteps(): Book {
  const book = createBook({ now: () => new Date(2023, 2, 15), random: () => 0.5 })
  book.addSheet('Blad2')
  fill(book, 'A1', [
    [1, '=A1+1'],
    [2, '=B1+A2'],
  ])
  fill(book, 'H1', [
    ['Een', 'Dubbel'],
    [1, '=[@Een]*2'],
    [3, '=[@Een]*2'],
  ])
  book.setTable(book.addTable(sheetOf(book, 0), { row: 0, column: 7, rows: 3, columns: 2 }, true), { name: 'tblX' })
  book.setName('Start', '=Blad1!$A$1')
  return book
}

/** Carries the step out; what the book refuses changes nothing. */
export function tryStep(book: Book, step: Step): void {
  try {
    book.transact('addin', () => step(book))
  } catch (error) {
    if (!(error instanceof BookError)) throw error
  }
}
