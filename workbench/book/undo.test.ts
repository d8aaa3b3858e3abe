import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book, Box } from './book.ts'
import { anyStep, bookForSteps, tryStep } from './random-steps.test-data.ts'

const seen: Box = { row: 0, column: 0, rows: 24, columns: 12 }

/** Everything that can be seen of a book. */
function allOf(book: Book) {
  return {
    structure: [book.sheets(), book.tables(), book.names(), book.validations(), book.conditionalFormats()],
    sheets: book.sheets().map(({ id }) => ({
      values: book.values(id, seen),
      inputs: book.inputs(id, seen),
      texts: book.texts(id, seen),
      numberFormats: book.numberFormats(id, seen),
      bold: Array.from({ length: seen.rows }, (_, row) =>
        [0, 1, 2].map((column) => book.format(id, row, column).isBold),
      ),
      used: book.usedBox(id),
    })),
  }
}

test('undo after any steps restores what was, and redo what came', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const book = bookForSteps()
      // What a file brings cannot be undone, so that undo ends where the property begins.
      book.transact('file', () => {})
      const before = allOf(book)
      for (const step of steps) tryStep(book, step)
      const after = allOf(book)
      while (book.undo());
      expect(allOf(book)).toEqual(before)
      while (book.redo());
      expect(allOf(book)).toEqual(after)
    }),
  )
})

test('undo halfway is the book of that moment', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 2, maxLength: 10 }), fc.nat(), (steps, choice) => {
      const book = bookForSteps()
      book.transact('file', () => {})
      const half = choice % steps.length
      for (const step of steps.slice(0, half)) tryStep(book, step)
      const before = allOf(book)
      book.transact('addin', () => {
        for (const step of steps.slice(half)) tryStep(book, step)
        book.setName('Merk', '=1')
      })
      book.undo()
      expect(allOf(book)).toEqual(before)
    }),
  )
})
