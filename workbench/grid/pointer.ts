/** What the mouse does in the grid: select, drag, double click to edit, widen columns, and point at cells in a formula. */
import { takesReference } from './formula-help.ts'
import type { GridController } from './grid-controller.ts'
import { type Hit, hitAt } from './scroll.ts'
import { boxBetween, extendTo, type Place, selectBox, selectPlace } from './selection.ts'
import { charsOfPixels } from './sheet-layout.ts'
import { sheetColumnsMax, sheetRowsMax } from './sheet-view.ts'

export interface PointerSurroundings {
  readonly controller: GridController
  /** What scrolls the sheet. */
  readonly frame: HTMLElement
  /** `A4:C10` */
  readonly addressOf: (from: Place, to: Place) => string
}

type Drag =
  | { readonly kind: 'cells' | 'rows' | 'columns' }
  | { readonly kind: 'width'; readonly column: number; readonly startX: number; readonly width: number }
  | { readonly kind: 'reference'; readonly from: Place; readonly field: HTMLTextAreaElement; readonly start: number }

export interface GridPointer {
  readonly down: (event: PointerEvent) => void
  readonly move: (event: PointerEvent) => void
  readonly up: (event: PointerEvent) => void
  readonly doubleClick: (event: MouseEvent) => void
}

export function createGridPointer({ controller, frame, addressOf }: PointerSurroundings): GridPointer {
  const { view } = controller
  let drag: Drag | null = null

  const hit = (event: MouseEvent): Hit => {
    const { left, top } = frame.getBoundingClientRect()
    // Of the element itself: the event of a scroll comes later than the scroll.
    const scroll = { left: frame.scrollLeft, top: frame.scrollTop }
    return hitAt(event.clientX - left, event.clientY - top, view.layout.peek(), scroll)
  }

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    const column = resizedColumn(event)
    if (column !== undefined) {
      drag = { kind: 'width', column, startX: event.clientX, width: view.layout.peek().columns.sizeOf(column) }
      capture(event)
      return
    }
    const target = hit(event)
    const field = view.editing.peek() === null ? null : document.activeElement
    if (
      target.kind === 'cell' &&
      field instanceof HTMLTextAreaElement &&
      takesReference(field.value, field.selectionStart)
    ) {
      event.preventDefault()
      drag = { kind: 'reference', from: target.place, field, start: field.selectionStart }
      pointAt(drag, target.place)
      capture(event)
      return
    }
    if (view.editing.peek() === null) begin(target, event)
    else void controller.finishEdit().then((outcome) => outcome === 'written' && begin(target, event))
  }

  const begin = (target: Hit, event: PointerEvent) => {
    const { merges } = view.sheet.peek()
    const selection = view.selection.peek()
    const isExtending = event.shiftKey
    capture(event)
    switch (target.kind) {
      case 'corner':
        return view.select(selectBox({ row: 0, column: 0, rows: sheetRowsMax, columns: sheetColumnsMax }, merges), null)
      case 'row-head':
        drag = { kind: 'rows' }
        return selectRows(isExtending ? selection.anchor.row : target.row, target.row)
      case 'column-head':
        drag = { kind: 'columns' }
        return selectColumns(isExtending ? selection.anchor.column : target.column, target.column)
      case 'cell':
        drag = { kind: 'cells' }
        view.select(isExtending ? extendTo(selection, target.place, merges) : selectPlace(target.place, merges), null)
    }
  }

  const move = (event: PointerEvent) => {
    if (drag === null) return
    const target = hit(event)
    const place = placeOf(target)
    const { anchor } = view.selection.peek()
    if (drag.kind === 'width') return widen(drag, event.clientX)
    if (drag.kind === 'reference') return pointAt(drag, place)
    if (drag.kind === 'rows') return selectRows(anchor.row, place.row)
    if (drag.kind === 'columns') return selectColumns(anchor.column, place.column)
    view.select(extendTo(view.selection.peek(), place, view.sheet.peek().merges), place)
  }

  const selectRows = (from: number, to: number) => {
    const box = boxBetween({ row: from, column: 0 }, { row: to, column: sheetColumnsMax - 1 })
    const selection = selectBox(box, view.sheet.peek().merges)
    view.select({ ...selection, anchor: { row: from, column: 0 } }, null)
  }
  const selectColumns = (from: number, to: number) => {
    const box = boxBetween({ row: 0, column: from }, { row: sheetRowsMax - 1, column: to })
    const selection = selectBox(box, view.sheet.peek().merges)
    view.select({ ...selection, anchor: { row: 0, column: from } }, null)
  }
  const widen = ({ column, startX, width }: Extract<Drag, { kind: 'width' }>, x: number) => {
    const chars = charsOfPixels(Math.max(width + x - startX, columnWidthMin))
    view.book.transact('person', () => view.book.setColumnWidth(view.sheet.peek().id, column, 1, chars))
  }

  const pointAt = ({ field, from, start }: Extract<Drag, { kind: 'reference' }>, to: Place) => {
    field.setRangeText(addressOf(from, to), start, field.selectionEnd, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  const up = (event: PointerEvent) => {
    drag = null
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.releasePointerCapture(event.pointerId)
  }

  const doubleClick = (event: MouseEvent) => {
    if (hit(event).kind === 'cell' && view.editing.peek() === null) {
      controller.press(new KeyboardEvent('keydown', { key: 'F2' }))
    }
  }

  return { down, move, up, doubleClick }
}

const columnWidthMin = 12

function capture(event: PointerEvent): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId)
}

function resizedColumn({ target }: PointerEvent): number | undefined {
  const column = target instanceof HTMLElement ? target.dataset['column'] : undefined
  return column === undefined ? undefined : Number(column)
}

function placeOf(target: Hit): Place {
  switch (target.kind) {
    case 'cell':
      return target.place
    case 'row-head':
      return { row: target.row, column: 0 }
    case 'column-head':
      return { row: 0, column: target.column }
    case 'corner':
      return { row: 0, column: 0 }
  }
}
