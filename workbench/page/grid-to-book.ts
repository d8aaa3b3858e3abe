/** Fills an empty book from the sheets of a file: inputs, tables, names, merged and hidden cells, number formats. */
import { tableStyle } from '#shared/workbook/looks.ts'
import type { Cell } from '#shared/cells/index.ts'
import { cellPlace, type SheetGrid, type WorkbookGrid } from '#shared/workbook/grid.ts'
import type { Book, ErrorText, Input } from '../book/book.ts'
import { boxOfArea } from './design-to-book.ts'
import { bookFormula } from './file-formula.ts'
import { addSheets, inputBlock, type PlacedInput } from './sheet-block.ts'

export function fillFromGrid(book: Book, grid: WorkbookGrid): void {
  book.transact('file', () => {
    const ids = addSheets(
      book,
      grid.sheets.map(({ name }) => name),
    )
    const sheets = grid.sheets.flatMap((sheet, index) => {
      const id = ids[index]
      return id === undefined ? [] : [{ sheet, id }]
    })
    for (const { sheet, id } of sheets) writeValues(book, id, sheet)
    for (const { sheet, id } of sheets) addTables(book, id, sheet)
    for (const [name, refersTo] of grid.names) addName(book, name, refersTo)
    for (const { sheet, id } of sheets) writeFormulas(book, id, sheet)
    for (const { sheet, id } of sheets) addFacts(book, id, sheet)
    for (const { sheet, id } of sheets) book.setSheet(id, { visibility: sheet.visibility })
  })
}

/** Values and number formats; a cell with a formula gets its value from the calculation. */
function writeValues(book: Book, id: string, sheet: SheetGrid): void {
  const placed: PlacedInput[] = []
  sheet.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return
      const format = cell.kind === 'number' || cell.kind === 'text' ? cell.numberFormat : undefined
      if (format !== undefined && format !== 'General') {
        book.setNumberFormats(id, { row, column, rows: 1, columns: 1 }, [[format]])
      }
      placed.push({ row, column, input: inputOfCell(cell) })
    })
  })
  const block = inputBlock(placed)
  if (block !== null) book.write(id, block.at, block.inputs)
}

function writeFormulas(book: Book, id: string, sheet: SheetGrid): void {
  for (const [key, stored] of sheet.formulas) {
    const { row, column } = cellPlace(key)
    const formula = bookFormula(stored)
    const error = errorTextOf(formula.slice(1))
    const input: Input = error === undefined ? { kind: 'formula', formula } : { kind: 'value', value: { error } }
    book.write(id, { row, column }, [[input]])
  }
}

function addTables(book: Book, id: string, sheet: SheetGrid): void {
  for (const { name, area, hasTotalsRow } of sheet.tables) {
    const table = book.addTable(id, boxOfArea(area), true)
    book.setTable(table, { name, hasTotalsRow, style: tableStyle })
  }
}

/** Names that begin with `_xlnm.` are Excel's own: print areas and filters. */
function addName(book: Book, name: string, refersTo: string): void {
  if (!name.startsWith('_xlnm.')) book.setName(name, `=${refersTo}`)
}

function addFacts(book: Book, id: string, sheet: SheetGrid): void {
  for (const row of sheet.hiddenRows) book.hideRows(id, row, 1, true)
  for (const column of sheet.hiddenColumns) book.hideColumns(id, column, 1, true)
}

function inputOfCell(cell: Cell): Input {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'empty' }
    case 'number':
      return { kind: 'value', value: cell.value + (isOf1904(cell) ? serialOf1904 : 0) }
    case 'text':
    case 'boolean':
      return { kind: 'value', value: cell.value }
    case 'error':
      return { kind: 'value', value: { error: errorTextOf(cell.value) ?? '#VALUE!' } }
  }
}

/** Days between the two date systems of Excel. */
const serialOf1904 = 1_462

function isOf1904(cell: Extract<Cell, { kind: 'number' }>): boolean {
  return cell.dateSystem === 1904 && /[yd]/i.test(cell.numberFormat ?? '')
}

const errorTexts: readonly ErrorText[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
]

function errorTextOf(text: string): ErrorText | undefined {
  return errorTexts.find((error) => error === text)
}
