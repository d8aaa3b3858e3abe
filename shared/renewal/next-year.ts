/**
 * The workbook of the next budget year from that of this one. Amounts move one year to the left and none is made up: what
 * the new last year needs is for people to say. Numbers stay, so that a line can be compared over the years.
 */
import {
  amountFields,
  type AreaWorkbook,
  type BudgetLine,
  type Coverage,
  type HoursLine,
  horizonYears,
  type PlanAction,
  type Reference,
  type RowOf,
  type TableId,
} from '#shared/model/index.ts'
import type { TemplateRow } from '#shared/workbook/index.ts'
import type { LeftOutReason, Remark, Renewal } from './remark.ts'

/** The rows of `workbook` can all be read (see `obstacleTo`). `lists` are those of the new year. */
export function nextYear(workbook: AreaWorkbook, lists: Reference): Renewal {
  const year = workbook.budget.year + 1
  const { rows } = workbook
  const lines = sorted(rowsOf(rows.begroting), (line) => (hasAmounts(shifted(line)) ? undefined : 'no-amount'))
  const endedNumbers = new Set(lines.leftOut.map(({ row }) => row.lineNumber))
  const detailReason = (row: HoursLine | Coverage) => reasonOfDetail(row, year, endedNumbers)
  const inzet = sorted(rowsOf(rows.inzet), detailReason)
  const dekking = sorted(rowsOf(rows.dekking), detailReason)
  const jaarplan = sorted(rowsOf(rows.jaarplan), (action) => (endsBefore(action, year) ? 'past-action' : undefined))
  const besluiten = sorted(rowsOf(rows.besluiten), () => 'decision')
  const endedActions = new Set(jaarplan.leftOut.map(({ row }) => row.lineNumber))
  const carriedOver = decisionsCarriedOver(workbook, lists, year)
  const renewed = lines.kept.map((line) => renewedLine(line, endedActions, carriedOver))
  return {
    budget: { ...workbook.budget, year },
    rows: {
      begroting: untouched(renewed.map(({ line }) => line)),
      inzet: untouched(inzet.kept),
      dekking: untouched(dekking.kept),
      jaarplan: untouched(jaarplan.kept),
    },
    remarks: [
      ...remarksOf('begroting', lines.leftOut),
      ...remarksOf('inzet', inzet.leftOut),
      ...remarksOf('dekking', dekking.leftOut),
      ...remarksOf('besluiten', besluiten.leftOut),
      ...remarksOf('jaarplan', jaarplan.leftOut),
      ...renewed.flatMap(({ remarks }) => remarks),
      ...renewed.flatMap(({ line }) => toFill(line, year)),
    ],
  }
}

/** Rows that the server does not know yet. */
export function untouched<Table extends TableId>(rows: readonly RowOf<Table>[]): readonly TemplateRow<Table>[] {
  return rows.map((row) => ({ row, token: null }))
}

function rowsOf<Row>(placed: readonly { readonly row: Row }[]): readonly Row[] {
  return placed.map(({ row }) => row)
}

interface Sorted<Row> {
  readonly kept: readonly Row[]
  readonly leftOut: readonly { readonly row: Row; readonly reason: LeftOutReason }[]
}

function sorted<Row>(rows: readonly Row[], reasonOf: (row: Row) => LeftOutReason | undefined): Sorted<Row> {
  const leftOut = rows.flatMap((row) => {
    const reason = reasonOf(row)
    return reason === undefined ? [] : [{ row, reason }]
  })
  const gone = new Set(leftOut.map(({ row }) => row))
  return { kept: rows.filter((row) => !gone.has(row)), leftOut }
}

function remarksOf(table: TableId, leftOut: Sorted<{ lineNumber: string }>['leftOut']): readonly Remark[] {
  return leftOut.map(({ row, reason }) => ({ kind: 'left-out', table, lineNumber: row.lineNumber, reason }))
}

function shifted(line: BudgetLine): BudgetLine {
  return { ...line, amount0: line.amount1, amount1: line.amount2, amount2: line.amount3, amount3: null }
}

function hasAmounts(line: BudgetLine): boolean {
  return amountFields.some((field) => (line[field] ?? 0) !== 0)
}

/** A row without a year is kept: nobody said that its time is over. */
function reasonOfDetail(
  { year: ownYear, budgetLineNumber }: HoursLine | Coverage,
  year: number,
  ended: ReadonlySet<string>,
): LeftOutReason | undefined {
  if (ownYear !== null && ownYear < year) return 'past-year'
  return budgetLineNumber !== null && ended.has(budgetLineNumber) ? 'line-left-out' : undefined
}

function endsBefore({ to }: PlanAction, year: number): boolean {
  return to !== null && to < `${year}-01-01`
}

/** Numbers of decisions that say themselves that what they gave may be used in the new year or later. */
function decisionsCarriedOver({ rows }: AreaWorkbook, lists: Reference, year: number): ReadonlySet<string> {
  const own = rows.besluiten.filter(({ row }) => (row.carriesOverTo ?? 0) >= year).map(({ row }) => row.decisionNumber)
  const known = lists.decisions.filter(({ carriesOver }) => (carriesOver?.toYear ?? 0) >= year).map(({ code }) => code)
  return new Set([...own.flatMap((number) => number ?? []), ...known])
}

function renewedLine(
  line: BudgetLine,
  endedActions: ReadonlySet<string>,
  carriedOver: ReadonlySet<string>,
): { readonly line: BudgetLine; readonly remarks: readonly Remark[] } {
  const { lineNumber, decisionNumber, planActionNumber } = line
  const dropsDecision = decisionNumber !== null && !carriedOver.has(decisionNumber)
  const dropsAction = planActionNumber !== null && endedActions.has(planActionNumber)
  const emptied = (field: 'decisionNumber' | 'planActionNumber', value: string): Remark => ({
    kind: 'emptied',
    lineNumber,
    field,
    value,
  })
  return {
    line: {
      ...shifted(line),
      decisionNumber: dropsDecision ? null : decisionNumber,
      planActionNumber: dropsAction ? null : planActionNumber,
    },
    remarks: [
      ...(dropsDecision ? [emptied('decisionNumber', decisionNumber)] : []),
      ...(dropsAction ? [emptied('planActionNumber', planActionNumber)] : []),
    ],
  }
}

/** Incidental lines end by themselves, so that only a structural one misses something in the new last year. */
function toFill({ nature, lineNumber }: BudgetLine, year: number): readonly Remark[] {
  return nature === 'S' ? [{ kind: 'to-fill', lineNumber, year: year + horizonYears - 1 }] : []
}
