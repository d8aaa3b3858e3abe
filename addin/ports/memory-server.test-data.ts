/** A server in memory for tests: the real decisions of `shared/sync` over a store of row versions, reached by a bad line. */
import { type Reference, referenceSchema, type Row } from '#shared/model/index.ts'
import { exampleReference } from '#shared/example/index.ts'
import {
  answerRows,
  answerText,
  basisNeeds,
  hasOtherHistory,
  idsToLoad,
  planPush,
  type PushBasis,
  protocolVersion,
  readAnswer,
  requestText,
  type RowVersion,
  serverRowOf,
  stampOf,
  type SyncAnswer,
  type SyncProblem,
  type SyncRequest,
  syncRequestSchema,
} from '#shared/sync/index.ts'
import { sha256 } from '#shared/sync/sha256.ts'
import { type Server, ServerError } from './server.ts'

interface Store {
  readonly versions: ReadonlyMap<string, readonly RowVersion[]>
  /** Chain hashes by number; the first is where the chain starts. */
  readonly chain: readonly string[]
  readonly pushIds: ReadonlySet<string>
}

const emptyStore: Store = { versions: new Map(), chain: [sha256('')], pushIds: new Set() }

export class MemoryServer implements Pick<Server, 'synchronise' | 'reference'> {
  store: Store = emptyStore
  by = 'Controller Holtenbroek'
  lists: Reference = exampleReference
  readonly requests: SyncRequest[] = []
  /** Runs when a request has arrived: throw to refuse it or to be out of reach. */
  onRequest: (request: SyncRequest) => void | Promise<void> = () => {}
  /** Runs when the answer is on its way: what it stored stays stored, also when the answer is lost by throwing. */
  onAnswer: (answer: SyncAnswer | undefined) => void | Promise<void> = () => {}

  readonly synchronise = async (_areaCode: string, sent: SyncRequest): Promise<SyncAnswer | undefined> => {
    const request = syncRequestSchema.parse(JSON.parse(requestText(sent)))
    this.requests.push(request)
    await this.onRequest(request)
    const answer = this.answer(request)
    await this.onAnswer(answer)
    return answer && readAnswer(JSON.parse(answerText(answer, request)), sent)
  }

  readonly reference = async (): Promise<Reference> => referenceSchema.parse(this.lists)

  liveRows(): readonly Row[] {
    return [...this.store.versions.values()].flatMap((all) => {
      const current = all.at(-1)
      return current === undefined || current.isDeleted ? [] : [current.fields]
    })
  }

  row(lineNumber: string): Row | undefined {
    return this.liveRows().find((row) => row.lineNumber === lineNumber)
  }

  private answer(request: SyncRequest): SyncAnswer | undefined {
    const basis = this.basisOf(request)
    if (hasOtherHistory(basis, request)) throw refusal('geschiedenis-wijkt-af')
    const plan = planPush(basis, request, { by: this.by, at: '2026-01-06T10:00:00Z' })
    this.append(request, plan.writes)
    const isPush = request.rows.length + request.deletions.length > 0
    const head = this.head()
    if (!isPush && plan.pulls.length + plan.lost.length === 0 && request.head?.seq === head.seq) return undefined
    const loaded = [...idsToLoad(plan)].flatMap((id) => this.store.versions.get(id)?.at(-1) ?? [])
    return {
      protocol: protocolVersion,
      head,
      seq: head.seq + 1000,
      ...answerRows(plan, new Map(loaded.map((version) => [version.id, serverRowOf(version)]))),
      findings: [],
      isReplay: basis.isReplay,
    }
  }

  private head() {
    const seq = this.store.chain.length - 1
    return { seq, hash: this.store.chain[seq] ?? '' }
  }

  private basisOf(request: SyncRequest): PushBasis {
    const needs = basisNeeds(request)
    const { versions, chain, pushIds } = this.store
    const current = [...versions.values()].flatMap((all) => all.at(-1) ?? [])
    const hashes = new Set(needs.hashes)
    return {
      head: this.head(),
      isReplay: pushIds.has(request.pushId),
      hashAtClientHead: chain[needs.clientHeadSeq ?? -1],
      index: new Map(
        current.map(({ id, rev, hash, isDeleted, fields: { table, lineNumber } }) => [
          id,
          { id, table, lineNumber, rev, hash, isDeleted },
        ]),
      ),
      versions: new Map([...needs.fromRevById.keys()].map((id) => [id, versions.get(id) ?? []])),
      liveIdByHash: new Map(
        current
          .filter(({ isDeleted }) => !isDeleted && hashes.size > 0)
          .flatMap(({ id }) => (versions.get(id) ?? []).map(({ hash }) => [hash, id] as const))
          .filter(([hash]) => hashes.has(hash)),
      ),
      divergedIds: new Set(
        request.known
          .filter(([id, stamp]) => versions.get(id)?.every((version) => stampOf(version) !== stamp))
          .map(([id]) => id),
      ),
    }
  }

  private append(request: SyncRequest, writes: readonly { readonly version: RowVersion }[]): void {
    const { versions, chain, pushIds } = this.store
    if (writes.length === 0) return
    const added = new Map(versions)
    for (const { version } of writes) added.set(version.id, [...(added.get(version.id) ?? []), version])
    const stamps = writes.map(({ version }) => `${version.id}/${stampOf(version)}`)
    this.store = {
      versions: added,
      chain: [...chain, sha256([chain.at(-1), request.pushId, ...stamps].join('|'))],
      pushIds: new Set([...pushIds, request.pushId]),
    }
  }
}

export function refusal(problem: SyncProblem): ServerError {
  return new ServerError('refused', { status: 409, problem, detail: { nl: `Geweigerd: ${problem}.`, en: problem } })
}
