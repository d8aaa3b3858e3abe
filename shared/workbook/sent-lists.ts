/** What files of lists hold together, CSV and JSON alike, and where each field of it stands. */
import * as z from 'zod/mini'
import { type KeptListName, keptListNames, type Language } from '#shared/model/index.ts'
import { listFiles } from './list-files.ts'
import { type FileFault, jsonPlaceText, placeText } from './read-columns.ts'
import { readListTables } from './read-list-files.ts'
import { baseName, type SentFile, wholeFault } from './sent-file.ts'

export interface SentLists {
  /** The items by list, as a load takes them; not complete when there are faults. */
  readonly load: Partial<Record<KeptListName, readonly unknown[]>>
  readonly faults: readonly FileFault[]
  /** `bronnen.csv, regel 4, kolom Soort`. */
  readonly placeOf: (kind: KeptListName, index: number, field: string, language: Language) => string
}

/** Items of JSON stand before those of CSV. */
export function gatherLists(files: readonly SentFile[]): SentLists {
  const json = files.flatMap(({ source, content }) =>
    content.kind === 'json' ? [{ source, load: loadIn(source, content.value) }] : [],
  )
  const tables = files.flatMap(({ source, content }) =>
    content.kind === 'rows' ? [{ source, rows: content.rows, file: fileNamed(source) }] : [],
  )
  const known = tables.flatMap(({ file, ...table }) => (file === undefined ? [] : [{ ...table, file }]))
  const csv = readListTables(known)
  const ofJson = (kind: KeptListName) => json.flatMap(({ source, load }) => placed(source, load?.[kind] ?? []))
  const load = Object.fromEntries(
    keptListNames.flatMap((kind) => {
      const items = [...ofJson(kind).map(({ item }) => item), ...(csv.load[kind] ?? [])]
      const isNamed = csv.load[kind] !== undefined || json.some((part) => part.load?.[kind] !== undefined)
      return isNamed ? [[kind, items] as const] : []
    }),
  )
  return {
    load,
    faults: [
      ...json.filter((part) => part.load === undefined).map(({ source }) => wholeFault(source, noLists)),
      ...tables.filter(({ file }) => file === undefined).map(({ source }) => wholeFault(source, noName)),
      ...csv.faults,
    ],
    placeOf: (kind, index, field, language) => {
      const items = ofJson(kind)
      const found = items[index]
      if (found !== undefined) return jsonPlaceText(found.source, kind, found.position, field)
      const place = csv.placeOf(kind, index - items.length, field)
      return place === undefined ? kind : placeText(place, language)
    },
  }
}

const itemsSchema = z.array(z.unknown())
const loadSchema = z.partialRecord(z.enum(keptListNames), itemsSchema)

/** `[items]` in a file that is named after its list, or `{ "bronnen": [items] }`; undefined: neither. */
function loadIn(source: string, value: unknown): SentLists['load'] | undefined {
  const items = itemsSchema.safeParse(value)
  const kind = keptListNames.find((name) => name === baseName(source))
  if (items.success && kind !== undefined) return { [kind]: items.data }
  return loadSchema.safeParse(value).data
}

function fileNamed(source: string) {
  return listFiles.find(({ name }) => name === baseName(source))
}

function placed(source: string, items: readonly unknown[]) {
  return items.map((item, position) => ({ source, item, position }))
}

const kinds = keptListNames.join(', ')
const noLists = {
  nl: `geen lijsten; schrijf { "soort": [items] }, of geef een bestand met [items] de naam van zijn lijst (${kinds})`,
  en: `no lists; write { "kind": [items] }, or give a file with [items] the name of its list (${kinds})`,
}
const names = listFiles.map(({ name }) => name).join(', ')
const noName = {
  nl: `geen naam van een lijst; noem het bestand naar zijn lijst (${names})`,
  en: `not the name of a list; name the file after its list (${names})`,
}
