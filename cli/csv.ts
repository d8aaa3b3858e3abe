import { toCsvField } from '#shared/cells/index.ts'

/** RFC 4180 text with `;` between fields, as Dutch Excel opens it; every field is inert in a spreadsheet. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCsvField).join(';')}\r\n`).join('')
}
