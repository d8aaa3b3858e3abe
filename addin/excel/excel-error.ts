/** What Excel says when it cannot, as the reasons that the rest of the add-in knows. */
import { WorkbookError, type WorkbookErrorReason } from '../ports/workbook.ts'

/** The code of an error of the Excel API; undefined for an error of another kind. */
export function excelCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Excel refused an answer because it is larger than it sends in one piece. */
export function isAnswerTooLarge(error: unknown): boolean {
  return excelCode(error) === 'ResponsePayloadSizeLimitExceeded'
}

/**
 * An error of Excel as one that can be shown: its own words are never shown, its code and place are kept for the diagnostics.
 * Our own errors pass; what no one foresaw is given back as it is.
 */
export function toWorkbookError(error: unknown): unknown {
  const code = excelCode(error)
  if (error instanceof WorkbookError || code === undefined) return error
  const location = locationOf(error)
  const reason = reasons[code] ?? (code === 'ItemNotFound' ? missingReason(location) : 'excel')
  return new WorkbookError(reason, '', location === '' ? code : `${code} ${location}`, { cause: error })
}

const reasons: Readonly<Record<string, WorkbookErrorReason>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedOperation: 'not-supported',
}

function missingReason(location: string): WorkbookErrorReason {
  if (location.startsWith('Worksheet')) return 'missing-sheet'
  return location.startsWith('Table') ? 'missing-table' : 'excel'
}

/** `Range.values`: which member refused. */
function locationOf(error: unknown): string {
  const facts: unknown = error instanceof Error && 'debugInfo' in error ? error.debugInfo : undefined
  const hasPlace = typeof facts === 'object' && facts !== null && 'errorLocation' in facts
  return hasPlace && typeof facts.errorLocation === 'string' ? facts.errorLocation : ''
}
