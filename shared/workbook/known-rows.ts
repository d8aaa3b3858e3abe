/** Rows that an earlier reading of the same workbook gave, for those of which no cell changed since. */
import type { Cell } from '#shared/cells/index.ts'
import type { AreaWorkbook, PlacedRow, ReadingIssue, TableId } from '#shared/model/index.ts'
import type { WorkbookGrid } from './grid.ts'

/** What was read, and from what. */
export interface EarlierReading {
  readonly grid: WorkbookGrid
  readonly workbook: AreaWorkbook
}

export interface KnownRow<Table extends TableId> {
  readonly row: PlacedRow<Table>
  readonly issues: readonly ReadingIssue[]
}

type Cells = readonly (Cell | undefined)[]

/** Gives the row that was read before from the same cells at the same place; undefined when it is to be read. */
export type KnownRows<Table extends TableId> = (gridRow: number, cells: Cells) => KnownRow<Table> | undefined

/** Where the columns stand elsewhere, or amounts mean something else, nothing is known. */
export function knownRows<Table extends TableId>(
  table: Table,
  sheetName: string,
  byId: ReadonlyMap<string, number>,
  scale: { readonly year: number; readonly unit: AreaWorkbook['unit'] },
  before: EarlierReading | null,
): KnownRows<Table> {
  const placed = before?.workbook.columns[table]
  const sheet = before?.grid.sheets.find((candidate) => candidate.name === sheetName)
  if (before === null || sheet === undefined || placed?.sheet !== sheetName) return nothing
  const { unit, budget } = before.workbook
  if (unit !== scale.unit || budget.year !== scale.year || !isSameMap(placed.byField, byId)) return nothing
  const rows = new Map(before.workbook.rows[table].map((row) => [row.gridRow, row]))
  const issues = Map.groupBy(
    before.workbook.readingIssues.filter((issue) => issue.table === table),
    ({ gridRow }) => gridRow,
  )
  return (gridRow, cells) => {
    const row = rows.get(gridRow)
    const cellsBefore = sheet.rows[gridRow]
    if (row === undefined || cellsBefore === undefined || !isSameCells(cellsBefore, cells)) return undefined
    return { row, issues: issues.get(gridRow) ?? [] }
  }
}

function nothing(): undefined {
  return undefined
}

function isSameCells(a: Cells, b: Cells): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let column = 0; column < a.length; column++) if (!isSameCell(a[column], b[column])) return false
  return true
}

function isSameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.kind !== b.kind) return false
  if (a.kind === 'empty' || b.kind === 'empty') return true
  return a.value === b.value && (!isFormatted(a) || !isFormatted(b) || isSameFormat(a, b))
}

type Formatted = Extract<Cell, { numberFormat?: string }>

function isFormatted(cell: Cell): cell is Formatted {
  return cell.kind === 'number' || cell.kind === 'text'
}

function isSameFormat(a: Formatted, b: Formatted): boolean {
  return a.numberFormat === b.numberFormat && a.dateSystem === b.dateSystem
}

function isSameMap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  if (a.size !== b.size) return false
  for (const [key, value] of a) if (b.get(key) !== value) return false
  return true
}
