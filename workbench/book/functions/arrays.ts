/** Functions that give arrays: they fill more cells than their own. */
import type { CellError, Scalar } from '../book.ts'
import { asNumber, asTruth, asWhole } from '../formula/coerce.ts'
import { compareValues } from '../formula/compare.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { type Call, type Functions, valueError, whole } from '../formula/function-body.ts'
import { firstOf, type Grid, gridOf, type Operand } from '../formula/operand.ts'
import { transposed } from './lookup.ts'

/** As many cells as one column has. */
const cellsMax = 1_048_576

export const arrays: Functions = {
  FILTER: whole(2, 3, filter),
  UNIQUE: whole(1, 3, unique),
  SORT: whole(1, 4, sort),
  SORTBY: whole(2, 'any', sortBy),
  SEQUENCE: whole(1, 4, sequence),
}

function filter(call: Call): Operand {
  const { operand, isGiven } = call
  const grid = readGrid(call, 0)
  const included = readGrid(call, 1)
  const isByColumn = included.length === 1 && included[0]?.length === grid[0]?.length && grid.length > 1
  const keeps = (isByColumn ? (included[0] ?? []) : included.map((row) => row[0] ?? null)).map(asTruth)
  const lines = isByColumn ? transposed(grid) : grid
  if (keeps.length !== lines.length) return valueError()
  const error = keeps.find(isErrorValue)
  if (error !== undefined) return error
  const kept = lines.filter((_, place) => keeps[place] === true)
  if (kept.length === 0) return isGiven(2) ? operand(2) : errorValue('#CALC!')
  return isByColumn ? transposed(kept) : kept
}

function unique(call: Call): Operand {
  const isByColumn = truthAt(call, 1)
  const isOnceOnly = truthAt(call, 2)
  if (isErrorValue(isByColumn)) return isByColumn
  if (isErrorValue(isOnceOnly)) return isOnceOnly
  const grid = readGrid(call, 0)
  const groups = new Map<string, Scalar[][]>()
  for (const line of isByColumn ? transposed(grid) : grid) {
    const key = JSON.stringify(line.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)))
    groups.set(key, [...(groups.get(key) ?? []), [...line]])
  }
  const lines = [...groups.values()]
    .filter((group) => !isOnceOnly || group.length === 1)
    .flatMap((group) => group.slice(0, 1))
  if (lines.length === 0) return errorValue('#CALC!')
  return isByColumn ? transposed(lines) : lines
}

function sort(call: Call): Operand {
  const { isGiven } = call
  const column = isGiven(1) ? wholeAt(call, 1) : 1
  const order = isGiven(2) ? wholeAt(call, 2) : 1
  const isByColumn = truthAt(call, 3)
  if (isErrorValue(column)) return column
  if (isErrorValue(order)) return order
  if (isErrorValue(isByColumn)) return isByColumn
  const grid = isByColumn ? transposed(readGrid(call, 0)) : readGrid(call, 0)
  if (column < 1 || column > (grid[0]?.length ?? 0) || (order !== 1 && order !== -1)) return valueError()
  const sorted = sortedBy(grid, [{ keys: grid.map((row) => row[column - 1] ?? null), order }])
  return isByColumn ? transposed(sorted) : sorted
}

function sortBy(call: Call): Operand {
  const grid = readGrid(call, 0)
  const keyed: SortKey[] = []
  for (let index = 1; index < call.count; index += 2) {
    const order = call.isGiven(index + 1) ? wholeAt(call, index + 1) : 1
    if (isErrorValue(order)) return order
    if (order !== 1 && order !== -1) return valueError()
    keyed.push({ keys: readGrid(call, index).flat(), order })
  }
  const isByColumn = grid.length === 1 && keyed.every(({ keys }) => keys.length === grid[0]?.length)
  const lines = isByColumn ? transposed(grid) : grid
  if (keyed.some(({ keys }) => keys.length !== lines.length)) return valueError()
  const sorted = sortedBy(lines, keyed)
  return isByColumn ? transposed(sorted) : sorted
}

interface SortKey {
  readonly keys: readonly Scalar[]
  readonly order: 1 | -1
}

/** Empty cells come last and errors before them, in both directions. */
function sortedBy(lines: Grid, keyed: readonly SortKey[]): Grid {
  const places = lines.map((_, place) => place)
  const sorted = places.toSorted((a, b) => {
    for (const { keys, order } of keyed) {
      const compared = compareKeys(keys[a] ?? null, keys[b] ?? null, order)
      if (compared !== 0) return compared
    }
    return a - b
  })
  return sorted.map((place) => lines[place] ?? [])
}

function compareKeys(a: Scalar, b: Scalar, order: 1 | -1): number {
  const byRank = rank(a) - rank(b)
  return byRank !== 0 || rank(a) > 0 ? byRank : compareValues(a, b) * order
}

function rank(value: Scalar): number {
  if (value === null) return 2
  return isErrorValue(value) ? 1 : 0
}

function sequence(call: Call): Operand {
  const rows = wholeAt(call, 0)
  const columns = call.isGiven(1) ? wholeAt(call, 1) : 1
  const start = call.isGiven(2) ? numberAt(call, 2) : 1
  const step = call.isGiven(3) ? numberAt(call, 3) : 1
  if (isErrorValue(rows)) return rows
  if (isErrorValue(columns)) return columns
  if (isErrorValue(start)) return start
  if (isErrorValue(step)) return step
  if (rows < 0 || columns < 0 || rows * columns > cellsMax) return valueError()
  if (rows === 0 || columns === 0) return errorValue('#CALC!')
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => start + (row * columns + column) * step),
  )
}

function readGrid({ operand, surroundings }: Call, index: number): Grid {
  return gridOf(operand(index), surroundings)
}

function truthAt({ operand, surroundings }: Call, index: number): boolean | CellError {
  return asTruth(firstOf(operand(index), surroundings))
}

function wholeAt({ operand, surroundings }: Call, index: number): number | CellError {
  return asWhole(firstOf(operand(index), surroundings))
}

function numberAt({ operand, surroundings }: Call, index: number): number | CellError {
  return asNumber(firstOf(operand(index), surroundings))
}
