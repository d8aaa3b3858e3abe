/** Rows back into a workbook: which cells of which table change, so that everything else in the file stays as it is. */
import {
  type AreaWorkbook,
  type Field,
  fieldsByTable,
  type FieldValue,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { cellValueOf } from './cell-values.ts'
import { cellAt } from './defined-name.ts'
import type { SheetEdit } from './design.ts'
import { findTable, type FoundTable } from './find-table.ts'
import { cellKey, type WorkbookGrid } from './grid.ts'
import { rowsForNew } from './free-rows.ts'
import { fieldReader, type FieldReader, type FieldReading } from './read-field.ts'
import { findingsColumn, formulaFields, statusColumn, tokenColumn } from './tables.ts'
import { eurosPerUnit } from './unit.ts'

/** Fields by id with their values as in `shared/model`; a field left out keeps its cell. */
export type RowWrite =
  | {
      readonly kind: 'change'
      readonly table: TableId
      readonly gridRow: number
      readonly values: Readonly<Record<string, FieldValue>>
      /** Left out: the token stays as it is. */
      readonly token?: string | null
    }
  | {
      readonly kind: 'add'
      readonly table: TableId
      readonly values: Readonly<Record<string, FieldValue>>
      readonly token: string | null
    }
  | { readonly kind: 'clear'; readonly table: TableId; readonly gridRow: number }

export interface RowEdits {
  /** At most one a sheet. */
  readonly edits: readonly SheetEdit[]
  /** Rows that were not written: the table is not in the workbook, or something stands in their way below it. */
  readonly unplaced: readonly { readonly write: RowWrite; readonly reason: 'no-table' | 'no-room' }[]
}

/**
 * Plans the cells to write. A cell that already reads as its value is left alone, with its formula and notation. New rows
 * fill the empty rows at the end of their table and then make it grow; a cleared row keeps its place, empty.
 * `workbook` is what `readAreaWorkbook` made of this very grid.
 */
export function editsForRows(workbook: AreaWorkbook, grid: WorkbookGrid, writes: readonly RowWrite[]): RowEdits {
  const plans = tableIds.map((table) => {
    const own = writes.filter((write) => write.table === table)
    return own.length === 0 ? noEdits : editsForTable(workbook, grid, table, own)
  })
  return { edits: bySheet(plans.flatMap(({ edits }) => edits)), unplaced: plans.flatMap(({ unplaced }) => unplaced) }
}

const noEdits: RowEdits = { edits: [], unplaced: [] }

function editsForTable(
  workbook: AreaWorkbook,
  grid: WorkbookGrid,
  table: TableId,
  writes: readonly RowWrite[],
): RowEdits {
  const target = targetOf(workbook, grid, table)
  if (target === undefined) return { edits: [], unplaced: writes.map((write) => ({ write, reason: 'no-table' })) }
  const { found } = target
  const added = writes.filter(({ kind }) => kind === 'add')
  const freeRows = rowsForNew(found, added.length)
  const places = new Map(added.map((write, index) => [write, freeRows[index]]))
  const placed = writes.flatMap((write) => {
    const gridRow = write.kind === 'add' ? places.get(write) : write.gridRow
    return gridRow === undefined ? [] : [{ write, gridRow }]
  })
  const cells = placed.flatMap(({ write, gridRow }) =>
    write.kind === 'clear' ? clearedCells(target, gridRow) : writtenCells(target, gridRow, write),
  )
  const bottom = Math.max(found.body.bottom, ...freeRows)
  const grows = !found.isRange && bottom > found.body.bottom
  const unplaced = added.slice(freeRows.length).map((write) => ({ write, reason: 'no-room' as const }))
  return {
    edits: [{ sheet: found.sheet.name, cells, tables: grows ? [{ name: found.name, bottom }] : [] }],
    unplaced,
  }
}

interface Target {
  readonly found: FoundTable
  readonly columns: readonly { readonly field: Field; readonly index: number; readonly read: FieldReader }[]
  /** Columns of the token and of what the add-in computes. */
  readonly token: number | undefined
  readonly computed: readonly number[]
  readonly euros: 1 | 1000
  /** Days to take off a serial: the workbook may count from 1904. */
  readonly serialOffset: number
}

/** The serial of 1 January 1904 in the 1900 system. */
const serialOf1904 = 1462

function targetOf(workbook: AreaWorkbook, grid: WorkbookGrid, table: TableId): Target | undefined {
  const { found } = findTable(grid, table)
  const byField = workbook.columns[table]?.byField
  if (found === null || byField === undefined) return undefined
  const euros = eurosPerUnit(table, workbook.unit)
  const scale = { budgetYear: workbook.budget.year, euros }
  const columns = fieldsByTable[table].flatMap((field) => {
    const index = byField.get(field.id)
    return index === undefined ? [] : [{ field, index, read: fieldReader(field, scale) }]
  })
  const headings = found.sheet.rows[found.body.top - 1] ?? []
  const is1904 = headings.some((cell) => cell?.kind === 'text' && cell.dateSystem === 1904)
  return {
    found,
    columns,
    token: byField.get(tokenColumn),
    computed: [statusColumn, findingsColumn].flatMap((id) => byField.get(id) ?? []),
    euros,
    serialOffset: is1904 ? serialOf1904 : 0,
  }
}

type EditedCell = SheetEdit['cells'][number]

function writtenCells(
  target: Target,
  row: number,
  { values, token }: Exclude<RowWrite, { kind: 'clear' }>,
): readonly EditedCell[] {
  const { sheet } = target.found
  const cells = target.columns.flatMap(({ field, index, read }): readonly EditedCell[] => {
    const value = values[field.id]
    if (value === undefined || readsAs(read(cellAt(sheet, row, index)), value)) return []
    const written = cellValueOf(field, value, target.euros)
    const isSerial = field.kind === 'date' && typeof written === 'number'
    return [{ row, column: index, value: isSerial ? written - target.serialOffset : written }]
  })
  if (token === undefined || target.token === undefined) return cells
  return [...cells, { row, column: target.token, value: token }]
}

function readsAs(reading: FieldReading, value: FieldValue): boolean {
  if (reading.status === 'empty') return value === null
  return (reading.status === 'ok' || reading.status === 'warning') && reading.value === value
}

/** The template's formula stays, so that the row can be used again. */
function clearedCells({ found, columns, token, computed }: Target, row: number): readonly EditedCell[] {
  const kept = formulaFields[found.table]
  const filled = columns.filter(({ field, index }) => {
    const hasFormula = found.sheet.formulas.has(cellKey(row, index))
    return cellAt(found.sheet, row, index).kind !== 'empty' && !(hasFormula && kept.includes(field.id))
  })
  const others = [...computed, ...(token === undefined ? [] : [token])]
  return [...filled.map(({ index }) => index), ...others].map((column) => ({ row, column, value: null }))
}

function bySheet(edits: readonly SheetEdit[]): readonly SheetEdit[] {
  const sheets = [...new Set(edits.map(({ sheet }) => sheet))]
  return sheets.flatMap((sheet) => {
    const own = edits.filter((edit) => edit.sheet === sheet)
    const cells = own.flatMap((edit) => edit.cells)
    return cells.length === 0 ? [] : [{ sheet, cells, tables: own.flatMap(({ tables }) => tables ?? []) }]
  })
}
