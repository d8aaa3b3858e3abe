/** Tables of lists back to items, with every fault at its place, and with the place of each field for faults found later. */
import type { KeptListName } from '#shared/model/index.ts'
import { columnKeyOf, filesOfList, type ListFile } from './list-files.ts'
import { type FileFault, type FilePlace, readColumns, type ReadRow } from './read-columns.ts'
import { nestedDecision, type ReadItem } from './reference-rows.ts'

/** A table as it came from a file. */
export interface SentTable {
  readonly file: ListFile
  /** Name of the file, for its faults. */
  readonly source: string
  /** The first row has the headings. */
  readonly rows: readonly (readonly string[])[]
}

export interface ReadLists {
  /** The items by list, as a load takes them; empty when there are faults. */
  readonly load: Partial<Record<KeptListName, readonly unknown[]>>
  readonly faults: readonly FileFault[]
  /** Where a field of an item stands (`ceilings.2.cents` of item 4); undefined: not in these files. */
  readonly placeOf: (kind: KeptListName, index: number, field: string) => FilePlace | undefined
}

/** Of lists whose items hold a list both tables are needed: an absent one does not mean that there is nothing. */
export function readListTables(tables: readonly SentTable[]): ReadLists {
  const read = tables.map(readTable)
  const own = read.filter(({ table }) => table.file.inside === null)
  const rows = read.filter(({ table }) => table.file.inside !== null)
  const faults = [...read.flatMap((table) => table.faults), ...unmatched(own, rows)]
  const items = own.flatMap((table) => table.rows.map((row) => itemOf(table.table, row, rows)))
  const byKind = Map.groupBy(items, ({ kind }) => kind)
  const load = Object.fromEntries([...byKind].map(([kind, list]) => [kind, list.map(({ item }) => item)]))
  return {
    load: faults.length > 0 ? {} : load,
    faults,
    placeOf: (kind, index, field) => placeIn(byKind.get(kind)?.[index], field),
  }
}

interface ReadTable {
  readonly table: SentTable
  readonly rows: readonly ReadRow[]
  readonly faults: readonly FileFault[]
}

interface PlacedItem {
  readonly kind: KeptListName
  readonly item: Readonly<Record<string, unknown>>
  readonly own: { readonly table: SentTable; readonly row: number }
  /** Where the rows of its inner list stand, in their order. */
  readonly inner: readonly { readonly table: SentTable; readonly row: number }[]
}

function readTable(table: SentTable): ReadTable {
  return { table, ...readColumns(table.file.columns, table.source, table.rows) }
}

function itemOf(table: SentTable, { row, values }: ReadRow, innerTables: readonly ReadTable[]): PlacedItem {
  const { kind } = table.file
  const owned = innerTables
    .filter((inner) => inner.table.file.kind === kind)
    .flatMap((inner) => inner.rows.filter((innerRow) => isOwner(values, innerRow)).map((found) => ({ inner, found })))
  const inside = innerTables.find((inner) => inner.table.file.kind === kind)?.table.file.inside
  const innerRows = owned.map(({ found }) => withoutOwner(found.values))
  const item = kind === 'besluiten' ? nestedDecision(values) : values
  return {
    kind,
    item: inside === undefined || inside === null ? item : { ...item, [inside]: innerRows },
    own: { table, row },
    inner: owned.map(({ inner, found }) => ({ table: inner.table, row: found.row })),
  }
}

function isOwner(owner: ReadItem, { values }: ReadRow): boolean {
  return owner['code'] === values['ownerCode'] && owner['validFrom'] === values['ownerFrom']
}

function withoutOwner({ ownerCode: _code, ownerFrom: _from, ...item }: ReadItem): ReadItem {
  return item
}

/** Tables without the other one of their list, and rows that name an item that is not there. */
function unmatched(own: readonly ReadTable[], rows: readonly ReadTable[]): readonly FileFault[] {
  const ownerless = rows.flatMap((inner) =>
    ownerFaults(
      inner,
      own.filter((other) => other.table.file.kind === inner.table.file.kind),
    ),
  )
  return [...own.flatMap(({ table }) => innerFaults(table, rows)), ...ownerless]
}

function innerFaults({ file, source }: SentTable, rows: readonly ReadTable[]): readonly FileFault[] {
  const inner = innerName(file)
  if (inner === undefined || rows.some(({ table }) => table.file.kind === file.kind)) return []
  return [{ source, row: null, heading: null, ...besides(inner) }]
}

function ownerFaults({ table, rows }: ReadTable, owners: readonly ReadTable[]): readonly FileFault[] {
  const { source, file } = table
  if (owners.length === 0) return [{ source, row: null, heading: null, ...besides(file.kind) }]
  // Items that could not be read are told of; their rows are not missing them.
  if (owners.some(({ faults }) => faults.length > 0)) return []
  const items = owners.flatMap((owner) => owner.rows)
  const heading = file.columns[0]?.heading ?? null
  return rows
    .filter((row) => !items.some(({ values }) => isOwner(values, row)))
    .map(({ row, values }) => ({
      source,
      row,
      heading,
      ...noOwner(String(values['ownerCode']), String(values['ownerFrom']), file.kind),
    }))
}

/** The table of the list inside the items of a list; undefined: they hold none. */
function innerName({ kind }: ListFile): string | undefined {
  return filesOfList(kind).find(({ inside }) => inside !== null)?.name
}

function placeIn(item: PlacedItem | undefined, field: string): FilePlace | undefined {
  if (item === undefined) return undefined
  const [first = '', position = '', key = ''] = field.split('.')
  const inner = item.inner[Number(position)]
  const isInner = inner !== undefined && inner.table.file.inside === first
  const place = isInner ? inner : item.own
  const column = isInner ? key : columnKeyOf(field)
  const heading = place.table.file.columns.find((candidate) => candidate.key === column)?.heading ?? null
  return { source: place.table.source, row: place.row, heading }
}

const besides = (name: string) => ({
  nl: `${name} ontbreekt; geef dat bestand erbij, ook als het alleen koppen heeft`,
  en: `${name} is missing; give that file too, also when it has headings only`,
})
const noOwner = (code: string, from: string, list: string) => ({
  nl: `${code} vanaf ${from} staat niet in ${list}; voeg het daar toe of herstel de code of het jaar`,
  en: `${code} from ${from} is not in ${list}; add it there or correct the code or the year`,
})
