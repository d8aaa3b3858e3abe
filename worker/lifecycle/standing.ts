/** What a decision about the life of a budget starts from. */
import type { BudgetKey, BudgetState } from '#shared/model/index.ts'
import type { Head } from '#shared/sync/index.ts'
import type { Person } from '../auth/rights.ts'
import { Problem } from '../problem.ts'
import { findBudget, loadHeads } from '../store/budget.ts'
import { newestSeq } from '../store/commits.ts'
import { type LifeEvent, loadLifeEvents } from '../store/life-events.ts'
import { heldBy, type SubmissionLife, submissionsOf } from './life-of.ts'

/** Who asks, and what the shell lends: passed in, so that a test can replay. */
export interface Asking {
  readonly db: D1Database
  readonly person: Person
  /** Milliseconds since 1970; a number between 0 and 1; a new UUID. */
  readonly nowMs: () => number
  readonly jitter: () => number
  readonly newId: () => string
  /** Called with the store's number of what was stored. */
  readonly onCommit: (seq: number) => void
}

export interface Standing {
  readonly key: BudgetKey
  readonly budgetId: number
  readonly state: BudgetState
  readonly head: Head
  /** The store's newest commit. */
  readonly storeSeq: number
  readonly events: readonly LifeEvent[]
  /** Newest first. */
  readonly submissions: readonly SubmissionLife[]
}

/** The head is read before everything else: what is read after it cannot be older. Throws Problem 404. */
export async function loadStanding(db: D1Database, key: BudgetKey): Promise<Standing> {
  const { head } = await loadHeads(db, key.areaCode, 0)
  const storeSeq = await newestSeq(db)
  const budget = await findBudget(db, key)
  if (budget === undefined) throw noBudget(key)
  const events = await loadLifeEvents(db, budget.budgetId)
  return { key, ...budget, head, storeSeq, events, submissions: submissionsOf(events) }
}

/** Checksum of the submission that counts now; null while the rows may change. */
export function submittedChecksum({ state, submissions }: Standing): string | null {
  return state === 'concept' ? null : (submissions[0]?.event.body.checksum ?? null)
}

/** The state to which a held budget goes on. */
export function heldFrom({ submissions }: Standing): BudgetState | null {
  return heldBy(submissions[0])?.body.from ?? null
}

export function noBudget({ areaCode, year, version }: BudgetKey): Problem {
  return new Problem(404, 'niet-gevonden', {
    nl: `Van ${areaCode} ${year} ${version} is nog niets gesynchroniseerd. Synchroniseer eerst het werkboek.`,
    en: `Nothing of ${areaCode} ${year} ${version} was synchronised yet. Synchronise the workbook first.`,
  })
}
