/** How the columns of another system's CSV become budget lines: the file given with `--mapping`. */
import * as z from 'zod/mini'
import { budgetYearSchema, fieldsByTable, versionSchema } from '#shared/model/index.ts'
import { checkValue } from '../../worker/check-value.ts'
import { CliError } from '../cli-error.ts'
import { readBytes } from '../read-bytes.ts'

const fileBytesMax = 1_000_000

const column = z.string().check(z.minLength(1))
/** A column, or several joined with ` / `, or the same text on every row. */
const fieldSource = z.union([
  column,
  z.array(column).check(z.minLength(1)),
  z.strictObject({ vast: z.string().check(z.minLength(1)) }),
])

const mappingSchema = z.strictObject({
  /** What this file is, in one sentence: stands as the reason in the audit log. */
  omschrijving: z.string().check(z.minLength(1), z.maxLength(300)),
  tekenset: z._default(z.enum(['utf-8', 'latin1']), 'utf-8'),
  scheiding: z._default(z.enum([';', ',', '\t']), ';'),
  jaar: budgetYearSchema,
  gebied: z.strictObject({ kolom: column, naam: z.optional(column) }),
  /** Version -> column of its amounts in the budget year. */
  versies: z.record(versionSchema, column),
  /** Field of tblBegroting -> where its text comes from. */
  velden: z.record(z.string(), fieldSource),
  /** Columns that together should name a row once. */
  sleutel: z.array(column),
})
export type Mapping = z.infer<typeof mappingSchema>
export type FieldSource = z.infer<typeof fieldSource>

/** `year` goes before the year in the file, so that one mapping serves every year. Throws CliError that names the place. */
export function readMapping(file: string, year: number | undefined): Mapping {
  const read = parseJson(file)
  const isObject = typeof read === 'object' && read !== null
  const checked = checkValue(isObject && year !== undefined ? { ...read, jaar: year } : read, mappingSchema)
  if (checked.kind === 'wrong') {
    throw new CliError(`${file}: ${checked.place || 'de mapping'} klopt niet: ${checked.nl}. Pas de mapping aan.`)
  }
  const mapping = checked.data
  const textFields = fieldsByTable.begroting.filter((field) => field.kind === 'code' || field.kind === 'text')
  const unknown = Object.keys(mapping.velden).filter((id) => !textFields.some((field) => field.id === id))
  if (unknown.length > 0) {
    throw new CliError(
      `${file}: velden.${unknown[0]} is geen tekstveld van tblBegroting. Kies uit ${textFields.map((field) => field.id).join(', ')}.`,
    )
  }
  return mapping
}

/** Columns that the mapping reads, to find missing ones before anything else. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const fields = Object.values(mapping.velden).flatMap((source) =>
    typeof source === 'string' ? [source] : Array.isArray(source) ? source : [],
  )
  const { kolom, naam } = mapping.gebied
  return [
    ...new Set([kolom, ...(naam ? [naam] : []), ...Object.values(mapping.versies), ...fields, ...mapping.sleutel]),
  ]
}

function parseJson(file: string): unknown {
  const bytes = readBytes(file, fileBytesMax)
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError(`${file}: geen geldige JSON (${reason}). Zie docs/import/madrid.json voor een voorbeeld.`)
  }
}
