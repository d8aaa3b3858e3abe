/** An answer of the server as the value of a cell. */
import type { MatrixCell } from '#shared/questions/index.ts'
import { CellFailure, unavailable } from './cell-failure.ts'
import { type CellAmount, amountValue } from './cell-value.ts'
import type { FunctionContext } from './context.ts'
import type { Answer } from './question.ts'

export type CellResult = CellAmount | string | CellAmounts
type CellAmounts = (CellAmount | string)[][]

type Formats = Pick<FunctionContext, 'isFormattedNumberSupported'>

/** Throws a CellFailure when there is an error instead of a value, or a matrix holds nothing below its headings. */
export function valueOfAnswer(answer: Answer, formats: Formats): CellResult {
  switch (answer.soort) {
    case 'cents':
      return amountValue(Number(answer.cents), formats)
    case 'getal':
      return answer.getal
    case 'tekst':
      return answer.tekst
    case 'matrix':
      return valuesOfMatrix(answer.rijen, formats)
    case 'fout':
      throw new CellFailure(isAboutQuestion(answer.code) ? 'invalidValue' : 'notAvailable', answer.reden)
  }
}

function isAboutQuestion(code: string): boolean {
  return code === 'ongeldige-vraag' || code === 'niet-toegestaan'
}

function valuesOfMatrix(rows: readonly (readonly MatrixCell[])[], formats: Formats): CellAmounts {
  if (rows.length < 2) throw unavailable('Er is niets om te tonen.', 'There is nothing to show.')
  const width = Math.max(...rows.map((row) => row.length))
  // Excel refuses a result whose rows differ in length.
  return rows.map((row) => Array.from({ length: width }, (_, column) => matrixValue(row[column] ?? null, formats)))
}

function matrixValue(cell: MatrixCell, formats: Formats): CellAmount | string {
  if (cell === null) return ''
  return typeof cell === 'object' ? amountValue(Number(cell.cents), formats) : cell
}
