/** Fills a book from an .xlsx file. */
import { readAreaWorkbook, readState } from '#shared/workbook/index.ts'
import { readXlsx } from '../../xlsx/index.ts'
import type { Book } from '../book/book.ts'
import { addLooks } from './design-to-book.ts'
import { fillFromGrid } from './grid-to-book.ts'
import { templateLooks } from './template-looks.ts'

/**
 * Puts a file in an empty book. One of our own workbooks has the rules and looks of the template too; another file has values,
 * formulas, tables, names and number formats only. Throws `XlsxError` for a file that cannot be read.
 */
export function fillFromFile(book: Book, bytes: Uint8Array): void {
  const grid = readXlsx(bytes)
  fillFromGrid(book, grid)
  const state = readState(grid)
  const reference = state === null ? null : readAreaWorkbook(grid).reference
  if (state === null || reference === null) return
  const looks = templateLooks(grid, state, reference)
  book.transact('file', () => {
    for (const sheet of looks) {
      const found = book.sheets().find(({ name }) => name === sheet.name)
      if (found !== undefined) addLooks(book, found.id, sheet)
    }
  })
}
