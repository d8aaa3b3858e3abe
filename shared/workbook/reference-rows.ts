/** The reference as rows of lists, and rows of lists as a reference: the two halves of the snapshot on the sheet Codes. */
import { type Reference, referenceSchema } from '#shared/model/index.ts'
import {
  allocationKeyList,
  ceilingList,
  type CodeList,
  decisionItemList,
  decisionList,
  openingList,
  ownedItem,
  reserveList,
  shareList,
  sourceList,
} from './code-lists.ts'
import { type FlatListKey, flatLists } from './flat-lists.ts'
import type { ListItem, ListValue } from './list-column.ts'

export interface FilledList extends CodeList {
  readonly items: readonly ListItem[]
}

/** Every list of the reference with its rows, in the order in which the sheet shows them. */
export function listsOf(reference: Reference): readonly FilledList[] {
  const flat = flatKeys.map((key) => ({ ...flatLists[key], items: reference[key] }))
  const ceilings = reference.sources.flatMap((source) => source.ceilings.map((item) => ownedItem(source, item)))
  const shares = reference.allocationKeys.flatMap((key) => key.shares.map((item) => ownedItem(key, item)))
  const points = reference.decisions.flatMap((decision) => decision.items.map((item) => ownedItem(decision, item)))
  const openings = reference.reserves.flatMap((reserve) => reserve.openings.map((item) => ownedItem(reserve, item)))
  return [
    ...flat,
    { ...sourceList, items: reference.sources.map(withoutNested) },
    { ...ceilingList, items: ceilings },
    { ...allocationKeyList, items: reference.allocationKeys.map(withoutNested) },
    { ...shareList, items: shares },
    { ...decisionList, items: reference.decisions.map(flatDecision) },
    { ...decisionItemList, items: points },
    { ...reserveList, items: reference.reserves.map(withoutNested) },
    { ...openingList, items: openings },
  ]
}

/** The single values by their key. */
export function generalOf({ version, municipality, parameters }: Reference): ListItem {
  return { version, ...municipality, ...parameters }
}

/** A value of a cell that could not be read is undefined, which no schema takes. */
export type ReadItem = Readonly<Record<string, ListValue | undefined>>

/** The reference that was written; null when what was read is not a whole reference any more. */
export function referenceOf(general: ReadItem, listItems: (list: CodeList) => readonly ReadItem[]): Reference | null {
  const { version, gmCode, name, iv3Number, ...parameters } = general
  const ceilings = byOwner(listItems(ceilingList))
  const shares = byOwner(listItems(shareList))
  const points = byOwner(listItems(decisionItemList))
  const openings = byOwner(listItems(openingList))
  const parsed = referenceSchema.safeParse({
    version,
    municipality: { gmCode, name, iv3Number },
    parameters,
    ...Object.fromEntries(flatKeys.map((key) => [key, listItems(flatLists[key])])),
    sources: listItems(sourceList).map((item) => Object.assign({ ceilings: ownedBy(item, ceilings) }, item)),
    allocationKeys: listItems(allocationKeyList).map((item) => Object.assign({ shares: ownedBy(item, shares) }, item)),
    decisions: listItems(decisionList).map((item) => ({ ...nestedDecision(item), items: ownedBy(item, points) })),
    reserves: listItems(reserveList).map((item) => Object.assign({ openings: ownedBy(item, openings) }, item)),
  })
  return parsed.success ? parsed.data : null
}

/** All lists that make up a reference: with one of them gone, the rest is not the lists that finance sent. */
export const referenceLists: readonly CodeList[] = [
  ...Object.values(flatLists),
  sourceList,
  ceilingList,
  allocationKeyList,
  shareList,
  decisionList,
  decisionItemList,
  reserveList,
  openingList,
]

const flatKeys = Object.keys(flatLists) as FlatListKey[]

export function flatDecision({ carriesOver, items: _items, ...decision }: Reference['decisions'][number]): ListItem {
  return {
    ...decision,
    carryOverSource: carriesOver?.sourceCode ?? null,
    carryOverYear: carriesOver?.toYear ?? null,
  }
}

export function nestedDecision({ carryOverSource, carryOverYear, ...decision }: ReadItem) {
  const carriesOver = carryOverSource === null ? null : { sourceCode: carryOverSource, toYear: carryOverYear }
  return { ...decision, carriesOver }
}

const nestedKeys: ReadonlySet<string> = new Set(['ceilings', 'shares', 'openings'])

/** Lists inside an item stand in tables of their own. */
function withoutNested(item: object): ListItem {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !nestedKeys.has(key)))
}

/** Owned rows by code and first year of their owner. */
function byOwner(items: readonly ReadItem[]): ReadonlyMap<string, readonly ReadItem[]> {
  const owned = new Map<string, ReadItem[]>()
  for (const { ownerCode, ownerFrom, ...item } of items) {
    const key = `${ownerFrom} ${ownerCode}`
    owned.set(key, [...(owned.get(key) ?? []), item])
  }
  return owned
}

function ownedBy(owner: ReadItem, items: ReadonlyMap<string, readonly ReadItem[]>): readonly ReadItem[] {
  return items.get(`${owner['validFrom']} ${owner['code']}`) ?? []
}
