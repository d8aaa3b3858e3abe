/**
 * Runs a set of rules over one workbook. What was judged before an edit is kept where nothing differs of what it was judged
 * by: for a row or an issue that is what was looked up (`trace.ts`), for the workbook what a rule says that it reads.
 */
import {
  type AreaWorkbook,
  type Finding,
  type GridIssue,
  type ReadingIssue,
  type TableId,
  type Tally,
  tableIds,
} from '#shared/model/index.ts'
import { type Edit, isTouched, placeBefore } from './edit.ts'
import { type Facts, type Frame, factsOf, type WholeFacts } from './facts.ts'
import { type Found, foundAt, inOrder, placeOfGrid, placeOfHit, placeOfRow } from './found.ts'
import { keepNumbers } from './line-numbers.ts'
import type { GridRule, HeldBackRule, Hit, PlacedIn, ReadingRule, RowRule, RowSum, Rule, WorkbookRule } from './rule.ts'
import { keptSums } from './sums.ts'
import { differingParts, type Notes, stillStands, takeNotes, type Trace } from './trace.ts'

/** Rules by what they are given, arranged once. */
export interface RuleSet {
  readonly reading: readonly ReadingRule[]
  readonly grid: readonly GridRule[]
  readonly rows: Readonly<Record<TableId, readonly RowRule[]>>
  readonly heldBack: readonly HeldBackRule[]
  readonly workbook: readonly WorkbookRule[]
  readonly sums: readonly RowSum[]
}

export function ruleSet(rules: readonly Rule[]): RuleSet {
  const ofTable = (table: TableId) => rules.filter((rule) => rule.on === 'row' && rule.tables.includes(table))
  const whole = rules.filter((rule) => rule.on === 'workbook')
  return {
    reading: rules.filter((rule) => rule.on === 'reading'),
    grid: rules.filter((rule) => rule.on === 'grid'),
    rows: Object.fromEntries(tableIds.map((table) => [table, ofTable(table)])) as unknown as RuleSet['rows'],
    heldBack: rules.filter((rule) => rule.on === 'held-back'),
    workbook: whole,
    sums: [...new Set(whole.flatMap(({ sums = [] }) => sums))],
  }
}

/** A workbook with all that was judged of it. */
export interface Judged {
  readonly frame: Frame
  readonly workbook: AreaWorkbook
  readonly grid: readonly Judgement[]
  readonly reading: readonly Judgement[]
  readonly rows: Readonly<Record<TableId, readonly Judgement[]>>
  readonly sums: ReadonlyMap<RowSum, Tally>
  /** By rule over the workbook. */
  readonly whole: readonly (readonly Found[])[]
  /** By table (the whole workbook first), row, and rule. */
  readonly findings: readonly Finding[]
}

/** Of one row or issue: what was found, and what was looked up for it. */
interface Judgement {
  readonly found: readonly Found[]
  readonly trace: Trace
}

/** What was judged before, and how the workbook differs from it. */
export interface Resumed {
  readonly judged: Judged
  readonly edit: Edit
}

/** Pauses every so often for who must not be kept waiting. `resumed`: null when there is nothing to go on from. */
export function* judgeInSteps(
  set: RuleSet,
  frame: Frame,
  workbook: AreaWorkbook,
  resumed: Resumed | null,
): Generator<undefined, Judged> {
  const before = resumed?.judged
  const sums = keptSums(set.sums, before?.sums ?? null)
  const facts = factsOf(frame, workbook, sums)
  if (before !== undefined) keepNumbers(before.workbook.rows.begroting, workbook.rows.begroting)
  const differing = before === undefined ? 0 : differingParts(before.workbook, workbook)
  const notes = takeNotes(frame, facts)
  const run: Run = { set, facts, differing, notes }
  yield
  const grid = yield* judgeItems(
    run,
    { judge: judgeGridIssue },
    workbook.gridIssues,
    before?.workbook.gridIssues,
    before?.grid,
  )
  const reading = yield* judgeItems(
    run,
    { judge: judgeReadingIssue },
    workbook.readingIssues,
    before?.workbook.readingIssues,
    before?.reading,
  )
  const factsBefore = before && factsOf(frame, before.workbook, before.sums)
  const ofRows: Handling<PlacedIn<TableId>> = {
    judge(placed) {
      sums.add(placed, notes.facts)
      return judgeRow(placed, run)
    },
    forget: (placed) => factsBefore && sums.takeOff(placed, factsBefore),
  }
  const rows: Partial<Record<TableId, readonly Judgement[]>> = {}
  for (const table of tableIds) {
    const placed: readonly PlacedIn<TableId>[] = workbook.rows[table]
    rows[table] = yield* judgeItems(run, ofRows, placed, before?.workbook.rows[table], before?.rows[table])
  }
  const whole = yield* judgeWhole(run, resumed)
  const judged = { frame, workbook, grid, reading, rows: rows as Judged['rows'], sums: sums.tallies(), whole }
  return { ...judged, findings: findingsOf(judged) }
}

interface Run {
  readonly set: RuleSet
  readonly facts: WholeFacts
  /** Parts of the workbook that differ from what was judged before, as bits. */
  readonly differing: number
  readonly notes: Notes
}

/** Items judged between two pauses: a millisecond or two. */
const itemsPerStep = 200

