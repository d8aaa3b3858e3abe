/** A name, and the first year in which a code bore it. */
type NameSince = readonly [year: number, name: string]

/** A code in the lists of consecutive years: from the year of its first name up to and including `last`. */
export interface CodeEntry {
  readonly code: string
  readonly last: number
  readonly names: readonly [NameSince, ...NameSince[]]
}

/** The name that the code bears in the list of that year; undefined when the code is not in it. */
export function nameIn(entry: CodeEntry, listYear: number): string | undefined {
  if (listYear > entry.last) return undefined
  return entry.names.findLast(([since]) => since <= listYear)?.[1]
}
