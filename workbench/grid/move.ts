/** Where the keys lead: to the next cell that is seen, to the edge of the filled cells, and round inside a selection. */
import type { Box } from '../book/book.ts'
import {
  boxBetween,
  extendTo,
  isInside,
  isSingle,
  mergeAt,
  type Place,
  selectPlace,
  type Selection,
} from './selection.ts'

/** What moving must know of a sheet. */
export interface SheetShape {
  readonly rows: number
  readonly columns: number
  readonly merges: readonly Box[]
  readonly isRowHidden: (row: number) => boolean
  readonly isColumnHidden: (column: number) => boolean
  readonly isFilled: (place: Place) => boolean
  /** Null in an empty sheet. */
  readonly used: Box | null
}

/** One step up, down, left or right. */
export interface Direction {
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

export function stepActive(selection: Selection, direction: Direction, shape: SheetShape): Selection {
  const from = mergeAt(selection.active, shape.merges) ?? { ...selection.active, rows: 1, columns: 1 }
  const edge = {
    row: direction.rows > 0 ? from.row + from.rows - 1 : from.row,
    column: direction.columns > 0 ? from.column + from.columns - 1 : from.column,
  }
  return selectPlace(nextSeen(edge, direction, shape), shape.merges)
}

/** Shift with an arrow: moves the far corner. A merged cell counts as one step. */
export function stepHead(selection: Selection, direction: Direction, shape: SheetShape): Selection {
  let head = selection.head
  for (;;) {
    const next = nextSeen(head, direction, shape)
    if (next.row === head.row && next.column === head.column) return selection
    head = next
    const extended = extendTo(selection, head, shape.merges)
    const isChanged = extended.box.rows !== selection.box.rows || extended.box.columns !== selection.box.columns
    if (isChanged) return extended
  }
}

/** Ctrl with an arrow: the last filled cell of a run, else the next filled one, else the edge of the sheet. */
export function jumpFrom(place: Place, direction: Direction, shape: SheetShape): Place {
  const next = nextSeen(place, direction, shape)
  const isInRun = shape.isFilled(place) && shape.isFilled(next)
  let at = next
  for (let further = next; ; at = further) {
    if (!isInRun && shape.isFilled(at)) return at
    if (shape.used === null || isPast(at, direction, shape.used)) return isInRun ? at : edgeOf(at, direction, shape)
    further = nextSeen(at, direction, shape)
    const isAtEdge = further.row === at.row && further.column === at.column
    if (isAtEdge || (isInRun && !shape.isFilled(further))) return at
  }
}

/** The cell so many rows further, for a page up or down. */
export function rowsFurther(place: Place, rows: number, shape: SheetShape): Place {
  const row = Math.min(Math.max(place.row + rows, 0), shape.rows - 1)
  return firstSeen({ ...place, row }, { rows: rows < 0 ? -1 : 1, columns: 0 }, shape) ?? place
}

/** Tab and Enter: round inside a selection of several cells, else a step; `column` is where Enter goes back to. */
export function nextEntry(
  selection: Selection,
  key: 'tab' | 'enter',
  isBack: boolean,
  shape: SheetShape,
  column: number | undefined,
): Selection {
  const step = isBack ? -1 : 1
  if (!isSingle(selection, shape.merges)) return { ...selection, active: roundInside(selection, key, step, shape) }
  if (key === 'tab') return stepActive(selection, { rows: 0, columns: step }, shape)
  const next = stepActive(selection, { rows: step, columns: 0 }, shape)
  return column === undefined ? next : selectPlace({ row: next.active.row, column }, shape.merges)
}

/** The last cell of what is used, where Ctrl+End goes. */
export function lastUsed({ used }: SheetShape): Place {
  return used === null
    ? { row: 0, column: 0 }
    : { row: used.row + used.rows - 1, column: used.column + used.columns - 1 }
}

/** The first cell that is seen at or after this place in a row. */
export function rowStart(row: number, shape: SheetShape): Place {
  return firstSeen({ row, column: 0 }, { rows: 0, columns: 1 }, shape) ?? { row, column: 0 }
}

function roundInside({ active, box }: Selection, key: 'tab' | 'enter', step: 1 | -1, shape: SheetShape): Place {
  const count = box.rows * box.columns
  const [row, column] = [active.row - box.row, active.column - box.column]
  let index = key === 'tab' ? row * box.columns + column : column * box.rows + row
  for (let tried = 0; tried < count; tried++) {
    index = (index + step + count) % count
    const place =
      key === 'tab'
        ? { row: box.row + Math.floor(index / box.columns), column: box.column + (index % box.columns) }
        : { row: box.row + (index % box.rows), column: box.column + Math.floor(index / box.rows) }
    const merge = mergeAt(place, shape.merges)
    const isCovered = merge !== undefined && (merge.row !== place.row || merge.column !== place.column)
    if (!isCovered && isSeen(place, shape)) return place
  }
  return active
}

function nextSeen(place: Place, direction: Direction, shape: SheetShape): Place {
  return firstSeen(moved(place, direction), direction, shape) ?? place
}

function firstSeen(place: Place, direction: Direction, shape: SheetShape): Place | undefined {
  const sheet = boxBetween({ row: 0, column: 0 }, { row: shape.rows - 1, column: shape.columns - 1 })
  let at = place
  while (isInside(sheet, at)) {
    // Only the direction of movement skips: a hidden column is no reason to leave it when moving down.
    const isHidden = direction.rows === 0 ? shape.isColumnHidden(at.column) : shape.isRowHidden(at.row)
    if (!isHidden) return at
    at = moved(at, direction)
  }
  return undefined
}

function isSeen({ row, column }: Place, shape: SheetShape): boolean {
  return !shape.isRowHidden(row) && !shape.isColumnHidden(column)
}

function moved({ row, column }: Place, { rows, columns }: Direction): Place {
  return { row: row + rows, column: column + columns }
}

/** Beyond the used cells in this direction there is nothing to meet. */
function isPast({ row, column }: Place, { rows, columns }: Direction, used: Box): boolean {
  if (rows > 0) return row >= used.row + used.rows
  if (rows < 0) return row < used.row
  return columns > 0 ? column >= used.column + used.columns : column < used.column
}

function edgeOf(place: Place, direction: Direction, shape: SheetShape): Place {
  const row = direction.rows > 0 ? shape.rows - 1 : direction.rows < 0 ? 0 : place.row
  const column = direction.columns > 0 ? shape.columns - 1 : direction.columns < 0 ? 0 : place.column
  const back = { rows: -direction.rows as Direction['rows'], columns: -direction.columns as Direction['columns'] }
  return firstSeen({ row, column }, back, shape) ?? place
}
