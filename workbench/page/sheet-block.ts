/** Sheets by name in a new book, and loose cells as one block to write. */
import type { Book, Input } from '../book/book.ts'

export interface PlacedInput {
  readonly row: number
  readonly column: number
  readonly input: Input
}

/** Makes the book's sheets these, in order: the sheet that it begins with becomes the first. Gives their ids. */
export function addSheets(book: Book, names: readonly string[]): readonly string[] {
  const [begun] = book.sheets()
  return names.map((name, index) => {
    if (index > 0 || begun === undefined) return book.addSheet(name)
    if (begun.name !== name) book.renameSheet(begun.id, name)
    return begun.id
  })
}

/** The rectangle around the cells, empty where there is none; null without cells. One write is one calculation. */
export function inputBlock(
  cells: readonly PlacedInput[],
): { readonly at: { row: number; column: number }; readonly inputs: readonly (readonly Input[])[] } | null {
  if (cells.length === 0) return null
  const at = { row: Number.POSITIVE_INFINITY, column: Number.POSITIVE_INFINITY }
  const end = { row: 0, column: 0 }
  for (const { row, column } of cells) {
    at.row = Math.min(at.row, row)
    at.column = Math.min(at.column, column)
    end.row = Math.max(end.row, row)
    end.column = Math.max(end.column, column)
  }
  const width = end.column - at.column + 1
  const inputs = Array.from({ length: end.row - at.row + 1 }, () => Array.from({ length: width }, (): Input => empty))
  for (const { row, column, input } of cells) {
    const line = inputs[row - at.row]
    if (line !== undefined) line[column - at.column] = input
  }
  return { at, inputs }
}

const empty: Input = { kind: 'empty' }
