/** A table for the terminal: text to the left, amounts to the right, a rule under the heading and above a total. */
import { styleText } from 'node:util'

export interface TableColumn {
  readonly heading: string
  readonly align: 'left' | 'right'
}

/** The lines of the table. The last row is a total when `hasTotal`. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  hasTotal: boolean,
): readonly string[] {
  const widths = columns.map((column, i) => Math.max(column.heading.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const lineOf = (cells: readonly string[]) =>
    columns
      .map((column, i) => {
        const cell = cells[i] ?? ''
        return column.align === 'left' ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)
      })
      .join('  ')
      .trimEnd()
  const rule = styleText('dim', '─'.repeat(widths.reduce((sum, width) => sum + width, 2 * (columns.length - 1))))
  const body = rows.map(lineOf)
  const heading = [styleText('bold', lineOf(columns.map((column) => column.heading))), rule]
  if (!hasTotal || body.length === 0) return [...heading, ...body]
  return [...heading, ...body.slice(0, -1), rule, styleText('bold', body.at(-1) ?? '')]
}
