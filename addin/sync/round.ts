/** The steps of one round with the server that are not the request itself: plan, tokens, and what the answer changes. */
import {
  type AnswerPlan,
  applyAnswer,
  type Decisions,
  planSync,
  type Replica,
  type SyncAnswer,
  type SyncPreview,
} from '#shared/sync/index.ts'
import { plannedRowWrites, type SheetEdit, stateEdits, type WorkbookRow } from '#shared/workbook/index.ts'
import type { Workbook } from '../ports/workbook.ts'
import { guardedEdits } from './guarded-writes.ts'
import { allTables, openBudget, type OpenBudget } from './open-budget.ts'
import { tokensForSkipped } from './skipped-cells.ts'

export { openBudget, type OpenBudget } from './open-budget.ts'

export type Preview = SyncPreview<WorkbookRow>
export type Plan = AnswerPlan<WorkbookRow>

/** What this workbook would send, with the decisions that were taken so far. */
export function planRound(
  { rows, replica, state, workbook }: OpenBudget,
  decisions: Decisions,
  reason: string | undefined,
  newId: () => string,
): Preview {
  return planSync({
    rows,
    completeTables: allTables,
    replica,
    decisions,
    workbookId: state.workbookId,
    budgetYear: workbook.budget.year,
    version: workbook.budget.version,
    ...(reason === undefined ? {} : { reason }),
    pushId: newId(),
    newId,
  })
}

/** Before sending: a new row must keep its id when the answer is lost. False: a token was changed since it was read. */
export async function writeTokens(port: Workbook, opened: OpenBudget, preview: Preview): Promise<boolean> {
  if (preview.tokenWrites.length === 0) return true
  const { tokenWrites } = preview
  const writes = plannedRowWrites({ cellWrites: [], tokenWrites, inserts: [], removals: [] })
  const { skipped } = await port.write(guardedEdits(opened, writes))
  return skipped.length === 0
}

/** What the answer means for the rows as they are now. */
export function planAnswer(now: OpenBudget, preview: Preview, answer: SyncAnswer, decisions: Decisions): Plan {
  const { rows, replica } = now
  return applyAnswer({ answer, preview, rows, completeTables: allTables, replica, decisions })
}

export interface WrittenAnswer {
  /** Cells that kept what the person typed, such as `Begroting!T7`. */
  readonly skipped: readonly string[]
  /** Rows whose typed cells must be held against the server's value in another round. */
  readonly reopened: number
}

/** Cells, then tokens, then what the workbook remembers, in one write. */
export async function writeAnswer(
  port: Workbook,
  now: OpenBudget,
  preview: Preview,
  plan: Plan,
): Promise<WrittenAnswer> {
  const edits = [...guardedEdits(now, plannedRowWrites(plan)), remembered(now, plan.replica)]
  const changed = edits.filter(({ cells }) => cells.length > 0)
  if (changed.length === 0) return { skipped: [], reopened: 0 }
  const { skipped } = await port.write(changed)
  return skipped.length === 0 ? { skipped, reopened: 0 } : reopen(port, preview, skipped)
}

/**
 * A person typed in the instant between reading and writing. The row's token names the server's new version all the same,
 * so the typed cells get their older base back: else they would replace a value that nobody has seen.
 */
async function reopen(port: Workbook, preview: Preview, skipped: readonly string[]): Promise<WrittenAnswer> {
  const now = await openBudget(port)
  if (now === null) return { skipped, reopened: 0 }
  const { tokenWrites, known } = tokensForSkipped(now, preview.sent, skipped)
  if (tokenWrites.length === 0) return { skipped, reopened: 0 }
  const writes = plannedRowWrites({ cellWrites: [], tokenWrites, inserts: [], removals: [] })
  const replica = { head: now.replica.head, known: new Map([...now.replica.known, ...known]) }
  await port.write([...guardedEdits(now, writes), remembered(now, replica)])
  return { skipped, reopened: tokenWrites.length }
}

function remembered({ grid, state }: OpenBudget, { head, known }: Replica): SheetEdit {
  const entries = [...known.values()].map((entry) => ({ ...entry, pend: { ...entry.pend } }))
  return stateEdits(grid, { ...state, head, known: entries })
}
