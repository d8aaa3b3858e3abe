/** What a key asks of the grid, apart from the clipboard, whose events the browser sends itself. */
import type { Direction } from './move.ts'

export type KeyCommand =
  | { readonly kind: 'step' | 'extend' | 'jump' | 'jump-extend'; readonly direction: Direction }
  | { readonly kind: 'page'; readonly isUp: boolean; readonly isExtending: boolean }
  | { readonly kind: 'row-start' | 'sheet-start' | 'sheet-end'; readonly isExtending: boolean }
  | { readonly kind: 'entry'; readonly key: 'tab' | 'enter'; readonly isBack: boolean }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: SimpleKind }

type SimpleKind =
  | 'edit'
  | 'edit-empty'
  | 'clear'
  | 'undo'
  | 'redo'
  | 'fill-down'
  | 'select-all'
  | 'select-row'
  | 'select-column'
  | 'open-menu'
  | 'next-sheet'
  | 'previous-sheet'

export interface KeyPress {
  readonly key: string
  /** Ctrl, or Cmd on a Mac. */
  readonly isCtrl: boolean
  readonly isShift: boolean
  readonly isAlt: boolean
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
}

const withCtrl: Readonly<Record<string, SimpleKind>> = {
  z: 'undo',
  y: 'redo',
  d: 'fill-down',
  a: 'select-all',
  ' ': 'select-column',
  PageDown: 'next-sheet',
  PageUp: 'previous-sheet',
}

/** Undefined: the key is no affair of the grid. */
export function keyCommand(press: KeyPress): KeyCommand | undefined {
  const { key, isCtrl, isShift, isAlt } = press
  const direction = arrows[key]
  if (direction !== undefined) return arrowCommand(press, direction)
  if (isAlt && !isCtrl) return undefined
  switch (key) {
    case 'Home':
      return { kind: isCtrl ? 'sheet-start' : 'row-start', isExtending: isShift }
    case 'End':
      return { kind: 'sheet-end', isExtending: isShift }
    case 'Tab':
    case 'Enter':
      return isCtrl ? undefined : { kind: 'entry', key: key === 'Tab' ? 'tab' : 'enter', isBack: isShift }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
      return { kind: 'clear' }
    case 'Backspace':
      return { kind: 'edit-empty' }
  }
  if (isCtrl && !isAlt) return ctrlCommand(press)
  if (key === 'PageUp' || key === 'PageDown') return { kind: 'page', isUp: key === 'PageUp', isExtending: isShift }
  if (key === ' ' && isShift) return { kind: 'select-row' }
  // A dead key or the input of another script begins: the editor must be there to receive it.
  if (key === 'Dead' || key === 'Process') return { kind: 'edit-empty' }
  return [...key].length === 1 ? { kind: 'type', text: key } : undefined
}

function arrowCommand({ isCtrl, isShift, isAlt }: KeyPress, direction: Direction): KeyCommand | undefined {
  if (isAlt) return direction.rows > 0 ? { kind: 'open-menu' } : undefined
  if (isCtrl) return { kind: isShift ? 'jump-extend' : 'jump', direction }
  return { kind: isShift ? 'extend' : 'step', direction }
}

function ctrlCommand({ key, isShift }: KeyPress): KeyCommand | undefined {
  const name = key.length === 1 ? key.toLowerCase() : key
  if (name === 'z' && isShift) return { kind: 'redo' }
  const kind = withCtrl[name]
  return kind === undefined ? undefined : { kind }
}
