/** What is open between the workbook and the server until a person decides: conflicts and questions, and the decisions. */
import { type Decisions, type OpenConflict, type Question, stampOf } from '#shared/sync/index.ts'
import type { WorkbookRow } from '#shared/workbook/index.ts'
import type { QuestionDecision, SendChoices } from '../ports/synchroniser.ts'
import type { Plan, Preview } from './round.ts'

export interface OpenMatters {
  /** By `conflictKey`. */
  readonly conflicts: ReadonlyMap<string, OpenConflict<WorkbookRow>>
  /** By the row's id. */
  readonly questions: ReadonlyMap<string, Question<WorkbookRow>>
}

export function conflictKey({ id, field }: { readonly id: string; readonly field: string }): string {
  return `${id}/${field}`
}

/**
 * After a round. Every open row that was asked about comes back in its answer; one that did not fit in the request, or
 * could not be read this time, stays open as it was.
 */
export function mattersAfter(
  before: OpenMatters,
  { request, sent, missing }: Preview,
  plan: Plan | undefined,
): OpenMatters {
  const asked = new Set([...request.rows.map(({ id }) => id), ...request.known.map(([id]) => id)])
  const isMissing = new Set(missing.map(({ id }) => id))
  const isUnasked = (id: string) => sent.has(id) && !asked.has(id)
  const conflicts = [...before.conflicts.values()].filter(({ id }) => isUnasked(id))
  const questions = [...before.questions.values()].filter(({ kind, id }) => {
    // Its row is not in the sheet, so nothing is sent that the server could answer.
    if (kind === 'delete-conflict') return isMissing.has(id) && plan?.replica.known.has(id) !== false
    return isUnasked(id)
  })
  return {
    conflicts: new Map([...conflicts, ...(plan?.conflicts ?? [])].map((conflict) => [conflictKey(conflict), conflict])),
    questions: new Map([...questions, ...(plan?.questions ?? [])].map((question) => [question.id, question])),
  }
}

/** "Mine": the field goes with the version that the person was shown. */
export function withMine(decisions: Decisions, { id, field, shown }: OpenConflict<WorkbookRow>): Decisions {
  const chosen = { ...decisions.resolves.get(id), [field]: shown }
  return { ...decisions, resolves: new Map([...decisions.resolves, [id, chosen]]) }
}

/** Dropping is a decision only about a row that is gone from the sheet; else the row is to be cleared there. */
export function isToBeCleared(question: Question<WorkbookRow>, { choice }: QuestionDecision): boolean {
  return choice === 'drop' && question.kind !== 'delete-conflict'
}

export function withAnswer(
  decisions: Decisions,
  question: Question<WorkbookRow>,
  { choice }: QuestionDecision,
): Decisions {
  const { id } = question
  if (question.kind === 'delete-conflict') {
    const deletions = new Map(decisions.deletions)
    if (choice === 'drop') return { ...decisions, deletions: deletions.set(id, stampOf(question.row)) }
    deletions.delete(id)
    return { ...decisions, deletions, returns: new Set([...decisions.returns, id]) }
  }
  if (choice === 'drop') return decisions
  switch (question.kind) {
    case 'duplicate':
      return { ...decisions, confirmedNew: new Set([...decisions.confirmedNew, id]) }
    case 'gone':
      return { ...decisions, revivals: new Map([...decisions.revivals, [id, stampOf(question.row)]]) }
    case 'lost':
      return { ...decisions, orphans: new Set([...decisions.orphans, id]) }
  }
}

/** `stamps`: of the missing rows that the person was shown. An id that was not shown stays undecided. */
export function withChoices(
  decisions: Decisions,
  { deletions, returns }: SendChoices,
  stamps: ReadonlyMap<string, string>,
): Decisions {
  const confirmed = deletions.flatMap((id) => {
    const stamp = stamps.get(id)
    return stamp === undefined ? [] : [[id, stamp] as const]
  })
  return {
    ...decisions,
    deletions: new Map([...decisions.deletions, ...confirmed]),
    returns: new Set([...decisions.returns, ...returns]),
  }
}

/** Rows that the server lost when it was put back: the person accepted that, so they are created again. */
export function withLostRows(decisions: Decisions, plan: Plan): Decisions {
  const lost = plan.questions.filter(({ kind }) => kind === 'lost').map(({ id }) => id)
  return lost.length === 0 ? decisions : { ...decisions, orphans: new Set([...decisions.orphans, ...lost]) }
}
