/** One item of a list as it is kept: by its code and its first year, because codes come back in later years. */
import { type ItemYears, type KeptListName, singleCode, yearsOfItem } from '#shared/model/index.ts'

export type ListItem = Readonly<Record<string, unknown>>

export interface ItemKey {
  readonly kind: KeptListName
  /** `singleCode` for a list that has one item. */
  readonly code: string
  /** 0 for a list without years. */
  readonly firstYear: number
}

export interface StandingItem extends ItemKey {
  readonly version: number
  readonly item: ListItem
}

export function keyOf(kind: KeptListName, item: ListItem): ItemKey {
  return { kind, code: textOf(item['code']) ?? singleCode, firstYear: yearsOfItem(item)?.from ?? 0 }
}

/** One text per key, for maps. */
export function keyText({ kind, code, firstYear }: ItemKey): string {
  return `${kind}|${firstYear}|${code}`
}

export function doOverlap(one: ItemYears, other: ItemYears): boolean {
  return one.from <= other.to && other.from <= one.to
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
