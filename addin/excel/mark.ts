/** Shows findings beside the rows, and takes them away again without a trace. */
import { toCellText } from '#shared/cells/index.ts'
import { type RowMark, WorkbookError } from '../ports/workbook.ts'
import { rangeAt } from './box.ts'
import { markWords } from '#shared/workbook/mark-words.ts'
import { type MarkedTable, markedTables, markFormula } from './finding-marks.ts'
import { addConditionalFormat } from './looks.ts'
import { createPen, drawCells, type Pen, withoutEvents } from './pen.ts'

interface MarkPlan {
  readonly table: MarkedTable
  readonly texts: readonly string[]
  readonly isTextChanged: boolean
  readonly formats: 'keep' | 'remove' | 'renew'
}

/** Writes a column only when a text in it changes. Throws `protected` with the sheet's name, before anything is written. */
export async function markRows(context: Excel.RequestContext, marks: readonly RowMark[]): Promise<void> {
  await carryOut(context, (table) => {
    const own = new Map(marks.filter(({ sheet }) => sheet === table.sheet).map(({ gridRow, text }) => [gridRow, text]))
    const texts = table.texts.map((_, offset) => own.get(table.column.row + offset) ?? '')
    const isMarked = texts.some((text) => text !== '')
    return { texts, formats: isMarked && !isOneSet(table) ? 'renew' : 'keep' }
  })
}

export async function clearMarks(context: Excel.RequestContext): Promise<void> {
  await carryOut(context, (table) => ({
    texts: table.texts.map(() => ''),
    formats: table.formats.length > 0 ? 'remove' : 'keep',
  }))
}

async function carryOut(
  context: Excel.RequestContext,
  planFor: (table: MarkedTable) => Pick<MarkPlan, 'texts' | 'formats'>,
): Promise<void> {
  const tables = await markedTables(context)
  const plans = tables
    .map((table): MarkPlan => {
      const plan = planFor(table)
      return { table, ...plan, isTextChanged: plan.texts.some((text, row) => text !== table.texts[row]) }
    })
    .filter(({ isTextChanged, formats }) => isTextChanged || formats !== 'keep')
  const locked = plans.find(({ table }) => table.isProtected)
  if (locked !== undefined) throw new WorkbookError('protected', locked.table.sheet)
  if (plans.length === 0) return
  const pen = createPen(context)
  await withoutEvents(context, async () => {
    for (const plan of plans) await drawPlan(pen, context, plan)
    await pen.flush()
  })
}

async function drawPlan(pen: Pen, context: Excel.RequestContext, plan: MarkPlan): Promise<void> {
  const { table, texts, isTextChanged, formats } = plan
  const sheet = context.workbook.worksheets.getItem(table.sheet)
  if (isTextChanged) {
    const rows = texts.map((text) => [text === '' ? '' : toCellText(text)])
    await drawCells(pen, sheet, 'values', [{ row: table.column.row, column: table.column.column, rows }])
  }
  if (formats === 'keep') return
  for (const { format } of table.formats) await pen.draw(0, () => format.delete())
  if (formats === 'remove') return
  for (const { word, severity } of markWords) {
    await pen.draw(0, () => addConditionalFormat(rangeAt(sheet, table.body), markFormula(table, word), severity))
  }
}

/** Pasting rows makes Excel copy conditional formats: then there is more than one of a kind. */
function isOneSet({ formats }: MarkedTable): boolean {
  return (
    formats.length === markWords.length && markWords.every(({ word }) => formats.some((format) => format.word === word))
  )
}
