/** The column Bevindingen and the conditional formats that go by it, as they stand in the open workbook now. */
import { rowsPerTableMax } from '#shared/model/index.ts'
import { columnLetters } from '#shared/workbook/grid.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { beginsWithWord, wordAskedBy } from '#shared/workbook/mark-words.ts'
import { type Box, boxMembers, boxOf, isSameName } from './box.ts'
import { findingsHeading, rowTables } from './template-names.ts'

export interface MarkedTable {
  readonly sheet: string
  /** Cells of the column, below the heading and above a totals row. */
  readonly column: Box
  readonly texts: readonly string[]
  /** Rows that the table may ever have, across its columns: what the conditional formats are for. */
  readonly body: Box
  readonly formats: readonly { readonly word: string; readonly format: Excel.ConditionalFormat }[]
  readonly isProtected: boolean
}

/** The tables with a column for findings. Two syncs. */
export async function markedTables(context: Excel.RequestContext): Promise<readonly MarkedTable[]> {
  const { tables, worksheets } = context.workbook
  tables.load('items/name,items/showTotals,items/worksheet/name,items/columns/items/name')
  await context.sync()
  const found = tables.items.flatMap((table) => {
    const offset = table.columns.items.findIndex(({ name }) => comparableHeading(name) === findingsHeading)
    if (offset < 0 || !rowTables.some((name) => isSameName(name, table.name))) return []
    const sheet = worksheets.getItem(table.worksheet.name)
    const range = table.getRange()
    const column = range.getColumn(offset)
    sheet.load('name,protection/protected')
    range.load(boxMembers)
    column.load(`values,${boxMembers}`)
    column.conditionalFormats.load('items/type,items/customOrNullObject/rule/formula')
    return [{ sheet, range, column, footer: table.showTotals ? 1 : 0 }]
  })
  if (found.length > 0) await context.sync()
  return found.map(({ sheet, range, column, footer }) => {
    const place = boxOf(column)
    const rows = place.rows - 1 - footer
    const values: readonly (readonly unknown[])[] = column.values
    return {
      sheet: sheet.name,
      column: { ...place, row: place.row + 1, rows },
      texts: values.slice(1, rows + 1).map((cells) => String(cells[0] ?? '')),
      body: { ...boxOf(range), row: place.row + 1, rows: rowsPerTableMax },
      formats: column.conditionalFormats.items.flatMap((format) => {
        const word = wordOf(format)
        return word === undefined ? [] : [{ word, format }]
      }),
      isProtected: sheet.protection.protected,
    }
  })
}

/** The formula of a conditional format, without `=`: whether the text of the row begins with the word. */
export function markFormula({ column, body }: Pick<MarkedTable, 'column' | 'body'>, word: string): string {
  return beginsWithWord(`$${columnLetters(column.column)}${body.row + 1}`, word)
}

/** Undefined for a conditional format that a person made. */
function wordOf({ type, customOrNullObject }: Excel.ConditionalFormat): string | undefined {
  if (type !== 'Custom' || customOrNullObject.isNullObject) return undefined
  return wordAskedBy(customOrNullObject.rule.formula)
}
