/** Fills an empty book from the design of a workbook: what `xlsx/` does for a file. */
import {
  type CellDesign,
  numberFormats,
  type SheetDesign,
  type StyleName,
  type TableDesign,
  type WorkbookDesign,
} from '#shared/workbook/design.ts'
import type { Area } from '#shared/workbook/grid.ts'
import type { Book, Box, Input } from '../book/book.ts'
import { conditionalLooks, tableStyle } from '#shared/workbook/looks.ts'
import { formatOfStyle } from './cell-styles.ts'
import { addSheets, inputBlock, type PlacedInput } from './sheet-block.ts'

export function fillFromDesign(book: Book, design: WorkbookDesign): void {
  book.transact('file', () => {
    const ids = addSheets(
      book,
      design.sheets.map(({ name }) => name),
    )
    const sheets = design.sheets.flatMap((sheet, index) => {
      const id = ids[index]
      return id === undefined ? [] : [{ sheet, id }]
    })
    for (const { sheet, id } of sheets) writeCells(book, id, [...headingCells(sheet), ...sheet.cells], false)
    for (const { sheet, id } of sheets) for (const table of sheet.tables) addTable(book, id, table)
    for (const { name, refersTo } of design.names) book.setName(name, `=${refersTo}`)
    for (const { sheet, id } of sheets) writeCells(book, id, sheet.cells, true)
    for (const { sheet, id } of sheets) addLooks(book, id, sheet)
    // Last, so that there is a visible sheet all the time.
    for (const { sheet, id } of sheets) book.setSheet(id, { visibility: sheet.visibility })
  })
}

/** Styles, widths, rules and conditional formats of a sheet that is there already. */
export function addLooks(book: Book, id: string, sheet: SheetDesign): void {
  for (const table of sheet.tables) styleTable(book, id, table)
  for (const { row, column, style } of sheet.cells) {
    if (style !== undefined) applyStyle(book, id, { row, column, rows: 1, columns: 1 }, style)
  }
  for (const [column, width] of sheet.columnWidths ?? []) book.setColumnWidth(id, column, 1, width)
  book.setSheet(id, { frozenRows: sheet.frozenRows ?? 0 })
  for (const { area, rule, severity, title, message } of sheet.validations) {
    book.setValidation({ sheet: id, box: boxOfArea(area), rule, severity, title, message })
  }
  for (const { area, formula, look } of sheet.conditionalFormats) {
    book.addConditionalFormat({ sheet: id, box: boxOfArea(area), formula: `=${formula}`, ...conditionalLooks[look] })
  }
}

/** Formulas are written after tables and names, which they refer to. */
function writeCells(book: Book, id: string, cells: readonly CellDesign[], areFormulas: boolean): void {
  const placed = cells
    .filter(({ formula }) => (formula !== undefined) === areFormulas)
    .map((cell): PlacedInput => ({ row: cell.row, column: cell.column, input: inputOf(cell) }))
  if (areFormulas) {
    for (const { row, column, input } of placed) book.write(id, { row, column }, [[input]])
    return
  }
  const block = inputBlock(placed)
  if (block !== null) book.write(id, block.at, block.inputs)
}

function inputOf({ value, formula }: CellDesign): Input {
  if (formula !== undefined) return { kind: 'formula', formula: `=${formula}` }
  return value === null ? { kind: 'empty' } : { kind: 'value', value }
}

function headingCells({ tables }: SheetDesign): readonly CellDesign[] {
  return tables.flatMap(({ area, columns }) =>
    columns.map(({ heading }, index): CellDesign => ({ row: area.top, column: area.left + index, value: heading })),
  )
}

function addTable(book: Book, id: string, { name, area }: TableDesign): void {
  const table = book.addTable(id, boxOfArea(area), true)
  book.setTable(table, { name, style: tableStyle })
}

function styleTable(book: Book, id: string, { area, columns }: TableDesign): void {
  columns.forEach(({ style, widthChars, isHidden = false }, index) => {
    const column = area.left + index
    applyStyle(book, id, { row: area.top, column, rows: 1, columns: 1 }, 'heading')
    applyStyle(book, id, { row: area.top + 1, column, rows: area.bottom - area.top, columns: 1 }, style)
    book.setColumnWidth(id, column, 1, widthChars)
    if (isHidden) book.hideColumns(id, column, 1, true)
  })
}

function applyStyle(book: Book, id: string, box: Box, style: StyleName): void {
  const format = numberFormats[style]
  if (format !== 'General') {
    book.setNumberFormats(
      id,
      box,
      Array.from({ length: box.rows }, () => Array.from({ length: box.columns }, () => format)),
    )
  }
  if (Object.keys(formatOfStyle(style)).length > 0) book.setFormat(id, box, formatOfStyle(style))
}

export function boxOfArea({ top, left, bottom, right }: Area): Box {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
