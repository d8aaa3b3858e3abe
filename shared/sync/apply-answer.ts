/**
 * From an answer, the request that it answers, and the rows as they are now (the person may have typed, sorted, deleted
 * or undone meanwhile) to what must be written, asked and remembered.
 */
import { fieldIdOf, type FieldValue, fieldValue, type Row } from '#shared/model/index.ts'
import {
  type AnswerDraft,
  type AnswerInput,
  ask,
  finishDraft,
  forgetMissing,
  knownOf,
  remember,
  startDraft,
} from './answer-draft.ts'
import type { AnswerPlan, OpenConflict } from './answer-plan.ts'
import type { OwnedRow } from './identity.ts'
import type { RowResult, ServerRow } from './protocol.ts'
import type { KnownRow, SheetRow } from './replica.ts'
import { isSameContent } from './row-hash.ts'
import { mergeIntoSheet, pendOfAllDiffering } from './sheet-merge.ts'
import { formatToken, type Pend, parseToken, stampOf, type Token } from './token.ts'

export function applyAnswer<R extends SheetRow>(input: AnswerInput<R>): AnswerPlan<R> {
  const draft = startDraft(input)
  for (const result of input.answer.results) applyResult(draft, result)
  for (const { row, isDiverged } of input.answer.rows) applyPull(draft, row, isDiverged)
  for (const id of input.answer.lost) applyLost(draft, id)
  rememberUnchanged(draft)
  return finishDraft(draft)
}

/**
 * The person says that a row is the server's row: it takes that identity, and where their contents differ each field
 * becomes a conflict.
 */
export function adoptedIdentity(row: Row, server: ServerRow, budgetYear: number): { token: string; known: KnownRow } {
  const known = knownOf(server, pendOfAllDiffering(row, server.fields, budgetYear))
  return { token: formatToken(known), known }
}

function applyResult<R extends SheetRow>(draft: AnswerDraft<R>, result: RowResult): void {
  if (result.kind !== 'unknown') draft.settled.add(result.id)
  switch (result.kind) {
    case 'accepted':
      return applyMerged(draft, result.row, [], {})
    case 'conflict':
      return applyMerged(draft, result.row, result.fields, result.base)
    case 'duplicate':
      return applyDuplicate(draft, result)
    case 'gone':
      return ask(draft, result.id, (source) => ({ kind: 'gone', source, id: result.id, row: result.row }))
    case 'unknown':
      return ask(draft, result.id, (source) => ({ kind: 'lost', source, id: result.id }))
    case 'deleted':
      draft.known.delete(result.id)
      return undefined
    case 'delete-conflict':
      draft.questions.push({ kind: 'delete-conflict', id: result.id, row: result.row })
      return undefined
  }
}

function applyMerged<R extends SheetRow>(
  draft: AnswerDraft<R>,
  server: ServerRow,
  fields: readonly string[],
  base: Readonly<Record<string, FieldValue>>,
): void {
  const owned = draft.ownedById.get(server.id)
  const sent = draft.input.preview.sent.get(server.id)
  if (sent === undefined) return undefined
  if (owned === undefined) return rememberAbsent(draft, sent.row, server)
  // An undo or another instance moved the row to another version: the next round starts from there.
  if (!isSameToken(owned.token, sent.token)) return undefined
  const merge = mergeIntoSheet(owned.source.row, sent, server.fields, new Set(fields), draft.budgetYear)
  writeRow(draft, owned.source, server, merge.values, merge.pend)
  // Also a field that was typed in meanwhile: the server's value is not in the cell, so the list is where it is shown.
  for (const field of Object.keys(merge.pend))
    draft.conflicts.push(conflictOf(draft, owned.source, server, field, base[field]))
}

/**
 * Gone from the sheet meanwhile. It is remembered, so that its deletion is asked about, but only as a version that the
 * person has seen: confirming the deletion of a version that never was on screen would delete somebody else's edit.
 */
function rememberAbsent<R extends SheetRow>(draft: AnswerDraft<R>, sent: Row, server: ServerRow): void {
  if (isSameContent(sent, server.fields)) remember(draft, server, {})
}

function applyDuplicate<R extends SheetRow>(
  draft: AnswerDraft<R>,
  result: Extract<RowResult, { kind: 'duplicate' }>,
): void {
  const owned = draft.ownedById.get(result.id)
  const sent = draft.input.preview.sent.get(result.id)
  if (owned === undefined || sent === undefined) return undefined
  if (result.row.id === result.id) return disown(draft, owned)
  const isPresent = draft.ownedById.has(result.row.id)
  if (!isPresent && isSameContent(sent.row, result.row.fields)) return writeRow(draft, owned.source, result.row, {}, {})
  const { row, id, isEarlierContent } = result
  draft.questions.push({ kind: 'duplicate', source: owned.source, id, row, isEarlierContent, isPresent })
}

