/** What rules look up while one workbook is judged: its lists, its rows by number, and what it draws. Built once a check. */
import {
  type AreaWorkbook,
  type BudgetKey,
  type BudgetLine,
  type Decision,
  type Draw,
  drawsOf,
  isAmendment,
  type PlacedRow,
  type Reference,
  type Source,
  yearsOf,
} from '#shared/model/index.ts'
import { itemIn, type Lists, listsOf } from './lists.ts'

export interface Facts {
  readonly workbook: AreaWorkbook
  readonly budget: BudgetKey
  /** The calendar years of the four amounts. */
  readonly years: readonly number[]
  readonly isAmendment: boolean
  readonly lists: Lists
  /** Lines of the version before this one, by number; null when it is not at hand. */
  readonly previous: ReadonlyMap<string, BudgetLine> | null
  /** Of lines with the same number the first, which is the one that other tables mean. */
  readonly lineByNumber: ReadonlyMap<string, PlacedRow<'begroting'>>
  readonly coveragesByLine: ReadonlyMap<string, readonly PlacedRow<'dekking'>[]>
  /** False when some row of tblDekking does not tell which line it covers. */
  readonly isCoverageKnown: boolean
  readonly decisionsByNumber: ReadonlyMap<string, readonly Decision[]>
  readonly draws: readonly Draw[]
}

export function factsOf(
  workbook: AreaWorkbook,
  reference: Reference,
  previous: readonly BudgetLine[] | undefined,
): Facts {
  const { begroting, dekking, besluiten } = workbook.rows
  const lines = begroting.map((placed) => placed.row)
  const coverages = dekking.map((placed) => placed.row)
  return {
    workbook,
    budget: workbook.budget,
    years: yearsOf(workbook.budget.year),
    isAmendment: isAmendment(workbook.budget.version),
    lists: listsOf(reference),
    previous: previous === undefined ? null : firstBy(previous, (line) => line.lineNumber),
    lineByNumber: firstBy(begroting, ({ row }) => row.lineNumber),
    coveragesByLine: groupBy(dekking, ({ row }) => row.budgetLineNumber),
    isCoverageKnown: dekking.every(({ unreadable }) => !unreadable.has('budgetLineNumber')),
    decisionsByNumber: groupBy(
      besluiten.map((placed) => placed.row),
      (decision) => decision.decisionNumber,
    ),
    draws: drawsOf(workbook.budget, lines, coverages),
  }
}

/** The line that a row of another table names; undefined when it is not there or was not wholly read. */
export function lineOf(facts: Facts, lineNumber: string | null): BudgetLine | undefined {
  const placed = lineNumber === null ? undefined : facts.lineByNumber.get(lineNumber)
  return placed === undefined || placed.unreadable.size > 0 ? undefined : placed.row
}

/** The source as it is in the budget year, or else as it is in another year: its own years are judged apart. */
export function sourceOf(facts: Facts, code: string | null): Source | undefined {
  if (code === null) return undefined
  return itemIn(facts.lists.sources, code, facts.budget.year) ?? facts.lists.sources.get(code)?.[0]
}

function firstBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== '' && !first.has(key)) first.set(key, item)
  }
  return first
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
