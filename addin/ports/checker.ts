/** The findings of the open workbook, kept up to date as people type. `addin/checking` implements it; the pane shows it. */
import type { Finding, FindingFix } from '#shared/model/index.ts'
import type { WorkbookError } from './workbook.ts'

export interface Checker {
  readonly current: () => CheckState
  readonly subscribe: (listener: (state: CheckState) => void) => () => void
  /** Reads everything, checks, and marks the cells. */
  readonly check: () => Promise<void>
  /** From now on an edit is followed by a check of the sheets that changed. */
  readonly follow: () => Promise<void>
  readonly unfollow: () => Promise<void>
  readonly goTo: (finding: Finding) => Promise<void>
  /** Writes the remedy and checks again. */
  readonly fix: (finding: FixableFinding) => Promise<void>
  /** Writes the remedies of all findings of one rule in one undo step. Gives how many cells changed. */
  readonly fixAll: (rule: string) => Promise<number>
  /** Removes the marks from the workbook; findings stay in the pane until the next check. */
  readonly cleanUp: () => Promise<void>
}

export type FixableFinding = Finding & { readonly fix: FindingFix }

export interface CheckState {
  readonly kind: 'unchecked' | 'checking' | 'checked' | 'failed'
  readonly findings: readonly Finding[]
  readonly rowCount: number
  readonly checkedAtMs: number | null
  /** There are no lists in the workbook, so rules that need them were not judged. */
  readonly isWithoutLists: boolean
  /** Nothing of a template stands in this workbook. */
  readonly isOtherWorkbook: boolean
  /** Ids of rules that a workbook by itself cannot show: the verdict in Indienen has them. */
  readonly notJudged: readonly string[]
  readonly isMarked: boolean
  readonly error: WorkbookError | null
}

/** Before the first check. */
export const uncheckedState: CheckState = {
  kind: 'unchecked',
  findings: [],
  rowCount: 0,
  checkedAtMs: null,
  isWithoutLists: false,
  isOtherWorkbook: false,
  notJudged: [],
  isMarked: false,
  error: null,
}
