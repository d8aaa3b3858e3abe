/** Finding values in ranges, and facts about ranges. */
import type { Scalar } from '../book.ts'
import { asTruth, asWhole } from '../formula/coerce.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, type Functions, valueError, whole } from '../formula/function-body.ts'
import {
  clipped,
  firstOf,
  type Grid,
  gridOf,
  isGrid,
  isRange,
  lift,
  type Operand,
  scalarOf,
} from '../formula/operand.ts'
import { findPlace, type MatchKind } from './find-place.ts'
import { valuesOf } from './values.ts'

const notFound = errorValue('#N/A')

export const lookup: Functions = {
  INDEX: whole(2, 3, index),
  MATCH: whole(2, 3, match),
  XMATCH: whole(2, 4, (call) => {
    const how = howToSearch(call, 2, 3)
    if (isErrorValue(how)) return how
    const list = valuesOf(call.operand(1), call.surroundings)
    return lift([call.operand(0)], call.surroundings, ([wanted = null]) => placeOrError(wanted, list, how))
  }),
  VLOOKUP: whole(3, 4, (call) => lookupInTable(call, (grid) => grid)),
  HLOOKUP: whole(3, 4, (call) => lookupInTable(call, transposed)),
  XLOOKUP: whole(3, 6, xlookup),
  ROW: whole(0, 1, (call) => numbered(call, 'row')),
  COLUMN: whole(0, 1, (call) => numbered(call, 'column')),
  ROWS: whole(1, 1, (call) => sized(call, 'rows')),
  COLUMNS: whole(1, 1, (call) => sized(call, 'columns')),
  TRANSPOSE: whole(1, 1, ({ operand, surroundings }) => transposed(gridOf(operand(0), surroundings))),
}

export function transposed(grid: Grid): Grid {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? null))
}

/** A cell, a whole row or a whole column (0); of a range it gives a range. */
function index({ operand, isGiven, surroundings }: Call): Operand {
  const from = operand(0)
  if (isErrorValue(from)) return from
  const first = asWhole(firstOf(operand(1), surroundings))
  const second = asWhole(firstOf(operand(2), surroundings))
  if (isErrorValue(first)) return first
  if (isErrorValue(second)) return second
  const grid = isRange(from) ? null : gridOf(from, surroundings)
  const size = isRange(from) ? from.box : { rows: grid?.length ?? 0, columns: grid?.[0]?.length ?? 0 }
  const isAlongRow = size.rows === 1 && !isGiven(2)
  const [row, column] = isAlongRow ? [1, first] : [first, second]
  if (row < 0 || column < 0) return valueError()
  if (row > size.rows || column > size.columns) return errorValue('#REF!')
  if (isRange(from)) {
    const { box } = from
    const rows = row === 0 ? { row: box.row, rows: box.rows } : { row: box.row + row - 1, rows: 1 }
    const isOneColumn = column === 0 && box.columns === 1
    const columns =
      column === 0 && !isOneColumn
        ? { column: box.column, columns: box.columns }
        : { column: box.column + Math.max(column, 1) - 1, columns: 1 }
    return { sheet: from.sheet, box: { ...rows, ...columns } }
  }
  const lines = row === 0 ? (grid ?? []) : (grid ?? []).slice(row - 1, row)
  return column === 0 ? lines : lines.map((line) => line.slice(column - 1, column))
}

/** 1 finds the largest that is not larger, 0 exactly this, -1 the smallest that is not smaller. */
function match({ operand, count, surroundings }: Call): Operand {
  const type = count < 3 ? 1 : asWhole(firstOf(operand(2), surroundings))
  if (isErrorValue(type)) return type
  const kind: MatchKind = type === 0 ? 'wildcard' : type > 0 ? 'smaller' : 'larger'
  const list = valuesOf(operand(1), surroundings)
  return lift([operand(0)], surroundings, ([wanted = null]) => placeOrError(wanted, list, { kind, isBackwards: false }))
}

interface Search {
  readonly kind: MatchKind
  readonly isBackwards: boolean
}

function placeOrError(wanted: Scalar, list: readonly Scalar[], { kind, isBackwards }: Search): Scalar {
  if (isErrorValue(wanted)) return wanted
  const place = findPlace(wanted, list, kind, isBackwards)
  return place < 0 ? notFound : place + 1
}

