import type { WireQuery } from './wire.ts'

/** What a load asks for, by property; `*` stands for every plain property. */
export type QueryTree = ReadonlyMap<string, QueryTree>

/** `['name', 'format/fill/color']` as a tree. The word `items` says nothing: a collection always gives its items. */
export function queryTree(query: WireQuery): QueryTree {
  const root: MutableTree = new Map()
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let branch = root
    for (const part of path.split('/').filter((name) => name !== '' && name !== 'items')) {
      const next: MutableTree = branch.get(part) ?? new Map()
      branch.set(part, next)
      branch = next
    }
  }
  return root
}

interface MutableTree extends Map<string, MutableTree> {}
