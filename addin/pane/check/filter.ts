/** Which findings a person wants to see, and in which order. */
import type { Finding, Language, Severity } from '#shared/model/index.ts'
import type { FixableFinding } from '../../ports/checker.ts'

export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

export interface FindingFilter {
  /** Those to show; none chosen shows all. */
  readonly severities: readonly Severity[]
  /** Null shows all sheets. */
  readonly sheet: string | null
  readonly text: string
}

export const everything: FindingFilter = { severities: [], sheet: null, text: '' }

/** Every word of the text must occur somewhere in what the pane shows of a finding; accents and capitals do not count. */
export function filterFindings(
  findings: readonly Finding[],
  filter: FindingFilter,
  language: Language,
): readonly Finding[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean)
  return findings.filter(
    (finding) =>
      (filter.severities.length === 0 || filter.severities.includes(finding.severity)) &&
      (filter.sheet === null || finding.sheet === filter.sheet) &&
      (words.length === 0 || holdsAll(finding, words, language)),
  )
}

function holdsAll(finding: Finding, words: readonly string[], language: Language): boolean {
  const { rule, sheet, cell, lineNumber, message } = finding
  const text = plain([rule, sheet, cell, lineNumber, message[language]].join(' '))
  return words.every((word) => text.includes(word))
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()

export interface SeverityGroup {
  readonly severity: Severity
  /** Also those beyond the limit. */
  readonly count: number
  readonly sheets: readonly SheetGroup[]
}

export interface SheetGroup {
  /** Null: about the workbook as a whole. */
  readonly sheet: string | null
  readonly count: number
  readonly findings: readonly Finding[]
}

/** Errors first, then by sheet in the order in which sheets occur; at most `limit` findings, the counts of all. */
export function groupFindings(findings: readonly Finding[], limit: number): readonly SeverityGroup[] {
  let room = limit
  const take = (group: readonly Finding[]) => {
    const taken = group.slice(0, room)
    room -= taken.length
    return taken
  }
  return severities.flatMap((severity) => {
    const bySheet = Map.groupBy(
      findings.filter((finding) => finding.severity === severity),
      ({ sheet }) => sheet,
    )
    const sheets = [...bySheet].map(([sheet, group]) => ({ sheet, count: group.length, findings: take(group) }))
    const count = sheets.reduce((sum, group) => sum + group.count, 0)
    return count === 0 ? [] : [{ severity, count, sheets: sheets.filter((group) => group.findings.length > 0) }]
  })
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** Sheets that have a finding, in the order in which they occur. */
export function sheetsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ sheet }) => sheet ?? []))]
}

export function isFixable(finding: Finding): finding is FixableFinding {
  return finding.fix !== undefined
}

export interface RuleFixes {
  readonly rule: string
  readonly count: number
  /** The first of them, to show what it is about. */
  readonly example: FixableFinding
}

/** Rules of which several findings have a remedy, most first. */
export function fixableRules(findings: readonly Finding[]): readonly RuleFixes[] {
  return [...Map.groupBy(findings.filter(isFixable), ({ rule }) => rule)]
    .flatMap(([rule, group]) => {
      const [example] = group
      return example === undefined || group.length < 2 ? [] : [{ rule, count: group.length, example }]
    })
    .toSorted((a, b) => b.count - a.count || a.rule.localeCompare(b.rule))
}
