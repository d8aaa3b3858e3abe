/** What the versions of an imported file show against each other, by the rules and per area. */
import { deliveredVersion, type Finding, isAmendment, type VersionLines, workbookOfRows } from '#shared/model/index.ts'
import { checkAgainstVersions } from '#shared/rules/index.ts'
import type { ImportPlan } from './plan-import.ts'

export interface ImportFinding extends Finding {
  readonly areaCode: string
  readonly version: string
  /** Row of the file, counted from 1 with the headings; null: not about one row. */
  readonly fileRow: number | null
}

/** By area and version in the order of the file. What the file has as an amendment was adopted where it comes from. */
export function judgeImport({ budgets, fileRows }: ImportPlan, year: number): readonly ImportFinding[] {
  const byArea = Map.groupBy(budgets, ({ areaCode }) => areaCode)
  return budgets.flatMap(({ areaCode, version, lines }) => {
    const workbook = workbookOfRows(
      { areaCode, year, version },
      lines.map(({ fields }) => fields),
    )
    return checkAgainstVersions(workbook, versionsOf(byArea.get(areaCode) ?? [])).map(
      (finding): ImportFinding => ({
        ...finding,
        areaCode,
        version,
        fileRow: finding.lineNumber === null ? null : (fileRows.get(finding.lineNumber) ?? null),
      }),
    )
  })
}

function versionsOf(ofArea: ImportPlan['budgets']): VersionLines {
  const linesOf = (version: string) =>
    ofArea.find((budget) => budget.version === version)?.lines.map(({ fields }) => fields) ?? null
  const amendments = ofArea.map(({ version }) => version).filter(isAmendment)
  return {
    original: linesOf('primitief'),
    amendments: amendments.map((version) => linesOf(version) ?? []),
    delivered: linesOf(deliveredVersion),
  }
}
