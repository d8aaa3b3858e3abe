/** The lists of a municipality, arranged for looking up a code in a year. */
import { isValidIn, type Reference } from '#shared/model/index.ts'

type Item<Key extends keyof Reference> = Reference[Key] extends readonly (infer T)[] ? T : never

/** Items by code. Codes are re-used between years, so a code may have several items. Empty: nothing can be judged by it. */
export type CodeList<T> = ReadonlyMap<string, readonly T[]>

export interface Lists {
  readonly reference: Reference
  readonly areas: CodeList<Item<'areas'>>
  readonly goals: CodeList<Item<'goals'>>
  readonly sources: CodeList<Item<'sources'>>
  /** By name and alias in lower case. */
  readonly roles: CodeList<Item<'roles'>>
  /** By role in lower case. */
  readonly rates: CodeList<Item<'rates'>>
  readonly phases: CodeList<Item<'phases'>>
  readonly policyFields: CodeList<Item<'policyFields'>>
  readonly costCentres: CodeList<Item<'costCentres'>>
  readonly costTypes: CodeList<Item<'costTypes'>>
  readonly allocationKeys: CodeList<Item<'allocationKeys'>>
  readonly decisions: CodeList<Item<'decisions'>>
  readonly reserves: CodeList<Item<'reserves'>>
}

/** Arranged once per reference: the server judges area after area against the same lists. */
export function listsOf(reference: Reference): Lists {
  const known = arranged.get(reference)
  if (known !== undefined) return known
  const lists: Lists = {
    reference,
    areas: byKeys(reference.areas, codeOf),
    goals: byKeys(reference.goals, codeOf),
    sources: byKeys(reference.sources, codeOf),
    roles: byKeys(reference.roles, ({ code, aliases }) => [code, ...aliases].map((name) => name.toLowerCase())),
    rates: byKeys(reference.rates, ({ role }) => [role.toLowerCase()]),
    phases: byKeys(reference.phases, codeOf),
    policyFields: byKeys(reference.policyFields, codeOf),
    costCentres: byKeys(reference.costCentres, codeOf),
    costTypes: byKeys(reference.costTypes, codeOf),
    allocationKeys: byKeys(reference.allocationKeys, codeOf),
    decisions: byKeys(reference.decisions, codeOf),
    reserves: byKeys(reference.reserves, codeOf),
  }
  arranged.set(reference, lists)
  return lists
}

/** The item that bears the code in that year; undefined when there is none. */
export function itemIn<T extends { readonly validFrom: number; readonly validTo: number }>(
  list: CodeList<T>,
  code: string,
  year: number,
): T | undefined {
  // A loop, since this runs several times a row and a closure each time would cost more than the search.
  for (const item of list.get(code) ?? []) if (isValidIn(item, year)) return item
  return undefined
}

const arranged = new WeakMap<Reference, Lists>()
const codeOf = ({ code }: { readonly code: string }) => [code]

function byKeys<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): CodeList<T> {
  const list = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const found = list.get(key)
      if (found === undefined) list.set(key, [item])
      else found.push(item)
    }
  }
  return list
}
