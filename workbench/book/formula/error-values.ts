import type { CellError, ErrorText } from '../book.ts'

/** Every error value of the workbook, as formulas in the file's notation write it. */
export const errorTexts: readonly ErrorText[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]

export function errorValue(error: ErrorText, reason?: string): CellError {
  return reason === undefined ? { error } : { error, reason }
}

/** The error with this text, in any case; undefined when it is none. */
export function errorOfText(text: string): CellError | undefined {
  const upper = text.toUpperCase()
  const error = errorTexts.find((candidate) => candidate === upper)
  return error && { error }
}

export function isErrorValue(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value
}
