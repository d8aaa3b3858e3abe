/** Which budgets were committed to, from a commit number on. */
import * as z from 'zod/mini'
import type { areaChangeSchema } from '#shared/questions/index.ts'

export type AreaChange = z.infer<typeof areaChangeSchema>

const changesMax = 1_000

const changeRecordSchema = z.object({
  seq: z.int(),
  area_code: z.string(),
  budget_year: z.int(),
  version: z.string(),
  touched: z.string(),
  is_step: z.int(),
})
const areasSchema = z.array(z.string())
const newestRecordSchema = z.object({ seq: z.int() })

export interface ChangesSince {
  /** The store's newest commit number; 0 before the first. */
  readonly newestSeq: number
  /** Oldest first, at most 1,000: then those after the last one are asked for next. */
  readonly changes: readonly AreaChange[]
}

export async function loadChangesSince(db: D1Database, seq: number): Promise<ChangesSince> {
  const [newest, changes] = await db.batch([
    db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commit_log'),
    db
      .prepare(
        `SELECT c.seq, b.area_code, b.budget_year, b.version, (SELECT json_group_array(f.area_code)
            FROM finding_change f WHERE f.seq = c.seq AND f.area_code <> b.area_code) AS touched,
            EXISTS (SELECT 1 FROM life_event e WHERE e.seq = c.seq) AS is_step
          FROM commit_log c CROSS JOIN budget b ON b.budget_id = c.budget_id
          WHERE c.seq > ?1 ORDER BY c.seq LIMIT ${changesMax}`,
      )
      .bind(seq),
  ])
  return {
    newestSeq: newestRecordSchema.parse(newest?.results[0]).seq,
    changes: (changes?.results ?? []).map((record) => {
      const { seq, touched, is_step, ...budget } = changeRecordSchema.parse(record)
      const { area_code: gebied, budget_year: jaar, version: versie } = budget
      const raakt = areasSchema.parse(JSON.parse(touched))
      const stap = is_step === 1 ? { stap: true as const } : {}
      return { gebied, jaar, versie, seq, ...(raakt.length > 0 && { raakt }), ...stap }
    }),
  }
}

/** Where to ask from the next time: the last change given when there may be more, else the newest number. */
export function nextSeq({ newestSeq, changes }: ChangesSince): number {
  return changes.length < changesMax ? newestSeq : (changes.at(-1)?.seq ?? newestSeq)
}
