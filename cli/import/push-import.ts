/**
 * Imported lines to the server: areas by administration, rows by finance with the file as the reason. What stands there
 * already is asked first, so that a second import of a file changes only what differs.
 */
import { v5 as uuidV5, v7 as uuidV7 } from 'uuid'
import * as z from 'zod/mini'
import {
  isSameContent,
  noHash,
  protocolVersion,
  type PushedRow,
  rowsPerPushMax,
  type ServerRow,
  stampOf,
  type SyncRequest,
  templateVersion,
} from '#shared/sync/index.ts'
import { horizonYears } from '#shared/model/index.ts'
import type { Api } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Mapping } from './mapping.ts'
import type { ImportedLine, ImportPlan } from './plan-import.ts'

const areasSchema = z.array(z.object({ code: z.string() }))

export interface PushImportInput {
  readonly plan: ImportPlan
  readonly mapping: Mapping
  readonly administration: Api
  readonly finance: Api
  readonly step: (done: number, what: string) => void
}

/** An import is a workbook of its own for the server: one per area and version. */
const workbookNamespace = '0193cccc-0000-4000-8000-000000000608'

/** What an import changed on the server. */
export interface ImportOutcome {
  /** Codes of areas that the lists did not have. */
  readonly addedAreas: readonly string[]
  readonly created: number
  readonly changed: number
  /** Stood there already with this content. */
  readonly unchanged: number
}

/** Areas that the lists miss are added first. Throws CliError when the server refuses a row; earlier budgets stay pushed. */
export async function pushImport({
  plan,
  mapping,
  administration,
  finance,
  step,
}: PushImportInput): Promise<ImportOutcome> {
  const addedAreas = await putAreas(plan, mapping, administration)
  const counts = { created: 0, changed: 0, unchanged: 0 }
  for (const [i, { areaCode, version, lines }] of plan.budgets.entries()) {
    step(i, `${areaCode} ${version}`)
    const base = {
      protocol: protocolVersion,
      template: templateVersion,
      workbookId: uuidV5(`${mapping.jaar}/${areaCode}/${version}`, workbookNamespace),
      jaar: mapping.jaar,
      versie: version,
      head: null,
      isRecovering: false,
      reason: mapping.omschrijving,
      deletions: [],
      known: [],
      heldBack: [],
    }
    const standing = await finance.synchronise(areaCode, { ...base, pushId: uuidV7(), rows: [] })
    const rows = changedRows(lines, new Map(standing?.rows.map(({ row }) => [row.id, row])))
    const created = rows.filter(({ rev }) => rev === 0).length
    counts.created += created
    counts.changed += rows.length - created
    counts.unchanged += lines.length - rows.length
    for (let from = 0; from < rows.length; from += rowsPerPushMax) {
      await pushRows(areaCode, finance, { ...base, pushId: uuidV7(), rows: rows.slice(from, from + rowsPerPushMax) })
    }
  }
  return { addedAreas, ...counts }
}

/** Codes of the areas that were added; those that the lists have already are left alone. */
async function putAreas(plan: ImportPlan, mapping: Mapping, administration: Api): Promise<readonly string[]> {
  const standing = areasSchema.parse(await administration.get(`/v1/gebieden?jaar=${mapping.jaar}`))
  const codes = new Set(standing.map(({ code }) => code))
  const missing = [...plan.areas].filter(([code]) => !codes.has(code))
  for (const [code, name] of missing) {
    await administration.put(`/v1/referentie/gebieden/${code}`, {
      code,
      name,
      isDynamic: false,
      isPilot: false,
      policyFields: [],
      validFrom: mapping.jaar,
      validTo: mapping.jaar + horizonYears - 1,
    })
  }
  return missing.map(([code]) => code)
}

function changedRows(lines: readonly ImportedLine[], standing: ReadonlyMap<string, ServerRow>): readonly PushedRow[] {
  return lines.flatMap(({ id, fields }): readonly PushedRow[] => {
    const row = standing.get(id)
    if (row && !row.isDeleted && isSameContent(row.fields, fields)) return []
    const base = row === undefined ? { rev: 0, hash: noHash } : { rev: row.rev, hash: row.hash }
    const revive = row?.isDeleted ? { revive: stampOf(row) } : {}
    return [{ id, ...base, pend: {}, fields, ...revive }]
  })
}

async function pushRows(areaCode: string, finance: Api, request: SyncRequest): Promise<void> {
  const answer = await finance.synchronise(areaCode, request)
  const refused = answer?.results.filter(({ kind }) => kind !== 'accepted') ?? []
  if (refused.length === 0) return
  throw new CliError(
    `${areaCode} ${request.versie}: ${refused.length} regels zijn niet overgenomen (${refused[0]?.kind}): een ander wijzigt ze op dit moment. Lees het bestand opnieuw in.`,
  )
}
