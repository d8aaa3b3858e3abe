import type { Book, Box } from '../book/book.ts'
import { BookError, boxOfAddress } from '../book/index.ts'

/**
 * The cells that an address, a defined name or a table's name stands for: `B4`, `Voorblad!$B$4:$C$9`, `tblBegroting`. An
 * address without a sheet is on `sheet`. Undefined when it stands for nothing in this book.
 */
export function rangeOfReference(
  book: Book,
  sheet: string,
  reference: string,
): { sheet: string; box: Box } | undefined {
  const text = reference.trim().replace(/^=/, '')
  const isSame = (name: string) => name.toLowerCase() === text.toLowerCase()
  const named = book.names().find(({ name }) => isSame(name))
  if (named !== undefined) return rangeOfAddress(book, sheet, named.formula.replace(/^=/, ''))
  const table = book.tables().find(({ name }) => isSame(name))
  if (table === undefined) return rangeOfAddress(book, sheet, text)
  const { row, column, rows, columns } = table.box
  return { sheet: table.sheet, box: { row: row + 1, column, rows: rows - 1, columns } }
}

function rangeOfAddress(book: Book, sheet: string, reference: string): { sheet: string; box: Box } | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(reference)
  if (match === null) return undefined
  const [, quoted, plain, address = ''] = match
  const name = (quoted?.replaceAll("''", "'") ?? plain)?.toLowerCase()
  const id = name === undefined ? sheet : book.sheets().find((some) => some.name.toLowerCase() === name)?.id
  if (id === undefined) return undefined
  try {
    return { sheet: id, box: boxOfAddress(address) }
  } catch (error) {
    if (error instanceof BookError) return undefined
    throw error
  }
}
