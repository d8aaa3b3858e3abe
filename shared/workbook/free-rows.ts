/** Where new rows of a table go: its empty rows at the end, then the rows below it as far as nothing stands there. */
import { rowsPerTableMax } from '#shared/model/index.ts'
import type { FoundTable } from './find-table.ts'
import { cellKey } from './grid.ts'

/** As many rows as asked for, or fewer when there is no room: something below, a totals row, or 5,000 rows. */
export function rowsForNew(found: FoundTable, count: number): readonly number[] {
  const { body, isRange, hasTotalsRow } = found
  const rows: number[] = []
  for (let row = lastUsedRow(found) + 1; rows.length < count && row < body.top + rowsPerTableMax; row++) {
    const isBelow = row > body.bottom && !isRange
    if (isBelow && (hasTotalsRow || isUsed(found, row))) break
    rows.push(row)
  }
  return rows
}

/** The last row of the body in which anything stands, a token that was left behind included; else the heading row. */
function lastUsedRow(found: FoundTable): number {
  const { body, sheet } = found
  for (let row = Math.min(body.bottom, sheet.rows.length - 1); row >= body.top; row--) {
    if (isUsed(found, row)) return row
  }
  return body.top - 1
}

/** In a table a formula alone does not make a row used: the template puts one in its empty rows. */
function isUsed({ body, sheet }: FoundTable, row: number): boolean {
  const cells = sheet.rows[row]?.slice(body.left, body.right + 1) ?? []
  return cells.some((cell, offset) => {
    if (cell === undefined || cell.kind === 'empty') return false
    return row > body.bottom || !sheet.formulas.has(cellKey(row, body.left + offset))
  })
}
