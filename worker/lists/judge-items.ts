/** Items held to the schema of their list, and to what a schema cannot see: years, shares, and rows that stand twice. */
import { type KeptListName, keptLists, wholeBasisPoints, yearsOfItem } from '#shared/model/index.ts'
import { checkWhole, type Fault } from '../check-value.ts'
import type { ListFault } from './list-faults.ts'
import { keyOf, type ListItem } from './list-item.ts'

/** What was sent: the items of one or more lists. */
export type ListLoad = Partial<Readonly<Record<KeptListName, readonly unknown[]>>>

export interface JudgedItem {
  readonly kind: KeptListName
  readonly index: number
  readonly item: ListItem
}

/** Items that fit their schema, and the faults of those that do not. */
export function readLoad(load: ListLoad): {
  readonly items: readonly JudgedItem[]
  readonly faults: readonly ListFault[]
} {
  const items: JudgedItem[] = []
  const faults: ListFault[] = []
  for (const [kind, values] of Object.entries(load) as [KeptListName, readonly unknown[]][]) {
    for (const [index, value] of values.entries()) {
      const checked = checkWhole(value, keptLists[kind].schema)
      if (checked.kind === 'wrong') {
        faults.push(...checked.faults.map((fault) => ({ ...fault, kind, index, code: codeIn(value) })))
        continue
      }
      const item: ListItem = checked.data
      const own = ownFaults(kind, item)
      if (own.length === 0) items.push({ kind, index, item })
      else faults.push(...own.map((fault) => ({ ...fault, kind, index, code: keyOf(kind, item).code })))
    }
  }
  return { items, faults }
}

/** What one item says of itself that cannot be. */
function ownFaults(kind: KeptListName, item: ListItem): readonly Fault[] {
  return [...reversedYears(item), ...(kind === 'verdeelsleutels' ? wrongShares(item) : []), ...doubleRows(item)]
}

/** The year before the first is allowed: such an item counts in no year, which is how one made by mistake is taken back. */
function reversedYears(item: ListItem): readonly Fault[] {
  const years = yearsOfItem(item)
  if (years === null || years.to >= years.from - 1) return []
  const place = 'validTo' in item ? 'validTo' : 'to'
  return [
    {
      place,
      nl: `ligt voor het eerste jaar ${years.from}; het item beëindigen kan vanaf ${years.from - 1}`,
      en: `lies before the first year ${years.from}; the item can end from ${years.from - 1} on`,
    },
  ]
}

function wrongShares(item: ListItem): readonly Fault[] {
  const sum = rowsIn(item, 'shares').reduce((total, row) => total + Number(row['basisPoints']), 0)
  if (sum === wholeBasisPoints) return []
  return [
    {
      place: 'shares',
      nl: `de aandelen zijn samen ${sum}; ze moeten samen ${wholeBasisPoints} zijn (100%)`,
      en: `the shares add up to ${sum}; together they must be ${wholeBasisPoints} (100%)`,
    },
  ]
}

/** What tells the rows of a nested list apart. */
const rowKeys: Readonly<Record<string, readonly string[]>> = {
  ceilings: ['year', 'areaCode', 'component'],
  shares: ['areaCode'],
  openings: ['year'],
  items: ['number'],
}

function doubleRows(item: ListItem): readonly Fault[] {
  return Object.entries(rowKeys).flatMap(([list, keys]) => {
    const texts = rowsIn(item, list).map((row) => keys.map((key) => row[key] ?? '').join(' '))
    return texts.flatMap((text, i) => {
      const first = texts.indexOf(text)
      if (first === i) return []
      return [
        {
          place: `${list}.${i}`,
          nl: `is dezelfde als rij ${first + 1} (${text.trim()}); laat er een staan`,
          en: `is the same as row ${first + 1} (${text.trim()}); keep one of them`,
        },
      ]
    })
  })
}

function rowsIn(item: ListItem, list: string): readonly ListItem[] {
  const rows = item[list]
  return Array.isArray(rows) ? rows : []
}

function codeIn(value: unknown): string {
  const code = value !== null && typeof value === 'object' && 'code' in value ? value.code : ''
  return typeof code === 'string' ? code : ''
}
