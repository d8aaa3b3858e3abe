/** The only place that calls `Excel.run`: how a batch waits for a person who types, how it groups its undo, what it throws. */
import { WorkbookError } from '../ports/workbook.ts'
import { excelCode, toWorkbookError } from './excel-error.ts'
import { type ExcelSupport, undoGroupApi } from './support.ts'

type Batch<T> = (context: Excel.RequestContext) => Promise<T>

/** Each throws WorkbookError for what Excel refuses. */
export interface Runner {
  /** What a person asked for: waits until nobody is typing in a cell. */
  readonly command: <T>(batch: Batch<T>) => Promise<T>
  /** What happens by itself: refused with `cell-edit` while somebody types. */
  readonly background: <T>(batch: Batch<T>) => Promise<T>
  /** In the context of an earlier batch: what came with it can only go away there. */
  readonly within: (context: OfficeExtension.ClientRequestContext, batch: () => Promise<void>) => Promise<void>
  /** A command whose writes are one undo step where Excel can do that. The batch may run a second time, without it. */
  readonly grouped: <T>(batch: Batch<T>) => Promise<{ readonly result: T; readonly isGrouped: boolean }>
}

export function createRunner(excel: typeof Excel, support: ExcelSupport): Runner {
  const command = <T>(batch: Batch<T>) => explained(excel.run({ delayForCellEdit: true }, batch))
  const background = <T>(batch: Batch<T>) => explained(excel.run(batch))
  const within: Runner['within'] = (context, batch) => explained(excel.run(context, batch))
  const grouped = async <T>(batch: Batch<T>) => {
    if (!support.isSupported('ExcelApi', undoGroupApi)) return { result: await command(batch), isGrouped: false }
    try {
      const result = await excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, batch)
      return { result, isGrouped: true }
    } catch (error) {
      // Grouping fails on some builds (office-js issues 6711 and 6491); what it was about works without.
      if (!mayBeTheGroup(error)) throw toWorkbookError(error)
      return { result: await command(batch), isGrouped: false }
    }
  }
  return { command, background, within, grouped }
}

async function explained<T>(batch: Promise<T>): Promise<T> {
  try {
    return await batch
  } catch (error) {
    throw toWorkbookError(error)
  }
}

/** Refusals that would be the same without an undo group. */
const otherCodes: ReadonlySet<string> = new Set([
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
])

function mayBeTheGroup(error: unknown): boolean {
  const code = excelCode(error)
  return !(error instanceof WorkbookError) && code !== undefined && !otherCodes.has(code)
}
