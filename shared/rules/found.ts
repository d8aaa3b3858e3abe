/** A rule's hit as a finding with its place, and the order in which findings come. */
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
import type { Hit, PlacedHit, PlacedIn, RuleText } from './rule.ts'
import { fill, wordingOf } from './wording.ts'

/** A finding with what it is ordered by. */
export interface Found {
  readonly finding: Finding
  /** Place of its table among the tables; -1 when it is about none of them. */
  readonly table: number
  /** Row in the sheet, from zero; -1 when it has none. */
  readonly row: number
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

export function foundAt(rule: RuleText, hit: Hit, place: Place | ReadingIssue, facts: Facts): Found {
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
  return { finding, table: table === null ? -1 : tableIds.indexOf(table), row: gridRow ?? -1 }
}

/** Rows of a store have no place in a sheet, so they come by their number. */
export function inOrder(a: Found, b: Found): number {
  return (
    a.table - b.table ||
    a.row - b.row ||
    (a.row < 0 ? compare(a.finding.lineNumber ?? '', b.finding.lineNumber ?? '') : 0) ||
    compare(a.finding.rule, b.finding.rule)
  )
}

export function placeOfGrid(issue: GridIssue, facts: Facts): Place {
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

export function placeOfRow({ row, gridRow }: PlacedIn<TableId>, { field }: Hit, facts: Facts): Place {
  const { table, lineNumber } = row
  return {
    table,
    sheet: facts.workbook.columns[table]?.sheet ?? null,
    lineNumber: lineNumber === '' ? null : lineNumber,
    gridRow,
    gridColumn: columnOf(table, field ?? 'lineNumber', facts),
  }
}

export function placeOfHit(hit: PlacedHit, facts: Facts): Place {
  if (hit.row !== undefined) return placeOfRow(hit.row, hit, facts)
  const table = hit.table ?? null
  const sheet = hit.cell?.sheet ?? (table === null ? undefined : facts.workbook.columns[table]?.sheet) ?? null
  const { gridRow = null, gridColumn = null } = hit.cell ?? {}
  return { table, sheet, lineNumber: null, gridRow, gridColumn }
}

function columnOf(table: TableId | null, field: string, { workbook }: Facts): number | null {
  return (table === null ? undefined : workbook.columns[table]?.byField.get(field)) ?? null
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
