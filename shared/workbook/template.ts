/**
 * The workbook of an area as data: eight sheets for people and a very hidden one for synchronising. `xlsx/` makes a file
 * of it, the task pane an open workbook.
 */
import {
  type BudgetKey,
  type BudgetState,
  fieldValue,
  type Reference,
  type Row,
  type RowOf,
  rowsPerTableMax,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { cellValueOf } from './cell-values.ts'
import { codesDesign } from './codes-sheet.ts'
import { columnRules } from './column-rules.ts'
import { coverDesign, coverNames } from './cover-design.ts'
import type { ControlTotalInput } from './cover-totals.ts'
import type { CellDesign, ConditionalFormatDesign, SheetDesign, TableDesign, WorkbookDesign } from './design.ts'
import { deviationsDesign } from './deviations-sheet.ts'
import { cellAddress } from './grid.ts'
import { beginsWithWord, markWords } from './mark-words.ts'
import { type KnownRow, stateDesign } from './state-sheet.ts'
import {
  bodyArea,
  findingsColumn,
  firstBodyRow,
  formulaFields,
  headingRow,
  templateColumns,
  templateTables,
  tokenColumn,
} from './tables.ts'

/** A row to put in the template, and its token when the server knows it already. */
export interface TemplateRow<Table extends TableId> {
  readonly row: RowOf<Table>
  readonly token: string | null
}
type AnyTemplateRow = { [Table in TableId]: TemplateRow<Table> }[TableId]

export interface TemplateInput {
  readonly budget: BudgetKey
  readonly state: BudgetState
  readonly reference: Reference
  readonly templateVersion: number
  readonly workbookId: string
  readonly rows: { readonly [Table in TableId]?: readonly TemplateRow<Table>[] }
  readonly controlTotals: ControlTotalInput | null
  /** What the workbook knows of the server at birth; head null: nothing. */
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly known: readonly KnownRow[]
  /** Left out: that of the municipality's add-in. */
  readonly functionNamespace?: string | undefined
}

/** An empty table has rows to type in; an Excel table has at least one row anyway. */
const rowsMin = 25

/** Id of the add-in in its manifest, and the version that a workbook asks for. */
export const addIn: WorkbookDesign['addIn'] = {
  manifestId: 'a71b7660-83b2-4c59-a150-481df288a687',
  version: '1.0.0.0',
  functionIds: ['GEBIED.TOTAAL', 'GEBIED.PLAFOND', 'GEBIED.RESTANT'],
}

export function templateDesign(input: TemplateInput): WorkbookDesign {
  const { budget, reference } = input
  const lines = (input.rows.begroting ?? []).map(({ row }) => row)
  const codes = codesDesign(reference, budget.year)
  const sheets = tableIds.map((table) => tableSheet(table, budget.year, input.rows[table] ?? []))
  return {
    title: `Gebiedsbegroting ${budget.areaCode} ${budget.year} ${budget.version}`,
    sheets: [
      coverDesign({ ...input, lines }),
      ...sheets,
      deviationsDesign(),
      codes.sheet,
      stateDesign({ ...input, ...budget }),
    ],
    names: [...coverNames(), ...codes.names],
    addIn,
  }
}

function tableSheet(table: TableId, budgetYear: number, rows: readonly AnyTemplateRow[]): SheetDesign {
  const { name, sheet, title, note } = templateTables[table]
  const area = { ...bodyArea(table, Math.max(rows.length, rowsMin)), top: headingRow }
  const rowsInTable = area.bottom - headingRow
  const cells = Array.from({ length: rowsInTable }, (_, index) => rowCells(table, budgetYear, index, rows[index]))
  return {
    name: sheet,
    visibility: 'visible',
    cells: [
      { row: 0, column: 0, value: title, style: 'title' },
      { row: 1, column: 0, value: note, style: 'note' },
      ...cells.flat(),
    ],
    tables: [tableDesign(table, name, area, budgetYear)],
    validations: columnRules(table, budgetYear),
    conditionalFormats: findingLooks(table, budgetYear),
    frozenRows: firstBodyRow,
  }
}

function tableDesign(table: TableId, name: string, area: TableDesign['area'], budgetYear: number): TableDesign {
  const columns = templateColumns(table, budgetYear).map(({ heading, style, widthChars, isHidden = false }) => ({
    heading,
    style,
    widthChars,
    isHidden,
  }))
  return { name, area, columns }
}

/** Filled cells only, and the template's formulas: an empty cell has the style of its column. */
function rowCells(
  table: TableId,
  budgetYear: number,
  index: number,
  filled: AnyTemplateRow | undefined,
): readonly CellDesign[] {
  return templateColumns(table, budgetYear).flatMap(({ id, field }, column): readonly CellDesign[] => {
    const row = firstBodyRow + index
    if (id === tokenColumn) return tokenCell(row, column, filled?.token ?? null)
    if (field === undefined) return []
    const value = filled === undefined ? null : cellValueOf(field, fieldValue(filled.row, id), 1)
    if (!formulaFields[table].includes(id)) return value === null ? [] : [{ row, column, value }]
    return isComputed(filled?.row)
      ? [{ row, column, value: value ?? 0, formula: hoursTimesRate }]
      : [{ row, column, value }]
  })
}

function tokenCell(row: number, column: number, value: string | null): readonly CellDesign[] {
  return value === null ? [] : [{ row, column, value }]
}

const hoursTimesRate = 'tblInzet[[#This Row],[Uren]]*tblInzet[[#This Row],[Tarief]]'

/** Whether the formula gives what the row says; a row with an amount of its own keeps it as a typed value. */
function isComputed(row: Row | undefined): boolean {
  if (row === undefined) return true
  if (row.table !== 'inzet') return false
  return row.amountCents === productCents(row.hours ?? 0, row.rateCents ?? 0)
}

/** Hundredths of hours times cents an hour, rounded half away from zero as an amount in a cell is read. */
function productCents(hundredthHours: number, centsPerHour: number): number {
  const product = BigInt(hundredthHours) * BigInt(Math.abs(centsPerHour))
  return Number((product + 50n) / 100n) * Math.sign(centsPerHour)
}

/** One look for a whole row, by the worst finding: the column Bevindingen begins with its severity. */
function findingLooks(table: TableId, budgetYear: number): readonly ConditionalFormatDesign[] {
  const column = templateColumns(table, budgetYear).findIndex(({ id }) => id === findingsColumn)
  if (column < 0) return []
  const cell = `$${cellAddress(firstBodyRow, column)}`
  const area = bodyArea(table, rowsPerTableMax)
  return markWords.map(({ word, severity }) => ({ area, formula: beginsWithWord(cell, word), look: severity }))
}