function lookupInTable({ operand, count, surroundings }: Call, turned: (grid: Grid) => Grid): Operand {
  const table = operand(1)
  if (isErrorValue(table)) return table
  const grid = turned(gridOf(isRange(table) ? clipped(table, surroundings) : table, surroundings))
  const isNear = count < 4 ? true : asTruth(firstOf(operand(3), surroundings))
  if (isErrorValue(isNear)) return isNear
  const keys = grid.map((row) => row[0] ?? null)
  return lift([operand(0), operand(2)], surroundings, ([wanted = null, which]) => {
    const column = asWhole(which)
    if (isErrorValue(wanted)) return wanted
    if (isErrorValue(column)) return column
    if (column < 1) return valueError()
    if (column > (grid[0]?.length ?? 0)) return errorValue('#REF!')
    const place = findPlace(wanted, keys, isNear ? 'smaller' : 'wildcard', false)
    return place < 0 ? notFound : (grid[place]?.[column - 1] ?? null)
  })
}

const matchKinds: ReadonlyMap<number, MatchKind> = new Map([
  [0, 'exact'],
  [-1, 'exact-or-smaller'],
  [1, 'exact-or-larger'],
  [2, 'wildcard'],
])

/** The search modes 2 and -2 only say that the list is sorted: what they find is the same. */
function howToSearch({ operand, surroundings }: Call, kindIndex: number, modeIndex: number) {
  const kind = asWhole(firstOf(operand(kindIndex), surroundings))
  const mode = asWhole(firstOf(operand(modeIndex), surroundings))
  if (isErrorValue(kind)) return kind
  if (isErrorValue(mode)) return mode
  const named = matchKinds.get(kind)
  return named === undefined ? valueError() : { kind: named, isBackwards: mode === -1 }
}

/** Gives the cell of the other list, or its whole row or column when that has more of them. */
function xlookup(call: Call): Operand {
  const { operand, isGiven, surroundings } = call
  const how = howToSearch(call, 4, 5)
  if (isErrorValue(how)) return how
  const [from, to] = [operand(1), operand(2)]
  if (isErrorValue(from)) return from
  if (isErrorValue(to)) return to
  const list = valuesOf(from, surroundings)
  const isAcross = isWide(from)
  const results = isAcross ? transposed(readGrid(to, surroundings)) : readGrid(to, surroundings)
  const wanted = operand(0)
  const single = scalarOf(wanted, surroundings)
  if (single === undefined) {
    return lift([wanted], surroundings, ([one = null]) => {
      if (isErrorValue(one)) return one
      const place = findPlace(one, list, how.kind, how.isBackwards)
      if (place >= 0) return results[place]?.[0] ?? null
      return isGiven(3) ? firstOf(operand(3), surroundings) : notFound
    })
  }
  if (isErrorValue(single)) return single
  const place = findPlace(single, list, how.kind, how.isBackwards)
  if (place < 0) return isGiven(3) ? operand(3) : notFound
  if (!isRange(to)) return isAcross ? transposed([results[place] ?? []]) : [results[place] ?? []]
  const part = isAcross ? { column: to.box.column + place, columns: 1 } : { row: to.box.row + place, rows: 1 }
  return { sheet: to.sheet, box: { ...to.box, ...part } }
}

function isWide(operand: Operand): boolean {
  if (isRange(operand)) return operand.box.rows === 1 && operand.box.columns > 1
  return isGrid(operand) && operand.length === 1 && (operand[0]?.length ?? 0) > 1
}

function readGrid(operand: Operand, surroundings: Call['surroundings']): Grid {
  return gridOf(isRange(operand) ? clipped(operand, surroundings) : operand, surroundings)
}

function numbered({ operand, count, position }: Call, axis: 'row' | 'column'): Operand {
  if (count === 0) return position[axis] + 1
  const range = operand(0)
  if (!isRange(range)) return isErrorValue(range) ? range : valueError()
  const { box } = range
  if (axis === 'row') return Array.from({ length: box.rows }, (_, down) => [box.row + down + 1])
  return [Array.from({ length: box.columns }, (_, right) => box.column + right + 1)]
}

function sized({ operand, surroundings }: Call, axis: 'rows' | 'columns'): Operand {
  const range = operand(0)
  if (isErrorValue(range)) return range
  if (isRange(range)) return range.box[axis]
  const grid = gridOf(range, surroundings)
  return axis === 'rows' ? grid.length : (grid[0]?.length ?? 0)
}
