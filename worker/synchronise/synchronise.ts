/** One push from request to answer: read, decide, commit, and again when somebody else was first. */
import { drawsDelta, totalsDelta, totalsOf } from '#shared/consolidation/index.ts'
import { type BudgetKey, drawsOf } from '#shared/model/index.ts'
import { partsDelta, partsOf } from '#shared/rules/index.ts'
import {
  answerRows,
  type Head,
  hasOtherHistory,
  idsToLoad,
  planPush,
  protocolVersion,
  type PushPlan,
  serverRowOf,
  type SyncAnswer,
  type SyncRequest,
} from '#shared/sync/index.ts'
import type { Person } from '../auth/rights.ts'
import { untilStored } from '../retry.ts'
import { sha256 } from '../store/audit-chain.ts'
import { findBudget, findOrCreateBudget } from '../store/budget.ts'
import { loadClosure } from '../store/closure.ts'
import { commitPlan, recordReceipt } from '../store/commit.ts'
import { findReceipt, newestSeq } from '../store/commits.ts'
import { loadCrossFindings } from '../store/cross-findings.ts'
import { judgeAndTell } from '../store/judge-due.ts'
import { keepMissingParts } from '../store/keep-parts.ts'
import { loadBasis } from '../store/load-basis.ts'
import { loadVersionsAt } from '../store/versions.ts'
import { grantGone, keyReused, locked, otherHistory, sumTooLarge } from './refusals.ts'
import { refuseOverfull } from './table-limit.ts'

export interface SynchroniseInput {
  readonly db: D1Database
  readonly person: Person
  readonly areaCode: string
  readonly request: SyncRequest
  /** The body as it was sent: the same push id with another body is refused. */
  readonly body: string
  /** Milliseconds since 1970, and a number between 0 and 1: passed in, so that a test can replay. */
  readonly nowMs: () => number
  readonly jitter: () => number
  /** Called with the store's number of what was committed; not when there was nothing to write. */
  readonly onCommit: (seq: number) => void
}

/** Of a budget that nobody pushed to yet: no row has it. */
const noBudgetId = 0

/** Undefined: the heads are equal and nothing is dirty, so there is nothing to say. Throws Problem. */
export async function synchronise(input: SynchroniseInput): Promise<SyncAnswer | undefined> {
  const { db, areaCode, request } = input
  const key: BudgetKey = { areaCode, year: request.jaar, version: request.versie }
  const budget = isPush(request) ? await findOrCreateBudget(db, key) : await findBudget(db, key)
  if (isPush(request)) await keepMissingParts(db)
  const push = { input, key, budgetId: budget?.budgetId ?? noBudgetId, bodyHash: await sha256(input.body) }
  return untilStored(areaCode, input.jitter, () => tryOnce(push))
}

/** What stays the same when a push is tried again. */
interface Push {
  readonly input: SynchroniseInput
  readonly key: BudgetKey
  readonly budgetId: number
  /** SHA-256 of the body. */
  readonly bodyHash: string
}

async function tryOnce(push: Push): Promise<SyncAnswer | undefined | 'moved'> {
  const { input, key, budgetId, bodyHash } = push
  const { db, request, person } = input
  const receipt = await findReceipt(db, request.pushId)
  if (receipt !== undefined && receipt !== bodyHash) throw keyReused()
  const isReplay = receipt !== undefined
  const basis = await loadBasis(db, key.areaCode, budgetId, request, isReplay)
  if (hasOtherHistory(basis, request)) throw otherHistory(key.areaCode)
  const atMs = input.nowMs()
  const plan = planPush(basis, request, { by: person.name, at: new Date(atMs).toISOString() })
  refuseOverfull(basis.index.values(), plan)
  if (plan.writes.length === 0 && isPush(request) && !isReplay) {
    await recordReceipt(db, request.pushId, bodyHash, atMs)
  }
  const head = plan.writes.length === 0 ? basis.head : await commitWrites(push, basis.head, plan, atMs)
  if (head === 'moved') return 'moved'
  const findings = await loadCrossFindings(db, key)
  const isQuiet = !isPush(request) && plan.pulls.length + plan.lost.length === 0
  if (isQuiet && findings.length === 0 && request.head?.seq === head.seq && request.head.hash === head.hash)
    return undefined
  return {
    protocol: protocolVersion,
    head,
    seq: await newestSeq(db),
    ...answerRows(plan, await loadedRows(db, budgetId, basis, plan)),
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
    isReplay,
  }
}

/** Anything else only asks for what is new. */
export function isPush({ rows, deletions }: SyncRequest): boolean {
  return rows.length + deletions.length > 0
}

/** The area's new head; 'moved' when somebody else was first. Throws Problem when the budget or the person may not. */
async function commitWrites(push: Push, head: Head, plan: PushPlan, atMs: number): Promise<Head | 'moved'> {
  const { key, budgetId, bodyHash } = push
  const { db, request, person } = push.input
  const { before, after } = await loadClosure(db, budgetId, plan)
  const outcome = await commitPlan(db, {
    key,
    budgetId,
    head,
    request,
    bodyHash,
    plan,
    totals: totalsDelta(totalsOf(key, before.lines), totalsOf(key, after.lines)),
    draws: drawsDelta(drawsOf(key, before.lines, before.coverages), drawsOf(key, after.lines, after.coverages)),
    parts: partsDelta(partsOf(key, before.lines, before.hoursLines), partsOf(key, after.lines, after.hoursLines)),
    tid: person.tid,
    oid: person.oid,
    atMs,
  })
  switch (outcome.kind) {
    case 'committed':
      await judgeAndTell(db, outcome.seq, push.input.onCommit)
      return outcome.head
    case 'moved':
      return 'moved'
    case 'not-concept':
      throw locked(key, (await findBudget(db, key))?.state ?? 'concept', person.role)
    case 'no-grant':
      throw grantGone(key.areaCode)
    case 'sum-too-large':
      throw sumTooLarge(key)
  }
}

/** The current versions that the answer repeats: as just written, or as the index said when the plan was made. */
async function loadedRows(
  db: D1Database,
  budgetId: number,
  basis: { readonly index: ReadonlyMap<string, { readonly rev: number }> },
  plan: PushPlan,
) {
  const written = new Map(plan.writes.map(({ version }) => [version.id, version]))
  const ids = [...idsToLoad(plan)]
  const revById = new Map(ids.flatMap((id) => (written.has(id) ? [] : [[id, basis.index.get(id)?.rev ?? 0] as const])))
  const loaded = await loadVersionsAt(db, budgetId, revById)
  const all = [...loaded, ...ids.flatMap((id) => written.get(id) ?? [])]
  return new Map(all.map((version) => [version.id, serverRowOf(version)]))
}
