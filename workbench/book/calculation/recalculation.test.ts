import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book, Box } from '../book.ts'
import { createBook } from '../index.ts'
import { anyStep, bookForSteps, calculatingStep, tryStep } from '../random-steps.test-data.ts'

const seen: Box = { row: 0, column: 0, rows: 24, columns: 12 }

const valuesOf = (book: Book) => book.sheets().map(({ id }) => book.values(id, seen))

/** The same workbook, entered at once: nothing in it was ever computed in parts. */
function enteredAnew(book: Book): Book {
  const copy = createBook({ now: () => new Date(2023, 2, 15), random: () => 0.5 })
  copy.transact('file', () => {
    const [first] = copy.sheets()
    book
      .sheets()
      .forEach(({ name }, index) => (index === 0 ? first && copy.renameSheet(first.id, name) : copy.addSheet(name)))
    book.sheets().forEach(({ id, hiddenRows }, index) => {
      const sheet = copy.sheets()[index]?.id ?? ''
      copy.write(sheet, seen, book.inputs(id, seen))
      for (const row of hiddenRows) copy.hideRows(sheet, row, 1, true)
      for (const { sheet: on, box, name } of book.tables()) {
        if (on === id) copy.setTable(copy.addTable(sheet, box, true), { name })
      }
    })
    for (const { name, formula } of book.names()) copy.setName(name, formula)
  })
  return copy
}

test('computing only what changed gives what computing everything gives', () => {
  fc.assert(
    fc.property(fc.array(calculatingStep, { minLength: 1, maxLength: 15 }), (steps) => {
      const book = bookForSteps()
      for (const step of steps) {
        tryStep(book, step)
      }
      expect(valuesOf(book)).toEqual(valuesOf(enteredAnew(book)))
    }),
    { numRuns: 200 },
  )
})

test('also in one step, and after undo', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const book = bookForSteps()
      book.transact('addin', () => steps.forEach((step) => tryStep(book, step)))
      const once = valuesOf(book)
      book.undo()
      book.redo()
      expect(valuesOf(book)).toEqual(once)
      for (const { id } of book.sheets()) book.recalculate(id, seen)
      expect(valuesOf(book)).toEqual(once)
    }),
  )
})
