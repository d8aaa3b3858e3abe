/** One row of a synchronised table, judged by the row rules as if it stood alone in a workbook. */
import type { Cell } from '#shared/cells/index.ts'
import {
  emptyReference,
  fieldHeading,
  fieldsByTable,
  type Finding,
  type Reference,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { check, rules } from '#shared/rules/index.ts'
import { coverFields } from '#shared/workbook/cover-layout.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { readAreaWorkbook, type WorkbookGrid } from '#shared/workbook/index.ts'
import { templateTables } from '#shared/workbook/tables.ts'

export interface RowToJudge {
  readonly cells: readonly Cell[]
  /** Null: the cells stand in the order of tblBegroting. */
  readonly headings: readonly string[] | null
  /** Null: that of the first heading that is a year. */
  readonly year: number | null
}

/**
 * What the row rules say of the values given; a rule that needs a column that is not there says nothing. Undefined when no
 * budget year is known. Without lists the rules that need them find nothing.
 */
export function judgeRow(row: RowToJudge, reference: Reference | null): readonly Finding[] | undefined {
  const year = row.year ?? yearAmong(row.headings)
  if (year === undefined) return undefined
  const headings = row.headings ?? fieldsByTable.begroting.map((field) => fieldHeading(field, year))
  const table = tableOf(headings, year)
  const workbook = readAreaWorkbook(gridOf(table, headings, row.cells, year))
  const areaCode = workbook.rows.begroting[0]?.row.areaCode ?? ''
  const budget = { areaCode, year, version: 'primitief' }
  return check({ ...workbook, budget }, reference ?? emptyReference).filter(({ rule }) => rowRules.has(rule))
}

/** Rules about tables and the workbook would judge what is not there. */
const rowRules: ReadonlySet<string> = new Set(
  rules.filter(({ on }) => on === 'row' || on === 'reading').map(({ id }) => id),
)

function yearAmong(headings: readonly string[] | null): number | undefined {
  const heading = headings?.find((candidate) => /^\s*20\d\d\s*$/.test(candidate))
  return heading === undefined ? undefined : Number(heading)
}

/** The table that most of the headings belong to; of equals the first. */
function tableOf(headings: readonly string[], year: number): TableId {
  const given = new Set(headings.map(comparableHeading))
  const matches = (table: TableId) =>
    fieldsByTable[table].filter((field) => given.has(comparableHeading(fieldHeading(field, year)))).length
  return tableIds.reduce((best, table) => (matches(table) > matches(best) ? table : best))
}

function gridOf(table: TableId, headings: readonly string[], cells: readonly Cell[], year: number): WorkbookGrid {
  const { name, sheet } = templateTables[table]
  const bare = {
    visibility: 'visible' as const,
    formulas: new Map<number, string>(),
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
  }
  const area = { top: 0, left: 0, bottom: 1, right: headings.length - 1 }
  const titles = headings.map((value): Cell => ({ kind: 'text', value }))
  return {
    sheets: [
      { ...bare, name: sheet, rows: [titles, cells], tables: [{ name, area, headings, hasTotalsRow: false }] },
      { ...bare, name: 'Jaar', rows: [[{ kind: 'number', value: year }]], tables: [] },
    ],
    names: new Map([[coverFields.year.name, 'Jaar!$A$1']]),
  }
}
