/** Reads the sheets of the template from the open workbook. Two syncs for a workbook of a usual size. */
import type { SheetGrid, TablePlace, WorkbookGrid } from '#shared/workbook/grid.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { type Box, boxMembers, boxOf, cellCount, isSameName, sheetCellsMax } from './box.ts'
import { askHidden, type HiddenQuestion, nothingAsked } from './hidden-parts.ts'
import { Layers, type Reading } from './layers.ts'
import { planSheet } from './plan-reading.ts'
import { readPieces } from './read-pieces.ts'
import { secondLook } from './second-look.ts'
import { sheetGrid } from './sheet-grid.ts'
import { type Survey, survey, type SurveyedSheet, type SurveyedTable } from './survey.ts'
import { rowTables } from './template-names.ts'

/** Throws `too-large` with the sheet's name. */
export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookGrid> {
  const found = await survey(context)
  return { sheets: await readSheets(context, found, found.sheets), names: found.names }
}

/** The grid with the named sheets read anew, and without those that are gone. */
export async function rereadWorkbook(
  context: Excel.RequestContext,
  grid: WorkbookGrid,
  names: readonly string[],
): Promise<WorkbookGrid> {
  const found = await survey(context)
  const kept = (sheet: SurveyedSheet) =>
    names.some((name) => isSameName(name, sheet.name)) ? undefined : grid.sheets.find(({ name }) => name === sheet.name)
  const read = await readSheets(
    context,
    found,
    found.sheets.filter((sheet) => kept(sheet) === undefined),
  )
  const sheets = found.sheets.flatMap((sheet) => kept(sheet) ?? read.filter(({ name }) => name === sheet.name))
  return { sheets, names: found.names }
}

async function readSheets(
  context: Excel.RequestContext,
  found: Survey,
  sheets: readonly SurveyedSheet[],
): Promise<readonly SheetGrid[]> {
  const tooLarge = sheets.find(({ used }) => used !== null && cellCount(used) > sheetCellsMax)
  if (tooLarge !== undefined) throw new WorkbookError('too-large', tooLarge.name)
  const tablesOn = (sheet: SurveyedSheet) => found.tables.filter((table) => table.sheet === sheet.name)
  // Sheets without a cell ask nothing.
  let asked: readonly Asked[] = sheets.map((sheet) => ({ sheet, tables: [], hidden: nothingAsked }))
  const reading: Reading = new Map()
  const pieces = sheets.flatMap((sheet) => planSheet(sheet, tablesOn(sheet)))
  await readPieces(context, pieces, reading, () => {
    asked = sheets.map((sheet) => ask(context, sheet, tablesOn(sheet)))
  })
  const open = sheets.flatMap((sheet) => secondLook(sheet, layersIn(reading, sheet.name)))
  await readPieces(context, open, reading)
  const grids: SheetGrid[] = []
  for (const { sheet, tables, hidden } of asked) {
    const layers = layersIn(reading, sheet.name)
    const places = tables.map(({ table, range }) => placeOf(table, table.box ?? boxOf(range), layers))
    grids.push(sheetGrid(sheet, layers, { ...(await hidden.hiddenIn(context)), tables: places }))
  }
  return grids
}

interface Asked {
  readonly sheet: SurveyedSheet
  readonly tables: readonly { readonly table: SurveyedTable; readonly range: Excel.Range }[]
  /** Only about the synchronised tables. */
  readonly hidden: HiddenQuestion
}

function ask(context: Excel.RequestContext, sheet: SurveyedSheet, tables: readonly SurveyedTable[]): Asked {
  const ranges = tables.map((table) => {
    const range = context.workbook.tables.getItem(table.name).getRange()
    if (table.box === null) range.load(boxMembers)
    return { table, range }
  })
  const rows = tables.flatMap((table) => (isRowTable(table) && table.box !== null ? [table.box] : []))
  return { sheet, tables: ranges, hidden: askHidden(context.workbook.worksheets.getItem(sheet.name), rows) }
}

function isRowTable({ name }: SurveyedTable): boolean {
  return rowTables.some((own) => isSameName(own, name))
}

function layersIn(reading: Reading, sheet: string): Layers {
  return reading.get(sheet) ?? new Layers()
}

/** A table whose header row a person switched off is given the row above it, as in a file. */
function placeOf(table: SurveyedTable, box: Box, layers: Layers): TablePlace {
  const hasHeader = table.headings.every(
    (heading, offset) => String(layers.valueAt(box.row, box.column + offset)) === heading,
  )
  const top = hasHeader || box.row === 0 ? box.row : box.row - 1
  return {
    name: table.name,
    area: { top, left: box.column, bottom: box.row + box.rows - 1, right: box.column + box.columns - 1 },
    headings: table.headings,
    hasTotalsRow: table.hasTotalsRow,
  }
}
