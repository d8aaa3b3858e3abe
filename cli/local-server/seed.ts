/** The example municipality in an empty store: its first administrator, and by that one its lists and its people. */
import type { D1Database } from '@cloudflare/workers-types'
import { exampleReference, exampleTenantId, type Person } from '#shared/example/index.ts'
import { referenceLists } from '#shared/model/index.ts'
import type { ListLoad } from '../../worker/lists/judge-items.ts'
import { keepLists } from '../../worker/lists/keep-lists.ts'
import { keepPeople } from '../../worker/lists/people.ts'

/** Does nothing in a store that has people already, so that later starts keep what was changed. */
export async function seed(db: D1Database, people: readonly Person[], nowMs: number): Promise<void> {
  if ((await db.prepare('SELECT 1 FROM person LIMIT 1').first()) !== null) return
  const first = people.find(({ role }) => role === 'beheer')
  if (first === undefined) throw new Error('The example has no administrator.')
  // Nobody may keep people before there is an administrator, so this one cannot come in by a load.
  await db
    .prepare('INSERT INTO person (tid, oid, name, role) VALUES (?1, ?2, ?3, ?4)')
    .bind(exampleTenantId, first.oid, first.name, first.role)
    .run()
  const by = {
    db,
    actor: `${exampleTenantId}:${first.oid}`,
    atMs: nowMs,
    isTrial: false,
    // Nobody else writes yet.
    jitter: () => 0,
  }
  const lists = await keepLists({ ...by, load: exampleLists(), requireSeen: () => undefined })
  const kept = await keepPeople({
    ...by,
    requireSeen: async () => undefined,
    tid: exampleTenantId,
    people: people.map(({ oid, name, role, areas }) => ({ oid, name, role, areas })),
  })
  for (const plan of [lists, kept]) {
    if (plan !== 'no-administrator' && plan.faults.length === 0) continue
    throw new Error(`The example municipality does not load: ${JSON.stringify(plan)}`)
  }
}

/** The thresholds of the example hold in every year. */
function exampleLists(): ListLoad {
  return {
    gemeente: [exampleReference.municipality],
    parameters: [{ ...exampleReference.parameters, validFrom: 2000, validTo: 2100 }],
    ...Object.fromEntries(Object.entries(referenceLists).map(([kind, { key }]) => [kind, exampleReference[key]])),
  }
}
