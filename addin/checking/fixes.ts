/** Remedies of findings as edits that leave alone a cell which holds something else than what was judged. */
import type { Finding } from '#shared/model/finding.ts'
import { cellKey, type WorkbookGrid } from '#shared/workbook/grid.ts'
import { heldValues } from '#shared/workbook/held-values.ts'
import type { FixableFinding } from '../ports/checker.ts'
import type { GuardedEdit } from '../ports/workbook.ts'
import { placeOfCell } from './cell-address.ts'

type Held = string | number | boolean | null

interface Remedies {
  readonly cells: GuardedEdit['cells'][number][]
  readonly expected: Map<number, Held>
}

/** What the cells of findings with a remedy held when they were judged. */
export type JudgedValues = WeakMap<Finding, Held>

export function isFixable(finding: Finding): finding is FixableFinding {
  return finding.fix !== undefined && finding.sheet !== null && placeOfCell(finding.cell ?? '') !== undefined
}

export function rememberJudged(values: JudgedValues, findings: readonly Finding[], { sheets }: WorkbookGrid): void {
  for (const finding of findings.filter(isFixable)) {
    const place = placeOfCell(finding.cell ?? '')
    const sheet = sheets.find(({ name }) => name === finding.sheet)
    if (place !== undefined)
      values.set(finding, heldValues(sheet, [place]).get(cellKey(place.row, place.column)) ?? null)
  }
}

/** One edit a sheet. A finding that was never judged here has no remedy that is safe, and gives none. */
export function fixEdits(findings: readonly FixableFinding[], values: JudgedValues): readonly GuardedEdit[] {
  const bySheet = new Map<string, Remedies>()
  for (const finding of findings) {
    const place = placeOfCell(finding.cell ?? '')
    const judged = values.get(finding)
    if (place === undefined || finding.sheet === null || judged === undefined) continue
    const edit: Remedies = bySheet.get(finding.sheet) ?? { cells: [], expected: new Map() }
    const key = cellKey(place.row, place.column)
    if (!edit.expected.has(key)) edit.cells.push({ ...place, value: finding.fix.value })
    edit.expected.set(key, judged)
    bySheet.set(finding.sheet, edit)
  }
  return [...bySheet].map(([sheet, edit]) => ({ sheet, ...edit }))
}
