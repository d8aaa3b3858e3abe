/** Text of the clipboard: rows of cells with tabs between them, as spreadsheets exchange it. */

/** Cells with a tab, a line break or a quote stand between quotes. Lines end as Windows ends them, as Excel does. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(toField).join('\t')).join('\r\n')
}

/** Rows of equal length; a line break after the last row adds no row. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (let at = 0; ; at++) {
    const { field, end } = readField(text, at)
    rows.at(-1)?.push(field)
    if (end >= text.length) break
    at = end
    if (text[end] === '\t') continue
    if (text.startsWith('\r\n', end)) at++
    if (at + 1 >= text.length) break
    rows.push([])
  }
  const width = Math.max(...rows.map((cells) => cells.length))
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => '')])
}

function toField(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function readField(text: string, start: number): { readonly field: string; readonly end: number } {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
  quoted.lastIndex = start
  const match = quoted.exec(text)
  if (match !== null) return { field: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex }
  let end = start
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end++
  return { field: text.slice(start, end), end }
}
