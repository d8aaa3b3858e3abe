/**
 * What a synchronisation of this workbook would send, decided from its rows as they are now. The caller shows it, writes
 * the tokens, sends the request, reads the rows again and hands everything to `applyAnswer`.
 */
import { type Row, sparseRow, type TableId } from '#shared/model/index.ts'
import { identify, type OwnedRow } from './identity.ts'
import {
  bodyBytesMax,
  type PushedRow,
  protocolVersion,
  rowsPerPushMax,
  type SyncRequest,
  templateVersion,
} from './protocol.ts'
import type { Decisions, KnownRow, Replica, SheetRow } from './replica.ts'
import { rowHash } from './row-hash.ts'
import { utf8Length } from './sha256.ts'
import { formatToken, noHash, stampOf, type Token } from './token.ts'

export interface SyncInput<R extends SheetRow> {
  readonly rows: readonly R[]
  /** Tables of which every row was read, hidden and filtered rows included. */
  readonly completeTables: ReadonlySet<TableId>
  readonly replica: Replica
  readonly decisions: Decisions
  readonly workbookId: string
  readonly budgetYear: number
  readonly version: string
  /** Why finance changes an area's rows. */
  readonly reason?: string
  readonly pushId: string
  /** A new UUID v7. */
  readonly newId: () => string
}

export interface TokenWrite<R extends SheetRow> {
  readonly source: R
  /** Null clears the cell, so that the row gets an id of its own. */
  readonly token: string | null
}

/** A row as it was when the request was made. */
export interface SentRow {
  readonly row: Row
  readonly token: Token
}

export interface SyncPreview<R extends SheetRow> {
  readonly request: SyncRequest
  /** Every row that has an id, also those that are not pushed. */
  readonly sent: ReadonlyMap<string, SentRow>
  /** Write these before sending: a new row must keep its id when the answer is lost. */
  readonly tokenWrites: readonly TokenWrite<R>[]
  readonly created: readonly R[]
  readonly changed: readonly R[]
  /** Known rows that are gone from the sheet; those not decided about are to be asked. */
  readonly missing: readonly KnownRow[]
  readonly heldBack: readonly R[]
  readonly twins: readonly R[]
  readonly waiting: readonly R[]
  /** Rows beyond the limits of one request: synchronise again after this one. */
  readonly deferredCount: number
}

/** Nothing of the workbook or the replica changes by it, so it is also the preview of `--dry-run`. */
export function planSync<R extends SheetRow>(input: SyncInput<R>): SyncPreview<R> {
  const identity = identify(input.rows, input.replica.known, input.completeTables)
  const owned = [...identity.owned, ...identity.fresh.map((source) => newlyOwned(source, input.newId()))]
  const heldBack = owned.filter(({ source }) => source.isHeldBack)
  const readable = owned.filter(({ source }) => !source.isHeldBack)
  const isDirty = new Set(readable.filter((row) => mustPush(row, input.decisions)))
  const absent = [...identity.unread, ...identity.missing.filter(({ id }) => !isDecided(id, input.decisions))]
  const known = [...readable.filter((row) => !isDirty.has(row)).map(({ token }) => token), ...absent]
  const envelope = requestOf(input, {
    deletions: identity.missing.flatMap(({ id }) => deletionOf(id, input.decisions)).slice(0, rowsPerPushMax),
    known: known.map((entry): [string, string] => [entry.id, stampOf(entry)]),
    heldBack: heldBack.map(({ token }) => token.id).slice(0, rowsPerPushMax),
  })
  const pushed = urgentFirst([...isDirty], input.decisions).map((row) => ({
    row,
    pushed: pushedRow(row, input.decisions),
  }))
  const fitting = countThatFits(envelope, pushed)
  return {
    request: { ...envelope, rows: pushed.slice(0, fitting).map(({ pushed }) => pushed) },
    sent: new Map(owned.map(({ source, token }) => [token.id, { row: source.row, token }])),
    tokenWrites: owned
      .filter(({ isRepaired }) => isRepaired)
      .map(({ source, token }) => ({ source, token: formatToken(token) })),
    created: readable.filter(({ token }) => token.rev === 0).map(({ source }) => source),
    changed: [...isDirty].filter(({ token }) => token.rev > 0).map(({ source }) => source),
    missing: identity.missing,
    heldBack: [...heldBack.map(({ source }) => source), ...identity.unreadable],
    twins: identity.twins,
    waiting: [...identity.waiting],
    deferredCount: pushed.slice(fitting).filter(({ row }) => isUrgent(row, input.decisions)).length,
  }
}

