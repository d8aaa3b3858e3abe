/** What a person should know about a workbook that was made from another one: what was left out, emptied or not decided. */
import type { BudgetKey, TableId } from '#shared/model/index.ts'
import type { TemplateInput } from '#shared/workbook/index.ts'

/** The rows of a new workbook, without what only belongs to the old one (tokens, known rows, its id). */
export interface Renewal {
  readonly budget: BudgetKey
  readonly rows: TemplateInput['rows']
  readonly remarks: readonly Remark[]
}

export type Remark =
  | { readonly kind: 'left-out'; readonly table: TableId; readonly lineNumber: string; readonly reason: LeftOutReason }
  /** A structural line goes on, but nobody has said yet for which amount. */
  | { readonly kind: 'to-fill'; readonly lineNumber: string; readonly year: number }
  | { readonly kind: 'emptied'; readonly lineNumber: string; readonly field: EmptiedField; readonly value: string }

export type LeftOutReason =
  | 'no-amount' // none of the new years has an amount
  | 'past-year' // hours or coverage of a year that is gone
  | 'line-left-out' // it belongs to a line that was left out
  | 'past-action' // the action ends before the new year
  | 'decision' // decisions stay with the budget that they were about
export type EmptiedField = 'decisionNumber' | 'planActionNumber'
