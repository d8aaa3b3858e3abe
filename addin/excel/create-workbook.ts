/** The port `Workbook` over the Excel API: the real one, or the workbench's. */
import { type Workbook, WorkbookError } from '../ports/workbook.ts'
import { createSheets } from './create.ts'
import { clearMarks, markRows } from './mark.ts'
import { readWorkbook, rereadWorkbook } from './read.ts'
import { busyCells, recalculateFunctions, repairFormulas } from './repair.ts'
import { createRunner } from './run.ts'
import { type ExcelSupport, undoGroupApi } from './support.ts'
import { watchSheets } from './watch.ts'
import { writeCells } from './write.ts'

export function createWorkbook(excel: typeof Excel, support: ExcelSupport): Workbook {
  const runner = createRunner(excel, support)
  const canGroup = support.isSupported('ExcelApi', undoGroupApi)
  return {
    read: () => runner.command(readWorkbook),
    reread: (grid, sheets) => runner.command((context) => rereadWorkbook(context, grid, sheets)),
    create: (design) => createSheets(runner, design),
    write: (edits) => writeCells(runner, edits, canGroup),
    mark: (marks) => runner.command((context) => markRows(context, marks)),
    clearMarks: () => runner.command(clearMarks),
    select: (sheet, cell) => runner.command((context) => select(context, sheet, cell)),
    watch: (onChange) => watchSheets(runner, onChange),
    repairFormulas: () => runner.command(repairFormulas),
    recalculateFunctions: () => runner.command(recalculateFunctions),
    busyCells: () => runner.background(busyCells),
  }
}

/** Throws `missing-sheet` for a hidden sheet too: showing it would take away what a person could undo. */
async function select(context: Excel.RequestContext, name: string, cell: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name)
  sheet.load('visibility')
  await context.sync()
  if (sheet.isNullObject || sheet.visibility !== 'Visible') throw new WorkbookError('missing-sheet', name)
  sheet.activate()
  sheet.getRange(cell).select()
  await context.sync()
}
