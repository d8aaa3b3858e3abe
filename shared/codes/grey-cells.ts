import { isCategory, type Side } from './categorieen.ts'
import { oncePerYear } from './code-years.ts'
import { greyBaten } from './grey-baten.ts'
import { greyLasten } from './grey-lasten.ts'
import { greyRowsIn } from './grey-table.ts'
import { isTaakveld } from './taakvelden.ts'

/**
 * What CBS thinks of an amount on this taakveld and category. Grey is not forbidden: the amount is unlikely and wants an
 * explanation (rule GB-204). Unknown: one of the codes is not in the lists of that year and side.
 */
export function combination(
  taakveld: string,
  category: string,
  side: Side,
  year: number,
): 'allowed' | 'grey' | 'unknown' {
  if (!isTaakveld(taakveld, year) || !isCategory(category, side, year)) return 'unknown'
  return ofYear(year)[side].get(taakveld)?.has(category) === true ? 'grey' : 'allowed'
}

/** Whether the combination is a grey cell in the lists of that year; false when one of its codes is unknown. */
export function isGrey(taakveld: string, category: string, side: Side, year: number): boolean {
  return combination(taakveld, category, side, year) === 'grey'
}

const ofYear = oncePerYear((listYear) => ({ L: greyRowsIn(greyLasten, listYear), B: greyRowsIn(greyBaten, listYear) }))
