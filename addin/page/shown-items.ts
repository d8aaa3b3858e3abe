/** Which items of a list are shown: those of a year that hold the words that were typed. */
import type { ListedItem } from '../ports/lists.ts'

export interface Shown {
  /** Words in any order, whatever their case or accents; '' shows all. */
  readonly query: string
  /** Null: all years. */
  readonly year: number | null
}

export function shownItems(items: readonly ListedItem[], { query, year }: Shown): readonly ListedItem[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return items.filter((item) => {
    if (year !== null && !countsIn(item, year)) return false
    const text = plain(JSON.stringify(Object.values(item.item)))
    return words.every((word) => text.includes(word))
  })
}

/** An item without years counts in all. */
export function countsIn({ item }: ListedItem, year: number): boolean {
  const from = yearOf(item['validFrom'] ?? item['year'] ?? item['from'])
  const to = yearOf(item['validTo'] ?? item['year'] ?? item['to'])
  return from === undefined || to === undefined || (from <= year && year <= to)
}

/** Years to choose from: those in which items begin or end, newest first; open ends (2100) say nothing. */
export function yearsOf(items: readonly ListedItem[]): readonly number[] {
  const years = items.flatMap(({ item }) => [
    yearOf(item['validFrom'] ?? item['year'] ?? item['from']),
    yearOf(item['validTo'] ?? item['year'] ?? item['to']),
  ])
  const known = years.filter((year) => year !== undefined && year < openEnd)
  return [...new Set(known as number[])].sort((one, other) => other - one)
}

const openEnd = 2_090

function yearOf(value: unknown): number | undefined {
  const year = typeof value === 'string' ? Number(value.slice(0, 4)) : value
  return typeof year === 'number' && Number.isInteger(year) ? year : undefined
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
