/** Reading row versions back. What the store holds is parsed again: a corrupt row stops here, loudly. */
import * as z from 'zod/mini'
import { rowSchema } from '#shared/model/index.ts'
import type { RowVersion } from '#shared/sync/index.ts'
import { jsonParameters } from './json-parameter.ts'

const versionRecordSchema = z.object({
  row_id: z.string(),
  rev: z.int(),
  hash: z.string(),
  deleted: z.int(),
  fields: z.string(),
  workbook_id: z.string(),
  push_id: z.string(),
  by: z.string(),
  at_ms: z.int(),
})

/** Columns of `versionOf`, over row_version v and what `joinCommit` joins. */
export const versionColumns =
  "v.row_id, v.rev, v.hash, v.deleted, v.fields, c.workbook_id, c.push_id, c.at_ms, coalesce(p.name, 'onbekend') AS by"

/** CROSS JOIN fixes the order: the planner would read whole tables for every row. */
export const joinCommit =
  'CROSS JOIN commit_log c ON c.seq = v.seq LEFT JOIN person p ON p.tid = c.actor_tid AND p.oid = c.actor_oid'

/** Versions of rows from a rev on, oldest first. */
export async function loadVersionsFrom(
  db: D1Database,
  budgetId: number,
  fromRevById: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly RowVersion[]>> {
  const versions = await loadVersions(
    db,
    budgetId,
    [...fromRevById],
    `SELECT ${versionColumns} FROM json_each(?1) j
      CROSS JOIN row_version v ON v.budget_id = ?2 AND v.row_id = j.value ->> 0 AND v.rev >= j.value ->> 1
      ${joinCommit} ORDER BY v.row_id, v.rev`,
  )
  return Map.groupBy(versions, ({ id }) => id)
}

/** One version of each row. */
export function loadVersionsAt(
  db: D1Database,
  budgetId: number,
  revById: ReadonlyMap<string, number>,
): Promise<readonly RowVersion[]> {
  return loadVersions(
    db,
    budgetId,
    [...revById],
    `SELECT ${versionColumns} FROM json_each(?1) j
      CROSS JOIN row_version v ON v.budget_id = ?2 AND v.row_id = j.value ->> 0 AND v.rev = j.value ->> 1
      ${joinCommit}`,
  )
}

export function versionOf(record: unknown): RowVersion {
  const read = versionRecordSchema.parse(record)
  return {
    id: read.row_id,
    rev: read.rev,
    hash: read.hash,
    isDeleted: read.deleted === 1,
    fields: rowSchema.parse(JSON.parse(read.fields)),
    workbookId: read.workbook_id,
    pushId: read.push_id,
    by: read.by,
    at: new Date(read.at_ms).toISOString(),
  }
}

async function loadVersions(
  db: D1Database,
  budgetId: number,
  items: readonly (readonly [id: string, rev: number])[],
  sql: string,
): Promise<readonly RowVersion[]> {
  const parameters = jsonParameters(items)
  if (parameters.length === 0) return []
  const results = await db.batch(parameters.map((parameter) => db.prepare(sql).bind(parameter, budgetId)))
  return results.flatMap((result) => result.results.map(versionOf))
}
