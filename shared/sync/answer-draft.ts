/** The plan of an answer while it is being made: what is known beforehand, and what has been decided so far. */
import type { FieldValue, Row, TableId } from '#shared/model/index.ts'
import type { AnswerPlan, OpenConflict, Question } from './answer-plan.ts'
import { identify, type OwnedRow } from './identity.ts'
import type { SyncPreview, TokenWrite } from './plan-sync.ts'
import type { ServerRow, SyncAnswer } from './protocol.ts'
import { type Decisions, type KnownRow, noDecisions, type Replica, type SheetRow } from './replica.ts'
import type { Pend } from './token.ts'

export interface AnswerInput<R extends SheetRow> {
  readonly answer: SyncAnswer
  readonly preview: Pick<SyncPreview<R>, 'request' | 'sent'>
  /** The rows as they are now. */
  readonly rows: readonly R[]
  readonly completeTables: ReadonlySet<TableId>
  readonly replica: Replica
  readonly decisions: Decisions
}

/** Written by `apply-answer.ts` only. */
export interface AnswerDraft<R extends SheetRow> {
  readonly input: AnswerInput<R>
  readonly budgetYear: number
  readonly ownedById: ReadonlyMap<string, OwnedRow<R>>
  readonly missingIds: ReadonlySet<string>
  readonly askedIds: ReadonlySet<string>
  readonly known: Map<string, KnownRow>
  /** Rows whose decisions are spent. */
  readonly settled: Set<string>
  readonly cellWrites: { source: R; values: Readonly<Record<string, FieldValue>> }[]
  readonly tokenWrites: TokenWrite<R>[]
  readonly inserts: { row: Row; token: string }[]
  readonly removals: R[]
  readonly conflicts: OpenConflict<R>[]
  readonly questions: Question<R>[]
}

export function startDraft<R extends SheetRow>(input: AnswerInput<R>): AnswerDraft<R> {
  const { owned, missing } = identify(input.rows, input.replica.known, input.completeTables)
  return {
    input,
    budgetYear: input.preview.request.jaar,
    ownedById: new Map(owned.map((row) => [row.token.id, row])),
    missingIds: new Set(missing.map(({ id }) => id)),
    askedIds: new Set(input.preview.request.known.map(([id]) => id)),
    known: new Map(input.replica.known),
    settled: new Set(),
    cellWrites: [],
    tokenWrites: [],
    inserts: [],
    removals: [],
    conflicts: [],
    questions: [],
  }
}

export function finishDraft<R extends SheetRow>(draft: AnswerDraft<R>): AnswerPlan<R> {
  const { input, known, settled, cellWrites, tokenWrites, inserts, removals, conflicts, questions } = draft
  const replica = { known, head: input.answer.head }
  const decisions = remainingDecisions(input.decisions, settled)
  return { cellWrites, tokenWrites, inserts, removals, conflicts, questions, replica, decisions }
}

export function ask<R extends SheetRow>(draft: AnswerDraft<R>, id: string, question: (source: R) => Question<R>): void {
  const source = draft.ownedById.get(id)?.source
  if (source !== undefined) draft.questions.push(question(source))
}

export function remember<R extends SheetRow>(draft: AnswerDraft<R>, server: ServerRow, pend: Pend): void {
  draft.known.set(server.id, knownOf(server, pend))
}

/** Only what a complete reading did not find: a filter may hide a row that needs the known list to be recognised. */
export function forgetMissing<R extends SheetRow>(draft: AnswerDraft<R>, id: string): void {
  if (!draft.missingIds.has(id)) return undefined
  draft.known.delete(id)
  draft.settled.add(id)
}

export function knownOf({ id, rev, hash, fields }: ServerRow, pend: Pend): KnownRow {
  return { id, table: fields.table, rev, hash, lineNumber: fields.lineNumber, pend }
}

function remainingDecisions(decisions: Decisions, settled: ReadonlySet<string>): Decisions {
  const keep = <Value>(map: ReadonlyMap<string, Value>) => new Map([...map].filter(([id]) => !settled.has(id)))
  const keepIds = (ids: ReadonlySet<string>) => new Set([...ids].filter((id) => !settled.has(id)))
  return {
    ...noDecisions,
    deletions: keep(decisions.deletions),
    returns: keepIds(decisions.returns),
    resolves: keep(decisions.resolves),
    revivals: keep(decisions.revivals),
    confirmedNew: keepIds(decisions.confirmedNew),
    orphans: keepIds(decisions.orphans),
  }
}