/** What is done with an item that was not judged before, or not by the same; and with one of which that no longer holds. */
interface Handling<Item> {
  readonly judge: (item: Item, run: Run) => readonly Found[]
  readonly forget?: (item: Item) => void
}

function* judgeItems<Item>(
  run: Run,
  { judge, forget }: Handling<Item>,
  items: readonly Item[],
  itemsBefore: readonly Item[] = [],
  before: readonly Judgement[] = [],
): Generator<undefined, readonly Judgement[]> {
  const shift = items.length - itemsBefore.length
  const judgements: Judgement[] = []
  const isKept = new Uint8Array(before.length)
  let count = 0
  let index = 0
  for (const item of items) {
    const place = before.length === 0 ? -1 : placeBefore(item, index, itemsBefore, shift)
    const known = isKept[place] === 0 ? before[place] : undefined
    index++
    if (known !== undefined && stillStands(known.trace, run.facts, run.differing)) {
      judgements.push(known)
      isKept[place] = 1
    } else {
      judgements.push({ found: judge(item, run), trace: run.notes.take() })
      if (++count % itemsPerStep === 0) yield
    }
  }
  if (forget !== undefined) {
    itemsBefore.forEach((item, place) => {
      if (isKept[place] === 0) forget(item)
    })
  }
  return judgements
}

function* judgeWhole({ set, facts }: Run, resumed: Resumed | null): Generator<undefined, Judged['whole']> {
  const whole: (readonly Found[])[] = []
  for (const [index, rule] of set.workbook.entries()) {
    const known = resumed?.judged.whole[index]
    if (resumed !== null && known !== undefined && !isTouched(rule.reads, resumed.edit.touched)) whole.push(known)
    else {
      whole.push(rule.check(facts).map((hit) => foundAt(rule, hit, placeOfHit(hit, facts), facts)))
      yield
    }
  }
  return whole
}

function findingsOf({ workbook, grid, reading, rows, whole }: Omit<Judged, 'findings'>): readonly Finding[] {
  const found: Found[] = []
  const add = (more: readonly Found[]) => {
    for (const one of more) found.push(one)
  }
  for (const judgement of grid) add(judgement.found)
  for (const judgement of reading) add(judgement.found)
  const totals = totalRows(workbook)
  for (const table of tableIds) {
    for (const [index, judgement] of rows[table].entries()) {
      if (judgement.found.length === 0) continue
      const gridRow = workbook.rows[table][index]?.gridRow ?? null
      if (!totals.get(table)?.has(gridRow)) add(judgement.found)
    }
  }
  for (const more of whole) add(more)
  return found.sort(inOrder).map(({ finding }) => finding)
}

/** A row that looks like a total has that finding alone: whatever else it lacks, it is to be removed. */
function totalRows({ gridIssues }: AreaWorkbook): ReadonlyMap<TableId, ReadonlySet<number | null>> {
  const totals = new Map<TableId, Set<number | null>>()
  for (const issue of gridIssues) {
    if (issue.kind !== 'total-row') continue
    totals.set(issue.table, (totals.get(issue.table) ?? new Set()).add(issue.gridRow))
  }
  return totals
}

const nothing: readonly Found[] = []

function judgeGridIssue(issue: GridIssue, { set, notes: { facts } }: Run): readonly Found[] {
  return set.grid.flatMap((rule) => {
    const hit = rule.check(issue, facts)
    return hit === undefined ? nothing : [foundAt(rule, hit, placeOfGrid(issue, facts), facts)]
  })
}

function judgeReadingIssue(issue: ReadingIssue, { set, notes: { facts } }: Run): readonly Found[] {
  return set.reading.flatMap((rule) => {
    const hit = rule.check(issue, facts)
    return hit === undefined ? nothing : [foundAt(rule, hit, issue, facts)]
  })
}

function judgeRow(placed: PlacedIn<TableId>, { set, notes: { facts } }: Run): readonly Found[] {
  let found: Found[] | undefined
  const rules = set.rows[placed.row.table]
  const isWhole = placed.unreadable.size === 0
  for (const rule of rules) {
    if (!isWhole && waitsFor(placed, rule)) continue
    const hits = rule.check(placed, facts)
    if (hits === undefined) continue
    found ??= []
    for (const hit of isList(hits) ? hits : [hits])
      found.push(foundAt(rule, hit, placeOfRow(placed, hit, facts), facts))
  }
  if (isWhole) return found ?? nothing
  return [...(found ?? nothing), ...judgeHeldBack(set.heldBack, rules, placed, facts)]
}

function waitsFor({ unreadable }: PlacedIn<TableId>, { reads }: RowRule): boolean {
  return reads.some((field) => unreadable.has(field))
}

function judgeHeldBack(
  rules: readonly HeldBackRule[],
  ofTable: readonly RowRule[],
  placed: PlacedIn<TableId>,
  facts: Facts,
): readonly Found[] {
  const waiting = ofTable.filter((rule) => waitsFor(placed, rule))
  return rules.flatMap((rule) => {
    const hit = rule.check(placed, waiting)
    return hit === undefined ? nothing : [foundAt(rule, hit, placeOfRow(placed, hit, facts), facts)]
  })
}

function isList(hits: Hit | readonly Hit[]): hits is readonly Hit[] {
  return Array.isArray(hits)
}
