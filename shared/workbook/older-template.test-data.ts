/** The workbook that the first template would have made: without the columns and lists that came with the second. */
import { codesSheet } from './codes-sheet.ts'
import type { CellDesign, SheetDesign, TableDesign, WorkbookDesign } from './design.ts'
import { referenceLists } from './reference-rows.ts'
import { templateTables } from './tables.ts'

const laterColumns = ['Reserve', 'Contract', 'Experiment']
const laterLists = new Set(referenceLists.filter(({ since = 1 }) => since > 1).map(({ table }) => table))

export function olderDesign(design: WorkbookDesign): WorkbookDesign {
  return { ...design, sheets: design.sheets.map(olderSheet) }
}

function olderSheet(sheet: SheetDesign): SheetDesign {
  if (sheet.name === templateTables.begroting.sheet) return withoutColumns(sheet)
  if (sheet.name === codesSheet) return withoutLists(sheet)
  if (sheet.visibility !== 'veryHidden') return sheet
  const row = sheet.cells.find(({ value }) => value === 'templateVersion')?.row
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row === row && cell.column === 1 ? { ...cell, value: 1 } : cell)),
  }
}

/** The three columns stand side by side, so that what is right of them moves three to the left. */
function withoutColumns(sheet: SheetDesign): SheetDesign {
  const [table] = sheet.tables
  if (table === undefined) throw new Error('The sheet Begroting has a table.')
  const first = table.columns.findIndex(({ heading }) => heading === laterColumns[0])
  const gone = (column: number) => column >= first && column < first + laterColumns.length
  const moved = (column: number) => (column < first ? column : column - laterColumns.length)
  return {
    ...sheet,
    cells: sheet.cells.flatMap((cell): CellDesign[] =>
      gone(cell.column) ? [] : [{ ...cell, column: moved(cell.column) }],
    ),
    tables: [
      {
        ...table,
        area: { ...table.area, right: table.area.right - laterColumns.length },
        columns: table.columns.filter((_column, index) => !gone(index)),
      },
    ],
    validations: sheet.validations.filter(({ area }) => !gone(area.left)),
    conditionalFormats: [],
  }
}

function withoutLists(sheet: SheetDesign): SheetDesign {
  const gone = sheet.tables.filter(({ name }) => laterLists.has(name))
  const isGone = (column: number) => gone.some(({ area }: TableDesign) => column >= area.left && column <= area.right)
  return {
    ...sheet,
    cells: sheet.cells.filter(({ column }) => !isGone(column)),
    tables: sheet.tables.filter((table) => !gone.includes(table)),
  }
}
