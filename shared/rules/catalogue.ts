/** The ids of the rule catalogue, family by family, so that the list itself shows which rules are still to be built. */

interface Family {
  readonly name: string
  readonly first: number
  readonly last: number
}

const families: readonly Family[] = [
  { name: 'cellen en tabellen', first: 101, last: 114 },
  { name: 'codes en indeling', first: 201, last: 218 },
  { name: 'bedragen en uren', first: 301, last: 316 },
  { name: 'dekking', first: 401, last: 414 },
  { name: 'incidenteel, reserves en investeringen', first: 501, last: 513 },
  { name: 'besluiten en wijzigingen', first: 601, last: 617 },
  { name: 'over gebieden heen', first: 701, last: 718 },
  { name: 'levering en publicatie', first: 801, last: 809 },
  { name: 'gebiedsinstrumenten', first: 901, last: 907 },
]

/** All 126. Ids beyond a family's last are our own additions and not in here. */
export const catalogueIds: readonly string[] = families.flatMap(({ first, last }) =>
  Array.from({ length: last - first + 1 }, (_, i) => `GB-${first + i}`),
)

/** Ids of the catalogue that none of these rules bears, in its order. */
export function missingFrom(built: readonly { readonly id: string }[]): readonly string[] {
  const ids = new Set(built.map(({ id }) => id))
  return catalogueIds.filter((id) => !ids.has(id))
}
