/** The workbook that a design describes, as it would be read back: for the workbench and tests, without a file between. */
import type { Cell } from '#shared/cells/index.ts'
import { type CellDesign, numberFormats, type SheetDesign, type StyleName, type WorkbookDesign } from './design.ts'
import { cellKey, type SheetGrid, type WorkbookGrid } from './grid.ts'

export function gridOfDesign(design: WorkbookDesign): WorkbookGrid {
  return {
    sheets: design.sheets.map(sheetGrid),
    names: new Map(design.names.map(({ name, refersTo }) => [name, refersTo])),
  }
}

function sheetGrid(sheet: SheetDesign): SheetGrid {
  const rows: (Cell | undefined)[][] = []
  const put = (row: number, column: number, cell: Cell) => {
    const cells = (rows[row] ??= [])
    cells[column] = cell
  }
  for (const cell of sheet.cells) put(cell.row, cell.column, cellOf(cell, cell.style ?? tableStyle(sheet, cell)))
  for (const { area, columns } of sheet.tables) {
    columns.forEach(({ heading }, offset) => put(area.top, area.left + offset, { kind: 'text', value: heading }))
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    formulas: new Map(
      sheet.cells.flatMap(({ row, column, formula }) =>
        formula === undefined ? [] : [[cellKey(row, column), formula] as const],
      ),
    ),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(
      sheet.tables.flatMap(({ area, columns }) =>
        columns.flatMap(({ isHidden }, offset) => (isHidden === true ? [area.left + offset] : [])),
      ),
    ),
    tables: sheet.tables.map(({ name, area, columns }) => ({
      name,
      area,
      headings: columns.map(({ heading }) => heading),
      hasTotalsRow: false,
    })),
  }
}

function cellOf({ value }: CellDesign, style: StyleName | undefined): Cell {
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value, numberFormat: numberFormats[style ?? 'locked'] }
    case 'string':
      return { kind: 'text', value }
    case 'boolean':
      return { kind: 'boolean', value }
    default:
      return { kind: 'empty' }
  }
}

/** A cell in a table without a style of its own has the style of its column. */
function tableStyle({ tables }: SheetDesign, { row, column }: CellDesign): StyleName | undefined {
  const table = tables.find(
    ({ area }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
  )
  return table?.columns[column - table.area.left]?.style
}
