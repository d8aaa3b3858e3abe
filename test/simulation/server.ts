/** The server: the product's decisions over an in-memory store, with reading and committing at different moments. */
import { createHash } from 'node:crypto'
import {
  answerRows,
  basisNeeds,
  type Head,
  idsToLoad,
  type PushBasis,
  type PushPlan,
  protocolVersion,
  type RowVersion,
  serverRowOf,
  stampOf,
  type SyncAnswer,
  type SyncProblem,
  type SyncRequest,
} from '#shared/sync/index.ts'
import type { ProtocolUnderTest } from './protocol-under-test.ts'
import { fieldValue } from '#shared/model/index.ts'
import { type CellValue, shownFields, type SimulatedTable } from './sheet-rows.ts'

export interface Commit {
  readonly seq: number
  readonly hash: string
  readonly pushId: string
  readonly stamps: readonly string[]
}

export interface ServerState {
  readonly versions: Map<string, RowVersion[]>
  readonly commits: Commit[]
  readonly pushIds: Set<string>
}

export type Outcome =
  | { readonly kind: 'answer'; readonly answer: SyncAnswer }
  | { readonly kind: 'refused'; readonly problem: SyncProblem }

/** Looks at every commit before it is made. */
export type CommitCheck = (request: SyncRequest, plan: PushPlan, basis: PushBasis) => void

const leaseDuration = 80
/** A new holder waits until whatever the former one still had under way has come in or been dropped. */
const leaseHandover = 18
const genesis: Commit = { seq: 0, hash: 'genesis', pushId: '', stamps: [] }

export class Server {
  state: ServerState = { versions: new Map(), commits: [genesis], pushIds: new Set() }
  isLocked = false
  /** Every value that any history of the server ever had: `id/field`. */
  private readonly everHad = new Map<string, Set<CellValue>>()
  private readonly leases = new Map<string, { instance: string; until: number; from: number }>()
  private readonly protocol: ProtocolUnderTest
  private readonly check: CommitCheck

  constructor(protocol: ProtocolUnderTest, check: CommitCheck) {
    this.protocol = protocol
    this.check = check
  }

  snapshot(): ServerState {
    const { versions, commits, pushIds } = this.state
    return {
      versions: new Map([...versions].map(([id, rows]) => [id, [...rows]])),
      commits: [...commits],
      pushIds: new Set(pushIds),
    }
  }

  restore(state: ServerState): void {
    this.state = state
    this.state = this.snapshot()
  }

  head(): Head {
    const { seq, hash } = this.state.commits.at(-1) ?? genesis
    return { seq, hash }
  }

  current(id: string): RowVersion | undefined {
    return this.state.versions.get(id)?.at(-1)
  }

  liveRows(): readonly RowVersion[] {
    return [...this.state.versions.keys()].flatMap((id) => this.current(id) ?? []).filter((row) => !row.isDeleted)
  }

  hasVersion(id: string, stamp: string): boolean {
    return this.state.versions.get(id)?.some((version) => stampOf(version) === stamp) ?? false
  }

  hadValue(id: string, field: string, value: CellValue): boolean {
    return this.everHad.get(`${id}/${field}`)?.has(value ?? null) ?? false
  }

  /** Undefined: go on. One instance synchronises a file at a time. */
  refuseWithoutLease(workbookId: string, instance: string, now: number): Outcome | undefined {
    const lease = this.leases.get(workbookId)
    const busy: Outcome = { kind: 'refused', problem: 'werkboek-bezet' }
    if (lease !== undefined && lease.instance !== instance && lease.until > now) return busy
    const from = lease === undefined || lease.instance === instance ? (lease?.from ?? now) : now + leaseHandover
    this.leases.set(workbookId, { instance, until: now + leaseDuration, from })
    return from > now ? busy : undefined
  }

