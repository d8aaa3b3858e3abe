import { BookError } from '../book/book-error.ts'
import type { BookErrorReason } from '../book/book.ts'

/** What Excel answers when it cannot: the code is what programs compare, the location names class and member. */
export class HostError extends Error {
  override name = 'HostError'
  readonly code: string
  readonly location: string
  readonly status: number

  constructor(code: string, message: string, location: string, status = 400) {
    super(message)
    this.code = code
    this.location = location
    this.status = status
  }
}

export const itemNotFound = (location: string) =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", location, 404)

export const itemAlreadyExists = (location: string) =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', location, 409)

export const invalidArgument = (location: string) =>
  new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location)

export const wrongSize = (location: string) =>
  new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    location,
  )

export const accessDenied = (location: string) =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.', location, 403)

export const invalidOperation = (location: string) =>
  new HostError('InvalidOperation', 'The operation attempted is invalid on the object.', location)

export const invalidReference = (location: string) =>
  new HostError('InvalidReference', 'This reference is not valid for the current operation.', location)

export const responseTooLarge = (location: string) =>
  new HostError(
    'ResponsePayloadSizeLimitExceeded',
    'The response payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
    location,
    413,
  )

export const requestTooLarge = () =>
  new HostError(
    'RequestPayloadSizeLimitExceeded',
    'The request payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
    '',
    413,
  )

export const inCellEditMode = () =>
  new HostError(
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    '',
  )

const codeOfReason: Readonly<Record<BookErrorReason, (location: string) => HostError>> = {
  'sheet-exists': itemAlreadyExists,
  'no-such-sheet': itemNotFound,
  'last-sheet': invalidOperation,
  'bad-name': invalidArgument,
  'table-overlap': invalidArgument,
  'no-such-table': itemNotFound,
  protected: accessDenied,
  'bad-size': invalidArgument,
  'spill-part': invalidOperation,
  'bad-formula': invalidArgument,
  'name-exists': itemAlreadyExists,
}

/** What Excel would say to this failure; undefined for one that is a fault of the workbench itself. */
export function toHostError(error: unknown, location: string): HostError | undefined {
  if (error instanceof HostError) return error
  return error instanceof BookError ? codeOfReason[error.reason](location) : undefined
}
