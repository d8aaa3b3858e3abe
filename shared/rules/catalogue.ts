/** The ids of the rule catalogue, family by family. */
import type { Wording } from './rule.ts'

export interface RuleFamily {
  readonly name: Wording
  readonly first: number
  readonly last: number
}

export const ruleFamilies: readonly RuleFamily[] = [
  { name: { nl: 'cellen en tabellen', en: 'cells and tables' }, first: 101, last: 114 },
  { name: { nl: 'codes en indeling', en: 'codes and classification' }, first: 201, last: 218 },
  { name: { nl: 'bedragen en uren', en: 'amounts and hours' }, first: 301, last: 316 },
  { name: { nl: 'dekking', en: 'coverage' }, first: 401, last: 414 },
  {
    name: { nl: 'incidenteel, reserves en investeringen', en: 'incidental, reserves and investments' },
    first: 501,
    last: 513,
  },
  { name: { nl: 'besluiten en wijzigingen', en: 'decisions and amendments' }, first: 601, last: 617 },
  { name: { nl: 'over gebieden heen', en: 'across areas' }, first: 701, last: 718 },
  { name: { nl: 'levering en publicatie', en: 'delivery and publication' }, first: 801, last: 809 },
  { name: { nl: 'gebiedsinstrumenten', en: 'plans of an area' }, first: 901, last: 907 },
]

/** All 126. Ids beyond a family's last are our own additions and not in here. */
export const catalogueIds: readonly string[] = ruleFamilies.flatMap(({ first, last }) =>
  Array.from({ length: last - first + 1 }, (_, i) => `GB-${first + i}`),
)

/** Own additions go on where their family ends: GB-115 belongs with GB-101. */
export function isOfFamily(id: string, { first }: RuleFamily): boolean {
  return Math.floor(Number(id.slice('GB-'.length)) / 100) === Math.floor(first / 100)
}
