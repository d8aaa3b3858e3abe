/** Carries out what a key asks of the grid. */
import { fillDown } from './clipboard.ts'
import { attempt, typedAt } from './commit-edit.ts'
import type { GridTools } from './grid-tools.ts'
import type { KeyCommand } from './key-command.ts'
import { jumpFrom, lastUsed, nextEntry, rowsFurther, rowStart, stepActive, stepHead } from './move.ts'
import { extendTo, type Place, selectBox, type Selection, selectPlace } from './selection.ts'
import { type SheetView, sheetColumnsMax, sheetRowsMax } from './sheet-view.ts'

export interface CommandSurroundings {
  readonly view: SheetView
  readonly tools: GridTools
  /** Rows that fit on the screen, for a page up or down. */
  readonly pageRows: () => number
  /** Opens the filter menu or the list of choices at the active cell. */
  readonly openMenu: () => void
  /** The last row of Tabs, for as long as nothing else was selected: Enter goes back to the column where it began. */
  readonly tabs: { last: { readonly column: number; readonly reached: Selection } | null }
}

export function runCommand(command: KeyCommand, surroundings: CommandSurroundings): void {
  const { view, tools, pageRows, openMenu } = surroundings
  const shape = view.shape()
  const selection = view.selection.peek()
  const to = (place: Place) => view.select(selectPlace(place, shape.merges), place)
  const reach = (place: Place) => view.select(extendTo(selection, place, shape.merges), place)
  const toOrReach = (place: Place, isExtending: boolean) => (isExtending ? reach(place) : to(place))
  switch (command.kind) {
    case 'step': {
      const next = stepActive(selection, command.direction, shape)
      return view.select(next, next.active)
    }
    case 'extend': {
      const next = stepHead(selection, command.direction, shape)
      return view.select(next, next.head)
    }
    case 'jump':
      return to(jumpFrom(selection.active, command.direction, shape))
    case 'jump-extend':
      return reach(jumpFrom(selection.head, command.direction, shape))
    case 'page': {
      const from = command.isExtending ? selection.head : selection.active
      return toOrReach(rowsFurther(from, command.isUp ? -pageRows() : pageRows(), shape), command.isExtending)
    }
    case 'row-start':
      return toOrReach(
        rowStart(command.isExtending ? selection.head.row : selection.active.row, shape),
        command.isExtending,
      )
    case 'sheet-start':
      return toOrReach(rowStart(0, shape), command.isExtending)
    case 'sheet-end':
      return toOrReach(lastUsed(shape), command.isExtending)
    case 'entry':
      return runEntry(command.key, command.isBack, surroundings)
    case 'type':
      return view.edit({ ...editingHere(view), text: command.text, isTyping: true })
    case 'edit':
      return view.edit({
        ...editingHere(view),
        text: typedAt(view.book, view.sheet.peek().id, selection.active),
        isTyping: false,
      })
    case 'edit-empty':
      return view.edit({ ...editingHere(view), text: '', isTyping: true })
    case 'clear':
      attempt(tools, () =>
        view.book.transact('person', () => view.book.clear(view.sheet.peek().id, selection.box, 'contents')),
      )
      return
    case 'undo':
      if (!view.book.undo()) tools.tell(tools.say('nothingToUndo'))
      return
    case 'redo':
      if (!view.book.redo()) tools.tell(tools.say('nothingToRedo'))
      return
    case 'fill-down':
      return fillDown(view, tools)
    case 'select-all':
      return view.select(
        selectBox({ row: 0, column: 0, rows: sheetRowsMax, columns: sheetColumnsMax }, shape.merges),
        null,
      )
    case 'select-row':
      return view.select(selectBox({ ...selection.box, column: 0, columns: sheetColumnsMax }, shape.merges), null)
    case 'select-column':
      return view.select(selectBox({ ...selection.box, row: 0, rows: sheetRowsMax }, shape.merges), null)
    case 'open-menu':
      return openMenu()
    case 'next-sheet':
    case 'previous-sheet':
      return nextSheet(view, command.kind === 'next-sheet' ? 1 : -1)
  }
}

/** Moves on after a cell was filled in, or without. */
export function runEntry(key: 'tab' | 'enter', isBack: boolean, { view, tabs }: CommandSurroundings): void {
  const selection = view.selection.peek()
  const begun = tabs.last?.reached === selection ? tabs.last.column : undefined
  const next = nextEntry(selection, key, isBack, view.shape(), key === 'enter' ? begun : undefined)
  view.select(next, next.active)
  tabs.last = key === 'tab' ? { column: begun ?? selection.active.column, reached: next } : null
}

function editingHere(view: SheetView) {
  return { sheet: view.sheet.peek().id, place: view.selection.peek().active, where: 'cell' as const, focus: {} }
}

function nextSheet(view: SheetView, step: 1 | -1): void {
  const seen = view.book.sheets().filter(({ visibility }) => visibility === 'visible')
  const index = seen.findIndex(({ id }) => id === view.sheet.peek().id)
  const next = seen[index + step]
  if (next !== undefined) view.showSheet(next.id)
}
