import * as z from 'zod/mini'

const receiptRecordSchema = z.nullable(z.object({ body_hash: z.string() }))
const seqRecordSchema = z.object({ seq: z.int() })

/** SHA-256 of the body of a push that was decided before; undefined when there is none. */
export async function findReceipt(db: D1Database, pushId: string): Promise<string | undefined> {
  const record = await db.prepare('SELECT body_hash FROM push_receipt WHERE push_id = ?1').bind(pushId).first()
  return receiptRecordSchema.parse(record)?.body_hash
}

/** The store's commit number: 0 before the first commit. */
export async function newestSeq(db: D1Database): Promise<number> {
  return seqRecordSchema.parse(await db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commit_log').first()).seq
}
