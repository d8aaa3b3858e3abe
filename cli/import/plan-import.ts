/**
 * Rows of another system as budget lines per area and version, with what the file itself shows to be wrong. Every amount goes
 * through `shared/cells`; a file with an amount that cannot be read is refused as a whole, so that no total is silently short.
 */
import { v5 as uuidV5 } from 'uuid'
import { type Cents, centsSchema, readAmount } from '#shared/cells/index.ts'
import {
  areaCodeSchema,
  type BudgetLine,
  budgetLineSchema,
  isAmendment,
  type Version,
  versionSchema,
} from '#shared/model/index.ts'
import { CliError } from '../cli-error.ts'
import { columnsOf, type FieldSource, type Mapping } from './mapping.ts'

/** Rows of a file count from 1, with the headings. */
export const firstDataRow = 2

/** Heading -> text of the field. */
export type CsvRow = Readonly<Record<string, string>>

export interface ImportedLine {
  readonly id: string
  readonly fields: BudgetLine
}

export interface ImportPlan {
  /** Area code -> name. */
  readonly areas: ReadonlyMap<string, string>
  readonly budgets: readonly {
    readonly areaCode: string
    readonly version: Version
    readonly lines: readonly ImportedLine[]
  }[]
  /** Version -> sum of the file, in cents. */
  readonly sums: ReadonlyMap<Version, bigint>
  /** Number of a line -> its row in the file, which counts from 1 with the headings. */
  readonly fileRows: ReadonlyMap<string, number>
  readonly duplicates: readonly DuplicateKey[]
}

/** GB-316: the same key on several rows. */
export interface DuplicateKey {
  readonly key: readonly string[]
  readonly fileRows: readonly number[]
}

/** Names lines by their place in the file, so that a second import of it finds the same lines. */
const lineNamespace = '0193cccc-0000-4000-8000-000000000316'

/** Throws CliError that names the row, the column and the remedy. */
export function planImport(file: string, rows: readonly CsvRow[], mapping: Mapping): ImportPlan {
  refuseMissingColumns(file, rows, mapping)
  const areas = new Map<string, string>()
  const budgets = new Map<string, { areaCode: string; version: Version; lines: ImportedLine[] }>()
  const sums = new Map<Version, bigint>()
  const fileRows = new Map<string, number>()
  const rowsPerArea = new Map<string, number>()
  rows.forEach((row, index) => {
    const fileRow = index + firstDataRow
    const areaCode = areaOf(file, fileRow, row, mapping)
    areas.set(areaCode, (mapping.gebied.naam && row[mapping.gebied.naam]) || areaCode)
    const position = (rowsPerArea.get(areaCode) ?? 0) + 1
    rowsPerArea.set(areaCode, position)
    const lineNumber = `${areaCode}-${String(position).padStart(4, '0')}`
    const texts = textsOf(row, mapping)
    const amounts = amountsOf(file, fileRow, row, mapping)
    for (const [version, cents] of amounts) {
      sums.set(version, (sums.get(version) ?? 0n) + BigInt(cents))
      const key = `${areaCode}/${version}`
      const budget = budgets.get(key) ?? { areaCode, version, lines: [] }
      budgets.set(key, budget)
      budget.lines.push({
        id: uuidV5(`${mapping.jaar}/${key}/${lineNumber}`, lineNamespace),
        fields: budgetLineSchema.parse({
          table: 'begroting',
          areaCode,
          lineNumber,
          ...texts,
          ...(isAmendment(version) && { changesNumber: lineNumber }),
          amount0: cents,
        }),
      })
    }
    fileRows.set(lineNumber, fileRow)
  })
  return { areas, budgets: [...budgets.values()], sums, fileRows, duplicates: duplicatesOf(rows, mapping) }
}

function refuseMissingColumns(file: string, rows: readonly CsvRow[], mapping: Mapping): void {
  const [first] = rows
  if (!first) throw new CliError(`${file}: er staat geen enkele regel onder de koppen. Lever het bestand opnieuw.`)
  const missing = columnsOf(mapping).filter((name) => !Object.hasOwn(first, name))
  if (missing.length > 0) {
    throw new CliError(
      `${file}: kolom "${missing.join('", "')}" ontbreekt. Gevonden: ${Object.keys(first).join(', ')}. Pas de mapping aan.`,
    )
  }
}

function areaOf(file: string, fileRow: number, row: CsvRow, mapping: Mapping): string {
  const parsed = areaCodeSchema.safeParse(row[mapping.gebied.kolom]?.trim())
  if (parsed.success) return parsed.data
  throw new CliError(
    `${file}, regel ${fileRow}, kolom ${mapping.gebied.kolom}: "${row[mapping.gebied.kolom]}" is geen gebiedscode (2 tot 12 hoofdletters of cijfers).`,
  )
}

function textsOf(row: CsvRow, mapping: Mapping): Readonly<Record<string, string>> {
  const texts = Object.entries(mapping.velden).map(([field, source]) => [field, textOf(row, source)] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}

function textOf(row: CsvRow, source: FieldSource): string {
  if (typeof source === 'string') return (row[source] ?? '').trim()
  if ('vast' in source) return source.vast
  return source.map((name) => (row[name] ?? '').trim()).join(' / ')
}

function amountsOf(file: string, fileRow: number, row: CsvRow, mapping: Mapping): ReadonlyMap<Version, Cents> {
  return new Map(
    Object.entries(mapping.versies).map(([version, name]) => {
      const reading = readAmount({ kind: 'text', value: row[name] ?? '' })
      if (reading.status === 'error' || (reading.status === 'warning' && reading.code === 'rounded')) {
        throw new CliError(
          `${file}, regel ${fileRow}, kolom ${name}: "${row[name]}" is geen bedrag in hele centen dat maar op één manier te lezen is. Herstel het bestand; er is niets ingelezen.`,
        )
      }
      return [versionSchema.parse(version), reading.status === 'empty' ? centsSchema.parse(0) : reading.value] as const
    }),
  )
}

function duplicatesOf(rows: readonly CsvRow[], mapping: Mapping): readonly DuplicateKey[] {
  if (mapping.sleutel.length === 0) return []
  const found = new Map<string, { key: string[]; fileRows: number[] }>()
  rows.forEach((row, index) => {
    const key = mapping.sleutel.map((name) => (row[name] ?? '').trim())
    const text = JSON.stringify(key)
    const entry = found.get(text) ?? { key, fileRows: [] }
    found.set(text, entry)
    entry.fileRows.push(index + firstDataRow)
  })
  return [...found.values()].filter((entry) => entry.fileRows.length > 1)
}
