/** Storing an event on what was read, and telling panes. */
import type { BudgetState } from '#shared/model/index.ts'
import { checkTransition } from '#shared/rules/index.ts'
import { findingMembers, Problem } from '../problem.ts'
import { appendEvent } from '../store/append-event.ts'
import { judgeAndTell } from '../store/judge-due.ts'
import type { EventContent } from '../store/life-events.ts'
import { grantGone } from '../synchronise/refusals.ts'
import type { Asking, Standing } from './standing.ts'

interface Appended {
  readonly content: EventContent
  readonly about: string | null
  /** State of the budget afterwards; left out: as it was. */
  readonly state?: BudgetState | undefined
  readonly notSubmitterOf?: string | undefined
  /** The decision looked at other areas too: it holds only while nobody wrote anywhere. */
  readonly looksAround?: boolean
}

/** The id of the event; 'moved' when somebody else was first. Throws Problem when the person may not any more. */
export async function append(
  { db, person, nowMs, newId, onCommit }: Asking,
  { key, budgetId, head, state, storeSeq }: Standing,
  { content, about, state: next, notSubmitterOf, looksAround = false }: Appended,
): Promise<string | 'moved'> {
  const id = newId()
  const outcome = await appendEvent(db, {
    key,
    budgetId,
    head,
    id,
    about,
    content,
    state: next,
    conditions: { state, role: person.role, notSubmitterOf, storeSeq: looksAround ? storeSeq : undefined },
    tid: person.tid,
    oid: person.oid,
    atMs: nowMs(),
  })
  switch (outcome.kind) {
    case 'appended':
      await judgeAndTell(db, outcome.seq, onCommit)
      return id
    case 'moved':
      return 'moved'
    case 'no-grant':
      throw grantGone(key.areaCode)
    case 'four-eyes':
      throw sameEyes(state, next ?? state, person.role)
  }
}

function sameEyes(from: BudgetState, to: BudgetState, role: Asking['person']['role']): Problem {
  const findings = checkTransition({ from, to, role, isAllowed: true, isOwnApproval: true, blockingErrors: 0 })
  const text = { nl: 'Dit mag niet: u heeft zelf ingediend.', en: 'Not allowed: you submitted this yourself.' }
  return new Problem(403, 'geen-recht', findings[0]?.message ?? text, {}, findingMembers(findings))
}
