/** What was typed becomes the content of a cell, unless the cell's rule or the book refuses it. */
import type { Book, Input } from '../book/book.ts'
import { BookError, inputOfTyped, type TypedInput, typedOfInput } from '../book/index.ts'
import type { GridTools } from './grid-tools.ts'
import { judgeInput } from './judge-input.ts'
import type { Place } from './selection.ts'
import type { Editing, SheetView } from './sheet-view.ts'

/** How a change ended: 'kept' when nothing was written and the person is still editing. */
export type Commit = 'written' | 'kept'

/** Takes the text of the editor over. Whether the person goes on editing after a refusal is what was answered. */
export async function commitEdit(view: SheetView, tools: GridTools): Promise<Commit> {
  const editing = view.editing.peek()
  if (editing === null) return 'written'
  const { sheet, place, text } = editing
  if (text === typedAt(view.book, sheet, place)) {
    view.edit(null)
    return 'written'
  }
  const input = readTyped(tools, text, formatAt(view.book, sheet, place))
  if (input === undefined || !(await isAllowed(view, tools, editing, input))) return 'kept'
  const isWritten = attempt(tools, () => writeTyped(view.book, sheet, place, input))
  if (isWritten) view.edit(null)
  return isWritten ? 'written' : 'kept'
}

/** Writes a choice of a list, or another value that needs no typing. */
export function enter(view: SheetView, tools: GridTools, place: Place, text: string): void {
  const sheet = view.sheet.peek().id
  const input = inputOfTyped(text, formatAt(view.book, sheet, place))
  attempt(tools, () => writeTyped(view.book, sheet, place, input))
}

/** The content of a cell as it is typed: a formula in Dutch notation, a number with all its decimals. */
export function typedAt(book: Book, sheet: string, place: Place): string {
  const input = book.inputs(sheet, { ...place, rows: 1, columns: 1 })[0]?.[0]
  return input === undefined ? '' : typedOfInput(input, formatAt(book, sheet, place))
}

/** Runs a change of the book; what the book refuses is said, and gives false. */
export function attempt(tools: GridTools, change: () => void): boolean {
  try {
    change()
    return true
  } catch (error) {
    if (!(error instanceof BookError)) throw error
    tools.tell(error.message)
    return false
  }
}

/** Undefined: a formula that cannot be read, and that was said. */
function readTyped(tools: GridTools, text: string, numberFormat: string): TypedInput | undefined {
  let input: TypedInput | undefined
  attempt(tools, () => {
    input = inputOfTyped(text, numberFormat)
  })
  return input
}

/** A cell without a format takes the one that was typed: a share, an amount with a euro sign, a date. */
function writeTyped(book: Book, sheet: string, place: Place, { numberFormat, ...input }: TypedInput): void {
  book.transact('person', () => {
    book.write(sheet, place, [[input]])
    if (numberFormat !== undefined && formatAt(book, sheet, place) === 'General') {
      book.setNumberFormats(sheet, { ...place, rows: 1, columns: 1 }, [[numberFormat]])
    }
  })
}

export function formatAt(book: Book, sheet: string, place: Place): string {
  return book.numberFormats(sheet, { ...place, rows: 1, columns: 1 })[0]?.[0] ?? 'General'
}

/** False: the person goes back to the text, or gave it up. */
async function isAllowed(view: SheetView, { ask, say }: GridTools, editing: Editing, input: Input): Promise<boolean> {
  const judgement = judgeInput(view.book, editing.sheet, editing.place, input)
  if (judgement.kind === 'fine') return true
  const isWarning = judgement.severity === 'warning'
  const answer = await ask({
    title: judgement.title === '' ? say('invalidTitle') : judgement.title,
    message: judgement.message === '' ? say('invalidMessage') : judgement.message,
    answers: [
      { id: 'retry', label: say('retry') },
      ...(isWarning ? [{ id: 'keep', label: say('keepAnyway') }] : []),
      { id: 'cancel', label: say('cancel') },
    ],
  })
  if (answer === 'cancel') view.edit(null)
  if (answer === 'retry') view.edit({ ...editing, focus: {} })
  return answer === 'keep'
}
