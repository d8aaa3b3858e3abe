/** Which sheets may show something else after an edit: those that were edited, and those whose formulas look elsewhere. */
import type { SheetGrid, WorkbookGrid } from '#shared/workbook/grid.ts'

/** Excel tells what a person edits, never what it calculates because of that. */
export function sheetsToReread({ sheets }: WorkbookGrid, edited: ReadonlySet<string>): readonly string[] {
  return sheets.filter((sheet) => edited.has(sheet.name) || looksElsewhere(sheet)).map(({ name }) => name)
}

/** Remembered by the sheet as it was read: a table may have thousands of formulas, and nearly all are alike. */
const known = new WeakMap<SheetGrid, boolean>()

function looksElsewhere(sheet: SheetGrid): boolean {
  const before = known.get(sheet)
  if (before !== undefined) return before
  const isOwn = ownRowOnly(sheet)
  const answer = [...new Set(sheet.formulas.values())].some((formula) => !isOwn(formula))
  known.set(sheet, answer)
  return answer
}

/**
 * A formula that adds up or multiplies cells of its own sheet, as the template's hours times rate does. Whatever is not
 * plainly that may depend on anything: a name, a function of the add-in, another sheet.
 */
function ownRowOnly({ tables }: SheetGrid): (formula: string) => boolean {
  const names = ['', ...tables.map(({ name }) => name.replace(/\W/g, String.raw`\$&`))].join('|')
  const column = String.raw`(?:${names})\[(?:\[#This Row\],\s*\[[^\][]+\]|@[^\][]+|@\[[^\][]+\])\]`
  const pattern = new RegExp(String.raw`^(?:${column}|\$?[A-Z]{1,3}\$?\d{1,7}|[\d.+\-*/()\s])+$`, 'i')
  return (formula) => pattern.test(formula)
}
