/** A draft as the bytes of an .xlsx file. What the writer has no words for is put into the parts of the file afterwards. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fieldsByTable, type TableId, tableIds } from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { coverFields, coverSheet, valueColumn } from '#shared/workbook/cover-layout.ts'
import { cellAddress } from '#shared/workbook/grid.ts'
import type { CellDesign, SheetDesign, WorkbookDesign } from '#shared/workbook/design.ts'
import { firstBodyRow, templateColumns, templateTables } from '#shared/workbook/tables.ts'
import { templateDesign } from '#shared/workbook/index.ts'
import { writeXlsx } from '../../xlsx/index.ts'
import type { Draft, TypedCell } from './draft.ts'

/** `workbookId`: two files with one id are copies of each other. */
export function draftFile(draft: Draft, workbookId: string): Uint8Array {
  const design = designOf(draft, workbookId)
  const parts = unzipSync(writeXlsx(design))
  for (const table of tableIds) {
    const index = design.sheets.findIndex(({ name }) => name === templateTables[table].sheet)
    const name = `xl/worksheets/sheet${index + 1}.xml`
    const part = parts[name]
    if (part !== undefined) parts[name] = strToU8(patchedSheet(draft, table, strFromU8(part)))
  }
  return zipSync(parts, { level: 1 })
}

function designOf(draft: Draft, workbookId: string): WorkbookDesign {
  const { controlTotals, rows } = draft
  const design = templateDesign({
    budget: { areaCode: draft.areaCode, year: draft.year, version: draft.version },
    state: 'concept',
    reference: draft.reference,
    templateVersion,
    workbookId,
    rows: Object.fromEntries(tableIds.map((table) => [table, rows[table].map((row) => ({ row, token: null }))])),
    controlTotals: controlTotals && { L: firstYear(controlTotals.L), B: firstYear(controlTotals.B) },
    head: null,
    known: [],
  })
  return { ...design, sheets: design.sheets.map((sheet) => damagedSheet(draft, sheet)) }
}

const firstYear = (cents: number) => [cents, null, null, null]

function damagedSheet(draft: Draft, sheet: SheetDesign): SheetDesign {
  if (sheet.name === coverSheet) {
    return { ...sheet, cells: sheet.cells.map((cell) => (isUnit(cell) ? { ...cell, value: draft.unit } : cell)) }
  }
  const table = tableIds.find((id) => templateTables[id].sheet === sheet.name)
  if (table === undefined) return sheet
  const typed = draft.typed.filter((cell) => cell.table === table && !isError(cell)).map((cell) => cellOf(draft, cell))
  const isTypedOver = ({ row, column }: CellDesign) => typed.some((cell) => cell.row === row && cell.column === column)
  const renamed = new Map(
    draft.renamed
      .filter((one) => one.table === table)
      .map(({ field, heading }) => [columnOf(draft, table, field), heading]),
  )
  return {
    ...sheet,
    cells: [...sheet.cells.filter((cell) => !isTypedOver(cell)), ...typed],
    tables: sheet.tables.map((design) => ({
      ...design,
      columns: design.columns.map((column, index) => ({ ...column, heading: renamed.get(index) ?? column.heading })),
    })),
  }
}

function isUnit({ row, column }: CellDesign): boolean {
  return row === coverFields.unit.row && column === valueColumn
}

function cellOf(draft: Draft, cell: TypedCell): CellDesign {
  const place = placeOf(draft, cell)
  if (typeof cell.content === 'string' && cell.content.startsWith('='))
    return { ...place, value: 1_000, formula: cell.content.slice(1) }
  return { ...place, value: cell.content }
}

const isError = ({ content }: TypedCell) => typeof content === 'string' && content.startsWith('#')

function placeOf(draft: Draft, { table, lineNumber, field }: Omit<TypedCell, 'content'>) {
  const index = draft.rows[table].findIndex((row) => row.lineNumber === lineNumber)
  if (index < 0) throw new Error(`No row ${lineNumber} in ${table}.`)
  return { row: firstBodyRow + index, column: columnOf(draft, table, field) }
}

function columnOf({ year }: Draft, table: TableId, field: string): number {
  const column = templateColumns(table, year).findIndex(({ id }) => id === field)
  if (column < 0)
    throw new Error(`No field ${field} in ${table}; it has ${fieldsByTable[table].map(({ id }) => id).join(', ')}.`)
  return column
}

/** Error values, hidden rows and merged cells, in the words of the file format (ECMA-376 part 1, 18.3.1). */
function patchedSheet(draft: Draft, table: TableId, xml: string): string {
  let patched = xml
  for (const cell of draft.typed.filter((one) => one.table === table && isError(one))) {
    const { row, column } = placeOf(draft, cell)
    const address = cellAddress(row, column)
    const error = `<c r="${address}" t="e"><v>${cell.content}</v></c>`
    patched = replaced(patched, new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`), error)
  }
  if (table !== 'begroting') return patched
  for (const lineNumber of draft.hidden) {
    const { row } = placeOf(draft, { table, lineNumber, field: 'lineNumber' })
    patched = replaced(patched, new RegExp(`<row r="${row + 1}"`), `<row r="${row + 1}" hidden="1"`)
  }
  const areas = draft.merged.map(({ field, from, to }) => {
    const first = placeOf(draft, { table, lineNumber: from, field })
    const last = placeOf(draft, { table, lineNumber: to, field })
    return `<mergeCell ref="${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)}"/>`
  })
  if (areas.length === 0) return patched
  const merges = `</sheetData><mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`
  return replaced(patched, /<\/sheetData>/, merges)
}

function replaced(xml: string, pattern: RegExp, text: string): string {
  if (!pattern.test(xml)) throw new Error(`The sheet has nothing like ${pattern.source}.`)
  return xml.replace(pattern, () => text)
}
