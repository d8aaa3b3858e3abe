/** How large the rows and columns of a sheet are on the screen, in pixels. */
import type { BookSheet, BookTable, Box } from '../book/book.ts'
import { type Axis, createAxis } from './axis.ts'
import type { Place } from './selection.ts'

export const rowHeight = 21
/** A row of headings that needs two lines. */
export const tallRowHeight = 40
export const columnHeadHeight = 22
export const rowHeadWidth = 46

const rowsShownMin = 200
const columnsShownMin = 40
/** Empty rows and columns to type in beyond what is used. */
const spareRows = 60
const spareColumns = 8
/** A browser draws no more than some 30 million pixels. */
const rowsShownMax = 1_048_576
const columnsShownMax = 16_384

const usualWidthChars = 8.43

export interface SheetLayout {
  readonly rows: Axis
  readonly columns: Axis
  readonly frozenRows: number
}

/** `reached`: the cell that must be on the sheet even when it lies far beyond what is used. */
export function layoutOf(
  sheet: BookSheet,
  used: Box | null,
  tables: readonly BookTable[],
  headingTexts: (table: BookTable) => readonly string[],
  reached: Place,
): SheetLayout {
  const usedRows = used === null ? 0 : used.row + used.rows
  const usedColumns = used === null ? 0 : used.column + used.columns
  const rowCount = Math.max(rowsShownMin, usedRows + spareRows, reached.row + spareRows / 2)
  const columnCount = Math.max(columnsShownMin, usedColumns + spareColumns, reached.column + spareColumns / 2)
  const widths = widthsOf(sheet)
  const heights = new Map<number, number>()
  for (const table of tables) {
    if (needsTwoLines(headingTexts(table), table.box.column, widths)) heights.set(table.box.row, tallRowHeight)
  }
  for (const row of sheet.hiddenRows) heights.set(row, 0)
  return {
    rows: createAxis(Math.min(rowCount, rowsShownMax), rowHeight, heights),
    columns: createAxis(Math.min(columnCount, columnsShownMax), pixelsOfChars(usualWidthChars), widths),
    frozenRows: sheet.frozenRows,
  }
}

/** Seven pixels a digit and five for the sides, as Excel has it for its usual font. */
export function pixelsOfChars(chars: number): number {
  return Math.round(chars * 7 + 5)
}

export function charsOfPixels(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100)
}

function widthsOf(sheet: BookSheet): Map<number, number> {
  const widths = new Map([...sheet.columnWidths].map(([column, chars]) => [column, pixelsOfChars(chars)]))
  for (const column of sheet.hiddenColumns) widths.set(column, 0)
  return widths
}

/** The filter button and the sides take about 26 pixels of a heading; its bold letters some 7.4 each. */
function needsTwoLines(headings: readonly string[], left: number, widths: ReadonlyMap<number, number>): boolean {
  return headings.some((heading, index) => {
    const width = widths.get(left + index) ?? pixelsOfChars(usualWidthChars)
    return width > 0 && heading.length * 7.4 > width - 26
  })
}
