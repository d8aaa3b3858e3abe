/** Formulas of one column, row by row: whether they say the same of their own row, and what the next row would have. */

/**
 * The formula without its row: references to rows become distances, so that the formulas of a filled column are one text. A
 * structured reference such as `[@Uren]` names no row and is the same everywhere.
 */
export function withoutRow(formula: string, row: number): string {
  return replaceRows(formula, (number) => `{${number - row}}`)
}

/** The formula of row `from` as Excel would fill it into row `to`; rows count from zero. */
export function filledDown(formula: string, from: number, to: number): string {
  return replaceRows(formula, (number) => String(number + to - from))
}

/** A text, the name of a sheet between quotes, a part of a table; or a name, a number or a reference. */
const pieces =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|[A-Za-z_\\.$][\w.$\\]*(?:\()?|\d[\d.]*(?:[eE][+-]?\d+)?/g

const reference = /^(\$?[A-Za-z]{1,3})(\d{1,7})$/

function replaceRows(formula: string, change: (row: number) => string): string {
  return formula.replace(pieces, (piece) => {
    const [, column, digits] = reference.exec(piece) ?? []
    // `$` before the digits fixes the row: such a piece does not fit the pattern and stays as it is.
    return column === undefined ? piece : `${column}${change(Number(digits))}`
  })
}
