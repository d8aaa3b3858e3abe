/** What files of lists hold together, and where each field of it stands. */
import * as z from 'zod/mini'
import { type KeptListName, keptListNames } from '#shared/model/index.ts'
import { type FileFault, listFiles, readListTables, type SentTable } from '#shared/workbook/index.ts'
import { CliError } from '../cli-error.ts'
import { baseName, endingOf, readCsvRows, readJson } from './read-files.ts'

export type ListLoad = Partial<Record<KeptListName, readonly unknown[]>>

export interface GatheredLists {
  readonly load: ListLoad
  /** What in the CSV files cannot be read; then the load is not complete. */
  readonly faults: readonly FileFault[]
  /** `bronnen.csv, regel 4, kolom Soort`. */
  readonly placeOf: (kind: KeptListName, index: number, field: string) => string
}

/** Items of JSON stand before those of CSV. Throws CliError for a file that holds no list. */
export function gatherLists(files: readonly string[]): GatheredLists {
  const json = files.filter((file) => endingOf(file) === '.json').map((file) => ({ file, load: loadIn(file) }))
  const csv = readListTables(files.filter((file) => endingOf(file) === '.csv').map(tableIn))
  const ofJson = (kind: KeptListName) => json.flatMap(({ file, load }) => placed(file, load[kind] ?? []))
  const load = Object.fromEntries(
    keptListNames.flatMap((kind) => {
      const items = [...ofJson(kind).map(({ item }) => item), ...(csv.load[kind] ?? [])]
      const isNamed = json.some((part) => part.load[kind] !== undefined) || csv.load[kind] !== undefined
      return isNamed ? [[kind, items] as const] : []
    }),
  )
  const placeOf = (kind: KeptListName, index: number, field: string): string => {
    const items = ofJson(kind)
    const found = items[index]
    if (found !== undefined)
      return [found.file, `${kind} ${found.position}`, field].filter((part) => part !== '').join(', ')
    const place = csv.placeOf(kind, index - items.length, field)
    return place === undefined ? kind : placeText(place)
  }
  return { load, faults: csv.faults, placeOf }
}

/** `bronnen.csv, regel 4, kolom Soort`, as far as it is known. */
export function placeText({ source, row, heading }: Pick<FileFault, 'source' | 'row' | 'heading'>): string {
  const parts = [source, row === null ? '' : `regel ${row}`, heading === null ? '' : `kolom ${heading}`]
  return parts.filter((part) => part !== '').join(', ')
}

const itemsSchema = z.array(z.unknown())
const loadSchema = z.partialRecord(z.enum(keptListNames), itemsSchema)

/** `[items]` in a file that is named after its list, or `{ "bronnen": [items] }`. */
function loadIn(file: string): ListLoad {
  const value = readJson(file)
  const items = itemsSchema.safeParse(value)
  const kind = keptListNames.find((name) => name === baseName(file))
  if (items.success && kind !== undefined) return { [kind]: items.data }
  const load = loadSchema.safeParse(value)
  if (load.success) return load.data
  throw new CliError(
    `${file}: geen lijsten. Schrijf { "soort": [items] }, of geef een bestand met [items] de naam van zijn lijst. Lijsten: ${keptListNames.join(', ')}.`,
  )
}

function tableIn(source: string): SentTable {
  const file = listFiles.find(({ name }) => name === baseName(source))
  if (file !== undefined) return { file, source, rows: readCsvRows(source) }
  const names = listFiles.map(({ name }) => name).join(', ')
  throw new CliError(`${source}: geen naam van een lijst. Noem het bestand naar zijn lijst: ${names}.`)
}

function placed(file: string, items: readonly unknown[]) {
  return items.map((item, i) => ({ file, item, position: i + 1 }))
}
