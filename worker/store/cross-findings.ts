/** The findings over areas as they stand. */
import * as z from 'zod/mini'
import { wireFindingSchema } from '#shared/lifecycle/index.ts'
import type { Finding } from '#shared/model/index.ts'
import { inOrder } from '#shared/rules/index.ts'
import { judgeDue, judgedVersions } from './judge-due.ts'

const recordSchema = z.object({ finding: z.string() })

/** What is due is judged first. `areaCode`: only what concerns that area. An amendment is judged with what it amends. */
export async function loadCrossFindings(
  db: D1Database,
  { year, version, areaCode }: { readonly year: number; readonly version: string; readonly areaCode?: string },
): Promise<readonly Finding[]> {
  await judgeDue(db)
  const { results } = await db
    .prepare(
      `SELECT finding FROM cross_finding WHERE budget_year = ?1 AND version = ?2
        AND area_code = coalesce(?3, finding ->> '$.areas[0]')`,
    )
    .bind(year, judgedVersions(version)[0], areaCode ?? null)
    .all()
  return results
    .map((record) => wireFindingSchema.parse(JSON.parse(recordSchema.parse(record).finding)))
    .toSorted(inOrder)
}
