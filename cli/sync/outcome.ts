/** What synchronising a file came to: counts, and what a person must still decide. */
import type { BudgetKey } from '#shared/model/index.ts'
import type { AnswerPlan, Decisions, SyncAnswer, SyncPreview } from '#shared/sync/index.ts'
import type { WorkbookRow } from '#shared/workbook/index.ts'

export interface SyncOutcome {
  readonly file: string
  readonly budget: BudgetKey
  readonly headSeq: number
  readonly created: number
  readonly changed: number
  readonly deleted: number
  /** Rows of the file that took something from the server. */
  readonly pulled: number
  /** Visible numbers of rows that cannot be read, that vanished, and that stand twice. */
  readonly heldBack: readonly string[]
  readonly missing: readonly string[]
  readonly twins: readonly string[]
  readonly conflicts: AnswerPlan<WorkbookRow>['conflicts']
  readonly questions: AnswerPlan<WorkbookRow>['questions']
  readonly findings: SyncAnswer['findings']
}

export interface SyncStep {
  readonly file: string
  readonly budget: BudgetKey
  /** The area's head before this step. */
  readonly headSeq: number
  /** What was decided about rows that vanished, before it was sent. */
  readonly decisions: Decisions
  readonly preview: SyncPreview<WorkbookRow>
  /** Undefined: the server had nothing to say. */
  readonly answer: SyncAnswer | undefined
  readonly plan: AnswerPlan<WorkbookRow> | undefined
}

/** The counts of one round. */
export function outcomeOf({ file, budget, headSeq, decisions, preview, answer, plan }: SyncStep): SyncOutcome {
  const { deletions, returns } = decisions
  const written = new Set(plan?.cellWrites.map(({ source }) => source))
  return {
    file,
    budget,
    headSeq: answer?.head.seq ?? headSeq,
    created: preview.created.length,
    changed: preview.changed.length,
    deleted: preview.request.deletions.length,
    pulled: written.size + (plan?.inserts.length ?? 0) + (plan?.removals.length ?? 0),
    heldBack: preview.heldBack.map(({ row }) => row.lineNumber),
    missing: preview.missing
      .filter(({ id }) => !deletions.has(id) && !returns.has(id))
      .map(({ lineNumber }) => lineNumber),
    twins: preview.twins.map(({ row }) => row.lineNumber),
    conflicts: plan?.conflicts ?? [],
    questions: plan?.questions ?? [],
    findings: answer?.findings ?? [],
  }
}

/** Several rounds of one file are one outcome: what was sent adds up, what is open is as the last round left it. */
export function mergedOutcome(before: SyncOutcome, after: SyncOutcome): SyncOutcome {
  return {
    ...after,
    created: before.created + after.created,
    changed: Math.max(before.changed, after.changed),
    deleted: before.deleted + after.deleted,
    pulled: before.pulled + after.pulled,
  }
}

/** Whether neither the file nor the server changed. */
export function isNothingDone({ created, changed, deleted, pulled }: SyncOutcome): boolean {
  return created + changed + deleted + pulled === 0
}

/** Whether a person has something left to do. */
export function isOpen({ heldBack, missing, twins, conflicts, questions }: SyncOutcome): boolean {
  return heldBack.length + missing.length + twins.length + conflicts.length + questions.length > 0
}
