/**
 * What a file of ours does not tell when it is read: styles, widths, rules and conditional formats. They follow from the
 * template, laid over the tables and sheets as they stand in this file.
 */
import type { Reference } from '#shared/model/index.ts'
import type { CellDesign, SheetDesign, TableDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import type { Area, SheetGrid, TablePlace, WorkbookGrid } from '#shared/workbook/grid.ts'
import { templateDesign, type WorkbookState } from '#shared/workbook/index.ts'

/** The template of this workbook's budget with tables of the file's size in the file's place; its cells give styles only. */
export function templateLooks(grid: WorkbookGrid, state: WorkbookState, reference: Reference): readonly SheetDesign[] {
  const { sheets } = templateOf(state, reference)
  return sheets.flatMap((sheet) => {
    const found = grid.sheets.find(({ name }) => name === sheet.name)
    return found === undefined ? [] : [sheetLooks(sheet, found)]
  })
}

function templateOf(state: WorkbookState, reference: Reference): WorkbookDesign {
  const { workbookId, areaCode, year, version, templateVersion } = state
  return templateDesign({
    budget: { areaCode, year, version },
    state: 'concept',
    reference,
    templateVersion,
    workbookId,
    rows: {},
    controlTotals: null,
    head: null,
    known: [],
  })
}

interface Move {
  readonly table: TableDesign
  readonly place: TablePlace
}

function sheetLooks(sheet: SheetDesign, found: SheetGrid): SheetDesign {
  const moves = sheet.tables.flatMap((table): readonly Move[] => {
    const place = found.tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase())
    return place === undefined ? [] : [{ table, place }]
  })
  const placed = <Piece extends { readonly area: Area }>(pieces: readonly Piece[]) =>
    pieces.flatMap((piece) => {
      const move = moves.find(({ table }) => isWithin(piece.area, table.area))
      if (move === undefined) return sheet.tables.length === 0 ? [piece] : []
      const area = movedArea(piece.area, move.table, move.place)
      return area === undefined ? [] : [{ ...piece, area }]
    })
  return {
    ...sheet,
    cells: sheet.cells.flatMap((cell) => placedCell(cell, sheet, moves)),
    tables: moves.map(({ table, place }) => movedTable(table, place)),
    validations: placed(sheet.validations),
    conditionalFormats: placed(sheet.conditionalFormats),
  }
}

/** Above tables cells stand where the template has them; a cell of a table with a style of its own moves with its column. */
function placedCell(cell: CellDesign, { tables }: SheetDesign, moves: readonly Move[]): readonly CellDesign[] {
  const { row, column } = cell
  if (tables.every(({ area }) => row < area.top)) return [cell]
  const move = moves.find(
    ({ table: { area } }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
  )
  if (move === undefined || cell.style === undefined) return []
  const area = movedArea({ top: row, bottom: row, left: column, right: column }, move.table, move.place)
  return area === undefined || area.bottom > move.place.area.bottom
    ? []
    : [{ ...cell, row: area.top, column: area.left }]
}

/** A column that a person added looks like plain text. */
function movedTable({ name, columns }: TableDesign, { area, headings }: TablePlace): TableDesign {
  return {
    name,
    area,
    columns: headings.map(
      (heading) => columns.find((column) => column.heading === heading) ?? { heading, style: 'text', widthChars: 14 },
    ),
  }
}

/** Where the rule of a column of the template belongs now; undefined when that column is gone. */
function movedArea(area: Area, table: TableDesign, place: TablePlace): Area | undefined {
  const left = movedColumn(area.left, table, place)
  const right = movedColumn(area.right, table, place)
  if (left === undefined || right === undefined) return undefined
  const rows = place.area.top - table.area.top
  return { top: area.top + rows, bottom: area.bottom + rows, left, right }
}

function movedColumn(column: number, table: TableDesign, place: TablePlace): number | undefined {
  const heading = table.columns[column - table.area.left]?.heading
  const index = place.headings.indexOf(heading ?? '')
  return index < 0 ? undefined : place.area.left + index
}

/** Rules reach further down than the table: they hold for all rows that it may get. */
function isWithin(area: Area, table: Area): boolean {
  return area.left >= table.left && area.right <= table.right && area.top > table.top
}
