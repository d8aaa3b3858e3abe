/** Adds one commit to the chain of an area: of a push with its rows, or of an event in the life of a budget without any. */
import type { ChainLink } from './audit-chain.ts'

export interface ChainCommit {
  readonly budgetId: number
  readonly link: ChainLink
  readonly hash: string
  /** Versions of rows that come with it. */
  readonly rowCount: number
}

/** The unique (area, area_seq) is the compare-and-set on the area's head. Gives the store's number of the commit. */
export function commitStatement(db: D1Database, { budgetId, link, hash, rowCount }: ChainCommit): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid, reason, at_ms,
        row_count, content_hash, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
    )
    .bind(
      link.areaCode,
      link.areaSeq,
      budgetId,
      link.pushId,
      link.workbookId,
      link.actorTid,
      link.actorOid,
      link.reason,
      link.atMs,
      rowCount,
      link.contentHash,
      link.prevHash,
      hash,
    )
}
