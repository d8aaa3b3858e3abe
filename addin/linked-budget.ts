/** Which budget the open workbook is of, as it was last read: to know whose changes concern it. */
import type { LinkedBudget } from './ports/linker.ts'
import type { AreaChange } from './ports/server.ts'

export interface RememberedBudget {
  /** Reads it anew. */
  readonly refresh: () => Promise<LinkedBudget | null>
  readonly isOf: (change: AreaChange) => boolean
  readonly isLinked: () => boolean
}

export function linkedBudget(read: () => Promise<LinkedBudget | null>): RememberedBudget {
  let budget: LinkedBudget | null = null
  return {
    refresh: async () => {
      budget = await read()
      return budget
    },
    isLinked: () => budget !== null,
    isOf: ({ areaCode, year, version }) =>
      budget !== null && budget.areaCode === areaCode && budget.year === year && budget.version === version,
  }
}
