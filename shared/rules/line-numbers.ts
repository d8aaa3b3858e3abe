/** Lines by their number. After an edit the index of before goes on, with what is different beside it. */
import type { PlacedRow } from '#shared/model/index.ts'
import type { Lookup } from './facts.ts'

type Lines = readonly PlacedRow<'begroting'>[]

/** Place among the lines of the first with each number, which is the one that other tables mean. */
interface Places {
  readonly all: ReadonlyMap<string, number>
  /** Of numbers that were typed or overwritten since; undefined: no line has it any more. */
  readonly since: ReadonlyMap<string, number | undefined>
}

/** Numbers beside the index; with more of them it is made anew. */
const sinceMax = 50

const known = new WeakMap<Lines, Places>()

export function linesByNumber(lines: Lines): Lookup<PlacedRow<'begroting'>> {
  const { all, since } = known.get(lines) ?? { all: placesOf(lines), since: new Map() }
  known.set(lines, { all, since })
  const placeOf = (number: string) => (since.has(number) ? since.get(number) : all.get(number))
  return {
    get: (number) => lines[placeOf(number) ?? -1],
    has: (number) => placeOf(number) !== undefined,
  }
}

/** Takes the index over, unless lines came, went or changed places. */
export function keepNumbers(before: Lines, after: Lines): void {
  const places = known.get(before)
  const changed = before.length === after.length ? changedNumbers(before, after) : undefined
  if (places === undefined || changed === undefined) return
  const since = new Map(places.since)
  for (const number of changed) {
    const place = after.findIndex(({ row }) => row.lineNumber === number)
    since.set(number, place < 0 ? undefined : place)
  }
  if (since.size <= sinceMax) known.set(after, { all: places.all, since })
}

/** Undefined: more than a person types at a time, so that finding each of them costs more than a new index. */
function changedNumbers(before: Lines, after: Lines): ReadonlySet<string> | undefined {
  const changed = new Set<string>()
  for (const [place, line] of after.entries()) {
    const old = before[place]
    if (old === undefined || old === line || old.row.lineNumber === line.row.lineNumber) continue
    for (const { row } of [old, line]) if (row.lineNumber !== '') changed.add(row.lineNumber)
    if (changed.size > changedMax) return undefined
  }
  return changed
}

const changedMax = 10

function placesOf(lines: Lines): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, { row }] of lines.entries()) {
    if (row.lineNumber !== '' && !places.has(row.lineNumber)) places.set(row.lineNumber, place)
  }
  return places
}
