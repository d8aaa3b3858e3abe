/** Writing and clearing cells, and how they look. */
import { BookError } from './book-error.ts'
import type { Book, Box, CellFormat, Input } from './book.ts'
import { fitsSheet, rowsMax, sharedBox } from './box.ts'
import { FormulaCell } from './calculation/formula-cell.ts'
import { headingRepair } from './heading-edits.ts'
import type { BookParts } from './parts.ts'
import { refuseLocked } from './protection.ts'
import type { Slot } from './sheet-cells.ts'
import { cellsOf } from './state.ts'
import { plainStyle, type Style } from './style.ts'
import { growTables } from './table-growth.ts'

type CellEdits = Pick<Book, 'write' | 'setNumberFormats' | 'setFormat' | 'clear'>

export function cellEdits(parts: BookParts): CellEdits {
  return {
    write: (sheet, at, inputs) => write(parts, sheet, at, inputs),
    setNumberFormats: (sheet, box, formats) => setNumberFormats(parts, sheet, box, formats),
    setFormat: (sheet, box, format) => setFormat(parts, sheet, box, format),
    clear: (sheet, box, what) => {
      refuseLocked(parts, sheet, box)
      if (what !== 'formats') clearContents(parts, sheet, box)
      if (what !== 'contents') clearFormats(parts, sheet, box)
    },
  }
}

function write(
  parts: BookParts,
  sheet: string,
  { row, column }: { readonly row: number; readonly column: number },
  inputs: readonly (readonly Input[])[],
): void {
  const box = { row, column, rows: inputs.length, columns: inputs[0]?.length ?? 0 }
  refuseSize(box)
  if (inputs.some((line) => line.length !== box.columns)) {
    throw new BookError('bad-size', 'Niet alle rijen hebben evenveel cellen.')
  }
  refuseLocked(parts, sheet, box)
  const repairHeadings = headingRepair(parts, sheet, box)
  parts.edits.putSlots(
    sheet,
    row,
    column,
    inputs.map((line) => line.map((input) => slotOf(parts, input))),
  )
  repairHeadings()
  if (parts.source() === 'person') growTables(parts, sheet, box)
}

/** A formula belongs to the functions that the add-in has when it is entered. */
function slotOf({ calculation }: BookParts, input: Input): Slot | undefined {
  if (input.kind === 'empty') return undefined
  if (input.kind === 'value') return input
  const cell = new FormulaCell(input.formula, false)
  cell.isBound = calculation.isBoundNow(cell)
  return cell
}

function clearContents(parts: BookParts, sheet: string, box: Box): void {
  const { extent } = cellsOf(parts.state, sheet)
  const used = sharedBox(box, { row: 0, column: 0, ...extent })
  if (used === null) return
  const { row, column, rows, columns } = used
  const repairHeadings = headingRepair(parts, sheet, used)
  parts.edits.putSlots(
    sheet,
    row,
    column,
    Array.from({ length: rows }, () => Array.from({ length: columns })),
  )
  repairHeadings()
}

function setNumberFormats(parts: BookParts, sheet: string, box: Box, formats: readonly (readonly string[])[]): void {
  const only = formats.length === 1 && formats[0]?.length === 1 ? formats[0][0] : undefined
  if (only !== undefined) {
    restyle(parts, sheet, box, () => ({ numberFormat: only }))
    return
  }
  if (formats.length !== box.rows || formats.some((line) => line.length !== box.columns)) {
    throw new BookError('bad-size', 'Er zijn niet evenveel getalnotaties als cellen.')
  }
  restyle(parts, sheet, box, (row, column) => {
    const numberFormat = formats[row - box.row]?.[column - box.column]
    return numberFormat === undefined ? {} : { numberFormat }
  })
}

function setFormat(parts: BookParts, sheet: string, box: Box, format: Partial<CellFormat>): void {
  restyle(parts, sheet, box, () => format)
}

/** Columns from top to bottom keep one style; cells in them with a style of their own are changed as well. */
function restyle(
  parts: BookParts,
  sheet: string,
  box: Box,
  change: (row: number, column: number) => Partial<Style>,
): void {
  refuseSize(box)
  refuseLocked(parts, sheet, box)
  const cells = cellsOf(parts.state, sheet)
  const { restyled, edits } = parts
  if (box.rows === rowsMax) {
    const columns = Array.from({ length: box.columns }, (_, index) => box.column + index)
    edits.putColumnStyles(
      sheet,
      new Map(
        columns.map((column) => [column, restyled(cells.columnStyles.get(column) ?? plainStyle, change(0, column))]),
      ),
    )
  }
  const rows = box.rows === rowsMax ? Math.min(box.rows, Math.max(0, cells.extent.rows - box.row)) : box.rows
  if (rows === 0) return
  const styles = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: box.columns }, (_, right) => {
      const row = box.row + down
      const column = box.column + right
      const own = cells.rows[row]?.styles[column]
      if (own === undefined && box.rows === rowsMax) return undefined
      return restyled(own ?? cells.style(row, column), change(row, column))
    }),
  )
  edits.putStyles(sheet, box.row, box.column, styles)
}

function clearFormats(parts: BookParts, sheet: string, box: Box): void {
  const cells = cellsOf(parts.state, sheet)
  if (box.rows === rowsMax) {
    const styled = [...cells.columnStyles.keys()].filter(
      (column) => column >= box.column && column < box.column + box.columns,
    )
    parts.edits.putColumnStyles(sheet, new Map(styled.map((column) => [column, undefined])))
  }
  const used = sharedBox(box, { row: 0, column: 0, ...cells.extent })
  if (used === null) return
  const { row, column, rows, columns } = used
  const cleared = box.rows === rowsMax ? undefined : plainStyle
  parts.edits.putStyles(
    sheet,
    row,
    column,
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => cleared)),
  )
}

function refuseSize(box: Box): void {
  if (!fitsSheet(box)) throw new BookError('bad-size', 'Dit bereik valt buiten het werkblad.')
}
