/** What the page shows of a list: its columns, those of the list inside its items, and what a field can be chosen from. */
import {
  keepsList,
  type KeptListName,
  keptListNames,
  keptLists,
  keptPersonSchema,
  type PersonRole,
} from '#shared/model/index.ts'
import {
  filesOfList,
  flatItem,
  type ListColumn,
  listText,
  type ListValue,
  personColumns,
} from '#shared/workbook/index.ts'
import type { Collection, KeptItem } from '../ports/lists.ts'

export interface CollectionColumns {
  /** Dutch. */
  readonly title: string
  readonly own: readonly ListColumn[]
  /** Null: its items hold no list. */
  readonly inner: InnerColumns | null
}

export interface InnerColumns {
  /** Field of the item that holds the rows. */
  readonly inside: string
  /** Dutch. */
  readonly title: string
  readonly columns: readonly ListColumn[]
}

export function columnsOf(collection: Collection): CollectionColumns {
  if (collection === 'personen') return { title: 'Mensen en rechten', own: personColumns, inner: null }
  const [own, rows] = filesOfList(collection)
  if (own === undefined) throw new Error(`The list ${collection} has no table.`)
  const inner =
    rows === undefined || rows.inside === null
      ? null
      : {
          inside: rows.inside,
          title: rows.title,
          columns: rows.columns.filter(({ key }) => key !== 'ownerCode' && key !== 'ownerFrom'),
        }
  return { title: own.title, own: own.columns, inner }
}

/** The item with one value per column. */
export function valuesOf(collection: Collection, item: KeptItem): KeptItem {
  return collection === 'personen' ? item : flatItem(collection, item)
}

/** The rows of the list inside an item; none where items hold no list. */
export function rowsInside(inner: InnerColumns | null, item: KeptItem): readonly KeptItem[] {
  return inner === null ? [] : ((item[inner.inside] ?? []) as readonly KeptItem[])
}

/** What stands in a column, as a person reads and types it; '' for nothing. */
export function columnText({ key, kind }: ListColumn, values: KeptItem): string {
  return listText(kind, (values[key] ?? null) as ListValue)
}

const columnsInTableMax = 7

/** As many as fit a table: the first ones without lists of texts, and the years at the end. */
export function tableColumns({ own }: CollectionColumns): readonly ListColumn[] {
  const years = own.filter(({ key }) => key === 'validFrom' || key === 'validTo')
  const all = own.filter((column) => !years.includes(column))
  const fit = columnsInTableMax - years.length
  const others = all.length <= fit ? all : all.filter(({ kind }) => kind !== 'texts')
  return [...others.slice(0, fit), ...years]
}

/** The values that the schema allows a field, in its order; null: any. `field` of an inner list: `ceilings.areaCode`. */
export function choicesOf(collection: Collection, field: string): readonly string[] | null {
  const [first = '', second] = field.split('.')
  const shape: Readonly<Record<string, unknown>> =
    collection === 'personen' ? keptPersonSchema.shape : keptLists[collection].schema.shape
  const own = unwrapped(shape[first])
  const schema = second === undefined ? own : unwrapped(unwrapped(own.element).shape?.[second])
  return schema.entries === undefined ? null : Object.values(schema.entries)
}

interface Definition {
  readonly innerType?: unknown
  readonly element?: unknown
  readonly shape?: Readonly<Record<string, unknown>>
  readonly entries?: Readonly<Record<string, string>>
}

/** What a schema is made of, without "may be null" and "may be left out" around it. */
function unwrapped(schema: unknown): Definition {
  const definition = (schema as { readonly _zod?: { readonly def: Definition } } | undefined)?._zod?.def ?? {}
  return definition.innerType === undefined ? definition : unwrapped(definition.innerType)
}

/** The lists that a role keeps, in the order of the page. */
export function keptBy(role: PersonRole): readonly Collection[] {
  const lists = keptListNames.filter((list) => keepsList(role, list))
  return role === 'beheer' ? [...lists, 'personen'] : lists
}

export function hasHistory(collection: Collection): collection is KeptListName {
  return collection !== 'personen'
}
