/** Synchronising the open workbook, step by step. `addin/sync` implements it; the pane shows it and passes on decisions. */
import type { FieldValue, Row } from '#shared/model/index.ts'
import type { SyncAnswer } from '#shared/sync/index.ts'
import type { ServerError } from './server.ts'
import type { WorkbookError } from './workbook.ts'

export interface Synchroniser {
  readonly current: () => SyncView
  readonly subscribe: (listener: (view: SyncView) => void) => () => void
  /** Reads the workbook and says what a synchronisation would send; nothing is sent or written. */
  readonly preview: () => Promise<void>
  /** Sends, and writes the answer. `decisions` about what the preview asks; repeats itself while rows are left. */
  readonly send: (choices: SendChoices) => Promise<void>
  /** Stops after the request that is under way; what was stored stays stored. */
  readonly cancel: () => void
  readonly settle: (decision: ConflictDecision) => Promise<void>
  readonly answer: (question: QuestionDecision) => Promise<void>
  /** The person accepts that the server was put back to an earlier state. */
  readonly recover: () => Promise<void>
  /** Tries again now instead of waiting for `retryAtMs`. */
  readonly retryNow: () => void
  /** Called when another area or another workbook of this area synchronised. */
  readonly serverChanged: (seq: number) => void
  /** Called when a person edited a table of the workbook. */
  readonly workbookChanged: () => void
}

export interface SendChoices {
  /** Rows that vanished from the workbook and may be deleted on the server, and those to put back, by id. */
  readonly deletions: readonly string[]
  readonly returns: readonly string[]
  /** Why finance changes an area's rows. */
  readonly reason?: string
}

export interface ConflictDecision {
  readonly id: string
  /** Outside name of the field. */
  readonly field: string
  readonly choice:
    | { readonly kind: 'mine' }
    | { readonly kind: 'theirs' }
    | { readonly kind: 'other'; readonly value: FieldValue }
}

export interface QuestionDecision {
  readonly id: string
  /** `keep`: a row of its own, bring it back, or create it again; `drop`: remove it here, or delete it anyway. */
  readonly choice: 'keep' | 'drop'
}

export interface SyncView {
  readonly kind:
    | 'unlinked'
    | 'idle'
    | 'reading'
    | 'previewed'
    | 'sending'
    | 'writing'
    | 'waiting'
    | 'asking'
    | 'refused'
  readonly preview: PreviewView | null
  readonly conflicts: readonly ConflictView[]
  readonly questions: readonly QuestionView[]
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly outcome: OutcomeView | null
  /** When `waiting`: the workbook is the queue, so nothing is lost by closing it. */
  readonly retryAtMs: number | null
  readonly error: ServerError | WorkbookError | null
  readonly headSeq: number | null
  /** The server has something newer than this workbook. */
  readonly hasNews: boolean
  /** A table of this workbook was edited since it was last synchronised, as far as Excel told. */
  readonly hasEdits: boolean
  readonly syncedAtMs: number | null
}

export interface PreviewView {
  readonly created: readonly RowView[]
  readonly changed: readonly RowView[]
  readonly missing: readonly { readonly id: string; readonly lineNumber: string; readonly table: string }[]
  readonly heldBack: readonly RowView[]
  readonly twins: readonly RowView[]
}

export interface RowView {
  readonly lineNumber: string
  readonly description: string
  readonly sheet: string
  /** Address of the row's first cell. */
  readonly cell: string
}

export interface ConflictView {
  readonly id: string
  readonly lineNumber: string
  readonly field: string
  /** Heading of the column. */
  readonly heading: string
  /** Texts for people: amounts in euros. Null: not known. */
  readonly base: string | null
  readonly mine: string
  readonly theirs: string
  readonly kind: 'cents' | 'hours' | 'text' | 'code' | 'year' | 'date'
  readonly by: string
  readonly at: string
  readonly sheet: string
  readonly cell: string
}

export interface QuestionView {
  readonly kind: 'duplicate' | 'gone' | 'lost' | 'delete-conflict'
  readonly id: string
  readonly lineNumber: string
  readonly description: string
  readonly by: string | null
  readonly canKeep: boolean
}

export interface OutcomeView {
  readonly created: number
  readonly changed: number
  readonly deleted: number
  /** Rows of the workbook that took something from the server. */
  readonly pulled: number
  readonly pulledRows: readonly Row[]
  readonly findings: SyncAnswer['findings']
  /** Cells in which the person typed while the answer was under way. */
  readonly skippedCells: readonly string[]
}

/** Before the workbook was read. */
export const firstSyncView: SyncView = {
  kind: 'idle',
  preview: null,
  conflicts: [],
  questions: [],
  progress: null,
  outcome: null,
  retryAtMs: null,
  error: null,
  headSeq: null,
  hasNews: false,
  hasEdits: false,
  syncedAtMs: null,
}
