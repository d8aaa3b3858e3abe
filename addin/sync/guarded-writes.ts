/** Rows to write as guarded edits: nothing is written over what a person typed since the workbook was read. */
import { tableIds } from '#shared/model/index.ts'
import { editsForRows, heldValues, type RowWrite, type SheetEdit } from '#shared/workbook/index.ts'
import { type GuardedEdit, WorkbookError } from '../ports/workbook.ts'
import type { OpenBudget } from './open-budget.ts'

/** Values first, then tokens. Throws WorkbookError when a row has no place; then nothing is to be written. */
export function guardedEdits({ grid, workbook }: OpenBudget, writes: readonly RowWrite[]): readonly GuardedEdit[] {
  const { edits, unplaced } = editsForRows(workbook, grid, writes)
  const [first] = unplaced
  if (first) throw new WorkbookError(first.reason === 'no-room' ? 'no-room' : 'missing-table', first.write.table)
  const isToken = tokenPlaces(workbook)
  const guarded = edits.map((edit) => {
    const sheet = grid.sheets.find(({ name }) => name === edit.sheet)
    return { ...edit, expected: heldValues(sheet, edit.cells) }
  })
  const values = guarded.map((edit) => ({ ...edit, cells: edit.cells.filter((cell) => !isToken(edit, cell)) }))
  const tokens = guarded.map(({ sheet, cells, expected }) => ({
    sheet,
    cells: cells.filter((cell) => isToken({ sheet }, cell)),
    expected,
  }))
  return [...values, ...tokens].filter(({ cells }) => cells.length > 0)
}

type EditedCell = SheetEdit['cells'][number]

/** Tells which cells are tokens, by sheet and column. It only decides the order, so a look-alike does no harm. */
function tokenPlaces(workbook: OpenBudget['workbook']): (edit: Pick<SheetEdit, 'sheet'>, cell: EditedCell) => boolean {
  const columns = new Map<string, Set<number>>()
  for (const table of tableIds) {
    const place = workbook.columns[table]
    const column = place?.byField.get('token')
    if (place !== undefined && column !== undefined) {
      columns.set(place.sheet, (columns.get(place.sheet) ?? new Set()).add(column))
    }
  }
  return ({ sheet }, { column }) => columns.get(sheet)?.has(column) ?? false
}
