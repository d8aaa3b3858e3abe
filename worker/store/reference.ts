/** The municipality's lists: one item a row, with its own version; every change is kept. */
import * as z from 'zod/mini'
import {
  type Reference,
  type ReferenceListName,
  referenceLists,
  referenceSchema,
  type Source,
  sourceSchema,
} from '#shared/model/index.ts'
import { sha256 } from './audit-chain.ts'
import { isValidIn } from './cell-lists.ts'

const itemRecordSchema = z.object({ kind: z.string(), code: z.string(), item_version: z.int(), body: z.string() })

/** Items that may be used in the budget's year or the three after it. Its version is a hash of the items' versions. */
export async function loadReference(db: D1Database, budgetYear: number): Promise<Reference> {
  const { results } = await db
    .prepare('SELECT kind, code, item_version, body FROM reference_item ORDER BY kind, code')
    .all()
  const items = results.map((record) => itemRecordSchema.parse(record))
  const stamps = items.map(({ kind, code, item_version }) => `${kind}|${code}|${item_version}`)
  const listOf = (kind: string) =>
    items.filter((item) => item.kind === kind).map((item): unknown => JSON.parse(item.body))
  const lists = Object.entries(referenceLists).map(([kind, { key }]) => [
    key,
    listOf(kind).filter((item) => isUsable(item, budgetYear)),
  ])
  return referenceSchema.parse({
    version: `${budgetYear}-${(await sha256(stamps.join('\n'))).slice(0, 12)}`,
    municipality: listOf('gemeente')[0],
    parameters: listOf('parameters')[0],
    ...Object.fromEntries(lists),
  })
}

export async function loadSources(db: D1Database, budgetYear: number): Promise<readonly Source[]> {
  const { results } = await db
    .prepare("SELECT body FROM reference_item WHERE kind = 'bronnen' ORDER BY code")
    .all<{ body: string }>()
  const sources = results.map(({ body }) => sourceSchema.parse(JSON.parse(body)))
  return sources.filter((source) => isValidIn(source, budgetYear))
}

/** The new version of the item. Throws when the item does not fit its list; the caller has parsed it. */
export async function putReferenceItem(
  db: D1Database,
  input: {
    readonly kind: ReferenceListName
    readonly code: string
    readonly item: unknown
    readonly actor: string
    readonly atMs: number
  },
): Promise<number> {
  const body = JSON.stringify(input.item)
  const [, change] = await db.batch<{ item_version: number }>([
    db
      .prepare(
        `INSERT INTO reference_item (kind, code, item_version, body) VALUES (?1, ?2, 1, ?3)
          ON CONFLICT DO UPDATE SET body = excluded.body, item_version = item_version + 1`,
      )
      .bind(input.kind, input.code, body),
    db
      .prepare(
        `INSERT INTO reference_change (kind, code, item_version, body, actor, at_ms)
          SELECT kind, code, item_version, body, ?3, ?4 FROM reference_item WHERE kind = ?1 AND code = ?2
          RETURNING item_version`,
      )
      .bind(input.kind, input.code, input.actor, input.atMs),
  ])
  return change?.results[0]?.item_version ?? 1
}

const validitySchema = z.object({ validFrom: z.int(), validTo: z.int() })

/** Rates have a year instead of a validity: those of all years are given. */
function isUsable(item: unknown, budgetYear: number): boolean {
  const validity = validitySchema.safeParse(item)
  return !validity.success || isValidIn(validity.data, budgetYear)
}
