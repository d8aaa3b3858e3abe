/** The grey cells of one side: few patterns, and for each taakveld the pattern from each year in which it changed. */
export interface GreyTable {
  readonly patterns: Readonly<Record<number, string>>
  readonly rows: Readonly<Record<string, Readonly<Record<number, number>>>>
}

/**
 * The grey categories of each taakveld in a year. Codes of other years may be among them, both taakvelden and categories:
 * ask the lists first whether a code is of that year.
 */
export function greyRowsIn(table: GreyTable, listYear: number): ReadonlyMap<string, ReadonlySet<string>> {
  const patterns = new Map(Object.entries(table.patterns).map(([id, text]) => [Number(id), categoriesIn(text)]))
  const rows = new Map<string, ReadonlySet<string>>()
  for (const [taakveld, changes] of Object.entries(table.rows)) {
    const current = Object.entries(changes).findLast(([since]) => Number(since) <= listYear)
    const categories = current === undefined ? undefined : patterns.get(current[1])
    if (categories !== undefined) rows.set(taakveld, categories)
  }
  return rows
}

/** Reads `3.1 7.1-5` as 3.1, 7.1, 7.2, 7.3, 7.4 and 7.5. */
function categoriesIn(pattern: string): ReadonlySet<string> {
  return new Set(
    pattern.split(' ').flatMap((part) => {
      const [first = '', lastDigit] = part.split('-')
      if (lastDigit === undefined) return [first]
      const stem = first.slice(0, -1)
      const start = Number(first.slice(-1))
      return Array.from({ length: Number(lastDigit) - start + 1 }, (_, step) => `${stem}${start + step}`)
    }),
  )
}