/** The body to send: empty fields are left out, so that 5,000 rows stay below the limit. */
export function requestText(request: SyncRequest): string {
  return JSON.stringify({ ...request, rows: request.rows.map((row) => ({ ...row, fields: sparseRow(row.fields) })) })
}

function newlyOwned<R extends SheetRow>(source: R, id: string): OwnedRow<R> {
  return { source, token: { id, rev: 0, hash: noHash, pend: {} }, isRepaired: true }
}

function mustPush<R extends SheetRow>({ source, token }: OwnedRow<R>, decisions: Decisions): boolean {
  return (
    token.rev === 0 ||
    Object.keys(token.pend).length > 0 ||
    decisions.resolves.has(token.id) ||
    decisions.revivals.has(token.id) ||
    decisions.orphans.has(token.id) ||
    rowHash(source.row) !== token.hash
  )
}

/** A missing row that nobody decided about counts as shown, so that the server does not send it back. */
function isDecided(id: string, decisions: Decisions): boolean {
  return decisions.deletions.has(id) || decisions.returns.has(id)
}

function deletionOf(id: string, decisions: Decisions): SyncRequest['deletions'] {
  const [rev, hash] = decisions.deletions.get(id)?.split('-') ?? []
  return rev === undefined || hash === undefined ? [] : [{ id, rev: Number(rev), hash }]
}

function requestOf<R extends SheetRow>(
  input: SyncInput<R>,
  parts: Pick<SyncRequest, 'deletions' | 'known' | 'heldBack'>,
): SyncRequest {
  return {
    protocol: protocolVersion,
    template: templateVersion,
    workbookId: input.workbookId,
    pushId: input.pushId,
    jaar: input.budgetYear,
    versie: input.version,
    head: input.replica.head,
    isRecovering: input.decisions.isRecovering,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    rows: [],
    ...parts,
  }
}

function pushedRow<R extends SheetRow>({ source, token }: OwnedRow<R>, decisions: Decisions): PushedRow {
  const resolve = decisions.resolves.get(token.id)
  const revive = decisions.revivals.get(token.id)
  return {
    id: token.id,
    rev: token.rev,
    hash: token.hash,
    pend: { ...token.pend },
    fields: source.row,
    ...(resolve === undefined ? {} : { resolve: { ...resolve } }),
    ...(revive === undefined ? {} : { revive }),
    ...(decisions.confirmedNew.has(token.id) ? { isConfirmedNew: true } : {}),
    ...(decisions.orphans.has(token.id) ? { isOrphan: true } : {}),
  }
}

/** Rows with nothing but an open conflict go last: they are sent each time and must not keep others waiting for ever. */
function urgentFirst<R extends SheetRow>(rows: readonly OwnedRow<R>[], decisions: Decisions): readonly OwnedRow<R>[] {
  const urgent = rows.filter((row) => isUrgent(row, decisions))
  return [...urgent, ...rows.filter((row) => !isUrgent(row, decisions))]
}

function isUrgent<R extends SheetRow>({ token }: OwnedRow<R>, decisions: Decisions): boolean {
  return Object.keys(token.pend).length === 0 || decisions.resolves.has(token.id) || decisions.revivals.has(token.id)
}

function countThatFits(envelope: SyncRequest, rows: readonly { readonly pushed: PushedRow }[]): number {
  let bytes = utf8Length(JSON.stringify(envelope))
  let count = 0
  for (const { pushed } of rows) {
    bytes += utf8Length(JSON.stringify({ ...pushed, fields: sparseRow(pushed.fields) })) + 1
    if (count === rowsPerPushMax || bytes > bodyBytesMax) break
    count++
  }
  return count
}
