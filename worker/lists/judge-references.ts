/**
 * Codes that an item names of other lists. One that exists in no year is a fault: a ceiling of an area that is not there
 * counts nowhere. One that exists in other years only is a warning, as are names that areas may also give themselves.
 */
import { type KeptListName, yearsOfItem } from '#shared/model/index.ts'
import type { Fault } from '../check-value.ts'
import { doOverlap, type ListItem } from './list-item.ts'

type ItemsOf = (kind: KeptListName) => readonly ListItem[]

interface NamedCode {
  readonly place: string
  readonly code: string
}

interface ReferenceRule {
  readonly target: KeptListName
  readonly codes: (item: ListItem) => readonly NamedCode[]
  /** Also what is in no list at all is a warning only. */
  readonly isLoose?: true
}

/** The faults and warnings of one item about the codes that it names. */
export function judgeReferences(
  kind: KeptListName,
  item: ListItem,
  itemsOf: ItemsOf,
): { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] } {
  const faults: Fault[] = []
  const warnings: Fault[] = []
  for (const { target, codes, isLoose } of referenceRules[kind] ?? []) {
    for (const { place, code } of codes(item)) {
      const named = itemsOf(target).filter((candidate) => candidate['code'] === code)
      if (named.length === 0) (isLoose ? warnings : faults).push({ place, ...unknownCode(target, code) })
      else if (!named.some((candidate) => shareYears(item, candidate))) {
        warnings.push({ place, ...otherYears(target, code) })
      }
    }
  }
  return { faults, warnings }
}

const field =
  (key: string) =>
  (item: ListItem): readonly NamedCode[] => {
    const code = item[key]
    return typeof code === 'string' ? [{ place: key, code }] : []
  }

const texts =
  (key: string) =>
  (item: ListItem): readonly NamedCode[] =>
    listIn(item, key).map((code, i) => ({ place: `${key}.${i}`, code: String(code) }))

/** The same field of every row in a nested list. */
const nested =
  (list: string, key: string) =>
  (item: ListItem): readonly NamedCode[] =>
    listIn(item, list).flatMap((row, i) =>
      field(key)(row as ListItem).map(({ code }) => ({ place: `${list}.${i}.${key}`, code })),
    )

const referenceRules: Partial<Record<KeptListName, readonly ReferenceRule[]>> = {
  gebieden: [{ target: 'beleidsvelden', codes: texts('policyFields'), isLoose: true }],
  doelen: [{ target: 'programmas', codes: field('programmeCode') }],
  bronnen: [
    { target: 'gebieden', codes: nested('ceilings', 'areaCode') },
    { target: 'reserves', codes: field('reserveCode') },
    { target: 'besluiten', codes: field('decisionNumber'), isLoose: true },
  ],
  tarieven: [{ target: 'functies', codes: field('role') }],
  verdeelsleutels: [{ target: 'gebieden', codes: nested('shares', 'areaCode') }],
  besluiten: [
    { target: 'bronnen', codes: (item) => carriedSource(item['carriesOver']) },
    { target: 'functies', codes: texts('roles'), isLoose: true },
  ],
  reserves: [{ target: 'programmas', codes: field('programmeCode') }],
  instrumenten: [
    { target: 'gebieden', codes: field('areaCode') },
    { target: 'instrumenten', codes: field('parentCode') },
    { target: 'besluiten', codes: field('decisionNumber'), isLoose: true },
  ],
  programmaplafonds: [{ target: 'programmas', codes: field('programmeCode') }],
}

function carriedSource(carriesOver: unknown): readonly NamedCode[] {
  return field('sourceCode')((carriesOver ?? {}) as ListItem).map(({ code }) => ({
    place: 'carriesOver.sourceCode',
    code,
  }))
}

function listIn(item: ListItem, key: string): readonly unknown[] {
  const value = item[key]
  return Array.isArray(value) ? value : []
}

function shareYears(one: ListItem, other: ListItem): boolean {
  const [years, others] = [yearsOfItem(one), yearsOfItem(other)]
  return years === null || others === null || doOverlap(years, others)
}

function unknownCode(target: KeptListName, code: string) {
  return {
    nl: `${code} staat niet in de lijst ${target}; voeg het daar toe of kies een andere code`,
    en: `${code} is not in the list ${target}; add it there or choose another code`,
  }
}

function otherYears(target: KeptListName, code: string) {
  return {
    nl: `${code} geldt in de lijst ${target} niet in deze jaren`,
    en: `${code} is not valid in these years in the list ${target}`,
  }
}
