/**
 * Finds the synchronised tables in a workbook: by the name of the Excel table on whatever sheet it stands, or, when
 * somebody made a plain range of it, by its headings on the sheet that bears the template's name.
 */
import type { Cell } from '#shared/cells/index.ts'
import { fieldsByTable, type GridIssue, type TableId } from '#shared/model/index.ts'
import type { Area, SheetGrid, WorkbookGrid } from './grid.ts'
import { comparableHeading } from './headings.ts'
import { type TemplateColumn, templateColumns, templateTables, tokenColumn } from './tables.ts'

/** A table's place: headings as they stand there, and its body without heading row and Excel's own totals row. */
export interface FoundTable {
  readonly table: TableId
  /** As the workbook writes it; capitals may differ from the template. */
  readonly name: string
  readonly sheet: SheetGrid
  readonly headings: readonly string[]
  readonly body: Area
  /** No Excel table any more: it has no end, and it does not grow by itself. */
  readonly isRange: boolean
  readonly hasTotalsRow: boolean
}

/** Rows at the top of a sheet in which the headings of a former table are looked for. */
const headingRowsMax = 100

/** The table, if there is one, and what is wrong with how it stands there. */
export function findTable(
  grid: WorkbookGrid,
  table: TableId,
): { found: FoundTable | null; issues: readonly GridIssue[] } {
  const { name } = templateTables[table]
  const [first, ...others] = placesNamed(grid, table)
  const found = first ?? findRange(grid, table)
  const missing: readonly GridIssue[] = first === undefined ? [{ kind: 'missing-table', table, name }] : []
  const doubled = others.map((other): GridIssue => ({ kind: 'duplicate-table', table, name, sheet: other.sheet.name }))
  return { found, issues: [...missing, ...doubled] }
}

/** Where each column of the template stands, by id, and what is missing or doubled among the headings. */
export function placeColumns(
  found: FoundTable,
  budgetYear: number,
): { byId: ReadonlyMap<string, number>; issues: readonly GridIssue[] } {
  const placed = new Map<string, number[]>()
  found.headings.forEach((heading, offset) => {
    const key = comparableHeading(heading)
    placed.set(key, [...(placed.get(key) ?? []), found.body.left + offset])
  })
  const byId = new Map<string, number>()
  const issues: GridIssue[] = []
  for (const column of templateColumns(found.table, budgetYear)) {
    const [place, ...others] = placed.get(comparableHeading(column.heading)) ?? []
    if (place !== undefined && others.length === 0) byId.set(column.id, place)
    else if (isNeeded(column)) {
      const kind = place === undefined ? 'missing-column' : 'duplicate-column'
      issues.push({ kind, table: found.table, sheet: found.sheet.name, heading: column.heading })
    }
  }
  return { byId, issues }
}

/** The columns that the add-in computes may be thrown away: they come back by themselves. */
function isNeeded(column: TemplateColumn): boolean {
  return column.field !== undefined || column.id === tokenColumn
}

/** The one on the template's own sheet comes first: a copy of the sheet is not the table that people work in. */
function placesNamed(grid: WorkbookGrid, table: TableId): readonly FoundTable[] {
  const template = templateTables[table]
  const places = grid.sheets.flatMap((sheet) =>
    sheet.tables
      .filter((place) => place.name.toLowerCase() === template.name.toLowerCase())
      .map(({ name, area, headings, hasTotalsRow }): FoundTable => {
        const body = { ...area, top: area.top + 1, bottom: hasTotalsRow ? area.bottom - 1 : area.bottom }
        return { table, name, sheet, headings, body, isRange: false, hasTotalsRow }
      }),
  )
  const isAtHome = ({ sheet }: FoundTable) => comparableHeading(sheet.name) === comparableHeading(template.sheet)
  return [...places.filter(isAtHome), ...places.filter((place) => !isAtHome(place))]
}

function findRange(grid: WorkbookGrid, table: TableId): FoundTable | null {
  const home = comparableHeading(templateTables[table].sheet)
  const sheet = grid.sheets.find((candidate) => comparableHeading(candidate.name) === home)
  if (sheet === undefined) return null
  // The amount columns have a heading for each budget year, which is not known here.
  const headings = fieldsByTable[table].map(({ heading }) => comparableHeading(heading))
  const wanted = new Set(headings.filter((heading) => heading !== ''))
  let best: { row: number; columns: readonly number[] } = { row: -1, columns: [] }
  for (let row = 0; row < Math.min(sheet.rows.length, headingRowsMax); row++) {
    const cells = sheet.rows[row] ?? []
    const columns = [...cells.keys()].filter((column) => wanted.has(comparableHeading(headingText(cells[column]))))
    if (columns.length > best.columns.length) best = { row, columns }
  }
  // Half of the headings in one row is no chance; fewer is another table.
  return best.columns.length * 2 >= wanted.size ? rangeBelow(table, sheet, best.row) : null
}

/** Everything below the headings belongs to a range, to the end of the sheet: it has no other end. */
function rangeBelow(table: TableId, sheet: SheetGrid, row: number): FoundTable {
  const cells = sheet.rows[row] ?? []
  const texts = Array.from(cells, headingText)
  const left = texts.findIndex((text) => text.trim() !== '')
  const right = texts.findLastIndex((text) => text.trim() !== '')
  return {
    table,
    name: templateTables[table].name,
    sheet,
    headings: texts.slice(left, right + 1),
    body: { top: row + 1, left, bottom: Math.max(sheet.rows.length - 1, row), right },
    isRange: true,
    hasTotalsRow: false,
  }
}

/** A heading such as 2023 may be a number cell in a range. */
function headingText(cell: Cell | undefined): string {
  return cell?.kind === 'text' || cell?.kind === 'number' ? String(cell.value) : ''
}
