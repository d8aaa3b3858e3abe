/** Which rows and columns of tables are hidden: their totals may hide amounts that nobody sees (rule GB-105). */
import type { Box } from './box.ts'

export interface HiddenParts {
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

/** Excel says for many rows at once whether all, none or some are hidden; where some are, a smaller part is asked for. */
const bandRows = [512, 32, 1]

/** What was asked about the tables of a sheet; `hiddenIn` gives the answer after the next sync, with more syncs when rows are hidden. */
export interface HiddenQuestion {
  readonly hiddenIn: (context: Excel.RequestContext) => Promise<HiddenParts>
}

export const nothingAsked: HiddenQuestion = {
  hiddenIn: () => Promise.resolve({ hiddenRows: new Set(), hiddenColumns: new Set() }),
}

/** Asked together with the cells, so that a table without hidden rows costs no sync. */
export function askHidden(sheet: Excel.Worksheet, tables: readonly Box[]): HiddenQuestion {
  const columns = tables.flatMap((table) =>
    Array.from({ length: table.columns }, (_, offset) => {
      const column = table.column + offset
      const range = sheet.getRangeByIndexes(table.row, column, 1, 1)
      range.load('columnHidden')
      return { column, range }
    }),
  )
  const first = askRows(sheet, tables, 0)
  return {
    hiddenIn: async (context) => ({
      hiddenColumns: new Set(columns.filter(({ range }) => range.columnHidden).map(({ column }) => column)),
      hiddenRows: await findRows(context, sheet, first),
    }),
  }
}

interface Rows {
  readonly row: number
  readonly rows: number
}
type AskedRows = Rows & { readonly range: Excel.Range }

function askRows(sheet: Excel.Worksheet, spans: readonly Rows[], level: number): readonly AskedRows[] {
  const size = bandRows[level] ?? 1
  return spans.flatMap(({ row, rows }) =>
    Array.from({ length: Math.ceil(rows / size) }, (_, index) => {
      const part = { row: row + index * size, rows: Math.min(size, rows - index * size) }
      const range = sheet.getRangeByIndexes(part.row, 0, part.rows, 1)
      range.load('rowHidden')
      return { ...part, range }
    }),
  )
}

async function findRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  first: readonly AskedRows[],
): Promise<ReadonlySet<number>> {
  const hidden = new Set<number>()
  let asked = first
  for (let level = 0; asked.length > 0; level++) {
    const mixed: AskedRows[] = []
    for (const part of asked) {
      const isHidden: boolean | null = part.range.rowHidden
      if (isHidden === null) mixed.push(part)
      else if (isHidden) for (let offset = 0; offset < part.rows; offset++) hidden.add(part.row + offset)
    }
    if (mixed.length === 0) break
    asked = askRows(sheet, mixed, level + 1)
    await context.sync()
  }
  return hidden
}
