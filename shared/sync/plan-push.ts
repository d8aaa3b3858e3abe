/** What the server does with one push: every decision, no I/O. The store reads the basis before and commits the plan after. */
import { fieldValue, type TableId } from '#shared/model/index.ts'
import { mergeRow, withLaterFields } from './merge.ts'
import type { PushedRow, RowResult, ServerRow, SyncAnswer, SyncRequest } from './protocol.ts'
import type { PlannedResult, PushBasis, PushPlan, RowVersion } from './push-plan.ts'
import { isSameContent, rowHash, tombstoneHash } from './row-hash.ts'
import { noStamp, revOf, stampOf } from './token.ts'

/** Who pushes, and when the server received it (ISO 8601, UTC). */
export interface PushMeta {
  readonly by: string
  readonly at: string
}

/** What the server must load to make a `PushBasis`, besides the head and the index of the budget. */
export interface BasisNeeds {
  /** Where to look up the area's chain hash; undefined: the workbook never synchronised. */
  readonly clientHeadSeq: number | undefined
  /** Pushed and deleted rows -> load their versions from this rev on, and always the current one. */
  readonly fromRevById: ReadonlyMap<string, number>
  /** Content hashes of rows that may be created: load which live row has or once had them. */
  readonly hashes: readonly string[]
}

export function basisNeeds(request: SyncRequest): BasisNeeds {
  const fromRevById = new Map<string, number>()
  for (const row of request.rows) fromRevById.set(row.id, oldestBase(row))
  for (const deletion of request.deletions) fromRevById.set(deletion.id, deletion.rev)
  const mayCreate = request.rows.filter((row) => (row.rev === 0 || row.isOrphan) && !row.isConfirmedNew)
  return { clientHeadSeq: request.head?.seq, fromRevById, hashes: mayCreate.map((row) => rowHash(row.fields)) }
}

/**
 * The head that the workbook last saw is not in this area's history: the server was put back to an earlier state. The
 * person must know before anything is synchronised (`geschiedenis-wijkt-af`).
 */
export function hasOtherHistory(basis: PushBasis, request: SyncRequest): boolean {
  return !request.isRecovering && request.head !== null && basis.hashAtClientHead !== request.head.hash
}

/** Decides about every row, and which other rows the workbook lacks. The commit must be refused when the head has moved. */
export function planPush(basis: PushBasis, request: SyncRequest, meta: PushMeta): PushPlan {
  const draft = startDraft(basis, request, meta)
  const results = new Map<string, PlannedResult>()
  for (const { id, rev, hash } of request.deletions)
    if (!results.has(id)) addResult(results, planDeletion(draft, id, stampOf({ rev, hash })))
  for (const row of request.rows) if (!results.has(row.id)) addResult(results, planRow(draft, row))
  const answered = new Set([...draft.pushedIds, ...request.heldBack])
  return { writes: [...draft.writes.values()], results: [...results.values()], ...planPulls(basis, request, answered) }
}

/** Rows to read after the commit, for `answerRows`. */
export function idsToLoad(plan: PushPlan): ReadonlySet<string> {
  const duplicates = plan.results.flatMap((result) => (result.kind === 'duplicate' ? [result.duplicateOf] : []))
  return new Set([...duplicates, ...plan.pulls.map((pull) => pull.id)])
}

/** The part of the answer that is about rows. `loaded` holds the current version of every row of `idsToLoad`. */
export function answerRows(
  plan: PushPlan,
  loaded: ReadonlyMap<string, ServerRow>,
): Pick<SyncAnswer, 'results' | 'rows' | 'lost'> {
  return {
    results: plan.results.map((result) => (result.kind === 'duplicate' ? duplicateResult(result, loaded) : result)),
    rows: plan.pulls.map(({ id, isDiverged }) => ({ row: loadedRow(loaded, id), isDiverged })),
    lost: [...plan.lost],
  }
}

export function serverRowOf({ id, rev, hash, isDeleted, fields, by, at }: RowVersion): ServerRow {
  return { id, rev, hash, isDeleted, fields, by, at }
}

