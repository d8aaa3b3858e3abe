import type { BookErrorReason } from './book.ts'

/** A change that the workbook refuses, in Dutch for the person who asked for it. The book is as it was. */
export class BookError extends Error {
  override name = 'BookError'
  readonly reason: BookErrorReason

  constructor(reason: BookErrorReason, message: string) {
    super(message)
    this.reason = reason
  }
}
