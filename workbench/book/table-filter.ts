/** Filters of tables: rows that do not pass are hidden. */
import type { BookTable } from './book.ts'
import { displayText } from './notation/display-text.ts'
import type { BookParts } from './parts.ts'
import { refuseProtected } from './protection.ts'
import { cellsOf } from './state.ts'
import { sheetById, withHiddenRows, withSheet, withTable } from './structure.ts'

/** Lets through the rows whose cell in this column shows one of the texts; null lets all through. */
export function filterTable(
  parts: BookParts,
  table: BookTable,
  column: number,
  texts: ReadonlySet<string> | null,
): void {
  refuseProtected(parts, table.sheet)
  const filters = new Map(table.filters)
  if (texts === null) filters.delete(column)
  else filters.set(column, new Set(texts))
  parts.calculation.calculate()
  hideRows(
    parts,
    table,
    bodyRows(table).filter((row) => !passes(parts, table, filters, row)),
  )
  parts.edits.putStructure(withTable(parts.state.structure, table.id, { filters }))
}

/** The rows between the headings and the totals. */
export function bodyRows({ box, hasTotalsRow }: BookTable): readonly number[] {
  return Array.from({ length: box.rows - (hasTotalsRow ? 2 : 1) }, (_, index) => box.row + 1 + index)
}

/** Rows that the table's filters hid come back. */
export function showAllRows(parts: BookParts, table: BookTable): void {
  if (table.filters.size > 0) hideRows(parts, table, [])
}

function passes(
  { state, calculation }: BookParts,
  { sheet, box }: BookTable,
  filters: BookTable['filters'],
  row: number,
): boolean {
  return [...filters].every(([column, texts]) => {
    const { numberFormat } = cellsOf(state, sheet).style(row, box.column + column)
    return texts.has(displayText(calculation.value(sheet, row, box.column + column), numberFormat))
  })
}

/** Of the rows of this table exactly these are hidden by a filter. */
function hideRows({ state, edits }: BookParts, table: BookTable, hidden: readonly number[]): void {
  const { filteredRows } = sheetById(state.structure, table.sheet)
  const own = new Set(bodyRows(table))
  const others = [...filteredRows].filter((row) => !own.has(row))
  edits.putStructure(
    withSheet(state.structure, table.sheet, (sheet) =>
      withHiddenRows(sheet, { filteredRows: new Set([...others, ...hidden]) }),
    ),
  )
}
