/** Recomputes an area's audit chain from what the store holds. */
import * as z from 'zod/mini'
import { rowHash, tombstoneHash } from '#shared/sync/index.ts'
import { rowSchema } from '#shared/model/index.ts'
import { chainStart, contentHash, eventHash, linkHash } from './audit-chain.ts'

const commitRecordSchema = z.object({
  seq: z.int(),
  area_seq: z.int(),
  budget_year: z.int(),
  version: z.string(),
  push_id: z.string(),
  workbook_id: z.string(),
  actor_tid: z.string(),
  actor_oid: z.string(),
  reason: z.nullable(z.string()),
  at_ms: z.int(),
  row_count: z.int(),
  content_hash: z.string(),
  hash: z.string(),
})
const eventRecordSchema = z.object({
  seq: z.int(),
  event_id: z.string(),
  kind: z.string(),
  about: z.nullable(z.string()),
  body: z.string(),
})
const stateRecordSchema = z.object({ area_seq: z.int() })
const versionRecordSchema = z.object({
  row_id: z.string(),
  rev: z.int(),
  deleted: z.int(),
  hash: z.string(),
  fields: z.string(),
})

export interface ChainReport {
  readonly areaCode: string
  readonly commits: number
  readonly versions: number
  /** The area's commit numbers where something does not fit, with what. */
  readonly breaks: readonly ChainBreak[]
}

interface ChainBreak {
  readonly areaSeq: number
  readonly nl: string
  readonly en: string
}

/** Reads and hashes everything of the area; `breaks` is empty when nothing was altered, left out or moved. */
export async function verifyChain(db: D1Database, areaCode: string): Promise<ChainReport> {
  const { results } = await db
    .prepare(
      'SELECT c.*, b.budget_year, b.version FROM commit_log c JOIN budget b USING (budget_id) WHERE c.area_code = ?1 ORDER BY c.area_seq',
    )
    .bind(areaCode)
    .all()
  const bySeq = await loadContent(db, areaCode)
  const events = await loadEvents(db, areaCode)
  const breaks: ChainBreak[] = []
  let prevHash = chainStart
  let versions = 0
  let expectedSeq = 1
  for (const record of results) {
    const commit = commitRecordSchema.parse(record)
    const content = checkedContent(bySeq.get(commit.seq) ?? [])
    bySeq.delete(commit.seq)
    versions += content.versions.length
    const event = events.get(commit.seq)
    events.delete(commit.seq)
    breaks.push(...(await breaksOf(commit, content, event, { prevHash, areaCode, expectedSeq })))
    prevHash = commit.hash
    expectedSeq = commit.area_seq + 1
  }
  if (bySeq.size > 0) {
    const nl = 'er zijn versies zonder vastlegging'
    breaks.push({ areaSeq: expectedSeq, nl, en: 'there are versions without a commit' })
  }
  if (events.size > 0) {
    const nl = 'er zijn overgangen, parafen of ontheffingen zonder vastlegging'
    breaks.push({ areaSeq: expectedSeq, nl, en: 'there are transitions, sign-offs or waivers without a commit' })
  }
  breaks.push(...(await stateBreaks(db, areaCode)))
  return { areaCode, commits: results.length, versions, breaks }
}

/** `expected`: what the commits before this one leave it to follow. */
async function breaksOf(
  commit: z.infer<typeof commitRecordSchema>,
  content: ReturnType<typeof checkedContent>,
  event: StoredEvent | undefined,
  expected: { readonly prevHash: string; readonly areaCode: string; readonly expectedSeq: number },
): Promise<readonly ChainBreak[]> {
  const hash = event === undefined ? await contentHash(content.versions) : await eventHash(event)
  const link = await linkHash({
    prevHash: expected.prevHash,
    areaCode: expected.areaCode,
    areaSeq: commit.area_seq,
    budgetYear: commit.budget_year,
    version: commit.version,
    pushId: commit.push_id,
    workbookId: commit.workbook_id,
    actorTid: commit.actor_tid,
    actorOid: commit.actor_oid,
    reason: commit.reason,
    atMs: commit.at_ms,
    contentHash: hash,
  })
  const breaks: ChainBreak[] = []
  const report = (nl: string, en: string) => breaks.push({ areaSeq: commit.area_seq, nl, en })
  if (commit.area_seq !== expected.expectedSeq) report('er ontbreekt een vastlegging', 'a commit is missing')
  if (content.altered > 0) report('de inhoud van een regel is gewijzigd', 'the content of a row was altered')
  if (hash !== commit.content_hash || content.versions.length !== commit.row_count) {
    report('de versies zijn niet die van de vastlegging', 'the versions are not those of the commit')
  }
  if (link !== commit.hash) report('de keten sluit niet aan', 'the chain does not fit')
  return breaks
}

type StoredEvent = Parameters<typeof eventHash>[0]

/** The events in the life of an area's budgets by the commit that stored them. */
async function loadEvents(db: D1Database, areaCode: string): Promise<Map<number, StoredEvent>> {
  const { results } = await db
    .prepare(
      `SELECT e.seq, e.event_id, e.kind, e.about, e.body FROM budget b
        CROSS JOIN life_event e ON e.budget_id = b.budget_id WHERE b.area_code = ?1`,
    )
    .bind(areaCode)
    .all()
  return new Map(
    results.map((record) => {
      const { seq, event_id: eventId, kind, about, body } = eventRecordSchema.parse(record)
      return [seq, { eventId, kind, about, body }]
    }),
  )
}

/** Budgets whose state is not what their last submission or transition left. */
async function stateBreaks(db: D1Database, areaCode: string): Promise<readonly ChainBreak[]> {
  const { results } = await db
    .prepare(
      `SELECT c.area_seq FROM budget b
        CROSS JOIN life_event e ON e.seq = (SELECT max(l.seq) FROM life_event l
          WHERE l.budget_id = b.budget_id AND l.kind IN ('indiening', 'overgang'))
        CROSS JOIN commit_log c ON c.seq = e.seq
        WHERE b.area_code = ?1 AND b.state <> coalesce(e.body ->> 'to', 'ingediend')`,
    )
    .bind(areaCode)
    .all()
  return results.map((record) => ({
    areaSeq: stateRecordSchema.parse(record).area_seq,
    nl: 'de staat van de begroting is niet die van haar laatste overgang',
    en: 'the state of the budget is not that of its last transition',
  }))
}

/** The stored versions of an area by the commit that wrote them. */
async function loadContent(db: D1Database, areaCode: string): Promise<Map<number, readonly unknown[]>> {
  const { results } = await db
    .prepare(
      `SELECT v.seq, v.row_id, v.rev, v.deleted, v.hash, v.fields FROM budget b
        CROSS JOIN row_version v ON v.budget_id = b.budget_id WHERE b.area_code = ?1`,
    )
    .bind(areaCode)
    .all<{ seq: number }>()
  return Map.groupBy(results, ({ seq }) => seq)
}

/** The versions of one commit, and how many have other content than their hash says, or none that fits a row. */
function checkedContent(records: readonly unknown[]) {
  const versions = records.map((record) => {
    const { row_id: id, rev, deleted, hash, fields } = versionRecordSchema.parse(record)
    return { id, rev, hash, isDeleted: deleted === 1, fields }
  })
  const altered = versions.filter(({ hash, isDeleted, fields }) => {
    const row = rowSchema.safeParse(JSON.parse(fields))
    return !row.success || hash !== (isDeleted ? tombstoneHash : rowHash)(row.data)
  })
  return { versions, altered: altered.length }
}
