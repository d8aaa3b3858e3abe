/** What a migration does not take along: it stays in the old file, and the person is told where. */
import type { SheetDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { type Area, cellAddress, type SheetGrid, type WorkbookGrid } from '#shared/workbook/grid.ts'
import { codesSheet } from '#shared/workbook/codes-sheet.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { headingRow } from '#shared/workbook/tables.ts'

export type LeftBehind =
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'cells'; readonly sheet: string; readonly addresses: readonly string[] }
  /** Formulas that went as their value. */
  | { readonly kind: 'formulas'; readonly sheet: string; readonly addresses: readonly string[] }
  /** Numbers that cannot be read in their column, which went as text. */
  | { readonly kind: 'as-text'; readonly sheet: string; readonly addresses: readonly string[] }

/** Sheets that are not of the template, and cells beside the tables of those that are. `design`: the new template. */
export function cellsElsewhere(grid: WorkbookGrid, design: WorkbookDesign): readonly LeftBehind[] {
  const designs = new Map(design.sheets.map((sheet) => [comparableHeading(sheet.name), sheet]))
  return grid.sheets.flatMap((sheet): readonly LeftBehind[] => {
    if (sheet.name === codesSheet) return []
    const made = designs.get(comparableHeading(sheet.name))
    if (made === undefined) return [{ kind: 'sheet', sheet: sheet.name }]
    const addresses = made.visibility === 'visible' ? addressesBeside(sheet, made) : []
    return addresses.length === 0 ? [] : [{ kind: 'cells', sheet: sheet.name, addresses }]
  })
}

function addressesBeside(sheet: SheetGrid, made: SheetDesign): readonly string[] {
  const tables = sheet.tables.map(({ area }) => area)
  const own = new Set(made.cells.map(({ row, column }) => cellAddress(row, column)))
  return sheet.rows.flatMap((cells = [], row) =>
    cells.flatMap((cell, column) => {
      if (cell === undefined || cell.kind === 'empty') return []
      const address = cellAddress(row, column)
      const isOurs = tables.length > 0 ? row < headingRow && own.has(address) : own.has(address)
      return isOurs || tables.some((area) => isIn(area, row, column)) ? [] : [address]
    }),
  )
}

function isIn({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}
