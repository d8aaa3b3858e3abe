/** One item of a list as it is kept: by its code and its first year, because codes come back in later years. */
import { type KeptListName, singleCode } from '#shared/model/index.ts'

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

/** First and last calendar year in which an item counts; null: the list has no years. */
export interface Years {
  readonly from: number
  readonly to: number
}

export function keyOf(kind: KeptListName, item: ListItem): ItemKey {
  return { kind, code: textOf(item['code']) ?? singleCode, firstYear: yearsOf(item)?.from ?? 0 }
}

/** One text per key, for maps. */
export function keyText({ kind, code, firstYear }: ItemKey): string {
  return `${kind}|${firstYear}|${code}`
}

/** By its validity, else its year, else the years between its two dates. */
export function yearsOf(item: ListItem): Years | null {
  const from = yearOf(item['validFrom'] ?? item['year'] ?? item['from'])
  const to = yearOf(item['validTo'] ?? item['year'] ?? item['to'])
  return from === undefined || to === undefined ? null : { from, to }
}

export function doOverlap(one: Years, other: Years): boolean {
  return one.from <= other.to && other.from <= one.to
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** `2023` and `2023-04-01` are both of 2023. */
function yearOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Number(value.slice(0, 4)) : undefined
}
