/** Formulas of the add-in that do not compute: those typed before it was loaded, damaged ones, and those that stay busy. */
import { cellAddress } from '#shared/workbook/grid.ts'
import type { RepairOutcome } from '../ports/workbook.ts'
import { rangeAt } from './box.ts'
import { canonicalFormula } from './function-formula.ts'
import { boxesOf, findFunctionCells, type FunctionCell } from './function-cells.ts'
import { createPen, drawCells, withoutEvents } from './pen.ts'
import { rectanglesOf } from './rectangles.ts'

/** Error values as an English and as a Dutch Excel may give them. */
const nameErrors: ReadonlySet<unknown> = new Set(['#NAME?', '#NAAM?'])
const busyErrors: ReadonlySet<unknown> = new Set(['#BUSY!', '#BEZET!'])

/** Such a formula does not heal by itself: only assigning it anew makes Excel look the name up (office-js issue 6611). */
export async function repairFormulas(context: Excel.RequestContext): Promise<RepairOutcome> {
  const cells = await findFunctionCells(context)
  const broken = cells.filter(({ formula, value }) => nameErrors.has(value) || canonicalFormula(formula) !== formula)
  const protectedSheets = await protectedAmong(context, broken)
  const repairable = broken.filter(({ sheet }) => !protectedSheets.includes(sheet))
  const busy = cells.filter((cell) => busyErrors.has(cell.value) && !broken.includes(cell))
  if (repairable.length > 0) {
    const pen = createPen(context)
    await withoutEvents(context, async () => {
      for (const name of new Set(repairable.map(({ sheet }) => sheet))) {
        const formulas = repairable
          .filter(({ sheet }) => sheet === name)
          .map(({ row, column, formula }) => ({ row, column, value: canonicalFormula(formula) }))
        await drawCells(pen, context.workbook.worksheets.getItem(name), 'formulas', rectanglesOf(formulas, 0))
      }
      await pen.flush()
    })
  }
  await calculate(context, busy)
  return { repaired: repairable.length, protectedSheets }
}

/** Only cells of ours: computing whole sheets anew makes cells hang (office-js issue 6662). */
export async function recalculateFunctions(context: Excel.RequestContext): Promise<number> {
  const cells = await findFunctionCells(context)
  await calculate(context, cells)
  return cells.length
}

export async function busyCells(context: Excel.RequestContext): Promise<readonly string[]> {
  const cells = await findFunctionCells(context)
  return cells
    .filter(({ value }) => busyErrors.has(value))
    .map(({ sheet, row, column }) => `${sheet}!${cellAddress(row, column)}`)
}

async function calculate(context: Excel.RequestContext, cells: readonly FunctionCell[]): Promise<void> {
  if (cells.length === 0) return
  for (const { sheet, box } of boxesOf(cells)) rangeAt(context.workbook.worksheets.getItem(sheet), box).calculate()
  await context.sync()
}

async function protectedAmong(
  context: Excel.RequestContext,
  cells: readonly FunctionCell[],
): Promise<readonly string[]> {
  const names = [...new Set(cells.map(({ sheet }) => sheet))]
  if (names.length === 0) return []
  const sheets = names.map((name) => context.workbook.worksheets.getItem(name))
  for (const sheet of sheets) sheet.load('name,protection/protected')
  await context.sync()
  return sheets.filter(({ protection }) => protection.protected).map(({ name }) => name)
}
