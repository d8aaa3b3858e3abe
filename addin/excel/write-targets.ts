/** What stands in the way of a write, before anything is written: sheets and tables that are gone, protected, filtered or full. */
import type { GuardedEdit } from '../ports/workbook.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { type Box, boxMembers, boxOf } from './box.ts'

/** A table that must reach further down. */
export interface Growth {
  readonly sheet: string
  readonly table: string
  /** Where it stands now, heading row included. */
  readonly box: Box
  /** The rows that it gets, across its columns. */
  readonly added: Box
}

/** Throws WorkbookError with the sheet or table. One sync. */
export async function findTargets(
  context: Excel.RequestContext,
  edits: readonly GuardedEdit[],
): Promise<readonly Growth[]> {
  const sheets = edits.map(({ sheet: name }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name)
    sheet.load('name,protection/protected')
    return { name, sheet }
  })
  const tables = edits.flatMap(({ sheet, tables: growing = [] }) =>
    growing.map(({ name, bottom }) => {
      const table = context.workbook.tables.getItemOrNullObject(name)
      const range = table.getRange()
      table.load('showTotals,autoFilter/isDataFiltered')
      range.load(boxMembers)
      return { name, sheet, bottom, table, range }
    }),
  )
  await context.sync()
  for (const { name, sheet } of sheets) {
    if (sheet.isNullObject) throw new WorkbookError('missing-sheet', name)
    if (sheet.protection.protected) throw new WorkbookError('protected', name)
  }
  return tables.flatMap(({ name, sheet, bottom, table, range }) => {
    if (table.isNullObject) throw new WorkbookError('missing-table', name)
    const box = boxOf(range)
    const rows = bottom - (box.row + box.rows - 1)
    if (rows <= 0) return []
    if (table.autoFilter.isDataFiltered) throw new WorkbookError('filtered', name)
    if (table.showTotals) throw new WorkbookError('no-room', name)
    return [{ sheet, table: name, box, added: { ...box, row: box.row + box.rows, rows } }]
  })
}
