/** Short ways to fill a book and to look at it, for the tests of this folder. */
import type { Book, FunctionCall, FunctionHost, Input, Scalar } from './book.ts'
import { boxOfAddress, createBook } from './index.ts'

/** `=` begins a formula, null is an empty cell. */
export type Content = Scalar

export function inputOf(content: Content): Input {
  if (content === null) return { kind: 'empty' }
  if (typeof content === 'string' && content.startsWith('=')) return { kind: 'formula', formula: content }
  return { kind: 'value', value: content }
}

export function firstSheet(book: Book): string {
  return book.sheets()[0]?.id ?? ''
}

/** Writes rows of contents with their first cell at this address of the first sheet; short rows end with empty cells. */
export function fill(
  book: Book,
  address: string,
  rows: readonly (readonly Content[])[],
  sheet = firstSheet(book),
): void {
  const columns = Math.max(...rows.map((row) => row.length))
  const padded = rows.map((row) => [...row, ...Array<Content>(columns - row.length).fill(null)])
  book.write(
    sheet,
    boxOfAddress(address),
    padded.map((row) => row.map(inputOf)),
  )
}

export function valuesAt(book: Book, address: string, sheet = firstSheet(book)) {
  return book.values(sheet, boxOfAddress(address))
}

export function valueAt(book: Book, address: string, sheet = firstSheet(book)): Scalar | undefined {
  return valuesAt(book, address, sheet)[0]?.[0]
}

/** The formula in the cell, or its value. */
export function contentAt(book: Book, address: string, sheet = firstSheet(book)) {
  const input = book.inputs(sheet, boxOfAddress(address))[0]?.[0]
  if (input === undefined || input.kind === 'empty') return null
  return input.kind === 'formula' ? input.formula : input.value
}

/** A book with these rows from A1 on. */
export function bookWith(rows: readonly (readonly Content[])[]): Book {
  const book = createBook({ now: () => new Date(2023, 2, 15, 12), random: () => 0.25 })
  if (rows.length > 0) fill(book, 'A1', rows)
  return book
}

/** A book with a table of these rows, headings first, at A1. */
export function bookWithTable(name: string, rows: readonly (readonly Content[])[]): { book: Book; table: string } {
  const book = bookWith(rows)
  const box = { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }
  const table = book.addTable(firstSheet(book), box, true)
  book.setTable(table, { name })
  return { book, table }
}

/** What a formula gives in a cell far from these rows. */
export function computed(formula: string, rows: readonly (readonly Content[])[] = []): Scalar | undefined {
  const book = bookWith(rows)
  fill(book, 'Z50', [[formula]])
  return valueAt(book, 'Z50')
}

/** What a formula fills, row by row. */
export function spilled(formula: string, rows: readonly (readonly Content[])[] = []) {
  const book = bookWith(rows)
  fill(book, 'Z50', [[formula]])
  const sheet = firstSheet(book)
  return book.values(sheet, book.spillOf(sheet, 49, 25) ?? boxOfAddress('Z50'))
}

export interface RecordedHost extends FunctionHost {
  readonly calls: readonly FunctionCall[]
  readonly cancelled: readonly FunctionCall[]
}

/** Functions `GEBIED.…` that answer when the test says so, or at once when `answer` gives a value. */
export function recordedHost(answer: (call: FunctionCall) => Scalar | undefined = () => undefined): RecordedHost {
  const calls: FunctionCall[] = []
  const cancelled: FunctionCall[] = []
  return {
    calls,
    cancelled,
    has: (name) => name.startsWith('GEBIED.'),
    call: (call) => {
      calls.push(call)
      const value = answer(call)
      if (value !== undefined) call.onValue(value)
      return { cancel: () => cancelled.push(call) }
    },
  }
}
