/** The cells of a table as they are typed, for the same table in a new workbook, also where its columns stand elsewhere. */
import type { Cell } from '#shared/cells/index.ts'
import type { Field } from '#shared/model/index.ts'
import { cellValueOf } from '#shared/workbook/cell-values.ts'
import { cellAt } from '#shared/workbook/defined-name.ts'
import type { CellDesign } from '#shared/workbook/design.ts'
import { type Area, cellAddress, cellKey, type SheetGrid } from '#shared/workbook/grid.ts'
import type { FieldReader } from '#shared/workbook/read-field.ts'
import { keepsMeaning } from './carried-formula.ts'

/** A column of the old table and where its cells go. */
export interface CarriedColumn {
  readonly from: number
  readonly to: number
  /** Absent for a column that is not synchronised: its cells go as they are. */
  readonly field?: Field
  readonly read?: FieldReader
}

export interface CarriedCells {
  readonly cells: readonly CellDesign[]
  /** Rows up to the last one in which anything was typed. */
  readonly rowCount: number
  /** Addresses in the old sheet of formulas that went as their value. */
  readonly valuesOfFormulas: readonly string[]
  /** Addresses in the old sheet of numbers that cannot be read in their column, and went as text. */
  readonly asText: readonly string[]
}

/** `body`: without headings; its first row goes to `top`. `euros`: what a 1 in an amount column stands for. */
export function carryCells(
  sheet: SheetGrid,
  body: Area,
  columns: readonly CarriedColumn[],
  top: number,
  euros: 1 | 1000,
): CarriedCells {
  const rowCount = lastTypedRow(sheet, body, columns) - body.top + 1
  const isSamePlace = body.top === top && columns.every(({ from, to, field }) => field === undefined || from === to)
  const cells: CellDesign[] = []
  const valuesOfFormulas: string[] = []
  const asText: string[] = []
  for (let offset = 0; offset < rowCount; offset++) {
    for (const column of columns) {
      const from = body.top + offset
      const cell = cellAt(sheet, from, column.from)
      const formula = sheet.formulas.get(cellKey(from, column.from))
      const keeps = formula !== undefined && keepsMeaning(formula, isSamePlace)
      if (formula !== undefined && !keeps) valuesOfFormulas.push(cellAddress(from, column.from))
      if (cell.kind === 'empty' && !keeps) continue
      const carried = carriedValue(cell, column, euros)
      if (carried.isText) asText.push(cellAddress(from, column.from))
      cells.push({ row: top + offset, column: column.to, value: carried.value, ...(keeps && { formula }) })
    }
  }
  return { cells, rowCount, valuesOfFormulas, asText }
}

/**
 * Text stays as typed. A number that can be read is written in the notation of the template. One that cannot, such as a
 * percentage among amounts, gets its format as words: as a bare number it would be read as something else.
 */
function carriedValue(
  cell: Cell,
  { field, read }: CarriedColumn,
  euros: 1 | 1000,
): { readonly value: CellDesign['value']; readonly isText: boolean } {
  if (cell.kind === 'empty') return { value: null, isText: false }
  if (cell.kind !== 'number' || field === undefined || read === undefined) return { value: cell.value, isText: false }
  const reading = read(cell)
  if (reading.status === 'ok' || reading.status === 'warning') {
    return { value: cellValueOf(field, reading.value, euros), isText: false }
  }
  if (field.kind === 'code' || field.kind === 'text') return { value: cell.value, isText: false }
  return { value: `${cell.value} (${cell.numberFormat ?? 'General'})`, isText: true }
}

function lastTypedRow(sheet: SheetGrid, body: Area, columns: readonly CarriedColumn[]): number {
  for (let row = Math.min(body.bottom, sheet.rows.length - 1); row >= body.top; row--) {
    const isTyped = columns.some(({ from }) => {
      const isFormula = sheet.formulas.has(cellKey(row, from))
      return !isFormula && cellAt(sheet, row, from).kind !== 'empty'
    })
    if (isTyped) return row
  }
  return body.top - 1
}
