/** Which formulas still mean the same in a new workbook of the template. */
import { templateTables } from '#shared/workbook/tables.ts'

const tableNames = Object.values(templateTables).map(({ name }) => name)
const columnReference = new RegExp(String.raw`(?:${tableNames.join('|')})?\[(?:[^[\]]|\[[^[\]]*\])*\]`, 'gi')
const cellReference = /\$?\b[A-Z]{1,3}\$?\d{1,7}\b/g
/** A word that is no function of Excel itself: a name, a table of one's own, a function of an add-in. */
const otherWord = /(?<![\w.])(?!(?:TRUE|FALSE)\b)[A-Za-z_][\w.]*(?![\w.(])|\b(?:GEBIED|_xl\w*)\./i

/**
 * A formula over columns of our tables always does, one over cells of its own sheet when they stand where they stood.
 * Other sheets, names and files do not go along.
 */
export function keepsMeaning(formula: string, isSamePlace: boolean): boolean {
  const bare = formula.replaceAll(/"[^"]*"/g, '')
  if (bare.includes('!')) return false
  const withoutColumns = bare.replaceAll(columnReference, '')
  const rest = withoutColumns.replaceAll(cellReference, '')
  return !otherWord.test(rest) && (isSamePlace || rest === withoutColumns)
}
