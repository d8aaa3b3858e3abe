/** What follows when somebody writes in the heading row of a table. */
import type { BookTable, Box } from './book.ts'
import { overlaps } from './box.ts'
import { renamedColumns } from './formula/rename.ts'
import { headingSlot, headingsOf, properHeadings } from './headings.ts'
import type { BookParts } from './parts.ts'
import { rewriteFormulas } from './rewrite.ts'
import { cellsOf } from './state.ts'

/**
 * To be asked before cells are written, and its answer to be called after: makes the headings of every table that the box
 * touches proper texts again, and formulas that name a column follow its heading.
 */
export function headingRepair(parts: BookParts, sheet: string, box: Box): () => void {
  const tables = parts.state.structure.tables.filter(
    (table) => table.sheet === sheet && overlaps({ ...table.box, rows: 1 }, box),
  )
  const before = tables.map((table) => headingsOf(parts.state, sheet, table.box))
  return () => tables.forEach((table, index) => repair(parts, table, before[index] ?? []))
}

function repair(parts: BookParts, { name, sheet, box }: BookTable, before: readonly string[]): void {
  const { state, edits, lookup } = parts
  const cells = cellsOf(state, sheet)
  const slots = Array.from({ length: box.columns }, (_, column) => cells.slot(box.row, box.column + column))
  if (slots.some((slot) => slot?.kind === 'formula')) parts.calculation.calculate()
  const headings = properHeadings(headingsOf(state, sheet, box))
  const isProper = slots.every((slot, column) => slot?.kind === 'value' && slot.value === headings[column])
  if (!isProper) edits.putSlots(sheet, box.row, box.column, [headings.map(headingSlot)])
  const names = new Map(
    before.flatMap((old, column) => {
      const heading = headings[column]
      return heading === undefined || heading === old ? [] : [[old.toLowerCase(), heading] as const]
    }),
  )
  if (names.size === 0) return
  rewriteFormulas(parts, (formula, place) => {
    const around = place.sheet === null ? undefined : lookup.tableAround(place.sheet, place.row, place.column)
    return formula.includes('[')
      ? renamedColumns(formula, { table: name, names, isInside: around?.name === name })
      : formula
  })
}
