/** Everything that `planPush` must know about a budget, read before it decides. */
import * as z from 'zod/mini'
import { tableIds } from '#shared/model/index.ts'
import { basisNeeds, type IndexEntry, type PushBasis, type SyncRequest, stampOf } from '#shared/sync/index.ts'
import { loadHeads } from './budget.ts'
import { tableNames } from './columns.ts'
import { jsonParameters } from './json-parameter.ts'
import { loadVersionsFrom } from './versions.ts'

const indexRecordSchema = z.object({
  row_id: z.string(),
  line_number: z.string(),
  rev: z.int(),
  hash: z.string(),
  deleted: z.int(),
})

export async function loadBasis(
  db: D1Database,
  areaCode: string,
  budgetId: number,
  request: SyncRequest,
  isReplay: boolean,
): Promise<PushBasis> {
  const needs = basisNeeds(request)
  const { head, earlierHash } = await loadHeads(db, areaCode, needs.clientHeadSeq ?? 0)
  const index = await loadIndex(db, budgetId)
  const fromRevById = new Map(
    [...needs.fromRevById].flatMap(([id, rev]): [string, number][] => {
      const entry = index.get(id)
      return entry ? [[id, Math.min(rev, entry.rev)]] : []
    }),
  )
  return {
    head,
    isReplay,
    hashAtClientHead: earlierHash,
    index,
    versions: await loadVersionsFrom(db, budgetId, fromRevById),
    liveIdByHash: await loadLiveIdsByHash(db, budgetId, needs.hashes, index),
    divergedIds: await loadDivergedIds(db, budgetId, request, index),
  }
}

/** Every row of the budget, tombstones included. */
async function loadIndex(db: D1Database, budgetId: number): Promise<ReadonlyMap<string, IndexEntry>> {
  const results = await db.batch(
    tableIds.map((table) =>
      db
        .prepare(`SELECT row_id, line_number, rev, hash, deleted FROM ${tableNames[table]} WHERE budget_id = ?1`)
        .bind(budgetId),
    ),
  )
  const index = new Map<string, IndexEntry>()
  tableIds.forEach((table, i) => {
    for (const record of results[i]?.results ?? []) {
      const { row_id: id, line_number: lineNumber, rev, hash, deleted } = indexRecordSchema.parse(record)
      index.set(id, { id, table, lineNumber, rev, hash, isDeleted: deleted === 1 })
    }
  })
  return index
}

async function loadLiveIdsByHash(
  db: D1Database,
  budgetId: number,
  hashes: readonly string[],
  index: ReadonlyMap<string, IndexEntry>,
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0 || index.size === 0) return new Map()
  const results = await db.batch<{ hash: string; row_id: string }>(
    jsonParameters(hashes).map((parameter) =>
      db
        .prepare(
          'SELECT hash, row_id FROM row_version WHERE budget_id = ?2 AND hash IN (SELECT value FROM json_each(?1))',
        )
        .bind(parameter, budgetId),
    ),
  )
  const found = results.flatMap((result) => result.results)
  const live = found.filter(({ row_id: id }) => index.get(id)?.isDeleted === false)
  return new Map(live.map(({ hash, row_id: id }) => [hash, id]))
}

/** Of known rows that differ from the current version: those whose stamp never was a version of the row. */
async function loadDivergedIds(
  db: D1Database,
  budgetId: number,
  request: SyncRequest,
  index: ReadonlyMap<string, IndexEntry>,
): Promise<ReadonlySet<string>> {
  const differing = request.known.filter(([id, stamp]) => {
    const entry = index.get(id)
    return entry !== undefined && stampOf(entry) !== stamp
  })
  if (differing.length === 0) return new Set()
  const items = differing.map(([id, stamp]) => {
    const [rev, hash] = stamp.split('-')
    return [id, Number(rev), hash]
  })
  const results = await db.batch<{ row_id: string }>(
    jsonParameters(items).map((parameter) =>
      db
        .prepare(
          `SELECT v.row_id FROM json_each(?1) j
            CROSS JOIN row_version v ON v.budget_id = ?2 AND v.row_id = j.value ->> 0 AND v.rev = j.value ->> 1
            WHERE v.hash = j.value ->> 2`,
        )
        .bind(parameter, budgetId),
    ),
  )
  const inHistory = new Set(results.flatMap((result) => result.results.map(({ row_id: id }) => id)))
  return new Set(differing.map(([id]) => id).filter((id) => !inHistory.has(id)))
}
