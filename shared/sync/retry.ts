/**
 * When to synchronise again: a small state machine that survives a restart as JSON. The workbook itself is the queue
 * (dirty rows are found by comparing), so this only says whether, when and how often to try.
 */
import type { SyncProblem } from './protocol.ts'

/** Tries that may follow each other quickly; then at most one in `pauseMs`. So never more than 8 in 5 minutes. */
export const triesPerBurstMax = 8
const delayMsMin = 1_000
const delayMsMax = 60_000
const pauseMs = 300_000

export type SyncState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'due'; readonly atMs: number; readonly failures: number }
  /** `isDirty`: something changed since the request was made, so another round follows. */
  | { readonly kind: 'sending'; readonly pushId: string; readonly failures: number; readonly isDirty: boolean }
  /** A person must act: read a question, sign in, update, or wait for the area to be opened. */
  | { readonly kind: 'asking'; readonly problem: Refusal }

/** `geweigerd`: for a reason of its own that the caller shows, such as a protected sheet. */
type Refusal = SyncProblem | 'geen-toegang' | 'geweigerd'

export type SyncEvent =
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent'; readonly pushId: string }
  /** `hasMore`: rows were deferred, or the answer left something to send. */
  | { readonly kind: 'answered'; readonly pushId: string; readonly hasMore: boolean }
  /** No answer, or one that a later try can better; `retryAfterMs` when the server said when. */
  | { readonly kind: 'failed'; readonly pushId: string; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly pushId: string; readonly problem: Refusal }
  | { readonly kind: 'decided' }
  /** The instance was started again: whatever was under way is unknown. */
  | { readonly kind: 'restarted' }

/**
 * Milliseconds to wait after the `attempt`-th failed try (from 1). `jitter` is a random number from 0 up to 1: it spreads
 * the clients that lost the server at the same moment.
 */
export function retryDelay(attempt: number, jitter: number): number {
  if (attempt >= triesPerBurstMax) return Math.round(pauseMs * (1 + jitter / 5))
  return Math.round(Math.min(delayMsMax, delayMsMin * 2 ** (attempt - 1)) * (0.5 + jitter / 2))
}

/** The next state; answers and failures of another push than the one under way change nothing. */
export function nextSyncState(state: SyncState, event: SyncEvent, nowMs: number, jitter: number): SyncState {
  switch (event.kind) {
    case 'changed':
      if (state.kind === 'idle') return { kind: 'due', atMs: nowMs, failures: 0 }
      return state.kind === 'sending' ? { ...state, isDirty: true } : state
    case 'sent': {
      const failures = state.kind === 'due' ? state.failures : 0
      return { kind: 'sending', pushId: event.pushId, failures, isDirty: false }
    }
    case 'answered':
      if (!isUnderWay(state, event.pushId)) return state
      return event.hasMore || state.isDirty ? { kind: 'due', atMs: nowMs, failures: 0 } : { kind: 'idle' }
    case 'failed':
      return isUnderWay(state, event.pushId)
        ? afterFailure(state.failures + 1, event.retryAfterMs, nowMs, jitter)
        : state
    case 'refused':
      return isUnderWay(state, event.pushId) ? { kind: 'asking', problem: event.problem } : state
    case 'decided':
      return state.kind === 'sending' ? { ...state, isDirty: true } : { kind: 'due', atMs: nowMs, failures: 0 }
    case 'restarted':
      return state.kind === 'sending' ? afterFailure(state.failures + 1, undefined, nowMs, jitter) : state
  }
}

function isUnderWay(state: SyncState, pushId: string): state is Extract<SyncState, { kind: 'sending' }> {
  return state.kind === 'sending' && state.pushId === pushId
}

function afterFailure(failures: number, retryAfterMs: number | undefined, nowMs: number, jitter: number): SyncState {
  return { kind: 'due', atMs: nowMs + Math.max(retryAfterMs ?? 0, retryDelay(failures, jitter)), failures }
}
