/** The design of a book, for writing it as a file: the opposite of `design-to-book.ts`. */
import type {
  CellDesign,
  CellValue,
  SheetDesign,
  StyleName,
  TableDesign,
  WorkbookDesign,
} from '#shared/workbook/design.ts'
import type { Area } from '#shared/workbook/grid.ts'
import type { Book, BookSheet, BookTable, Box, Input, Scalar } from '../book/book.ts'
import { lookOf, styleOfFormat } from './cell-styles.ts'
import { addInFunctions, fileFormula } from './file-formula.ts'

/** `addIn` is the add-in that the file opens; the functions that its formulas call are found here. */
export function designOfBook(book: Book, title: string, addIn: WorkbookDesign['addIn']): WorkbookDesign {
  const sheets = book.sheets().map((sheet) => sheetDesign(book, sheet))
  const called = sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => addInFunctions(formula ?? '')))
  return {
    title,
    sheets,
    names: book.names().map(({ name, formula }) => ({ name, refersTo: formula.replace(/^=/, '') })),
    addIn: { ...addIn, functionIds: [...new Set(called)].sort() },
  }
}

function sheetDesign(book: Book, sheet: BookSheet): SheetDesign {
  const { id } = sheet
  const tables = book.tables().filter((table) => table.sheet === id)
  const tableDesigns = tables.map((table) => tableDesign(book, sheet, table))
  const isOfSheet = (piece: { readonly sheet: string }) => piece.sheet === id
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cellDesigns(book, sheet, tableDesigns),
    tables: tableDesigns,
    validations: book
      .validations()
      .filter(isOfSheet)
      .map(({ box, rule, severity, title, message }) => ({ area: areaOf(box), rule, severity, title, message })),
    conditionalFormats: book
      .conditionalFormats()
      .filter(isOfSheet)
      .map((format) => ({ area: areaOf(format.box), formula: format.formula.replace(/^=/, ''), look: lookOf(format) })),
    frozenRows: sheet.frozenRows,
    columnWidths: new Map(
      [...sheet.columnWidths].filter(([column]) => !tables.some(({ box }) => isColumnOf(box, column))),
    ),
  }
}

/** The file keeps one style a column; cells that differ carry their own. */
function tableDesign(book: Book, sheet: BookSheet, { name, box }: BookTable): TableDesign {
  const headings = book.texts(sheet.id, { ...box, rows: 1 })[0] ?? []
  return {
    name,
    area: areaOf(box),
    columns: headings.map((heading, index) => {
      const column = box.column + index
      return {
        heading,
        style: styleAt(book, sheet.id, box.row + 1, column) ?? plainColumnStyle(book, sheet.id, box, column),
        widthChars: sheet.columnWidths.get(column) ?? usualWidthChars,
        isHidden: sheet.hiddenColumns.has(column),
      }
    }),
  }
}

const usualWidthChars = 9

/** A design has no plain column: its text is written as text, and its numbers as amounts are. */
function plainColumnStyle(book: Book, sheet: string, box: Box, column: number): StyleName {
  const values = book.values(sheet, { row: box.row + 1, column, rows: box.rows - 1, columns: 1 }).flat()
  return values.some((value) => typeof value === 'number') ? 'hours' : 'text'
}

function cellDesigns(book: Book, sheet: BookSheet, tables: readonly TableDesign[]): readonly CellDesign[] {
  const used = book.usedBox(sheet.id)
  if (used === null) return []
  const inputs = book.inputs(sheet.id, used)
  const values = book.values(sheet.id, used)
  const formats = book.numberFormats(sheet.id, used)
  return inputs.flatMap((line, down) =>
    line.flatMap((input, along): readonly CellDesign[] => {
      const row = used.row + down
      const column = used.column + along
      if (tables.some(({ area }) => row === area.top && column >= area.left && column <= area.right)) return []
      const style = styleOfFormat(book.format(sheet.id, row, column), formats[down]?.[along] ?? 'General')
      const hasOwnStyle = style !== undefined && style !== columnStyleAt(tables, row, column)
      if (input.kind === 'empty' && !hasOwnStyle) return []
      const cell = {
        row,
        column,
        ...contentOf(input, values[down]?.[along] ?? null, isSpilling(book, sheet.id, row, column)),
      }
      return [hasOwnStyle ? { ...cell, style } : cell]
    }),
  )
}

/** A formula with its last result, so that readers that do not calculate have a value. Errors have no cached form. */
function contentOf(
  input: Input,
  value: Scalar,
  spills: boolean,
): Pick<CellDesign, 'value' | 'formula' | 'isAddInFormula'> {
  if (input.kind === 'empty') return { value: null }
  if (input.kind === 'value') {
    return typeof input.value === 'object' ? { value: null, formula: input.value.error } : { value: input.value }
  }
  const isDynamic = spills || addInFunctions(input.formula).length > 0
  const content = { value: plainValue(value), formula: fileFormula(input.formula) }
  return isDynamic ? { ...content, isAddInFormula: true } : content
}

function plainValue(value: Scalar): CellValue {
  return typeof value === 'object' ? null : value
}

function isSpilling(book: Book, sheet: string, row: number, column: number): boolean {
  return book.spillOf(sheet, row, column) !== null
}

function styleAt(book: Book, sheet: string, row: number, column: number): StyleName | undefined {
  const format = book.numberFormats(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0]
  return styleOfFormat(book.format(sheet, row, column), format ?? 'General')
}

function columnStyleAt(tables: readonly TableDesign[], row: number, column: number): StyleName | undefined {
  const table = tables.find(
    ({ area }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
  )
  return table?.columns[column - table.area.left]?.style
}

function areaOf({ row, column, rows, columns }: Box): Area {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
}

function isColumnOf(box: Box, column: number): boolean {
  return column >= box.column && column < box.column + box.columns
}
