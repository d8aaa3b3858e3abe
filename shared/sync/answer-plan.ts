/**
 * What the client does with an answer. `apply-answer.ts` decides it; the caller carries it out in one undo group, cells
 * before tokens: a row that a co-author receives by halves is then dirty for a moment, never wrong.
 */
import type { FieldValue, Row } from '#shared/model/index.ts'
import type { TokenWrite } from './plan-sync.ts'
import type { ServerRow } from './protocol.ts'
import type { Decisions, Replica, SheetRow } from './replica.ts'

export interface AnswerPlan<R extends SheetRow> {
  readonly cellWrites: readonly CellWrite<R>[]
  readonly tokenWrites: readonly TokenWrite<R>[]
  readonly inserts: readonly { readonly row: Row; readonly token: string }[]
  readonly removals: readonly R[]
  readonly replica: Replica
  /** Those that this answer did not settle. */
  readonly decisions: Decisions
  readonly conflicts: readonly OpenConflict<R>[]
  readonly questions: readonly Question<R>[]
}

export interface CellWrite<R extends SheetRow> {
  readonly source: R
  /** By field id of `shared/model`, not by outside name. */
  readonly values: Readonly<Record<string, FieldValue>>
}

/** Both sides changed a field. The cell keeps mine until the person chooses. */
export interface OpenConflict<R extends SheetRow> {
  readonly source: R
  readonly id: string
  readonly lineNumber: string
  /** Outside name. */
  readonly field: string
  /** Its id in `shared/model`. */
  readonly fieldId: string
  /** Undefined when no common version is known. */
  readonly base: FieldValue | undefined
  readonly mine: FieldValue
  readonly theirs: FieldValue
  /** Stamp that a decision for "mine" must carry. */
  readonly shown: string
  readonly by: string
  readonly at: string
}

export type Question<R extends SheetRow> =
  /** The same line? `isPresent`: that line stands in this sheet already, so it can only be removed or renumbered. */
  | {
      readonly kind: 'duplicate'
      readonly source: R
      readonly id: string
      readonly row: ServerRow
      readonly isEarlierContent: boolean
      readonly isPresent: boolean
    }
  /** Deleted elsewhere: bring it back, or remove it here too. */
  | { readonly kind: 'gone'; readonly source: R; readonly id: string; readonly row: ServerRow }
  /** The server was put back to before this row: create it again, or remove it here too. */
  | { readonly kind: 'lost'; readonly source: R; readonly id: string }
  /** Changed since the person confirmed its deletion: delete it anyway, or put it back into the sheet. */
  | { readonly kind: 'delete-conflict'; readonly id: string; readonly row: ServerRow }
