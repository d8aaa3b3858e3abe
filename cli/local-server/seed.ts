/** The example municipality in an empty store: its people with their grants, and its lists. */
import type { D1Database } from '@cloudflare/workers-types'
import { exampleReference, exampleTenantId, type Person } from '#shared/example/index.ts'
import { referenceLists } from '#shared/model/index.ts'

/** Does nothing in a store that has people already, so that later starts keep what was changed. */
export async function seed(db: D1Database, people: readonly Person[], nowMs: number): Promise<void> {
  if ((await db.prepare('SELECT 1 FROM person LIMIT 1').first()) !== null) return
  const items = referenceItems()
  await db.batch([
    db
      .prepare(
        `INSERT INTO person (tid, oid, name, role)
          SELECT ?1, value ->> 'oid', value ->> 'name', value ->> 'role' FROM json_each(?2)`,
      )
      .bind(exampleTenantId, JSON.stringify(people)),
    db
      .prepare(
        `INSERT INTO area_grant (tid, oid, area_code)
          SELECT ?1, p.value ->> 'oid', a.value FROM json_each(?2) p CROSS JOIN json_each(p.value -> 'areas') a`,
      )
      .bind(exampleTenantId, JSON.stringify(people)),
    db
      .prepare(
        `INSERT INTO reference_item (kind, code, item_version, body)
          SELECT value ->> 0, value ->> 1, 1, value ->> 2 FROM json_each(?1)`,
      )
      .bind(JSON.stringify(items)),
    db
      .prepare(
        `INSERT INTO reference_change (kind, code, item_version, body, actor, at_ms)
          SELECT value ->> 0, value ->> 1, 1, value ->> 2, 'voorbeeldgemeente', ?2 FROM json_each(?1)`,
      )
      .bind(JSON.stringify(items), nowMs),
  ])
}

function referenceItems(): readonly (readonly [kind: string, code: string, body: string])[] {
  const lists = Object.entries(referenceLists).flatMap(([kind, { key }]) =>
    exampleReference[key].map((item) => [kind, item.code, JSON.stringify(item)] as const),
  )
  return [
    ['gemeente', '', JSON.stringify(exampleReference.municipality)],
    ['parameters', '', JSON.stringify(exampleReference.parameters)],
    ...lists,
  ]
}