/** The id belongs to a row of another table (a token was pasted across): this row needs one of its own. */
function disown<R extends SheetRow>(draft: AnswerDraft<R>, { source, token }: OwnedRow<R>): void {
  draft.tokenWrites.push({ source, token: null })
  draft.known.delete(token.id)
}

function applyPull<R extends SheetRow>(draft: AnswerDraft<R>, server: ServerRow, isDiverged: boolean): void {
  const owned = draft.ownedById.get(server.id)
  if (owned === undefined) return server.isDeleted ? forgetMissing(draft, server.id) : insert(draft, server)
  if (owned.source.row.table !== server.fields.table) return disown(draft, owned)
  const sent = draft.input.preview.sent.get(server.id)
  const isAsked = sent !== undefined && draft.askedIds.has(server.id)
  if (!isAsked || !isSameToken(owned.token, sent.token)) return undefined
  if (server.isDeleted) return applyTombstone(draft, owned, sent.row, server, isDiverged)
  if (!isDiverged) return applyMerged(draft, server, [], {})
  const pend = pendOfAllDiffering(owned.source.row, server.fields, draft.budgetYear)
  writeRow(draft, owned.source, server, {}, pend)
  for (const field of Object.keys(pend)) draft.conflicts.push(conflictOf(draft, owned.source, server, field, undefined))
}

function applyTombstone<R extends SheetRow>(
  draft: AnswerDraft<R>,
  { source }: OwnedRow<R>,
  sent: Row,
  server: ServerRow,
  isDiverged: boolean,
): void {
  // Not in the known list: the deletion had been taken over here, and the person brought the row back (undo).
  if (isDiverged || !draft.known.has(server.id)) {
    draft.questions.push({ kind: 'gone', source, id: server.id, row: server })
  } else if (isSameContent(source.row, sent)) {
    draft.removals.push(source)
    draft.known.delete(server.id)
  }
}

/** A row that is new here. Not when its number stands in the sheet: the next push of that row tells whether it is the same. */
function insert<R extends SheetRow>(draft: AnswerDraft<R>, server: ServerRow): void {
  const { rows, completeTables, decisions, preview } = draft.input
  const isWanted = !draft.known.has(server.id) || decisions.returns.has(server.id)
  const isBeingDeleted = preview.request.deletions.some(({ id }) => id === server.id)
  const stands = rows.some(
    ({ row, token }) =>
      parseToken(token)?.id === server.id ||
      (row.table === server.fields.table && fieldValue(row, 'lineNumber') === server.fields.lineNumber),
  )
  if (!isWanted || isBeingDeleted || stands || !completeTables.has(server.fields.table)) return undefined
  draft.inserts.push({ row: server.fields, token: formatToken(knownOf(server, {})) })
  draft.settled.add(server.id)
  return remember(draft, server, {})
}

function applyLost<R extends SheetRow>(draft: AnswerDraft<R>, id: string): void {
  if (draft.missingIds.has(id)) forgetMissing(draft, id)
  else ask(draft, id, (source) => ({ kind: 'lost', source, id }))
}

/** Rows that the server agrees with enter the known list, in case the hidden sheet had lost them. */
function rememberUnchanged<R extends SheetRow>(draft: AnswerDraft<R>): void {
  const { answer, preview } = draft.input
  const differing = new Set([...answer.rows.map(({ row }) => row.id), ...answer.lost])
  for (const [id, { row, token }] of preview.sent)
    if (draft.askedIds.has(id) && !differing.has(id) && !draft.known.has(id) && draft.ownedById.has(id))
      draft.known.set(id, { ...token, table: row.table, lineNumber: row.lineNumber })
}

function writeRow<R extends SheetRow>(
  draft: AnswerDraft<R>,
  source: R,
  server: ServerRow,
  values: Readonly<Record<string, FieldValue>>,
  pend: Pend,
): void {
  if (Object.keys(values).length > 0) draft.cellWrites.push({ source, values })
  const token = formatToken({ ...server, pend })
  if (token !== source.token) draft.tokenWrites.push({ source, token })
  remember(draft, server, pend)
}

function conflictOf<R extends SheetRow>(
  draft: AnswerDraft<R>,
  source: R,
  server: ServerRow,
  field: string,
  base: FieldValue | undefined,
): OpenConflict<R> {
  const fieldId = fieldIdOf(server.fields.table, field, draft.budgetYear) ?? field
  const { id, by, at, fields } = server
  const [mine, theirs] = [fieldValue(source.row, fieldId), fieldValue(fields, fieldId)]
  const { lineNumber } = fields
  return { source, id, lineNumber, field, fieldId, base, mine, theirs, shown: stampOf(server), by, at }
}

function isSameToken(a: Token, b: Token): boolean {
  return formatToken(a) === formatToken(b)
}
