/** An item as a person types it: a text per column, and rows of texts for the list inside it. */
import {
  columnKeyOf,
  type ListColumn,
  type ListValue,
  nestedDecision,
  readListText,
  writtenAs,
} from '#shared/workbook/index.ts'
import type { Collection, FieldFault, KeptItem, ListedItem } from '../ports/lists.ts'
import { columnsOf, columnText, rowsInside, valuesOf } from './collections.ts'

export type Texts = Readonly<Record<string, string>>

export interface Draft {
  readonly collection: Collection
  /** Null: a new item. */
  readonly seen: ListedItem | null
  readonly texts: Texts
  readonly rows: readonly Texts[]
}

/** What is said beside a field, by the field (`name`, `ceilings.0.cents`); '' is the whole item. */
export type Beside = ReadonlyMap<string, { readonly nl: string; readonly en: string }>

/** `seen` null: an empty one. */
export function draftOf(collection: Collection, seen: ListedItem | null): Draft {
  const { own, inner } = columnsOf(collection)
  const item = seen?.item ?? {}
  return {
    collection,
    seen,
    texts: seen === null ? emptyTexts(own) : textsOf(own, valuesOf(collection, item)),
    rows: rowsInside(inner, item).map((row) => textsOf(inner?.columns ?? [], row)),
  }
}

/** A new item that begins like another one: a code comes back in later years, or next year's rate. */
export function copyOf({ collection, texts, rows }: Draft): Draft {
  return { collection, seen: null, texts, rows }
}

export function emptyRow(collection: Collection): Texts {
  return emptyTexts(columnsOf(collection).inner?.columns ?? [])
}

/** The item that was typed, or what is wrong with it. */
export function readDraft({ collection, texts, rows }: Draft): { readonly item: KeptItem; readonly beside: Beside } {
  const { own, inner } = columnsOf(collection)
  const beside = new Map<string, { readonly nl: string; readonly en: string }>()
  const read = (columns: readonly ListColumn[], given: Texts, prefix: string): Record<string, ListValue> => {
    const values: Record<string, ListValue> = {}
    for (const { key, kind } of columns) {
      const value = readListText(kind, given[key] ?? '')
      if (value === undefined) beside.set(`${prefix}${key}`, written(writtenAs[kind]))
      else values[key] = value
    }
    return values
  }
  const values = read(own, texts, '')
  const item: KeptItem = collection === 'besluiten' ? nestedDecision(values) : values
  if (inner === null) return { item, beside }
  const innerItems = rows.map((row, i) => read(inner.columns, row, `${inner.inside}.${i}.`))
  return { item: { ...item, [inner.inside]: innerItems }, beside }
}

/** Faults of the server at the fields of the form. A field that has no input of its own is said of the whole item. */
export function besideFields(collection: Collection, faults: readonly FieldFault[]): Beside {
  const beside = new Map<string, { readonly nl: string; readonly en: string }>()
  for (const { field, nl, en } of faults) {
    const place = inputOf(collection, field)
    if (!beside.has(place))
      beside.set(place, place === '' && field !== '' ? { nl: `${field}: ${nl}`, en: `${field}: ${en}` } : { nl, en })
  }
  return beside
}

/** The input for a field of the item: `carriesOver.sourceCode` is typed as `carryOverSource`, `roles.3` as `roles`. */
export function inputOf(collection: Collection, field: string): string {
  const { own, inner } = columnsOf(collection)
  const [first = '', position, key] = field.split('.')
  const ownKey = columnKeyOf(field)
  if (own.some((column) => column.key === ownKey)) return ownKey
  const isInner = inner !== null && inner.inside === first && position !== undefined
  if (isInner && inner.columns.some((column) => column.key === key)) return field
  return isInner ? `${first}.${position}.${inner.columns[0]?.key ?? ''}` : ''
}

export interface Difference {
  readonly heading: string
  readonly mine: string
  readonly theirs: string
}

/** In which columns what was typed differs from what stands there now, and then in which rows of the list inside it. */
export function differences({ collection, texts, rows }: Draft, now: ListedItem): readonly Difference[] {
  const { own, inner } = columnsOf(collection)
  const theirs = draftOf(collection, now)
  const rowTexts = (some: readonly Texts[]) =>
    some.map((row) => (inner?.columns ?? []).flatMap(({ key }) => row[key] || []).join(' '))
  const [myRows, theirRows] = [rowTexts(rows), rowTexts(theirs.rows)]
  const columns = own.map(({ key, heading }) => ({
    heading,
    mine: texts[key] ?? '',
    theirs: theirs.texts[key] ?? '',
  }))
  const inside = {
    heading: inner?.title ?? '',
    mine: myRows.filter((row) => !theirRows.includes(row)).join('; '),
    theirs: theirRows.filter((row) => !myRows.includes(row)).join('; '),
  }
  return [...columns, inside].filter(({ mine, theirs: other }) => mine !== other)
}

function textsOf(columns: readonly ListColumn[], values: KeptItem): Texts {
  return Object.fromEntries(columns.map((column) => [column.key, columnText(column, values)]))
}

function emptyTexts(columns: readonly ListColumn[]): Texts {
  return Object.fromEntries(columns.map(({ key }) => [key, '']))
}

function written({ nl, en }: { readonly nl: string; readonly en: string }) {
  return { nl: `Schrijf ${nl}.`, en: `Write ${en}.` }
}
