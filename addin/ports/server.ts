/** The API as the add-in needs it. Every method signs its request with a token of the session, once anew after a 401. */
import type { Cover, Life, SignOffRequest, TransitionRequest, Verdict } from '#shared/lifecycle/index.ts'
import type { CellAnswers, CellQuestions } from '#shared/questions/index.ts'
import type { BudgetKey, Reference } from '#shared/model/index.ts'
import type { SyncAnswer, SyncProblem, SyncRequest } from '#shared/sync/index.ts'

export interface Server {
  readonly health: (signal?: AbortSignal) => Promise<Health>
  readonly me: () => Promise<Me>
  readonly areas: (year: number) => Promise<readonly AreaEntry[]>
  readonly reference: (year: number) => Promise<Reference>
  /** Undefined: nothing to do. */
  readonly synchronise: (
    areaCode: string,
    request: SyncRequest,
    signal?: AbortSignal,
  ) => Promise<SyncAnswer | undefined>
  readonly askCells: (questions: CellQuestions, signal?: AbortSignal) => Promise<CellAnswers>
  /** A ticket that opens the WebSocket once. */
  readonly liveTicket: () => Promise<string>
  readonly changesSince: (seq: number, signal?: AbortSignal) => Promise<AreaChanges>
  /** Where a budget is in its life. */
  readonly life: (budget: BudgetKey) => Promise<Life>
  /** What the server says of the rows that it has of a budget. */
  readonly verdict: (budget: BudgetKey, cover: Cover) => Promise<Verdict>
  readonly submit: (budget: BudgetKey, cover: Cover, extra: { readonly opmerking?: string }) => Promise<void>
  readonly take: (budget: BudgetKey, submissionId: string, request: TransitionRequest) => Promise<void>
  readonly signOff: (budget: BudgetKey, submissionId: string, request: SignOffRequest) => Promise<void>
  readonly waive: (budget: BudgetKey, waiver: { readonly sleutel: string; readonly reden: string }) => Promise<void>
  readonly withdrawWaiver: (budget: BudgetKey, waiverId: string) => Promise<void>
}

export interface Health {
  readonly apiVersion: string
  readonly protocolVersion: string
}

export interface Me {
  readonly name: string
  readonly role: string
  readonly areas: readonly string[]
}

export interface AreaEntry {
  readonly code: string
  readonly name: string
  readonly isMine: boolean
}

export interface AreaChange {
  readonly areaCode: string
  readonly year: number
  readonly version: string
  readonly seq: number
  /** Other areas whose findings over areas changed by it. */
  readonly touches?: readonly string[]
  /** A step in the life of the budget: no row changed by it. */
  readonly isStep?: true
}

/** `seq`: the newest number that the server has; ask from there the next time. */
export interface AreaChanges {
  readonly seq: number
  readonly changes: readonly AreaChange[]
}

export type ServerErrorReason =
  | 'offline' // no answer at all
  | 'timed-out'
  | 'sign-in-needed' // no token without a click, or refused twice
  | 'forbidden'
  | 'refused' // 4xx with a problem that says what to do
  | 'too-large'
  | 'too-busy' // 429 or 503
  | 'server' // other 5xx
  | 'bad-answer' // not what the contract says

export class ServerError extends Error {
  override name = 'ServerError'
  readonly reason: ServerErrorReason
  readonly status: number | undefined
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs: number | undefined
  /** The last part of the problem's `type`, such as `begroting-vergrendeld`. */
  readonly problem: SyncProblem | (string & {}) | undefined
  /** What the server said, for people. */
  readonly detail: { readonly nl: string; readonly en: string } | undefined
  readonly requestId: string | undefined
  /** Findings for which the server refused. */
  readonly findings: Verdict['bevindingen']
  /** The whole problem, for who knows more of its members. */
  readonly body: unknown

  constructor(reason: ServerErrorReason, facts: Partial<Omit<ServerError, keyof Error | 'reason'>> = {}) {
    super(facts.detail?.nl ?? reason)
    this.reason = reason
    this.status = facts.status
    this.retryAfterMs = facts.retryAfterMs
    this.problem = facts.problem
    this.detail = facts.detail
    this.requestId = facts.requestId
    this.findings = facts.findings ?? []
    this.body = facts.body
  }
}
