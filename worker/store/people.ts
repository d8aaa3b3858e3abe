/** The people of the municipality with their areas: what stands, and one batch for what changes. */
import type { D1Database } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { type KeptPerson, keptPersonSchema } from '#shared/model/index.ts'

const recordSchema = z.object({ oid: z.string(), name: z.string(), role: z.string(), areas: z.string() })
const newestSchema = z.object({ id: z.int() })

/** One state of all people of a tenant. */
export interface StandingPeople {
  readonly people: readonly KeptPerson[]
  /** Number of the newest change; 0 before the first. */
  readonly lastChange: number
}

export async function loadPeople(db: D1Database, tid: string): Promise<StandingPeople> {
  const [people, newest] = await db.batch([
    db
      .prepare(
        `SELECT p.oid, p.name, p.role, (SELECT json_group_array(g.area_code ORDER BY g.area_code) FROM area_grant g
            WHERE g.tid = p.tid AND g.oid = p.oid) AS areas
          FROM person p WHERE p.tid = ?1 ORDER BY p.name, p.oid`,
      )
      .bind(tid),
    db.prepare('SELECT coalesce(max(change_id), 0) AS id FROM person_change'),
  ])
  return {
    people: (people?.results ?? []).map((record) => {
      const { areas, ...person } = recordSchema.parse(record)
      return keptPersonSchema.parse({ ...person, areas: JSON.parse(areas) })
    }),
    lastChange: newestSchema.parse(newest?.results[0]).id,
  }
}

export interface PeopleChange {
  readonly tid: string
  readonly people: readonly { readonly before: KeptPerson | null; readonly after: KeptPerson }[]
  /** The state that was decided on. */
  readonly lastChange: number
  /** `tenant:object id`. */
  readonly actor: string
  readonly atMs: number
}

/** All or none. 'moved': somebody changed people meanwhile, so decide again. 'no-administrator': none would be left. */
export async function commitPeople(
  db: D1Database,
  { tid, people, lastChange, actor, atMs }: PeopleChange,
): Promise<'kept' | 'moved' | 'no-administrator'> {
  const changes = JSON.stringify(
    people.map(({ before, after }, i) => ({ id: lastChange + 1 + i, oid: after.oid, before, after })),
  )
  try {
    await db.batch([
      db
        .prepare(
          `INSERT INTO person_change (change_id, tid, oid, before, after, actor, at_ms)
            SELECT value ->> 'id', ?2, value ->> 'oid', value ->> 'before', value ->> 'after', ?3, ?4 FROM json_each(?1)`,
        )
        .bind(changes, tid, actor, atMs),
      db
        .prepare(
          `INSERT INTO person (tid, oid, name, role)
            SELECT ?2, value ->> 'oid', value ->> '$.after.name', value ->> '$.after.role' FROM json_each(?1) WHERE true
            ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role`,
        )
        .bind(changes, tid),
      db
        .prepare("DELETE FROM area_grant WHERE tid = ?2 AND oid IN (SELECT value ->> 'oid' FROM json_each(?1))")
        .bind(changes, tid),
      db
        .prepare(
          `INSERT INTO area_grant (tid, oid, area_code)
            SELECT ?2, p.value ->> 'oid', a.value FROM json_each(?1) p CROSS JOIN json_each(p.value -> '$.after.areas') a`,
        )
        .bind(changes, tid),
      db
        .prepare(
          `INSERT INTO guard (no_administrator) SELECT 1 WHERE NOT EXISTS
            (SELECT 1 FROM person WHERE tid = ?1 AND role = 'beheer')`,
        )
        .bind(tid),
    ])
    return 'kept'
  } catch (error) {
    const message = String(error)
    if (message.includes('gb_administrator')) return 'no-administrator'
    if (message.includes('UNIQUE constraint failed: person_change.')) return 'moved'
    throw error
  }
}
