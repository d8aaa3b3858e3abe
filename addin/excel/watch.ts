import { type ChangeHint, WorkbookError } from '../ports/workbook.ts'
import type { Runner } from './run.ts'

/** One registration for all sheets. Our own writes are left out; what is passed on may still have changed nothing. */
export async function watchSheets(runner: Runner, onChange: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
  const tell = async (event: Excel.WorksheetChangedEventArgs) => {
    if (event.triggerSource === 'ThisLocalAddin') return
    const sheet = await sheetName(runner, event.worksheetId)
    if (sheet !== undefined) onChange({ sheet, address: event.address, isRemote: event.source === 'Remote' })
  }
  const registration = await runner.command(async (context) => {
    const result = context.workbook.worksheets.onChanged.add(tell)
    await context.sync()
    return result
  })
  return () =>
    runner.within(registration.context, async () => {
      registration.remove()
      await registration.context.sync()
    })
}

/** Undefined: the sheet was removed since, or Excel does not answer; the next hint or check looks again anyway. */
async function sheetName(runner: Runner, id: string): Promise<string | undefined> {
  try {
    return await runner.command(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id)
      sheet.load('name')
      await context.sync()
      return sheet.isNullObject ? undefined : sheet.name
    })
  } catch (error) {
    if (error instanceof WorkbookError) return undefined
    throw error
  }
}
