import type { CellDesign, SheetDesign, StyleName, WorkbookDesign } from '#shared/workbook/design.ts'
import { cellKey, columnLetters } from '#shared/workbook/grid.ts'
import { storedFormula } from './add-in-formula.ts'
import { isInArea } from './references.ts'
import type { StringTable } from './string-table.ts'
import { isFilled, styleIndex } from './write-styles.ts'
import { encodeText, escapeMarkup } from './xml-text.ts'

/** What all sheets of the workbook share while it is written. */
export interface CellTargets {
  readonly strings: StringTable
  readonly addIn: WorkbookDesign['addIn']
}

/** Room for a heading of two lines, in points. */
const tallRow = ' ht="30" customHeight="1"'

/** `<row>` elements of all cells, in order; `tallRows` are those whose headings need two lines. */
export function rowsXml(cells: readonly CellDesign[], tallRows: ReadonlySet<number>, targets: CellTargets): string {
  const letters = new Map<number, string>()
  const pieces: string[] = []
  let row = -1
  for (const cell of cells) {
    if (cell.row !== row) {
      if (row >= 0) pieces.push('</row>')
      row = cell.row
      pieces.push(`<row r="${row + 1}"${tallRows.has(row) ? tallRow : ''}>`)
    }
    const letter = letters.get(cell.column) ?? columnLetters(cell.column)
    letters.set(cell.column, letter)
    pieces.push(cellXml(cell, `${letter}${row + 1}`, targets))
  }
  if (row >= 0) pieces.push('</row>')
  return pieces.join('')
}

/**
 * The cells of a sheet in the order of the file: those of the design, the headings of its tables, and cells that stay
 * empty but show their style. A cell in a table without a style of its own has its column's.
 */
export function sheetCells(sheet: SheetDesign): readonly CellDesign[] {
  const cells = new Map<number, CellDesign>()
  for (const cell of sheet.cells) {
    const style = cell.style ?? tableStyle(sheet, cell.row, cell.column)
    cells.set(cellKey(cell.row, cell.column), style === undefined ? cell : { ...cell, style })
  }
  for (const { area, columns } of sheet.tables) {
    columns.forEach(({ heading, style }, index) => {
      const column = area.left + index
      // The heading in the sheet must be the heading in the table, or Excel repairs the file.
      cells.set(cellKey(area.top, column), { row: area.top, column, value: heading, style: 'heading' })
      if (!isFilled(style) && columnStyle(sheet, column) === style) return
      for (let row = area.top + 1; row <= area.bottom; row++) {
        const key = cellKey(row, column)
        if (!cells.has(key)) cells.set(key, { row, column, value: null, style })
      }
    })
  }
  return [...cells].sort(([one], [other]) => one - other).map(([, cell]) => cell)
}

/** Header rows with a heading that is broken in two or wider than its column. */
export function tallRows({ tables }: SheetDesign): ReadonlySet<number> {
  return new Set(tables.filter(({ columns }) => columns.some(isLong)).map(({ area }) => area.top))
}

function isLong({ heading, widthChars }: SheetDesign['tables'][number]['columns'][number]): boolean {
  return heading.includes('\n') || heading.length > widthChars
}

/**
 * The style for the empty cells of a column, kept once with the column instead of in every cell: where all tables in
 * this column agree on it, and it does not show.
 */
export function columnStyle(sheet: SheetDesign, column: number): StyleName | undefined {
  const styles = sheet.tables.map(({ area, columns }) => columns[column - area.left]?.style)
  const [style, ...others] = new Set(styles.filter((found) => found !== undefined))
  return style === undefined || others.length > 0 || isFilled(style) ? undefined : style
}

function tableStyle(sheet: SheetDesign, row: number, column: number): StyleName | undefined {
  const table = sheet.tables.find(({ area }) => isInArea(area, row, column))
  return table?.columns[column - table.area.left]?.style
}

function cellXml(cell: CellDesign, reference: string, { strings, addIn }: CellTargets): string {
  const { value, formula } = cell
  const style = styleIndex(cell.style)
  const start = `<c r="${reference}"${style > 0 ? ` s="${style}"` : ''}`
  if (formula !== undefined) return `${start}${formulaXml(cell, formula, reference, addIn)}`
  if (value === null) return `${start}/>`
  if (typeof value === 'number') return `${start}><v>${numberText(value)}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${start} t="s"><v>${strings.indexOf(value)}</v></c>`
}

/** A function of the add-in is stored as a dynamic array of one cell: `cm` leads to its line in `metadata.xml`. */
function formulaXml(cell: CellDesign, formula: string, reference: string, addIn: WorkbookDesign['addIn']): string {
  const type = typeof cell.value === 'string' ? ' t="str"' : typeof cell.value === 'boolean' ? ' t="b"' : ''
  const value = cell.value === null ? '' : `<v>${cachedText(cell.value)}</v>`
  if (cell.isAddInFormula !== true) return `${type}><f>${escapeMarkup(formula)}</f>${value}</c>`
  const stored = escapeMarkup(storedFormula(formula, addIn))
  return `${type} cm="1"><f t="array" ref="${reference}">${stored}</f>${value}</c>`
}

function cachedText(value: string | number | boolean): string {
  if (typeof value === 'string') return encodeText(value)
  return typeof value === 'number' ? numberText(value) : value ? '1' : '0'
}

/** The shortest digits that give the same double; -0 is 0. */
export function numberText(value: number): string {
  return value === 0 ? '0' : String(value).toUpperCase()
}
