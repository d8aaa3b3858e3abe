/** What a person sees of a book: the sheet in front, the selection on it, and the cell that is being edited. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Book, BookSheet, Box } from '../book/book.ts'
import type { SheetShape } from './move.ts'
import { type Place, selectBox, selectPlace, type Selection } from './selection.ts'
import { layoutOf, type SheetLayout } from './sheet-layout.ts'

export interface Editing {
  readonly sheet: string
  readonly place: Place
  readonly text: string
  /** Where the caret is: in the cell itself or in the formula bar. */
  readonly where: 'cell' | 'bar'
  /** Begun by typing over the cell: arrows finish it. Else they move the caret. */
  readonly isTyping: boolean
  /** Another object asks for the caret. */
  readonly focus: object
}

export interface SheetView {
  readonly book: Book
  /** Whoever shows something of the book calls this, and is drawn anew when the book changes. */
  readonly watch: () => void
  readonly sheet: ReadonlySignal<BookSheet>
  readonly layout: ReadonlySignal<SheetLayout>
  readonly selection: ReadonlySignal<Selection>
  readonly editing: ReadonlySignal<Editing | null>
  /** The cell to scroll to; a new object each time that one must be shown. */
  readonly followed: ReadonlySignal<Place>
  readonly shape: () => SheetShape
  /** `follow` is the cell to scroll to; null leaves the view where it is. */
  readonly select: (selection: Selection, follow: Place | null) => void
  readonly goTo: (sheet: string, box: Box) => void
  readonly showSheet: (sheet: string) => void
  readonly edit: (editing: Editing | null) => void
  readonly dispose: () => void
}

export const sheetRowsMax = 1_048_576
export const sheetColumnsMax = 16_384

export function createSheetView(book: Book): SheetView {
  const version = signal(0)
  const watch = () => void version.value
  const sheetId = signal(book.selection().sheet)
  const sheet = computed(() => {
    watch()
    return sheetOf(book, sheetId.value)
  })
  const selection = signal(selectBox(book.selection().box, sheet.peek().merges))
  const followed = signal(selection.peek().active)
  const editing = signal<Editing | null>(null)
  /** Where each sheet was left. */
  const left = new Map<string, Selection>()
  let isOwnChange = false

  const reached = computed(() => {
    const { head, active } = selection.value
    // A whole column or row selected is no reason to draw all of it.
    const row = head.row === sheetRowsMax - 1 ? active.row : Math.max(head.row, active.row)
    const column = head.column === sheetColumnsMax - 1 ? active.column : Math.max(head.column, active.column)
    return `${row} ${column}`
  })
  const layout = computed(() => {
    watch()
    const [row = 0, column = 0] = reached.value.split(' ').map(Number)
    const { id } = sheet.value
    const tables = book.tables().filter((table) => table.sheet === id)
    const headings = ({ box }: { readonly box: Box }) => book.texts(id, { ...box, rows: 1 })[0] ?? []
    return layoutOf(sheet.value, book.usedBox(id), tables, headings, { row, column })
  })

  const select = (next: Selection, follow: Place | null) => {
    batch(() => {
      selection.value = next
      if (follow !== null) followed.value = { ...follow }
    })
    tellBook(next.box)
  }

  const tellBook = (box: Box) => {
    isOwnChange = true
    try {
      book.transact('person', () => book.select(sheetId.peek(), box))
    } finally {
      isOwnChange = false
    }
  }

  const showSheet = (id: string) => {
    if (id === sheetId.peek()) return
    left.set(sheetId.peek(), selection.peek())
    batch(() => {
      sheetId.value = id
      const known = left.get(id) ?? selectPlace({ row: 0, column: 0 }, sheetOf(book, id).merges)
      selection.value = known
      followed.value = { ...known.active }
    })
    tellBook(selection.peek().box)
  }

  const takeSelectionOfBook = () => {
    const chosen = book.selection()
    if (chosen.sheet !== sheetId.peek()) left.set(sheetId.peek(), selection.peek())
    sheetId.value = chosen.sheet
    selection.value = selectBox(chosen.box, sheetOf(book, chosen.sheet).merges)
    followed.value = { ...selection.value.active }
  }

  const unsubscribe = book.subscribe((change) =>
    batch(() => {
      const isMere =
        change.isSelection && change.edited.length + change.recalculated.length === 0 && !change.isStructural
      if (!isMere) version.value++
      const isGone = !book.sheets().some(({ id }) => id === sheetId.peek())
      if (isGone || (change.isSelection && !isOwnChange)) takeSelectionOfBook()
    }),
  )

  return {
    book,
    watch,
    sheet,
    layout,
    selection,
    editing,
    followed,
    shape: () => shapeOf(book, sheet.peek()),
    select,
    goTo: (id, box) => {
      showSheet(id)
      const next = selectBox(box, sheet.peek().merges)
      select(next, next.active)
    },
    showSheet,
    edit: (next) => {
      editing.value = next
    },
    dispose: unsubscribe,
  }
}

function sheetOf(book: Book, id: string): BookSheet {
  const sheets = book.sheets()
  const found = sheets.find((sheet) => sheet.id === id) ?? sheets.find(({ visibility }) => visibility === 'visible')
  if (found === undefined) throw new Error('A book has a visible sheet.')
  return found
}

function shapeOf(book: Book, sheet: BookSheet): SheetShape {
  return {
    rows: sheetRowsMax,
    columns: sheetColumnsMax,
    merges: sheet.merges,
    isRowHidden: (row) => sheet.hiddenRows.has(row),
    isColumnHidden: (column) => sheet.hiddenColumns.has(column),
    isFilled: ({ row, column }) =>
      (book.values(sheet.id, { row, column, rows: 1, columns: 1 })[0]?.[0] ?? null) !== null,
    used: book.usedBox(sheet.id),
  }
}
