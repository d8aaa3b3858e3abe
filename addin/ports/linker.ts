/** Which budget the open workbook is of, and making it one. `addin/linking` implements it; the pane shows it. */
import type { BudgetKey } from '#shared/model/index.ts'

export interface Linker {
  /** Null: this workbook is no budget of an area yet. */
  readonly linked: () => Promise<LinkedBudget | null>
  /** Makes the template in the open workbook, with the lists of the server; `isExample` fills in the example rows. */
  readonly create: (budget: BudgetKey, isExample: boolean) => Promise<void>
}

export interface LinkedBudget extends BudgetKey {
  readonly workbookId: string
  readonly areaName: string
  readonly state: string
  readonly headSeq: number | null
  readonly referenceVersion: string | null
}
