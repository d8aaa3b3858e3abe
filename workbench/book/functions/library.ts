import type { CellError } from '../book.ts'
import { errorValue } from '../formula/error-values.ts'

/** What a function of `@formulajs/formulajs` gave, which returns errors as objects of its own. */
export function libraryNumber(result: unknown): number | CellError {
  return typeof result === 'number' && Number.isFinite(result) ? result : errorValue('#NUM!')
}