function oldestBase(row: PushedRow): number {
  const pended = Object.values(row.pend).filter((stamp) => stamp !== noStamp)
  return Math.min(row.rev, ...pended.map(revOf))
}

/** The state while planning: the basis, and what this push has changed about it so far. */
interface Draft {
  readonly basis: PushBasis
  readonly request: SyncRequest
  readonly meta: PushMeta
  readonly pushedIds: ReadonlySet<string>
  readonly writes: Map<string, PushPlan['writes'][number]>
  readonly liveIdByNumber: Map<string, string>
}

function startDraft(basis: PushBasis, request: SyncRequest, meta: PushMeta): Draft {
  const liveIdByNumber = new Map<string, string>()
  for (const entry of basis.index.values())
    if (!entry.isDeleted) liveIdByNumber.set(numberKey(entry.table, entry.lineNumber), entry.id)
  const pushedIds = new Set([...request.rows.map((row) => row.id), ...request.deletions.map((deletion) => deletion.id)])
  return { basis, request, meta, pushedIds, writes: new Map(), liveIdByNumber }
}

/** A replay writes nothing and leaves out what it would have to write, so the workbook's row stays as it is. */
function addResult(results: Map<string, PlannedResult>, result: PlannedResult | undefined): void {
  if (result !== undefined) results.set(result.id, result)
}

function planDeletion(draft: Draft, id: string, shown: string): PlannedResult | undefined {
  const current = currentOf(draft, id)
  if (current === undefined || current.isDeleted) return { kind: 'deleted', id }
  if (stampOf(current) !== shown) return { kind: 'delete-conflict', id, row: serverRowOf(current) }
  const version = write(draft, { id, fields: current.fields, isDeleted: true })
  return version && { kind: 'deleted', id }
}

function planRow(draft: Draft, row: PushedRow): PlannedResult | undefined {
  const current = currentOf(draft, row.id)
  if (current === undefined) return planCreation(draft, row)
  if (current.fields.table !== row.fields.table) return duplicate(row.id, row.id, false)
  if (current.isDeleted) return planRevival(draft, row, current)
  return planMerge(draft, row, current)
}

function planCreation(draft: Draft, row: PushedRow): PlannedResult | undefined {
  if (row.rev > 0 && !row.isOrphan) return { kind: 'unknown', id: row.id }
  const sameNumber = holderOfNumber(draft, row)
  if (sameNumber !== undefined) return duplicate(row.id, sameNumber, false)
  const sameContent = row.isConfirmedNew ? undefined : draft.basis.liveIdByHash.get(rowHash(row.fields))
  if (sameContent !== undefined) return duplicate(row.id, sameContent, true)
  return accepted(write(draft, { id: row.id, fields: row.fields, isDeleted: false }))
}

function planRevival(draft: Draft, row: PushedRow, tombstone: RowVersion): PlannedResult | undefined {
  if (row.revive !== stampOf(tombstone)) return { kind: 'gone', id: row.id, row: serverRowOf(tombstone) }
  const sameNumber = holderOfNumber(draft, row)
  if (sameNumber !== undefined) return duplicate(row.id, sameNumber, false)
  const fields = withLaterFields(row.fields, tombstone.fields, draft.request.template)
  return accepted(write(draft, { id: row.id, fields, isDeleted: false }))
}

function planMerge(draft: Draft, row: PushedRow, current: RowVersion): PlannedResult | undefined {
  const merged = mergeRow(row, {
    versions: draft.basis.versions.get(row.id) ?? [],
    current,
    workbookId: draft.request.workbookId,
    budgetYear: draft.request.jaar,
    template: draft.request.template,
  })
  const holder = holderOfNumber(draft, { id: row.id, fields: merged.fields })
  const isClash = holder !== undefined && merged.fields.lineNumber !== current.fields.lineNumber
  const fields = isClash ? { ...merged.fields, lineNumber: current.fields.lineNumber } : merged.fields
  const clash = isClash ? [{ field: 'lineNumber', base: current.fields.lineNumber }] : []
  const conflicts = [...merged.conflicts, ...clash]
  const version = isSameContent(fields, current.fields)
    ? current
    : write(draft, { id: row.id, fields, isDeleted: false })
  if (version === undefined || conflicts.length === 0) return accepted(version)
  const known = conflicts.flatMap(({ field, base }) => (base === undefined ? [] : [[field, base] as const]))
  return {
    kind: 'conflict',
    id: row.id,
    row: serverRowOf(version),
    fields: conflicts.map((conflict) => conflict.field),
    base: Object.fromEntries(known),
  }
}

