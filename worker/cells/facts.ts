/** What the answers of one request are made from: read before, so that answering is only computing. */
import { countedBudgets, defaultVersion } from '#shared/consolidation/index.ts'
import type { YearBudget } from '../store/load-sums.ts'
import { type CellLists, isInHorizon } from '../store/cell-lists.ts'
import type { BudgetIndex } from './budget-index.ts'
import { type Fault, noBudget, unknownArea } from './values.ts'

export interface KnownFacts {
  readonly lists: CellLists
  readonly budgetsOf: (year: number) => readonly YearBudget[]
  /** The budgets whose sums together are a version; null: of each area its latest adopted one, else `primitief`. */
  readonly counted: (year: number, version: string | null, areaCode: string | null) => readonly YearBudget[]
}

export interface Facts extends KnownFacts {
  /** Only of the budgets that the questions of the request need. */
  readonly indexOf: (budget: YearBudget) => BudgetIndex
}

export function factsOf(budgets: readonly (YearBudget & { readonly year: number })[], lists: CellLists): KnownFacts {
  const byYear = Map.groupBy(budgets, ({ year }) => year)
  const budgetsOf = (year: number) => byYear.get(year) ?? []
  const remembered = new Map<string, readonly YearBudget[]>()
  return {
    lists,
    budgetsOf,
    counted: (year, version, areaCode) => {
      const key = `${year}|${version}|${areaCode}`
      const counted = remembered.get(key) ?? countedOf(budgetsOf(year), version, areaCode)
      remembered.set(key, counted)
      return counted
    },
  }
}

function countedOf(
  budgets: readonly YearBudget[],
  version: string | null,
  areaCode: string | null,
): readonly YearBudget[] {
  const asked = areaCode === null ? budgets : budgets.filter((budget) => budget.areaCode === areaCode)
  if (version !== null) return countedBudgets(version, asked)
  return [...Map.groupBy(asked, (budget) => budget.areaCode).values()].flatMap((ofArea) =>
    countedBudgets(defaultVersion(ofArea), ofArea),
  )
}

/** Undefined: the area stands in the lists of the year, or has a budget of it. */
export function areaFault(facts: KnownFacts, areaCode: string | null, year: number): Fault | undefined {
  if (areaCode === null) return undefined
  const isListed = facts.lists.areas.some((area) => area.code === areaCode && isInHorizon(area, year))
  const isKnown = isListed || facts.budgetsOf(year).some((budget) => budget.areaCode === areaCode)
  return isKnown ? undefined : unknownArea(areaCode, year)
}

/** The counted budgets with their sums; a fault when the area does not exist or there is no such budget. */
export function countedIndexes(
  facts: Facts,
  areaCode: string | null,
  year: number,
  version: string | null,
): readonly BudgetIndex[] | Fault {
  const fault = areaFault(facts, areaCode, year)
  if (fault !== undefined) return fault
  const counted = facts.counted(year, version, areaCode)
  return counted.length === 0 ? noBudget(areaCode, year, version) : counted.map(facts.indexOf)
}

export function isFault(value: object): value is Fault {
  return 'soort' in value && value.soort === 'fout'
}
