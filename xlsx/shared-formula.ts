import { columnLetters } from '#shared/workbook/grid.ts'
import { columnNumber, columnsMax, rowsMax } from './references.ts'

/** Half of a reference: a column, a row, or both, each fixed (`$`) or moving along. */
interface Place {
  readonly column: number | undefined
  readonly isColumnFixed: boolean
  readonly row: number | undefined
  readonly isRowFixed: boolean
}

/** A formula cut into its references and the text between them. */
export type FormulaPieces = readonly (string | Place)[]

/**
 * Texts, quoted sheet names and table references come first, so that what looks like a cell inside them stays; then
 * cells, whole columns and whole rows; then any other word or number, so that no part of it is taken for a cell.
 */
const piecePattern = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`\[(?:[^[\]]|\[[^\]]*\])*\]`,
    String.raw`(?<cell>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?![\w(.!])`,
    String.raw`(?<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})(?![\w(.!])`,
    String.raw`(?<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w(.!])`,
    String.raw`[\p{L}\p{N}_\\][\p{L}\p{N}_\\.]*`,
  ].join('|'),
  'gu',
)

export function formulaPieces(formula: string): FormulaPieces {
  const pieces: (string | Place)[] = []
  let at = 0
  for (const match of formula.matchAll(piecePattern)) {
    const reference = match.groups?.['cell'] ?? match.groups?.['columns'] ?? match.groups?.['rows']
    if (reference === undefined) continue
    pieces.push(formula.slice(at, match.index))
    const [first = '', second] = reference.split(':')
    pieces.push(placeOf(first))
    if (second !== undefined) pieces.push(':', placeOf(second))
    at = match.index + reference.length
  }
  pieces.push(formula.slice(at))
  return pieces
}

/**
 * A shared formula is stored once, as its first cell has it; this is its text for a cell so many rows and columns
 * further. A reference that would leave the sheet becomes `#REF!`.
 */
export function shiftFormula(pieces: FormulaPieces, rows: number, columns: number): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : shiftPlace(piece, rows, columns))).join('')
}

function placeOf(text: string): Place {
  const match = /^(\$?)([A-Z]*)(\$?)([0-9]*)$/.exec(text)
  const [, first = '', letters = '', second = '', digits = ''] = match ?? []
  return {
    column: letters === '' ? undefined : columnNumber(letters),
    isColumnFixed: first === '$' && letters !== '',
    row: digits === '' ? undefined : Number(digits) - 1,
    isRowFixed: letters === '' ? first === '$' : second === '$',
  }
}

function shiftPlace(place: Place, rows: number, columns: number): string {
  const column = place.column === undefined || place.isColumnFixed ? place.column : place.column + columns
  const row = place.row === undefined || place.isRowFixed ? place.row : place.row + rows
  if ((column ?? 0) < 0 || (column ?? 0) >= columnsMax || (row ?? 0) < 0 || (row ?? 0) >= rowsMax) return '#REF!'
  const columnText = column === undefined ? '' : `${place.isColumnFixed ? '$' : ''}${columnLetters(column)}`
  const rowText = row === undefined ? '' : `${place.isRowFixed ? '$' : ''}${row + 1}`
  return columnText + rowText
}
