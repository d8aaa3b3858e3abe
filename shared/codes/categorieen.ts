import { categoryEntries } from './category-list.ts'
import { nameIn } from './code-entry.ts'
import { oncePerYear } from './code-years.ts'

/** The side of an amount: L for lasten (expenditure), B for baten (income). */
export type Side = 'L' | 'B'

/** LR lopende rekening (current account), FR financiële rekening (financial account), IV interne verrekeningen. */
export type CategoryGroup = 'LR' | 'FR' | 'IV'

/** An economic category of the Iv3 list of one year and side: what kind of expenditure or income it is. */
export interface Category {
  /** Text without the prefix of CBS: `4.3.1`, not `L4.3.1`. */
  readonly code: string
  readonly name: string
  readonly group: CategoryGroup
}

/** The categories of a side and year in the order of the codes; of the nearest known year when that one is not known. */
export function categorieen(side: Side, year: number): readonly Category[] {
  return ofYear(year)[side].list
}

/** The official name of a category; undefined when the code is not a category of that side and year. */
export function categoryName(code: string, side: Side, year: number): string | undefined {
  return ofYear(year)[side].byCode.get(code)?.name
}

/** Whether the code, exactly as written and without the prefix of CBS, is a category of that side and year. */
export function isCategory(code: string, side: Side, year: number): boolean {
  return ofYear(year)[side].byCode.has(code)
}

/** Whether the code names a group of categories or their total, which never carries an amount: LR, FR, IV and the totals. */
export function isCategoryGroup(code: string): boolean {
  return groupCodes.has(code)
}

/**
 * Takes the prefix that CBS open data put before a category, and the blanks that pad it: `L1.1    ` is code 1.1 of side
 * L. Without a prefix there is no side; what has no number behind its letter, such as LR, stays as it is.
 */
export function plainCategory(code: string): { side?: Side; code: string } {
  const trimmed = code.trim()
  if (!/^[LB]\d/i.test(trimmed)) return { code: trimmed }
  return { side: /^L/i.test(trimmed) ? 'L' : 'B', code: trimmed.slice(1) }
}

const groupCodes: ReadonlySet<string> = new Set(['LR', 'FR', 'IV', 'Tot_cat_l', 'Tot_cat_b'])

const ofYear = oncePerYear((listYear) => ({ L: listOf('L', listYear), B: listOf('B', listYear) }))

function listOf(side: Side, listYear: number) {
  const list = categoryEntries.flatMap((entry): readonly Category[] => {
    const name = entry.sides.includes(side) ? nameIn(entry, listYear) : undefined
    return name === undefined ? [] : [{ code: entry.code, name, group: groupOf(entry.code) }]
  })
  return { list, byCode: new Map(list.map((category) => [category.code, category])) }
}

function groupOf(code: string): CategoryGroup {
  if (code.startsWith('6.')) return 'FR'
  return code.startsWith('7.') ? 'IV' : 'LR'
}
