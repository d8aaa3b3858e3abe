import * as z from 'zod/mini'
import { type BudgetKey, type BudgetState, budgetStates } from '#shared/model/index.ts'
import type { Head } from '#shared/sync/index.ts'
import { chainStart } from './audit-chain.ts'

export interface StoredBudget {
  readonly budgetId: number
  readonly state: BudgetState
}

const budgetRecordSchema = z.object({ budget_id: z.int(), state: z.enum(budgetStates) })
const yearRecordSchema = z.object({ area_code: z.string(), year: z.int() })
const headRecordSchema = z.object({ area_seq: z.int(), hash: z.string() })

/** Undefined: nobody ever pushed to it. */
export async function findBudget(db: D1Database, key: BudgetKey): Promise<StoredBudget | undefined> {
  const record = await db
    .prepare('SELECT budget_id, state FROM budget WHERE area_code = ?1 AND budget_year = ?2 AND version = ?3')
    .bind(key.areaCode, key.year, key.version)
    .first()
  return record === null ? undefined : budgetOf(record)
}

/** The newest budget year of each area; an area without a budget is left out. */
export async function loadLatestYears(
  db: D1Database,
  areaCodes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (areaCodes.length === 0) return new Map()
  const { results } = await db
    .prepare(
      `SELECT b.area_code, max(b.budget_year) AS year
        FROM json_each(?1) j CROSS JOIN budget b ON b.area_code = j.value GROUP BY b.area_code`,
    )
    .bind(JSON.stringify(areaCodes))
    .all()
  return new Map(
    results.map((record) => {
      const { area_code: areaCode, year } = yearRecordSchema.parse(record)
      return [areaCode, year]
    }),
  )
}

/** The budget, made empty and in concept when it is new: then it has no parts that are missing either. */
export async function findOrCreateBudget(db: D1Database, key: BudgetKey): Promise<StoredBudget> {
  const existing = await findBudget(db, key)
  if (existing) return existing
  await db
    .prepare(
      'INSERT INTO budget (area_code, budget_year, version, parts_kept) VALUES (?1, ?2, ?3, 1) ON CONFLICT DO NOTHING',
    )
    .bind(key.areaCode, key.year, key.version)
    .run()
  const made = await findBudget(db, key)
  if (made === undefined) throw new Error(`Budget ${key.areaCode} ${key.year} ${key.version} was not made.`)
  return made
}

/** The area's head, and the chain hash at an earlier commit of it; undefined when there is no such commit. */
export async function loadHeads(
  db: D1Database,
  areaCode: string,
  earlierSeq: number,
): Promise<{ readonly head: Head; readonly earlierHash: string | undefined }> {
  const [newest, earlier] = await db.batch([
    db
      .prepare('SELECT area_seq, hash FROM commit_log WHERE area_code = ?1 ORDER BY area_seq DESC LIMIT 1')
      .bind(areaCode),
    db
      .prepare('SELECT area_seq, hash FROM commit_log WHERE area_code = ?1 AND area_seq = ?2')
      .bind(areaCode, earlierSeq),
  ])
  const start = { seq: 0, hash: chainStart }
  return {
    head: newest?.results[0] === undefined ? start : headOf(newest.results[0]),
    earlierHash: earlierSeq === 0 ? chainStart : earlier?.results.map(headOf).at(0)?.hash,
  }
}

function budgetOf(record: unknown): StoredBudget {
  const { budget_id: budgetId, state } = budgetRecordSchema.parse(record)
  return { budgetId, state }
}

function headOf(record: unknown): Head {
  const { area_seq: seq, hash } = headRecordSchema.parse(record)
  return { seq, hash }
}