  /** Reads what the plan needs: exactly what the contract of `PushBasis` promises, no more. */
  read(request: SyncRequest): PushBasis {
    const needs = basisNeeds(request)
    const { versions, commits, pushIds } = this.state
    const rows = [...versions.values()].flatMap((all) => all.at(-1) ?? [])
    const loaded = [...needs.fromRevById].map(([id, fromRev]): [string, readonly RowVersion[]] => {
      const all = versions.get(id) ?? []
      return [id, all.filter((version) => version.rev >= fromRev || version === all.at(-1))]
    })
    return {
      head: this.head(),
      isReplay: this.protocol.remembersPushes && pushIds.has(request.pushId),
      hashAtClientHead: commits[needs.clientHeadSeq ?? -1]?.hash,
      index: new Map(
        rows.map(({ id, rev, hash, isDeleted, fields }) => [
          id,
          { id, table: fields.table, lineNumber: fields.lineNumber, rev, hash, isDeleted },
        ]),
      ),
      versions: new Map(loaded),
      liveIdByHash: this.liveIdByHash(new Set(needs.hashes)),
      divergedIds: new Set(
        request.known.filter(([id, stamp]) => versions.has(id) && !this.hasVersion(id, stamp)).map(([id]) => id),
      ),
    }
  }

  /** What the read basis leads to: a refusal, or a plan to commit. */
  decide(request: SyncRequest, basis: PushBasis, by: string): Outcome | PushPlan {
    if (this.isLocked && request.rows.length + request.deletions.length > 0)
      return { kind: 'refused', problem: 'begroting-vergrendeld' }
    if (this.protocol.hasOtherHistory(basis, request)) return { kind: 'refused', problem: 'geschiedenis-wijkt-af' }
    return this.protocol.planPush(basis, request, { by, at: '2026-01-01T00:00:00Z' })
  }

  /** All or nothing; 'moved' when somebody else committed since the basis was read. */
  commit(request: SyncRequest, plan: PushPlan, basis: PushBasis): Outcome | 'moved' {
    if (this.protocol.commitsOnlyOnReadHead && basis.head.hash !== this.head().hash) return 'moved'
    if (this.protocol.commitsOnlyUnlocked && this.isLocked && plan.writes.length > 0)
      return { kind: 'refused', problem: 'begroting-vergrendeld' }
    this.check(request, plan, basis)
    this.append(request, plan)
    return { kind: 'answer', answer: this.answer(plan, basis) }
  }

  private append(request: SyncRequest, plan: PushPlan): void {
    if (request.rows.length + request.deletions.length > 0) this.state.pushIds.add(request.pushId)
    if (plan.writes.length === 0) return
    for (const { version } of plan.writes) {
      this.state.versions.set(version.id, [...(this.state.versions.get(version.id) ?? []), version])
      for (const field of shownFields[version.fields.table as SimulatedTable]) this.remember(version, field)
    }
    const stamps = plan.writes.map(({ version }) => `${version.id}/${stampOf(version)}`)
    const { seq, hash } = this.head()
    const next = { seq: seq + 1, pushId: request.pushId, stamps }
    this.state.commits.push({ ...next, hash: chainHash(hash, next) })
  }

  private answer(plan: PushPlan, basis: PushBasis): SyncAnswer {
    const loaded = [...idsToLoad(plan)].flatMap((id) => this.current(id) ?? [])
    return {
      protocol: protocolVersion,
      head: this.head(),
      seq: this.head().seq,
      ...answerRows(plan, new Map(loaded.map((version) => [version.id, serverRowOf(version)]))),
      findings: [],
      isReplay: basis.isReplay,
    }
  }

  private liveIdByHash(hashes: ReadonlySet<string>): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    if (hashes.size === 0) return found
    for (const { id } of this.liveRows())
      for (const { hash } of this.state.versions.get(id) ?? []) if (hashes.has(hash)) found.set(hash, id)
    return found
  }

  private remember(version: RowVersion, field: string): void {
    const key = `${version.id}/${field}`
    this.everHad.set(key, (this.everHad.get(key) ?? new Set()).add(fieldValue(version.fields, field)))
  }
}

/** Each commit's hash covers the one before it. */
export function chainHash(previous: string, commit: Omit<Commit, 'hash'>): string {
  return createHash('sha256')
    .update([previous, commit.seq, commit.pushId, ...commit.stamps].join('|'))
    .digest('hex')
}