function planPulls(
  basis: PushBasis,
  request: SyncRequest,
  answered: ReadonlySet<string>,
): Pick<PushPlan, 'pulls' | 'lost'> {
  const known = new Map(request.known)
  const differing = [...basis.index.values()].filter(({ id, rev, hash, isDeleted }) => {
    const shown = known.get(id)
    if (answered.has(id) || (shown === undefined && isDeleted)) return false
    return shown !== stampOf({ rev, hash })
  })
  return {
    pulls: differing.map(({ id }) => ({ id, isDiverged: basis.divergedIds.has(id) })),
    lost: [...known.keys()].filter((id) => !basis.index.has(id) && !answered.has(id)),
  }
}

function currentOf(draft: Draft, id: string): RowVersion | undefined {
  const written = draft.writes.get(id)
  if (written !== undefined) return written.version
  return draft.basis.index.has(id) ? draft.basis.versions.get(id)?.at(-1) : undefined
}

/** Adds the row's next version to the plan; undefined when this push is a replay and may not write. */
function write(draft: Draft, next: Pick<RowVersion, 'id' | 'fields' | 'isDeleted'>): RowVersion | undefined {
  if (draft.basis.isReplay) return undefined
  const before = currentOf(draft, next.id)
  const version: RowVersion = {
    ...next,
    rev: (before?.rev ?? 0) + 1,
    hash: next.isDeleted ? tombstoneHash(next.fields) : rowHash(next.fields),
    workbookId: draft.request.workbookId,
    pushId: draft.request.pushId,
    ...draft.meta,
  }
  draft.writes.set(next.id, { version, before })
  if (before !== undefined && !before.isDeleted) draft.liveIdByNumber.delete(numberKeyOf(before))
  if (!next.isDeleted) draft.liveIdByNumber.set(numberKeyOf(version), next.id)
  return version
}

/** The live row, other than this one, that has this row's number in the same table. */
function holderOfNumber(draft: Draft, row: Pick<RowVersion, 'id' | 'fields'>): string | undefined {
  const holder = draft.liveIdByNumber.get(numberKeyOf(row))
  return holder === row.id ? undefined : holder
}

function numberKeyOf(row: Pick<RowVersion, 'fields'>): string {
  return numberKey(row.fields.table, String(fieldValue(row.fields, 'lineNumber')))
}

function numberKey(table: TableId, lineNumber: string): string {
  return `${table}:${lineNumber}`
}

function accepted(version: RowVersion | undefined): PlannedResult | undefined {
  return version && { kind: 'accepted', id: version.id, row: serverRowOf(version) }
}

function duplicate(id: string, duplicateOf: string, isEarlierContent: boolean): PlannedResult {
  return { kind: 'duplicate', id, duplicateOf, isEarlierContent }
}

function duplicateResult(
  { id, duplicateOf, isEarlierContent }: Extract<PlannedResult, { kind: 'duplicate' }>,
  loaded: ReadonlyMap<string, ServerRow>,
): RowResult {
  return { kind: 'duplicate', id, row: loadedRow(loaded, duplicateOf), isEarlierContent }
}

function loadedRow(loaded: ReadonlyMap<string, ServerRow>, id: string): ServerRow {
  const row = loaded.get(id)
  if (row === undefined) throw new Error(`Row ${id} of the answer was not loaded; load every id of idsToLoad(plan).`)
  return row
}
