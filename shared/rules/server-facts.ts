/** What only the server knows of a budget. Rules that need it find nothing without it. */
import type { BudgetLine, BudgetState, PersonRole } from '#shared/model/index.ts'

export interface ServerFacts {
  /** `2023-03-28`, in the municipality. */
  readonly today: string
  readonly state: BudgetState
  /** Roles of the people who have a grant for the area. */
  readonly staffing: ReadonlySet<PersonRole>
  /** Of a submitted version: over its rows as they were submitted, and as they are. Null: nothing was submitted. */
  readonly checksum: { readonly submitted: string; readonly current: string } | null
  /** Lines of other areas' budgets of this year and version that name a decision. */
  readonly linesOfOtherAreas: readonly BudgetLine[]
}
