/** Writes a book as an .xlsx file. */
import { addIn } from '#shared/workbook/template.ts'
import { writeXlsx } from '../../xlsx/index.ts'
import type { Book } from '../book/book.ts'
import { designOfBook } from './book-to-design.ts'

/**
 * The bytes of the file. Formulas, values, tables, names, rules and conditional formats are kept; of looks those that the
 * template has. Throws `XlsxError` for what no file can hold.
 */
export function saveFile(book: Book, title: string): Uint8Array {
  return writeXlsx(designOfBook(book, title, addIn))
}
