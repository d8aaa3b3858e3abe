/** Findings as one text a row, for the column Bevindingen; the conditional format goes by how it begins. */
import type { Finding } from '#shared/model/finding.ts'
import { markWords } from '#shared/workbook/mark-words.ts'
import type { RowMark } from '../ports/workbook.ts'
import { rowOfCell } from './cell-address.ts'

/** A cell may hold 32,767 characters; this is what a person still reads. */
const charactersMax = 1_000

/**
 * The mark of each row that has a finding, the worst finding first. Only rows that were read: a text beside an empty row
 * would keep new rows from being put there. `rowsBySheet`: sheet -> grid rows that hold a row of a table.
 */
export function marksOf(
  findings: readonly Finding[],
  rowsBySheet: ReadonlyMap<string, ReadonlySet<number>>,
): readonly RowMark[] {
  const byRow = new Map<string, { sheet: string; gridRow: number; findings: Finding[] }>()
  for (const finding of findings) {
    const { table, sheet, cell } = finding
    const gridRow = rowOfCell(cell ?? '')
    if (table === null || sheet === null || gridRow === undefined || !rowsBySheet.get(sheet)?.has(gridRow)) continue
    const key = `${gridRow} ${sheet}`
    const row = byRow.get(key) ?? { sheet, gridRow, findings: [] }
    row.findings.push(finding)
    byRow.set(key, row)
  }
  return [...byRow.values()].map(({ sheet, gridRow, findings: own }) => ({ sheet, gridRow, text: textOf(own) }))
}

export function isSameMarks(a: readonly RowMark[], b: readonly RowMark[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ sheet, gridRow, text }, index) => {
      const other = b[index]
      return sheet === other?.sheet && gridRow === other.gridRow && text === other.text
    })
  )
}

function textOf(findings: readonly Finding[]): string {
  const texts = markWords.flatMap(({ severity, word }) =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ rule, message }) => `${word}: ${rule} ${message.nl.replace(/\.$/, '')}`),
  )
  const text = texts.join('; ')
  return text.length > charactersMax ? `${text.slice(0, charactersMax - 1)}…` : text
}
