/** The lists in the store: what stands, one batch for what changes, and the history of an item. */
import type { D1Database } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { type KeptListName, keptListNames } from '#shared/model/index.ts'
import type { StandingItem } from '../lists/list-item.ts'
import type { PlannedItem } from '../lists/plan-load.ts'
import { jsonParameters } from './json-parameter.ts'
import { listDueStatements } from './subject-due.ts'

/** One state of all lists. */
export interface StandingLists {
  readonly items: readonly StandingItem[]
  /** Number of the newest change; 0 before the first. */
  readonly lastChange: number
}

const standingSchema = z.object({
  kind: z.enum(keptListNames),
  code: z.string(),
  first_year: z.int(),
  item_version: z.int(),
  body: z.string(),
})
const newestSchema = z.object({ id: z.int() })

export async function loadLists(db: D1Database): Promise<StandingLists> {
  const [items, newest] = await db.batch([
    db.prepare('SELECT kind, code, first_year, item_version, body FROM reference_item ORDER BY kind, code, first_year'),
    db.prepare('SELECT coalesce(max(change_id), 0) AS id FROM reference_change'),
  ])
  return {
    items: (items?.results ?? []).map(standingItem),
    lastChange: newestSchema.parse(newest?.results[0]).id,
  }
}

export async function loadList(db: D1Database, kind: KeptListName): Promise<readonly StandingItem[]> {
  const { results } = await db
    .prepare(
      `SELECT kind, code, first_year, item_version, body FROM reference_item WHERE kind = ?1
        ORDER BY code, first_year`,
    )
    .bind(kind)
    .all()
  return results.map(standingItem)
}

function standingItem(record: unknown): StandingItem {
  const { kind, code, first_year: firstYear, item_version: version, body } = standingSchema.parse(record)
  return { kind, code, firstYear, version, item: JSON.parse(body) }
}

export interface ListChange {
  readonly items: readonly PlannedItem[]
  /** The state that was decided on. */
  readonly lastChange: number
  /** `tenant:object id`; never a name. */
  readonly actor: string
  readonly atMs: number
}

/** Writes all items or none. 'moved': somebody changed a list after it was read, so decide again. */
export async function commitLists(db: D1Database, change: ListChange): Promise<'kept' | 'moved'> {
  const { items, lastChange, actor, atMs } = change
  const rows = items.map(({ kind, code, firstYear, version, item }, i) => [
    lastChange + 1 + i,
    kind,
    code,
    firstYear,
    version,
    JSON.stringify(item),
  ])
  try {
    await db.batch([
      ...jsonParameters(rows).flatMap((parameter) => [
        db
          .prepare(
            `INSERT INTO reference_change (change_id, kind, code, first_year, item_version, body, actor, at_ms)
              SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, ?2, ?3
              FROM json_each(?1)`,
          )
          .bind(parameter, actor, atMs),
        db
          .prepare(
            `INSERT INTO reference_item (kind, code, first_year, item_version, body)
              SELECT value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?1) WHERE true
              ON CONFLICT DO UPDATE SET item_version = excluded.item_version, body = excluded.body`,
          )
          .bind(parameter),
      ]),
      ...listDueStatements(db, items),
    ])
    return 'kept'
  } catch (error) {
    if (String(error).includes('UNIQUE constraint failed: reference_change.')) return 'moved'
    throw error
  }
}

export interface ItemVersion {
  readonly firstYear: number
  readonly version: number
  /** Name of the person as it is now; null: not a person of this municipality. */
  readonly by: string | null
  readonly atMs: number
  readonly before: unknown
  readonly after: unknown
}

const historySchema = z.object({
  first_year: z.int(),
  item_version: z.int(),
  body: z.string(),
  before: z.nullable(z.string()),
  name: z.nullable(z.string()),
  at_ms: z.int(),
})

/** Every version of every item with this code, newest first. */
export async function loadItemHistory(
  db: D1Database,
  kind: KeptListName,
  code: string,
): Promise<readonly ItemVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT c.first_year, c.item_version, c.body, c.at_ms, p.name,
          lag(c.body) OVER (PARTITION BY c.first_year ORDER BY c.item_version) AS before
        FROM reference_change c LEFT JOIN person p ON p.tid = substr(c.actor, 1, instr(c.actor, ':') - 1)
            AND p.oid = substr(c.actor, instr(c.actor, ':') + 1)
        WHERE c.kind = ?1 AND c.code = ?2 ORDER BY c.change_id DESC`,
    )
    .bind(kind, code)
    .all()
  return results.map((record) => {
    const read = historySchema.parse(record)
    return {
      firstYear: read.first_year,
      version: read.item_version,
      by: read.name,
      atMs: read.at_ms,
      before: read.before === null ? null : JSON.parse(read.before),
      after: JSON.parse(read.body),
    }
  })
}
