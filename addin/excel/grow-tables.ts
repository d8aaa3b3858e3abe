/** What new rows of a table take over from the row above them: number formats, and formulas that fill their column. */
import { WorkbookError } from '../ports/workbook.ts'
import { areaAddress } from '#shared/workbook/grid.ts'
import type { Box } from './box.ts'
import { Layers, type Reading } from './layers.ts'
import { drawCells, formatAll, type Pen } from './pen.ts'
import type { Piece } from './plan-reading.ts'
import { filledDown, withoutRow } from './relative-formula.ts'
import type { Growth } from './write-targets.ts'

/** A column of a table whose rows all have the same formula. */
interface FilledColumn {
  readonly column: number
  readonly formula: string
}

/** The rows that a table will take, which must be empty, and its last row, which the new ones follow. */
export function growthPieces(growths: readonly Growth[]): readonly Piece[] {
  return growths.flatMap(({ sheet, box, added }) => [
    { sheet, box: added, layers: ['formulas'] as const },
    { sheet, box: lastRow(box), layers: ['values', 'formulas', 'numberFormat'] as const },
  ])
}

/** Throws `no-room` with the table's name: what stands below it is somebody's. */
export function checkRoom(growths: readonly Growth[], now: Reading): void {
  for (const { sheet, table, added } of growths) {
    const layers = now.get(sheet) ?? new Layers()
    for (let row = added.row; row < added.row + added.rows; row++) {
      for (let column = added.column; column < added.column + added.columns; column++) {
        const content = layers.at('formulas', row, column)
        if (content !== undefined && content !== '') throw new WorkbookError('no-room', table)
      }
    }
  }
}

/** Columns with a formula in the last row, to see whether all rows have it. */
export function formulaPieces(growths: readonly Growth[], now: Reading): readonly Piece[] {
  return growths.flatMap(({ sheet, box }) =>
    formulaColumns(box, now.get(sheet) ?? new Layers()).map((column) => ({
      sheet,
      box: { row: box.row + 1, column, rows: box.rows - 1, columns: 1 },
      layers: ['values', 'formulas'] as const,
    })),
  )
}

/** Columns of a growing table that are filled with one formula; `now` holds what `formulaPieces` asked for. */
export function filledColumns({ sheet, box }: Growth, now: Reading): readonly FilledColumn[] {
  const layers = now.get(sheet) ?? new Layers()
  const last = lastRow(box).row
  return formulaColumns(box, layers).flatMap((column) => {
    const formula = layers.formulaAt(last, column) ?? ''
    const wanted = withoutRow(formula, last + 1)
    for (let row = box.row + 1; row < last; row++) {
      if (withoutRow(layers.formulaAt(row, column) ?? '', row + 1) !== wanted) return []
    }
    return [{ column, formula }]
  })
}

/** Number formats of the new rows: they come before the values, so that a code is never taken for a number. */
export async function drawFormats(
  pen: Pen,
  sheet: Excel.Worksheet,
  { box, added }: Growth,
  now: Layers,
): Promise<void> {
  const { row } = lastRow(box)
  for (let column = added.column; column < added.column + added.columns; column++) {
    const format = now.at('numberFormat', row, column)
    if (typeof format !== 'string' || format === 'General') continue
    await pen.draw(format.length, () => formatAll(sheet, { ...added, column, columns: 1 }, format))
  }
}

/** The table reaches further down; only then may its rows hold formulas that name it. */
export async function drawGrowth(
  pen: Pen,
  context: Excel.RequestContext,
  { sheet: name, table, box, added }: Growth,
  columns: readonly FilledColumn[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name)
  const whole = { ...box, rows: box.rows + added.rows }
  await pen.draw(0, () => context.workbook.tables.getItem(table).resize(addressOf(whole)))
  const from = lastRow(box).row
  for (const { column, formula } of columns) {
    const rows = Array.from({ length: added.rows }, (_, offset) => [filledDown(formula, from, added.row + offset)])
    await drawCells(pen, sheet, 'formulas', [{ row: added.row, column, rows }])
  }
}

function formulaColumns(box: Box, layers: Layers): readonly number[] {
  const { row } = lastRow(box)
  return Array.from({ length: box.columns }, (_, offset) => box.column + offset).filter(
    (column) => layers.formulaAt(row, column) !== undefined,
  )
}

function lastRow(box: Box): Box {
  return { ...box, row: box.row + box.rows - 1, rows: 1 }
}

function addressOf({ row, column, rows, columns }: Box): string {
  return areaAddress({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })
}
