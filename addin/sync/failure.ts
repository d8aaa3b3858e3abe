/** What follows from an error: trying again by itself, or a person who must act. */
import { ServerError } from '../ports/server.ts'
import { WorkbookError } from '../ports/workbook.ts'
import type { SyncEvent } from '#shared/sync/retry.ts'
import type { SyncProblem } from '#shared/sync/protocol.ts'

export interface Failure {
  readonly error: ServerError | WorkbookError
  /** The event for the state machine, but for the push that it is about. */
  readonly event:
    | Omit<Extract<SyncEvent, { kind: 'failed' }>, 'pushId'>
    | Omit<Extract<SyncEvent, { kind: 'refused' }>, 'pushId'>
}

/** Undefined: a fault of our own, which nobody here can act on. */
export function failureOf(error: unknown): Failure | undefined {
  // A person who types in a cell is done in a moment, and nothing was written meanwhile.
  if (error instanceof WorkbookError)
    return { error, event: error.reason === 'cell-edit' ? later() : refused('geweigerd') }
  if (error instanceof ServerError) return { error, event: eventOf(error) }
  return undefined
}

function eventOf({ reason, problem, retryAfterMs }: ServerError): Failure['event'] {
  if (problem === 'werkboek-bezet' || problem === 'te-druk') return later(retryAfterMs)
  switch (reason) {
    case 'offline':
    case 'timed-out':
    case 'too-busy':
    case 'server':
    case 'bad-answer':
      return later(retryAfterMs)
    case 'sign-in-needed':
    case 'forbidden':
      return refused('geen-toegang')
    case 'refused':
    case 'too-large':
      return refused(isKnown(problem) ? problem : 'geweigerd')
  }
}

const askingProblems: ReadonlySet<unknown> = new Set([
  'protocol-te-oud',
  'geschiedenis-wijkt-af',
  'begroting-vergrendeld',
  'sleutel-hergebruikt',
] satisfies SyncProblem[])

function isKnown(problem: ServerError['problem']): problem is SyncProblem {
  return askingProblems.has(problem)
}

function later(retryAfterMs?: number): Failure['event'] {
  return { kind: 'failed', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

function refused(problem: Extract<SyncEvent, { kind: 'refused' }>['problem']): Failure['event'] {
  return { kind: 'refused', problem }
}
