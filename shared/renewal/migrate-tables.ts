/** The tables of a new workbook with the cells of an older one in them, own columns of people included. */
import { type AreaWorkbook, type TableId, tableIds } from '#shared/model/index.ts'
import type { CellDesign, SheetDesign, TableDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { deviationsTable } from '#shared/workbook/deviations-sheet.ts'
import { findTable, placeColumns } from '#shared/workbook/find-table.ts'
import type { Area, SheetGrid, WorkbookGrid } from '#shared/workbook/grid.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { fieldReader } from '#shared/workbook/read-field.ts'
import {
  findingsColumn,
  firstBodyRow,
  headingRow,
  statusColumn,
  templateColumns,
  templateTables,
  tokenColumn,
} from '#shared/workbook/tables.ts'
import { eurosPerUnit } from '#shared/workbook/unit.ts'
import { type CarriedCells, type CarriedColumn, carryCells } from './carry-cells.ts'
import type { LeftBehind } from './left-behind.ts'

/** `tokens`: what to write in place of a token. */
export function withTablesOf(
  design: WorkbookDesign,
  grid: WorkbookGrid,
  workbook: AreaWorkbook,
  tokens: ReadonlyMap<string, string>,
): { readonly design: WorkbookDesign; readonly left: readonly LeftBehind[] } {
  const carried = [
    ...tableIds.flatMap((table) => carriedTable(grid, workbook, table) ?? []),
    ...deviations(grid, design),
  ]
  const bySheet = new Map(carried.map((one) => [one.target, one]))
  const sheets = design.sheets.map((sheet) => {
    const one = bySheet.get(sheet.name)
    return one === undefined ? sheet : withCells(sheet, one, tokens)
  })
  return { design: { ...design, sheets }, left: carried.flatMap(leftOf) }
}

interface CarriedTable {
  /** Sheets in the new and in the old workbook. */
  readonly target: string
  readonly source: string
  readonly carried: CarriedCells
  readonly ownHeadings: readonly string[]
  readonly tokenAt: number | undefined
}

function carriedTable(grid: WorkbookGrid, { budget, unit }: AreaWorkbook, table: TableId): CarriedTable | undefined {
  const { found } = findTable(grid, table)
  if (found === null) return undefined
  const euros = eurosPerUnit(table, unit)
  const { byId } = placeColumns(found, budget.year)
  const columns = templateColumns(table, budget.year)
  const ours = columns.flatMap(({ id, field }, to): readonly CarriedColumn[] => {
    const from = byId.get(id)
    if (from === undefined || id === statusColumn || id === findingsColumn) return []
    return [
      field === undefined
        ? { from, to }
        : { from, to, field, read: fieldReader(field, { budgetYear: budget.year, euros }) },
    ]
  })
  const own = ownColumns(found.headings, found.body.left, new Set(byId.values()), columns.length)
  return {
    target: templateTables[table].sheet,
    source: found.sheet.name,
    carried: carryCells(found.sheet, found.body, [...ours, ...own.columns], firstBodyRow, euros),
    ownHeadings: own.headings,
    tokenAt: columns.findIndex(({ id }) => id === tokenColumn),
  }
}

/** Columns that people added themselves, to the right of the template's. */
function ownColumns(headings: readonly string[], left: number, taken: ReadonlySet<number>, firstFree: number) {
  const own = headings.flatMap((heading, offset) =>
    taken.has(left + offset) ? [] : [{ heading, from: left + offset }],
  )
  return {
    headings: own.map(({ heading }) => heading),
    columns: own.map(({ from }, at): CarriedColumn => ({ from, to: firstFree + at })),
  }
}

function deviations(grid: WorkbookGrid, design: WorkbookDesign): readonly CarriedTable[] {
  const made = design.sheets.find(({ tables }) => tables.some(({ name }) => name === deviationsTable))
  const old = placeNamed(grid, deviationsTable)
  const table = made?.tables[0]
  if (made === undefined || table === undefined || old === undefined) return []
  const wanted = new Map(table.columns.map(({ heading }, to) => [comparableHeading(heading), to]))
  const ours = old.headings.flatMap((heading, offset): readonly CarriedColumn[] => {
    const to = wanted.get(comparableHeading(heading))
    return to === undefined ? [] : [{ from: old.body.left + offset, to }]
  })
  const own = ownColumns(old.headings, old.body.left, new Set(ours.map(({ from }) => from)), table.columns.length)
  const carried = carryCells(old.sheet, old.body, [...ours, ...own.columns], firstBodyRow, 1)
  return [{ target: made.name, source: old.sheet.name, carried, ownHeadings: own.headings, tokenAt: undefined }]
}

function placeNamed(
  grid: WorkbookGrid,
  name: string,
): { readonly sheet: SheetGrid; readonly body: Area; readonly headings: readonly string[] } | undefined {
  for (const sheet of grid.sheets) {
    const place = sheet.tables.find((table) => table.name.toLowerCase() === name.toLowerCase())
    if (place) return { sheet, headings: place.headings, body: { ...place.area, top: place.area.top + 1 } }
  }
  return undefined
}

/** Below the carried rows the template's own empty rows stay, with their formulas. */
function withCells(sheet: SheetDesign, one: CarriedTable, tokens: ReadonlyMap<string, string>): SheetDesign {
  const { cells, rowCount } = one.carried
  const end = firstBodyRow + rowCount
  const kept = sheet.cells.filter(({ row }) => row < firstBodyRow || row >= end)
  const carried = cells.map((cell): CellDesign => {
    const token = cell.column === one.tokenAt ? tokens.get(String(cell.value)) : undefined
    return token === undefined ? cell : { ...cell, value: token }
  })
  const own = one.ownHeadings.map((heading) => ({ heading, style: 'locked' as const, widthChars: 16 }))
  return {
    ...sheet,
    cells: [...kept, ...carried],
    tables: sheet.tables.map(
      (table): TableDesign => ({
        ...table,
        area: {
          ...table.area,
          bottom: Math.max(table.area.bottom, headingRow + rowCount),
          right: table.area.right + own.length,
        },
        columns: [...table.columns, ...own],
      }),
    ),
  }
}

function leftOf({ source, carried }: CarriedTable): readonly LeftBehind[] {
  const { valuesOfFormulas, asText } = carried
  return [
    ...(valuesOfFormulas.length === 0
      ? []
      : [{ kind: 'formulas' as const, sheet: source, addresses: valuesOfFormulas }]),
    ...(asText.length === 0 ? [] : [{ kind: 'as-text' as const, sheet: source, addresses: asText }]),
  ]
}
