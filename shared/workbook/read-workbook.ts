/** A grid of cells to an area's workbook: rows with their places, and everything that could not be read or looks odd. */
import {
  type AreaWorkbook,
  type GridIssue,
  type PlacedRow,
  type ReadingIssue,
  rowsPerTableMax,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { findTable, type FoundTable, placeColumns } from './find-table.ts'
import type { WorkbookGrid } from './grid.ts'
import { type EarlierReading, knownRows } from './known-rows.ts'
import { readControlTotals, readCover } from './read-cover.ts'
import { readReference } from './read-codes.ts'
import { readRows } from './read-rows.ts'
import { tableFacts } from './table-facts.ts'
import { eurosPerUnit } from './unit.ts'

/**
 * Reads any workbook and never throws: what is wrong comes back as issues, and a value that is not certain is not given.
 * Amounts are in cents of a euro, also when the cover says that the workbook counts in thousands. Where the cover does
 * not say which budget this is, `areaCode` and `version` are '' and `year` is that of the first amount column, else 0.
 * Reads the same whatever was read `before`; rows of which no cell changed since are then the same objects.
 */
export function readAreaWorkbook(grid: WorkbookGrid, before: EarlierReading | null = null): AreaWorkbook {
  const finds = tableIds.map((table) => findTable(grid, table))
  const missing = finds.flatMap(({ issues }) => issues)
  const cover = readCover(grid)
  const found = finds.flatMap((find) => find.found ?? [])
  if (!cover.isFound && found.length === 0) {
    return notOurs([{ kind: 'not-our-workbook', sheets: grid.sheets.map(({ name }) => name) }])
  }
  const year = cover.year ?? firstAmountYear(found) ?? 0
  const controls = readControlTotals(grid, year, cover.unit)
  const tables = readTables(found, year, cover.unit, before)
  return {
    budget: { areaCode: cover.areaCode ?? '', year, version: cover.version ?? '' },
    unit: cover.unit,
    controlTotals: controls.totals,
    rows: tables.rows,
    readingIssues: tables.readingIssues,
    gridIssues: [...cover.issues, ...controls.issues, ...missing, ...tables.gridIssues],
    columns: tables.columns,
    reference: readReference(grid),
  }
}

/** The year in the heading of the first amount column; undefined when there is none. */
function firstAmountYear(found: readonly FoundTable[]): number | undefined {
  const headings = found.find(({ table }) => table === 'begroting')?.headings ?? []
  const heading = headings.find((candidate) => /^\s*20\d\d\s*$/.test(candidate))
  return heading === undefined ? undefined : Number(heading)
}

type ReadTables = Pick<AreaWorkbook, 'rows' | 'readingIssues' | 'gridIssues' | 'columns'>

function readTables(
  finds: readonly FoundTable[],
  year: number,
  unit: AreaWorkbook['unit'],
  before: EarlierReading | null,
): ReadTables {
  const readingIssues: ReadingIssue[] = []
  const gridIssues: GridIssue[] = []
  const columns: Partial<Record<TableId, { sheet: string; byField: ReadonlyMap<string, number> }>> = {}
  const rows = {
    begroting: rowsOf('begroting'),
    inzet: rowsOf('inzet'),
    dekking: rowsOf('dekking'),
    besluiten: rowsOf('besluiten'),
    jaarplan: rowsOf('jaarplan'),
  }
  return { rows, readingIssues, gridIssues, columns }

  function rowsOf<Table extends TableId>(table: Table): readonly PlacedRow<Table>[] {
    const found = finds.find((find) => find.table === table)
    if (found === undefined) return []
    const { byId, issues } = placeColumns(found, year)
    const scale = { budgetYear: year, euros: eurosPerUnit(table, unit) }
    const known = knownRows(table, found.sheet.name, byId, { year, unit }, before)
    const read = readRows(table, found, byId, scale, known)
    columns[table] = { sheet: found.sheet.name, byField: byId }
    readingIssues.push(...read.issues)
    gridIssues.push(...issues, ...tableFacts(found, byId, read.rows))
    if (read.filledRows > rowsPerTableMax) {
      gridIssues.push({ kind: 'too-many-rows', table, sheet: found.sheet.name, rows: read.filledRows })
    }
    return read.rows
  }
}

function notOurs(gridIssues: readonly GridIssue[]): AreaWorkbook {
  return {
    budget: { areaCode: '', year: 0, version: '' },
    unit: 'euro',
    controlTotals: [],
    rows: { begroting: [], inzet: [], dekking: [], besluiten: [], jaarplan: [] },
    readingIssues: [],
    gridIssues,
    columns: {},
    reference: null,
  }
}
