/** What the keys, the mouse and the clipboard do to the sheet in front. The grid and the formula bar share it. */
import { type Signal, signal } from '@preact/signals'
import type { BookTable } from '../book/book.ts'
import { type CopiedCells, copyCells, pasteCells } from './clipboard.ts'
import { attempt, commitEdit, type Commit, enter } from './commit-edit.ts'
import type { GridTools } from './grid-tools.ts'
import { choicesAt } from './judge-input.ts'
import { keyCommand, type KeyPress } from './key-command.ts'
import { type CommandSurroundings, runCommand, runEntry } from './run-command.ts'
import { isInside, type Place } from './selection.ts'
import type { SheetView } from './sheet-view.ts'

/** What is open at a cell. */
export type Menu =
  | { readonly kind: 'filter'; readonly table: BookTable; readonly column: number; readonly place: Place }
  | { readonly kind: 'choices'; readonly choices: readonly string[]; readonly place: Place }

export interface GridController {
  readonly view: SheetView
  readonly tools: GridTools
  readonly copied: Signal<CopiedCells | null>
  readonly menu: Signal<Menu | null>
  /** Rows that fit on the screen. */
  readonly pageRows: Signal<number>
  /** A key in the grid. True: the browser must do nothing with it. */
  readonly press: (event: KeyboardEvent) => boolean
  /** A key in the editor of a cell, or in the formula bar. */
  readonly pressInEditor: (event: KeyboardEvent) => boolean
  readonly finishEdit: () => Promise<Commit>
  readonly copy: (isCut: boolean) => string
  readonly paste: (text: string) => void
  readonly openFilter: (row: number, column: number) => void
  readonly openChoices: () => void
  readonly choose: (place: Place, choice: string) => void
}

export function createGridController(view: SheetView, tools: GridTools): GridController {
  const copied = signal<CopiedCells | null>(null)
  const menu = signal<Menu | null>(null)
  const pageRows = signal(20)

  const openFilter = (row: number, column: number) => {
    const sheet = view.sheet.peek().id
    const table = view.book
      .tables()
      .find((some) => some.sheet === sheet && some.box.row === row && isInside(some.box, { row, column }))
    if (table !== undefined)
      menu.value = { kind: 'filter', table, column: column - table.box.column, place: { row, column } }
  }
  const openChoices = () => {
    const place = view.selection.peek().active
    const choices = choicesAt(view.book, view.sheet.peek().id, place)
    if (choices !== null) menu.value = { kind: 'choices', choices, place }
  }
  const surroundings: CommandSurroundings = {
    view,
    tools,
    pageRows: () => pageRows.peek(),
    tabs: { last: null },
    openMenu: () => {
      const { row, column } = view.selection.peek().active
      openFilter(row, column)
      if (menu.peek() === null) openChoices()
    },
  }

  const finishEdit = () => commitEdit(view, tools)
  const finishThen = async (next: () => void) => {
    if ((await finishEdit()) === 'written') next()
  }

  const press = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape' && copied.peek() !== null) {
      copied.value = null
      return true
    }
    const command = keyCommand(pressOf(event))
    if (command === undefined) return false
    runCommand(command, surroundings)
    // A dead key must still reach the editor that it opened.
    return !(command.kind === 'edit-empty' && event.key !== 'Backspace')
  }

  const pressInEditor = (event: KeyboardEvent): boolean => {
    const editing = view.editing.peek()
    if (editing === null || event.isComposing) return false
    const { key } = event
    if (key === 'Escape') {
      view.edit(null)
      return true
    }
    if (key === 'F2') {
      view.edit({ ...editing, isTyping: false })
      return true
    }
    if (key === 'Enter' && event.altKey) return insertLine(event)
    if (key === 'Enter' || key === 'Tab') {
      void finishThen(() => runEntry(key === 'Tab' ? 'tab' : 'enter', event.shiftKey, surroundings))
      return true
    }
    const isArrow = key.startsWith('Arrow') || key === 'PageUp' || key === 'PageDown'
    if (!isArrow || !editing.isTyping || editing.text.startsWith('=')) return false
    const command = keyCommand(pressOf(event))
    if (command !== undefined) void finishThen(() => runCommand(command, surroundings))
    return command !== undefined
  }

  return {
    view,
    tools,
    copied,
    menu,
    pageRows,
    press,
    pressInEditor,
    finishEdit,
    copy: (isCut) => {
      copied.value = copyCells(view, isCut)
      return copied.value.text
    },
    paste: (text) => {
      const isPasted = pasteCells(view, tools, text, copied.peek())
      if (isPasted && copied.peek()?.isCut === true) copied.value = null
    },
    openFilter,
    openChoices,
    choose: (place, choice) => {
      menu.value = null
      attempt(tools, () => enter(view, tools, place, choice))
    },
  }
}

function pressOf(event: KeyboardEvent): KeyPress {
  return { key: event.key, isCtrl: event.ctrlKey || event.metaKey, isShift: event.shiftKey, isAlt: event.altKey }
}

function insertLine(event: KeyboardEvent): boolean {
  const field = event.target
  if (!(field instanceof HTMLTextAreaElement)) return false
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return true
}
