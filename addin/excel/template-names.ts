/** How the sheets and tables of our template are called: what is looked for in a workbook. */
import { generalTable } from '#shared/workbook/code-lists.ts'
import { coverSheet } from '#shared/workbook/cover-layout.ts'
import { referenceLists } from '#shared/workbook/reference-rows.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { findingsColumn, templateColumns, templateTables } from '#shared/workbook/tables.ts'

/** A test holds these against the template. */
export const stateSheet = '_gebied'
export const templateSheets: readonly string[] = [
  coverSheet,
  ...Object.values(templateTables).map(({ sheet }) => sheet),
  'Afwijkingen',
  'Codes',
  stateSheet,
]

/** The synchronised tables. */
export const rowTables: readonly string[] = Object.values(templateTables).map(({ name }) => name)

/** Of the column that marks are written in, as `comparableHeading` gives it. */
export const findingsHeading = comparableHeading(
  templateColumns('begroting', 0).find(({ id }) => id === findingsColumn)?.heading ?? '',
)

const ownTables: ReadonlySet<string> = new Set(
  [...rowTables, generalTable, ...referenceLists.map(({ table }) => table)].map((name) => name.toLowerCase()),
)

/** Whether a table is one that rows or lists are read from, on whatever sheet it stands. */
export function isOwnTable(name: string): boolean {
  return ownTables.has(name.toLowerCase())
}
