/** Writing on the cover how far the budget is. */
import { coverFields } from './cover-layout.ts'
import type { SheetEdit } from './design.ts'
import type { WorkbookGrid } from './grid.ts'
import { coverPlace, readCoverState } from './read-cover.ts'

/** Undefined: the cover says so already, or has no cell for it. */
export function coverStateEdit(grid: WorkbookGrid, state: string): SheetEdit | undefined {
  const place = coverPlace(grid, coverFields.state)
  if (place === undefined || readCoverState(grid) === state) return undefined
  return { sheet: place.sheet.name, cells: [{ row: place.row, column: place.column, value: state }] }
}
