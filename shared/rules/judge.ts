/** Runs a set of rules over one workbook and turns their hits into findings with a place. */
import {
  cellAddress,
  type Finding,
  fieldName,
  type GridIssue,
  type ReadingIssue,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import type {
  GridRule,
  HeldBackRule,
  Hit,
  PlacedHit,
  PlacedIn,
  ReadingRule,
  RowRule,
  Rule,
  WorkbookRule,
} from './rule.ts'
import { fill, wordingOf } from './wording.ts'

/** Rules by what they are given, arranged once. */
export interface RuleSet {
  readonly reading: readonly ReadingRule[]
  readonly grid: readonly GridRule[]
  readonly rows: Readonly<Record<TableId, readonly RowRule[]>>
  readonly heldBack: readonly HeldBackRule[]
  readonly workbook: readonly WorkbookRule[]
}

export function ruleSet(rules: readonly Rule[]): RuleSet {
  const ofTable = (table: TableId) => rules.filter((rule) => rule.on === 'row' && rule.tables.includes(table))
  return {
    reading: rules.filter((rule) => rule.on === 'reading'),
    grid: rules.filter((rule) => rule.on === 'grid'),
    rows: Object.fromEntries(tableIds.map((table) => [table, ofTable(table)])) as unknown as RuleSet['rows'],
    heldBack: rules.filter((rule) => rule.on === 'held-back'),
    workbook: rules.filter((rule) => rule.on === 'workbook'),
  }
}

/** Findings by table (the whole workbook first), row, and rule. */
export function judge(set: RuleSet, facts: Facts): readonly Finding[] {
  const steps = judgeInSteps(set, facts)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Rows judged between two pauses: a millisecond or two. */
const rowsPerStep = 200

/** The same, pausing every so often for who must not be kept waiting. */
export function* judgeInSteps(
  { reading, grid, rows, heldBack, workbook }: RuleSet,
  facts: Facts,
): Generator<undefined, readonly Finding[]> {
  const found: Found[] = []
  for (const issue of facts.workbook.gridIssues) {
    for (const rule of grid) {
      const hit = rule.check(issue, facts)
      if (hit) found.push(findingOf(rule, hit, placeOfGrid(issue, facts), facts))
    }
  }
  for (const issue of facts.workbook.readingIssues) {
    for (const rule of reading) {
      const hit = rule.check(issue, facts)
      if (hit) found.push(findingOf(rule, hit, issue, facts))
    }
  }
  const totals = totalRows(facts)
  for (const table of tableIds) {
    for (const [index, placed] of facts.workbook.rows[table].entries()) {
      if (!totals.get(table)?.has(placed.gridRow)) {
        judgeRow(rows[table], placed, facts, found)
        if (placed.unreadable.size > 0) judgeHeldBack(heldBack, rows[table], placed, facts, found)
      }
      if (index % rowsPerStep === 0) yield
    }
  }
  for (const rule of workbook) {
    for (const hit of rule.check(facts)) found.push(findingOf(rule, hit, placeOfHit(hit, facts), facts))
    yield
  }
  return found.sort(inOrder).map(({ finding }) => finding)
}

/** Where a finding is: what a sheet shows, and what it is about. Null: no such place. */
interface Place {
  readonly table: TableId | null
  readonly sheet: string | null
  readonly lineNumber: string | null
  readonly gridRow: number | null
  readonly gridColumn: number | null
  readonly field?: string
}

interface Found {
  readonly finding: Finding
  readonly row: number
}

function judgeRow(rules: readonly RowRule[], placed: PlacedIn<TableId>, facts: Facts, found: Found[]): void {
  const isWhole = placed.unreadable.size === 0
  for (const rule of rules) {
    if (!isWhole && waitsFor(placed, rule)) continue
    const hits = rule.check(placed, facts)
    if (hits === undefined) continue
    if (!isList(hits)) found.push(findingOf(rule, hits, placeOfRow(placed, hits, facts), facts))
    else for (const hit of hits) found.push(findingOf(rule, hit, placeOfRow(placed, hit, facts), facts))
  }
}

function waitsFor({ unreadable }: PlacedIn<TableId>, { reads }: RowRule): boolean {
  return reads.some((field) => unreadable.has(field))
}

function judgeHeldBack(
  rules: readonly HeldBackRule[],
  ofTable: readonly RowRule[],
  placed: PlacedIn<TableId>,
  facts: Facts,
  found: Found[],
): void {
  const waiting = ofTable.filter((rule) => waitsFor(placed, rule))
  for (const rule of rules) {
    const hit = rule.check(placed, waiting)
    if (hit !== undefined) found.push(findingOf(rule, hit, placeOfRow(placed, hit, facts), facts))
  }
}

function isList(hits: Hit | readonly Hit[]): hits is readonly Hit[] {
  return Array.isArray(hits)
}

/** A row that looks like a total has that finding alone: whatever else it lacks, it is to be removed. */
function totalRows({ workbook }: Facts): ReadonlyMap<TableId, ReadonlySet<number | null>> {
  const totals = new Map<TableId, Set<number | null>>()
  for (const issue of workbook.gridIssues) {
    if (issue.kind !== 'total-row') continue
    totals.set(issue.table, (totals.get(issue.table) ?? new Set()).add(issue.gridRow))
  }
  return totals
}

function placeOfGrid(issue: GridIssue, facts: Facts): Place {
  const table = 'table' in issue ? issue.table : null
  const gridRow = 'gridRow' in issue ? issue.gridRow : null
  return {
    table,
    sheet: 'sheet' in issue ? issue.sheet : null,
    lineNumber: 'lineNumber' in issue ? issue.lineNumber : null,
    gridRow,
    gridColumn: 'gridColumn' in issue ? issue.gridColumn : columnOf(table, 'lineNumber', facts),
  }
}

function placeOfRow({ row, gridRow }: PlacedIn<TableId>, { field }: Hit, facts: Facts): Place {
  const { table, lineNumber } = row
  return {
    table,
    sheet: facts.workbook.columns[table]?.sheet ?? null,
    lineNumber: lineNumber === '' ? null : lineNumber,
    gridRow,
    gridColumn: columnOf(table, field ?? 'lineNumber', facts),
  }
}

function placeOfHit(hit: PlacedHit, facts: Facts): Place {
  if (hit.row !== undefined) return placeOfRow(hit.row, hit, facts)
  const table = hit.table ?? null
  const sheet = hit.cell?.sheet ?? (table === null ? undefined : facts.workbook.columns[table]?.sheet) ?? null
  const { gridRow = null, gridColumn = null } = hit.cell ?? {}
  return { table, sheet, lineNumber: null, gridRow, gridColumn }
}

function columnOf(table: TableId | null, field: string, { workbook }: Facts): number | null {
  return (table === null ? undefined : workbook.columns[table]?.byField.get(field)) ?? null
}

function findingOf(rule: Rule, hit: Hit, place: Place | ReadingIssue, facts: Facts): Found {
  const { table, sheet, lineNumber, gridRow, gridColumn } = place
  const fieldId = hit.field ?? place.field
  const field = fieldId === undefined ? null : fieldName(fieldId, facts.budget.year)
  const finding: Finding = {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    sheet,
    cell: gridRow === null || gridColumn === null ? null : cellAddress(gridRow, gridColumn),
    table,
    lineNumber,
    field,
    message: fill(rule.message, hit.values ?? []),
    ...(hit.expected !== undefined && { expected: wordingOf(hit.expected) }),
    ...(hit.found !== undefined && { found: wordingOf(hit.found) }),
    ...(hit.fix !== undefined && field !== null && { fix: { field, value: hit.fix } }),
  }
  return { finding, row: gridRow ?? -1 }
}

/** Rows of a store have no place in a sheet, so they come by their number. */
function inOrder(a: Found, b: Found): number {
  return (
    tableOrder(a) - tableOrder(b) ||
    a.row - b.row ||
    (a.row < 0 ? compare(a.finding.lineNumber ?? '', b.finding.lineNumber ?? '') : 0) ||
    compare(a.finding.rule, b.finding.rule)
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function tableOrder({ finding }: Found): number {
  return finding.table === null ? -1 : tableIds.indexOf(finding.table)
}
