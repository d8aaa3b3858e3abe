/** Sums over the rows of a workbook, kept from the check before an edit: only what changed is taken off and added. */
import { type Add, countingFrom, type TableId, type Tally } from '#shared/model/index.ts'
import type { Facts, Sums } from './facts.ts'
import type { PlacedIn, RowSum } from './rule.ts'

export interface KeptSums extends Sums {
  /** By the facts with which the row is judged, or was. */
  readonly add: (placed: PlacedIn<TableId>, facts: Facts) => void
  readonly takeOff: (placed: PlacedIn<TableId>, facts: Facts) => void
  /** What it all comes to now. */
  readonly tallies: () => ReadonlyMap<RowSum, Tally>
}

/** Goes on from the sums before, which stay as they are; `null`: from nothing. */
export function keptSums(sums: readonly RowSum[], before: Sums | null): KeptSums {
  const countings = new Map(sums.map((sum) => [sum, countingFrom(before?.get(sum) ?? nothing)]))
  return {
    get: (sum) => countings.get(sum)?.tally,
    add(placed, facts) {
      for (const [sum, { add }] of countings) count(sum, placed, facts, add)
    },
    takeOff(placed, facts) {
      for (const [sum, { takeOff }] of countings) count(sum, placed, facts, takeOff)
    },
    tallies: () => new Map(Array.from(countings, ([sum, { tally }]) => [sum, tally])),
  }
}

const nothing: Tally = new Map()

function count(sum: RowSum, placed: PlacedIn<TableId>, facts: Facts, add: Add): void {
  const ofTable = sum[placed.row.table] as ((placed: PlacedIn<TableId>, facts: Facts, add: Add) => void) | undefined
  ofTable?.(placed, facts, add)
}
