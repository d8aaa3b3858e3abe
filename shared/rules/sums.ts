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
  const counted = sums.map((sum) => ({ sum, counting: countingFrom(before?.get(sum) ?? nothing) }))
  return {
    get: (wanted) => counted.find(({ sum }) => sum === wanted)?.counting.tally,
    add(placed, facts) {
      for (const { sum, counting } of counted) count(sum, placed, facts, counting.add)
    },
    takeOff(placed, facts) {
      for (const { sum, counting } of counted) count(sum, placed, facts, counting.takeOff)
    },
    tallies: () => new Map(counted.map(({ sum, counting }) => [sum, counting.tally])),
  }
}

const nothing: Tally = new Map()

function count(sum: RowSum, placed: PlacedIn<TableId>, facts: Facts, add: Add): void {
  const ofTable = sum[placed.row.table] as ((placed: PlacedIn<TableId>, facts: Facts, add: Add) => void) | undefined
  ofTable?.(placed, facts, add)
}
