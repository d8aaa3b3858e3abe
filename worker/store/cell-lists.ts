/** The lists that questions of cells name codes of, without the rest of the reference. */
import * as z from 'zod/mini'
import { horizonYears, referenceLists, type Reserve, type Source, sourceSchema } from '#shared/model/index.ts'

interface Valid {
  readonly validFrom: number
  readonly validTo: number
}

/** Items of all years. */
export interface CellLists {
  readonly areas: readonly (Valid & { readonly code: string })[]
  readonly goals: readonly (Valid & { readonly code: string })[]
  readonly sources: readonly Source[]
  readonly reserves: readonly Reserve[]
}

const recordSchema = z.object({ kind: z.string(), body: z.string() })

export async function loadCellLists(db: D1Database): Promise<CellLists> {
  const { results } = await db
    .prepare(
      "SELECT kind, body FROM reference_item WHERE kind IN ('gebieden', 'doelen', 'bronnen', 'reserves') ORDER BY kind, code, first_year",
    )
    .all()
  const items = results.map((record) => recordSchema.parse(record))
  const listOf = (kind: string) =>
    items.filter((item) => item.kind === kind).map(({ body }): unknown => JSON.parse(body))
  return {
    areas: listOf('gebieden').map((item) => referenceLists.gebieden.schema.parse(item)),
    goals: listOf('doelen').map((item) => referenceLists.doelen.schema.parse(item)),
    sources: listOf('bronnen').map((item) => sourceSchema.parse(item)),
    reserves: listOf('reserves').map((item) => referenceLists.reserves.schema.parse(item)),
  }
}

/** May be used in the budget's year or the three after it. */
export function isInHorizon({ validFrom, validTo }: Valid, budgetYear: number): boolean {
  return validFrom < budgetYear + horizonYears && validTo >= budgetYear
}
