/** The selection of a sheet: the active cell, and the box between the cell where it began and the one it reached. */
import type { Box } from '../book/book.ts'

export interface Place {
  readonly row: number
  readonly column: number
}

export interface Selection {
  /** Where typing goes; inside the box. */
  readonly active: Place
  /** The corner that stays when the selection is made larger or smaller. */
  readonly anchor: Place
  /** The corner that moves. */
  readonly head: Place
  readonly box: Box
}

/** One cell; of a merged cell all of it. */
export function selectPlace(place: Place, merges: readonly Box[]): Selection {
  const box = withMerges({ ...place, rows: 1, columns: 1 }, merges)
  const active = { row: box.row, column: box.column }
  return { active, anchor: active, head: active, box }
}

/** From the cell where the selection began to `head`; merged cells are never cut through. */
export function extendTo(selection: Selection, head: Place, merges: readonly Box[]): Selection {
  const { active, anchor } = selection
  return { active, anchor, head, box: withMerges(boxBetween(anchor, head), merges) }
}

/** A box that something else chose: the add-in, the name box, a click on a heading. */
export function selectBox(box: Box, merges: readonly Box[]): Selection {
  const whole = withMerges(box, merges)
  const first = { row: whole.row, column: whole.column }
  return { active: first, anchor: first, head: lastOf(whole), box: whole }
}

export function boxBetween(one: Place, other: Place): Box {
  const row = Math.min(one.row, other.row)
  const column = Math.min(one.column, other.column)
  return {
    row,
    column,
    rows: Math.abs(one.row - other.row) + 1,
    columns: Math.abs(one.column - other.column) + 1,
  }
}

/** The box made larger until no merged cell sticks out of it. */
export function withMerges(box: Box, merges: readonly Box[]): Box {
  const whole = merges.reduce((around, merge) => (touches(around, merge) ? boxAround(around, merge) : around), box)
  return isSame(whole, box) ? box : withMerges(whole, merges)
}

/** The merged cell at this place. */
export function mergeAt(place: Place, merges: readonly Box[]): Box | undefined {
  return merges.find((merge) => isInside(merge, place))
}

export function isInside(box: Box, { row, column }: Place): boolean {
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
}

export function isSingle(selection: Selection, merges: readonly Box[]): boolean {
  return isSame(selection.box, selectPlace(selection.active, merges).box)
}

function touches(a: Box, b: Box): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

function boxAround(a: Box, b: Box): Box {
  const [endA, endB] = [lastOf(a), lastOf(b)]
  return boxBetween(
    { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    { row: Math.max(endA.row, endB.row), column: Math.max(endA.column, endB.column) },
  )
}

function lastOf(box: Box): Place {
  return { row: box.row + box.rows - 1, column: box.column + box.columns - 1 }
}

function isSame(a: Box, b: Box): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
}
