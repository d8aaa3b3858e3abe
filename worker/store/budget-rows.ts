/** All live rows of a budget, as they are or as they were. */
import * as z from 'zod/mini'
import { type Row, rowSchema } from '#shared/model/index.ts'
import { sha256 } from './audit-chain.ts'

export interface StoredRow {
  readonly id: string
  readonly hash: string
  readonly fields: Row
}

const recordSchema = z.object({ row_id: z.string(), hash: z.string(), fields: z.string() })

/** `storeSeq`: as of that commit of the store; left out: as they are. */
export async function loadBudgetRows(
  db: D1Database,
  budgetId: number,
  storeSeq: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly StoredRow[]> {
  const { results } = await db
    .prepare(
      `SELECT v.row_id, v.hash, v.fields FROM row_version v WHERE v.budget_id = ?1 AND v.deleted = 0 AND v.rev =
        (SELECT max(w.rev) FROM row_version w WHERE w.budget_id = v.budget_id AND w.row_id = v.row_id AND w.seq <= ?2)`,
    )
    .bind(budgetId, storeSeq)
    .all()
  return results.map((record) => {
    const { row_id: id, hash, fields } = recordSchema.parse(record)
    return { id, hash, fields: rowSchema.parse(JSON.parse(fields)) }
  })
}

/** SHA-256 over the ids and content hashes of the rows, whatever their order: 64 hexadecimal digits. */
export function checksumOf(rows: readonly StoredRow[]): Promise<string> {
  return sha256(
    rows
      .map(({ id, hash }) => `${id}|${hash}`)
      .toSorted()
      .join('\n'),
  )
}
