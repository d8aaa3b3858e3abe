/** The municipality's lists: one item a row, with its own version; every change is kept. */
import * as z from 'zod/mini'
import {
  isValidIn,
  keptLists,
  municipalitySchema,
  type Reference,
  referenceLists,
  referenceSchema,
  type Source,
  sourceSchema,
} from '#shared/model/index.ts'
import { Problem } from '../problem.ts'
import { sha256 } from './audit-chain.ts'
import { isInHorizon } from './cell-lists.ts'

const itemRecordSchema = z.object({
  kind: z.string(),
  code: z.string(),
  first_year: z.int(),
  item_version: z.int(),
  body: z.string(),
})

/**
 * Items that may be used in the budget's year or the three after it. Its version is a hash of the items' versions. Throws
 * Problem 404 when the municipality has not said yet who it is and what its thresholds in that year are.
 */
export async function loadReference(db: D1Database, budgetYear: number): Promise<Reference> {
  const { results } = await db
    .prepare('SELECT kind, code, first_year, item_version, body FROM reference_item ORDER BY kind, code, first_year')
    .all()
  const items = results.map((record) => itemRecordSchema.parse(record))
  const stamps = items.map(
    ({ kind, code, first_year, item_version }) => `${kind}|${code}|${first_year}|${item_version}`,
  )
  const listOf = (kind: string) =>
    items.filter((item) => item.kind === kind).map((item): unknown => JSON.parse(item.body))
  const lists = Object.entries(referenceLists).map(([kind, { key }]) => [
    key,
    listOf(kind).filter((item) => isUsable(item, budgetYear)),
  ])
  return referenceSchema.parse({
    version: `${budgetYear}-${(await sha256(stamps.join('\n'))).slice(0, 12)}`,
    municipality: municipalityIn(listOf('gemeente')),
    parameters: parametersOf(listOf('parameters'), budgetYear),
    ...Object.fromEntries(lists),
  })
}

function municipalityIn([municipality]: readonly unknown[]) {
  if (municipality === undefined) {
    throw notLoaded('de lijst gemeente is nog leeg', 'the list gemeente is still empty')
  }
  return municipalitySchema.parse(municipality)
}

/** The thresholds that hold in the year. */
function parametersOf(kept: readonly unknown[], budgetYear: number) {
  const periods = kept.map((item) => keptLists.parameters.schema.parse(item))
  const period = periods.find((item) => isValidIn(item, budgetYear))
  if (period === undefined) {
    throw notLoaded(
      `de lijst parameters heeft niets voor ${budgetYear}`,
      `the list parameters has nothing for ${budgetYear}`,
    )
  }
  const { validFrom: _from, validTo: _to, ...parameters } = period
  return parameters
}

function notLoaded(nl: string, en: string): Problem {
  return new Problem(404, 'niet-gevonden', {
    nl: `De lijsten zijn niet volledig: ${nl}. Vraag beheer om die te laden.`,
    en: `The lists are not complete: ${en}. Ask administration to load it.`,
  })
}

export async function loadSources(db: D1Database, budgetYear: number): Promise<readonly Source[]> {
  const { results } = await db
    .prepare("SELECT body FROM reference_item WHERE kind = 'bronnen' ORDER BY code, first_year")
    .all<{ body: string }>()
  const sources = results.map(({ body }) => sourceSchema.parse(JSON.parse(body)))
  return sources.filter((source) => isInHorizon(source, budgetYear))
}

const validitySchema = z.object({ validFrom: z.int(), validTo: z.int() })

/** Rates have a year instead of a validity: those of all years are given. */
function isUsable(item: unknown, budgetYear: number): boolean {
  const validity = validitySchema.safeParse(item)
  return !validity.success || isInHorizon(validity.data, budgetYear)
}
