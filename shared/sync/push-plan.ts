/** What the server reads before it decides about a push, and what it decides. `plan-push.ts` maps one to the other. */
import type { Row, TableId } from '#shared/model/index.ts'
import type { Head, RowResult } from './protocol.ts'

/** One version of one row. */
export interface RowVersion {
  readonly id: string
  readonly rev: number
  readonly hash: string
  readonly isDeleted: boolean
  readonly fields: Row
  readonly workbookId: string
  readonly pushId: string
  readonly by: string
  readonly at: string
}

export interface IndexEntry {
  readonly id: string
  readonly table: TableId
  readonly lineNumber: string
  readonly rev: number
  readonly hash: string
  readonly isDeleted: boolean
}

export interface PushBasis {
  readonly head: Head
  /** A commit with this push id exists: the same request came twice, so nothing may be written for it. */
  readonly isReplay: boolean
  /** The chain hash of this area at the client's head (at 0: where chains start); undefined when there is no such commit. */
  readonly hashAtClientHead: string | undefined
  /** Every row of the budget, tombstones included. */
  readonly index: ReadonlyMap<string, IndexEntry>
  /**
   * Versions of pushed and deleted rows, oldest first: always the current one, and all from the oldest base that the
   * request names (rev of the row or of a pend) when that is not the current one.
   */
  readonly versions: ReadonlyMap<string, readonly RowVersion[]>
  /** Content hash -> live row that has or once had it, for rows that would be created. */
  readonly liveIdByHash: ReadonlyMap<string, string>
  /** Stamps among the request's known list that are not a version of their row: id. Only of rows that differ. */
  readonly divergedIds: ReadonlySet<string>
}

/** A result as planned. The row that a duplicate would repeat is read after the commit, together with the pulls. */
export type PlannedResult =
  | Exclude<RowResult, { kind: 'duplicate' }>
  | {
      readonly kind: 'duplicate'
      readonly id: string
      readonly duplicateOf: string
      readonly isEarlierContent: boolean
    }

export interface PushPlan {
  /** New versions to write, at most one a row; `before` is the version it replaces. */
  readonly writes: readonly { readonly version: RowVersion; readonly before: RowVersion | undefined }[]
  readonly results: readonly PlannedResult[]
  /** Rows to send back, besides those in `results`. */
  readonly pulls: readonly { readonly id: string; readonly isDiverged: boolean }[]
  readonly lost: readonly string[]
}
