/** Which items of a list are shown: those of a year that hold the words that were typed. */
import { budgetYearMax, yearsOfItem } from '#shared/model/index.ts'
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
function countsIn({ item }: ListedItem, year: number): boolean {
  const years = yearsOfItem(item)
  return years === null || (years.from <= year && year <= years.to)
}

/** Years to choose from: those in which items begin or end, newest first; an end beyond all budgets says nothing. */
export function yearsOf(items: readonly ListedItem[]): readonly number[] {
  const years = items.flatMap(({ item }) => Object.values(yearsOfItem(item) ?? {}))
  return [...new Set(years.filter((year) => year <= budgetYearMax))].sort((one, other) => other - one)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
