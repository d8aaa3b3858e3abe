/** What rules look up while one workbook is judged: its lists, its rows by number, and what it draws. */
import {
  type AreaWorkbook,
  budgetAfterAmendment,
  type BudgetKey,
  type BudgetLine,
  type Decision,
  deliveredVersion,
  isAmendment,
  type PlacedRow,
  type Reference,
  type RowOf,
  type Source,
  type TableId,
  type Tally,
  type VersionLines,
  yearsOf,
} from '#shared/model/index.ts'
import { linesByNumber } from './line-numbers.ts'
import { itemIn, type Lists, listsOf } from './lists.ts'
import type { RowSum } from './rule.ts'
import type { ServerFacts } from './server-facts.ts'

/** What no edit of a row changes: the budget, the lists, and what else the workbook is held against. */
export interface Frame {
  readonly budget: BudgetKey
  /** The calendar years of the four amounts. */
  readonly years: readonly number[]
  readonly isAmendment: boolean
  readonly lists: Lists
  /** The budget that this version is held against (`standardOf`); null when it is not at hand. */
  readonly standard: readonly BudgetLine[] | null
  /** Lines of the version before this one, by number; null when it is not at hand. */
  readonly previous: ReadonlyMap<string, BudgetLine> | null
  /** Null anywhere but on the server. */
  readonly server: ServerFacts | null
}

/** The frame, and what follows from the rows: each part is worked out when a rule first asks for it. */
export interface Facts extends Frame {
  readonly workbook: AreaWorkbook
  /** Of lines with the same number the first, which is the one that other tables mean. */
  readonly lineByNumber: Lookup<PlacedRow<'begroting'>>
  readonly coveragesByLine: Lookup<readonly PlacedRow<'dekking'>[]>
  /** False when some row of tblDekking does not tell which line it covers. */
  readonly isCoverageKnown: boolean
  readonly decisionsByNumber: Lookup<readonly Decision[]>
  /** Proposals of this area by the source that they are about. */
  readonly decisionsBySource: Lookup<readonly Decision[]>
}

/** What rules over the workbook have besides: the sums that they name. */
export interface WholeFacts extends Facts {
  readonly sums: Sums
}

export type Sums = Pick<ReadonlyMap<RowSum, Tally>, 'get'>

export interface CheckOptions {
  /**
   * Lines of the version before this one, where `versions` do not give them: those of last year's budget for an original
   * budget. Without either nothing is compared (GB-104 in part, GB-312).
   */
  readonly previous?: readonly BudgetLine[] | undefined
  /** Other versions of the same area and year; without them nothing is held against them (GB-608, GB-614 to GB-616). */
  readonly versions?: VersionLines | undefined
  /** What only the server knows; without it the rules that need it find nothing. */
  readonly server?: ServerFacts | undefined
}

/** Asked by key and never walked through, so that what a judgement depends on can be noted. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>

export function frameOf(budget: BudgetKey, reference: Reference, options: CheckOptions): Frame {
  const standard = standardOf(budget.version, options.versions)
  const previous = options.previous ?? standard
  return {
    budget,
    years: yearsOf(budget.year),
    isAmendment: isAmendment(budget.version),
    lists: listsOf(reference),
    standard,
    previous: previous === null ? null : firstBy(previous, (line) => line.lineNumber),
    server: options.server ?? null,
  }
}

/**
 * The original budget with the amendments at hand, for an amendment, actuals and a forecast; for a budget as another system
 * delivered it too, which is never held against itself. An original budget comes before all of these.
 */
function standardOf(version: string, versions: VersionLines | undefined): readonly BudgetLine[] | null {
  if (versions === undefined || version === 'primitief') return null
  return budgetAfterAmendment(version === deliveredVersion ? { ...versions, delivered: null } : versions)
}

export function factsOf(frame: Frame, workbook: AreaWorkbook, sums: Sums): WholeFacts {
  const { begroting, dekking, besluiten } = workbook.rows
  const lines = lazily(() => linesByNumber(begroting))
  const coverages = lazily(() => coveragesByNumber(dekking))
  const isKnown = lazily(() => areCoveragesKnown(dekking))
  const byNumber = lazily(() => decisionsByNumber(besluiten))
  const bySource = lazily(() => decisionsBySource(besluiten))
  return {
    ...frame,
    workbook,
    sums,
    get lineByNumber() {
      return lines()
    },
    get coveragesByLine() {
      return coverages()
    },
    get isCoverageKnown() {
      return isKnown()
    },
    get decisionsByNumber() {
      return byNumber()
    },
    get decisionsBySource() {
      return bySource()
    },
  }
}

/** The sum over all rows. A rule that asks for one must name it, so that it is kept. */
export function sumIn({ sums }: WholeFacts, sum: RowSum): Tally {
  const tally = sums.get(sum)
  if (tally === undefined) throw new Error('A rule asks for a sum that it does not name.')
  return tally
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

const coveragesByNumber = onceForRows((coverages: readonly PlacedRow<'dekking'>[]) =>
  groupBy(coverages, ({ row }) => row.budgetLineNumber),
)
const areCoveragesKnown = onceForRows((coverages: readonly PlacedRow<'dekking'>[]) =>
  coverages.every(({ unreadable }) => !unreadable.has('budgetLineNumber')),
)
const decisionsByNumber = onceForRows((decisions: readonly PlacedRow<'besluiten'>[]) =>
  groupBy(decisions.map(rowOf), (decision) => decision.decisionNumber),
)
const decisionsBySource = onceForRows((decisions: readonly PlacedRow<'besluiten'>[]) =>
  groupBy(decisions.map(rowOf), (decision) => decision.sourceCode),
)

/** Worked out once for a list of rows: after an edit of another table the list is the same one. */
function onceForRows<Rows extends object, Result>(workOut: (rows: Rows) => Result): (rows: Rows) => Result {
  const known = new WeakMap<Rows, { readonly result: Result }>()
  return (rows) => {
    let entry = known.get(rows)
    if (entry === undefined) {
      entry = { result: workOut(rows) }
      known.set(rows, entry)
    }
    return entry.result
  }
}

/** Worked out when it is first asked for. */
function lazily<Result>(workOut: () => Result): () => Result {
  let known: { readonly result: Result } | undefined
  return () => {
    known ??= { result: workOut() }
    return known.result
  }
}

function rowOf<Table extends TableId>({ row }: PlacedRow<Table>): RowOf<Table> {
  return row
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
