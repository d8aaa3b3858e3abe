import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { csvText } from '../csv.ts'

/** One CSV a table in the folder; the paths that were written. The byte order mark tells Excel that it is UTF-8. */
export function writeTables(
  folder: string,
  tables: readonly { readonly file: { readonly name: string }; readonly rows: readonly (readonly string[])[] }[],
): readonly string[] {
  mkdirSync(folder, { recursive: true })
  return tables.map(({ file, rows }) => {
    const target = path.join(folder, `${file.name}.csv`)
    writeFileSync(target, `\ufeff${csvText(rows)}`)
    return target
  })
}
