/** What happened in the life of a budget, read back from the store. What it holds is parsed again, like rows. */
import * as z from 'zod/mini'
import { coverSchema, namedDecisionSchema, signOffRequestSchema, transitionNames } from '#shared/lifecycle/index.ts'
import { type BudgetKey, budgetStates, derivedVersion, isAmendment, personRoles } from '#shared/model/index.ts'

const role = z.enum(personRoles)
const remark = z.nullable(z.string())

/** What each kind of event says; every text is hashed as it is stored, so fields only ever come at the end. */
const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('indiening'),
    body: z.strictObject({
      /** 1, 2 ... within the budget. */
      number: z.int(),
      role,
      remark,
      cover: z.nullable(coverSchema),
      /** The area's head and the store's commit number when it was judged. */
      head: z.strictObject({ seq: z.int(), hash: z.string() }),
      storeSeq: z.int(),
      rowCount: z.int(),
      checksum: z.string(),
      codesHash: z.string(),
      rulesVersion: z.string(),
      rulesHash: z.string(),
      referenceVersion: z.string(),
    }),
  }),
  z.strictObject({
    kind: z.literal('overgang'),
    body: z.strictObject({
      transition: z.enum(transitionNames),
      from: z.enum(budgetStates),
      to: z.enum(budgetStates),
      role,
      remark,
      decision: z.nullable(namedDecisionSchema),
    }),
  }),
  z.strictObject({
    kind: z.literal('paraaf'),
    body: z.strictObject({ outcome: signOffRequestSchema.shape.uitkomst, role, remark }),
  }),
  z.strictObject({
    kind: z.literal('ontheffing'),
    body: z.strictObject({ key: z.string(), reason: z.string(), role }),
  }),
  z.strictObject({ kind: z.literal('intrekking'), body: z.strictObject({ role }) }),
])

/** An event before it is stored. */
export type EventContent = z.infer<typeof eventSchema>

export type LifeEvent = EventContent & {
  readonly id: string
  /** The submission that a transition or sign-off is about, the waiver that is withdrawn; else null. */
  readonly about: string | null
  readonly by: { readonly tid: string; readonly oid: string; readonly name: string }
  /** Moment in ISO 8601, UTC. */
  readonly at: string
}

const recordSchema = z.object({
  event_id: z.string(),
  kind: z.string(),
  about: z.nullable(z.string()),
  body: z.string(),
  actor_tid: z.string(),
  actor_oid: z.string(),
  name: z.string(),
  at_ms: z.int(),
})

const select = `SELECT e.event_id, e.kind, e.about, e.body, c.actor_tid, c.actor_oid, c.at_ms,
  coalesce(p.name, 'onbekend') AS name FROM budget b`
const join = `CROSS JOIN life_event e ON e.budget_id = b.budget_id CROSS JOIN commit_log c ON c.seq = e.seq
  LEFT JOIN person p ON p.tid = c.actor_tid AND p.oid = c.actor_oid`

/** Of one budget, oldest first. */
export async function loadLifeEvents(db: D1Database, budgetId: number): Promise<readonly LifeEvent[]> {
  const { results } = await db.prepare(`${select} ${join} WHERE b.budget_id = ?1 ORDER BY e.seq`).bind(budgetId).all()
  return results.map(eventOf)
}

/**
 * Waivers and their withdrawals of all areas in a year and version. Amendments are judged together, as the budget after
 * amendment, so theirs are given together.
 */
export async function loadWaiverEvents(db: D1Database, year: number, version: string): Promise<readonly LifeEvent[]> {
  const isTogether = isAmendment(version) || version === derivedVersion
  const { results } = await db
    .prepare(
      `${select} ${join} WHERE b.budget_year = ?1 AND b.version GLOB ?2 AND e.kind IN ('ontheffing', 'intrekking')
        ORDER BY e.seq`,
    )
    .bind(year, isTogether ? 'wijziging-*' : version)
    .all()
  return results.map(eventOf)
}

const budgetRecordSchema = z.object({ budget_year: z.int(), version: z.string() })

/** The budget of this area to whose life the event belongs; undefined when the area has no such event of that kind. */
export async function findBudgetOfEvent(
  db: D1Database,
  areaCode: string,
  kind: LifeEvent['kind'],
  id: string,
): Promise<BudgetKey | undefined> {
  const record = await db
    .prepare(
      `SELECT b.budget_year, b.version FROM life_event e CROSS JOIN budget b ON b.budget_id = e.budget_id
        WHERE e.event_id = ?1 AND e.kind = ?2 AND b.area_code = ?3`,
    )
    .bind(id, kind, areaCode)
    .first()
  if (record === null) return undefined
  const { budget_year: year, version } = budgetRecordSchema.parse(record)
  return { areaCode, year, version }
}

function eventOf(record: unknown): LifeEvent {
  const read = recordSchema.parse(record)
  const content = eventSchema.parse({ kind: read.kind, body: JSON.parse(read.body) })
  return {
    ...content,
    id: read.event_id,
    about: read.about,
    by: { tid: read.actor_tid, oid: read.actor_oid, name: read.name },
    at: new Date(read.at_ms).toISOString(),
  }
}
