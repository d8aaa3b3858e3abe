/** Recomputes an area's audit chain from what the store holds. */
import * as z from 'zod/mini'
import { rowHash, tombstoneHash } from '#shared/sync/index.ts'
import { rowSchema } from '#shared/model/index.ts'
import { chainStart, contentHash, linkHash } from './audit-chain.ts'

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
  const breaks: ChainBreak[] = []
  let prevHash = chainStart
  let versions = 0
  let expectedSeq = 1
  for (const record of results) {
    const commit = commitRecordSchema.parse(record)
    const content = checkedContent(bySeq.get(commit.seq) ?? [])
    bySeq.delete(commit.seq)
    versions += content.versions.length
    breaks.push(...(await breaksOf(commit, content, { prevHash, areaCode, expectedSeq })))
    prevHash = commit.hash
    expectedSeq = commit.area_seq + 1
  }
  if (bySeq.size > 0) {
    const nl = 'er zijn versies zonder vastlegging'
    breaks.push({ areaSeq: expectedSeq, nl, en: 'there are versions without a commit' })
  }
  return { areaCode, commits: results.length, versions, breaks }
}

/** `expected`: what the commits before this one leave it to follow. */
async function breaksOf(
  commit: z.infer<typeof commitRecordSchema>,
  content: ReturnType<typeof checkedContent>,
  expected: { readonly prevHash: string; readonly areaCode: string; readonly expectedSeq: number },
): Promise<readonly ChainBreak[]> {
  const hash = await contentHash(content.versions)
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
