/** What a load of items changes in the lists that stand, or why it cannot: every decision, before anything is written. */
import { type KeptListName, keptLists, singleCode, yearsOfItem } from '#shared/model/index.ts'
import { type JudgedItem, type ListLoad, readLoad } from './judge-items.ts'
import { judgeReferences } from './judge-references.ts'
import type { Judgement, ListFault } from './list-faults.ts'
import { doOverlap, type ItemKey, keyOf, keyText, type ListItem, type StandingItem } from './list-item.ts'

export interface PlannedItem extends ItemKey {
  readonly index: number
  readonly item: ListItem
  readonly outcome: 'new' | 'changed' | 'unchanged'
  /** The version that stands after the load. */
  readonly version: number
  /** Fields in which it differs from what stands; empty for a new one. */
  readonly changedFields: readonly string[]
}

export interface LoadPlan extends Judgement {
  /** Empty when there are faults. */
  readonly items: readonly PlannedItem[]
}

export function planLoad(standing: readonly StandingItem[], load: ListLoad): LoadPlan {
  const read = readLoad(load)
  const lists = new ListsAfter(standing, read.items)
  const judged = read.items.map((item) => lists.judge(item))
  const faults = [...read.faults, ...judged.flatMap((judgement) => judgement.faults)]
  const warnings = judged.flatMap((judgement) => judgement.warnings)
  if (faults.length > 0) return { items: [], faults, warnings }
  const byKey = new Map(standing.map((item) => [keyText(item), item]))
  return { items: read.items.map((item) => planItem(item, byKey)), faults, warnings }
}

function planItem({ kind, index, item }: JudgedItem, standing: ReadonlyMap<string, StandingItem>): PlannedItem {
  const key = keyOf(kind, item)
  const before = standing.get(keyText(key))
  if (before === undefined) return { ...key, index, item, outcome: 'new', version: 1, changedFields: [] }
  const changedFields = differingFields(kind, before.item, item)
  const outcome = changedFields.length === 0 ? 'unchanged' : 'changed'
  const version = outcome === 'unchanged' ? before.version : before.version + 1
  return { ...key, index, item, outcome, version, changedFields }
}

/** What stands may be older than a field of its list: read by the schema it has the same fields as what comes in. */
function differingFields(kind: KeptListName, before: ListItem, after: ListItem): readonly string[] {
  const parsed = keptLists[kind].schema.safeParse(before)
  const old: ListItem = parsed.success ? parsed.data : before
  const keys = new Set([...Object.keys(old), ...Object.keys(after)])
  return [...keys].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(after[key]))
}

/** The lists as they would be after the load. */
class ListsAfter {
  readonly #items: ReadonlyMap<KeptListName, readonly ListItem[]>
  readonly #sent: ReadonlyMap<string, readonly JudgedItem[]>

  constructor(standing: readonly StandingItem[], sent: readonly JudgedItem[]) {
    this.#sent = Map.groupBy(sent, ({ kind, item }) => keyText(keyOf(kind, item)))
    const kept = standing.filter((item) => !this.#sent.has(keyText(item)))
    const byKind = Map.groupBy([...kept, ...sent], ({ kind }) => kind)
    this.#items = new Map([...byKind].map(([kind, items]) => [kind, items.map(({ item }) => item)]))
  }

  judge({ kind, index, item }: JudgedItem): Judgement {
    const { code } = keyOf(kind, item)
    const at = (fault: Omit<ListFault, 'kind' | 'index' | 'code'>): ListFault => ({ ...fault, kind, index, code })
    const references = judgeReferences(kind, item, (target) => this.#items.get(target) ?? [])
    return {
      faults: [...this.#doubles(kind, index, item), ...references.faults].map(at),
      warnings: references.warnings.map(at),
    }
  }

  /** A code that means two things in one year. */
  #doubles(kind: KeptListName, index: number, item: ListItem) {
    const key = keyOf(kind, item)
    const place = key.code === singleCode ? '' : 'code'
    if (this.#sent.get(keyText(key))?.[0]?.index !== index) {
      return [{ place, nl: 'staat twee keer in deze lading', en: 'stands twice in this load' }]
    }
    const years = 'validFrom' in item ? yearsOfItem(item) : null
    if (years === null) return []
    const other = this.#items
      .get(kind)
      ?.find(
        (candidate) =>
          keyOf(kind, candidate).code === key.code &&
          yearsOfItem(candidate)?.from !== years.from &&
          doOverlap(yearsOfItem(candidate) ?? years, years),
      )
    const taken = other === undefined ? null : yearsOfItem(other)
    if (taken === null) return []
    return [
      {
        place: 'validFrom',
        nl: `de code geldt al van ${taken.from} tot en met ${taken.to}; beëindig dat item eerst`,
        en: `the code is already valid from ${taken.from} up to ${taken.to}; end that item first`,
      },
    ]
  }
}
