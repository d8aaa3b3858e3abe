/** Books and a view on them for the tests of this folder. */
import type { Book, Input } from '../book/book.ts'
import { createBook } from '../book/index.ts'
import { createGridController, type GridController } from './grid-controller.ts'
import type { GridTools, Question } from './grid-tools.ts'
import { createSheetView, type SheetView } from './sheet-view.ts'

type Typed = number | string | boolean | null

/** A book whose first sheet begins with these cells; text that begins with `=` is a formula of the file's notation. */
export function bookWith(rows: readonly (readonly Typed[])[]): { readonly book: Book; readonly sheet: string } {
  const book = createBook()
  const { sheet } = book.selection()
  if (rows.length > 0)
    book.write(
      sheet,
      { row: 0, column: 0 },
      rows.map((line) => line.map(inputOf)),
    )
  return { book, sheet }
}

/** The texts of a sheet from A1 on. */
export function textsOf(book: Book, sheet: string, rows: number, columns: number) {
  return book.texts(sheet, { row: 0, column: 0, rows, columns })
}

export interface TestGrid {
  readonly view: SheetView
  readonly tools: GridTools
  readonly controller: GridController
  readonly asked: readonly Question[]
  readonly told: readonly string[]
  readonly selectBox: (row: number, column: number, rows?: number, columns?: number) => void
}

/** `answers` are given to questions in turn. */
export function gridOn(book: Book, answers: readonly string[] = []): TestGrid {
  const view = createSheetView(book)
  const asked: Question[] = []
  const told: string[] = []
  const tools: GridTools = {
    say: (key) => key,
    ask: async (question) => answers[asked.push(question) - 1] ?? 'cancel',
    tell: (message) => told.push(message),
  }
  return {
    view,
    tools,
    controller: createGridController(view, tools),
    asked,
    told,
    selectBox: (row, column, rows = 1, columns = 1) => view.goTo(view.sheet.peek().id, { row, column, rows, columns }),
  }
}

function inputOf(typed: Typed): Input {
  if (typed === null) return { kind: 'empty' }
  if (typeof typed === 'string' && typed.startsWith('=')) return { kind: 'formula', formula: typed }
  return { kind: 'value', value: typed }
}
