/** How far an area's budget is. */
import { amendmentNumber } from '#shared/model/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { areaFault, type Facts } from './facts.ts'
import { type CellValue, fault, noBudget, textValue } from './values.ts'

type Question = Extract<CellQuestion, { functie: 'status' }>

/**
 * The state of the newest budget that the version counts: of `na-wijziging` the last adopted amendment, or the original
 * budget while there is none. Without a version it is the same.
 */
export function answerStatus(
  facts: Facts,
  { gebied, versie, jaar }: Question,
  latestYears: ReadonlyMap<string, number>,
): CellValue {
  const year = jaar ?? latestYears.get(gebied)
  if (year === undefined) {
    return fault(
      'onbekend',
      `${gebied} heeft nog geen begroting gesynchroniseerd.`,
      `${gebied} has not yet synchronised a budget.`,
    )
  }
  const wrongArea = areaFault(facts, gebied, year)
  if (wrongArea !== undefined) return wrongArea
  const newest = inOrder(facts.counted(year, versie, gebied)).at(-1)
  return newest === undefined ? noBudget(gebied, year, versie) : textValue(newest.state)
}

/** The original budget first, then its amendments by their number. */
export function inOrder(budgets: readonly YearBudget[]): readonly YearBudget[] {
  return [...budgets].sort((a, b) => amendmentNumber(a.version) - amendmentNumber(b.version))
}
