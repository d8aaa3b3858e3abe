/** Writes cells that were planned on a grid which may be old by now, and makes tables grow. */
import type { GuardedEdit, WriteOutcome } from '../ports/workbook.ts'
import { writtenCell } from './design-parts.ts'
import { checkRoom, drawFormats, drawGrowth, filledColumns, formulaPieces, growthPieces } from './grow-tables.ts'
import { Layers, type Reading } from './layers.ts'
import { createPen, drawCells, type Pen, withoutEvents } from './pen.ts'
import { givesValue, planWrite, type SheetWrites, targetPieces } from './plan-write.ts'
import { readPieces } from './read-pieces.ts'
import { gapCells, rectanglesOf } from './rectangles.ts'
import type { Runner } from './run.ts'
import { findTargets, type Growth } from './write-targets.ts'

export async function writeCells(
  runner: Runner,
  edits: readonly GuardedEdit[],
  canGroup: boolean,
): Promise<WriteOutcome> {
  const { result, isGrouped } = await runner.grouped((context) => writeAll(context, edits))
  return { skipped: result.skipped, isOneUndoStep: canGroup && (isGrouped || result.requests <= 1) }
}

async function writeAll(
  context: Excel.RequestContext,
  edits: readonly GuardedEdit[],
): Promise<{ readonly skipped: readonly string[]; readonly requests: number }> {
  const growths = await findTargets(context, edits)
  const now: Reading = new Map()
  await readPieces(context, [...targetPieces(edits), ...growthPieces(growths)], now)
  checkRoom(growths, now)
  await readPieces(context, formulaPieces(growths, now), now)
  const filled = new Map(growths.map((growth) => [growth, filledColumns(growth, now)]))
  const { writes, skipped } = planWrite(edits, now)
  const plans = writes.map((plan) => setComputedApart(plan, filled))
  const pen = createPen(context)
  await withoutEvents(context, async () => {
    for (const growth of growths) {
      const sheet = context.workbook.worksheets.getItem(growth.sheet)
      await drawFormats(pen, sheet, growth, now.get(growth.sheet) ?? new Layers())
    }
    for (const { sheet, cells } of plans) {
      await drawValues(pen, context.workbook.worksheets.getItem(sheet), cells)
    }
    for (const [growth, columns] of filled) await drawGrowth(pen, context, growth, columns)
    await pen.flush()
    await writeWhereNotComputed(context, pen, plans)
  })
  return { skipped, requests: pen.requests() }
}

/** A value for a cell of a new row whose column is filled with a formula waits until the formula has been computed. */
function setComputedApart(
  plan: SheetWrites,
  filled: ReadonlyMap<Growth, readonly { readonly column: number }[]>,
): SheetWrites {
  const isFilled = ({ row, column }: { readonly row: number; readonly column: number }) =>
    [...filled].some(
      ([{ sheet, added }, columns]) =>
        sheet === plan.sheet &&
        row >= added.row &&
        row < added.row + added.rows &&
        columns.some((candidate) => candidate.column === column),
    )
  return {
    ...plan,
    cells: plan.cells.filter((cell) => !isFilled(cell)),
    computed: [...plan.computed, ...plan.cells.filter(isFilled)],
  }
}

/** A formula that gives the value stays; else the value takes its place. */
async function writeWhereNotComputed(
  context: Excel.RequestContext,
  pen: Pen,
  plans: readonly SheetWrites[],
): Promise<void> {
  const pieces = targetPieces(plans.map(({ sheet, computed }) => ({ sheet, cells: computed })))
  if (pieces.length === 0) return
  const computed: Reading = new Map()
  await readPieces(context, pieces, computed)
  for (const { sheet, computed: cells } of plans) {
    const layers = computed.get(sheet) ?? new Layers()
    const wrong = cells.filter(({ row, column, value }) => !givesValue(layers.valueAt(row, column), value))
    await drawValues(pen, context.workbook.worksheets.getItem(sheet), wrong)
  }
  await pen.flush()
}

function drawValues(pen: Pen, sheet: Excel.Worksheet, cells: SheetWrites['cells']): Promise<void> {
  const written = cells.map(({ row, column, value }) => ({ row, column, value: writtenCell(value) }))
  return drawCells(pen, sheet, 'values', rectanglesOf(written, gapCells))
}
