/**
 * What covers a line: rows of tblDekking first, then the line's own source takes what they leave. And the other way round:
 * what a source is used for.
 */
import { amountFields, type BudgetLine, type Coverage, needOf, type Source } from '#shared/model/index.ts'
import { type Facts, lineOf, sourceOf } from './facts.ts'

/** Reserve movements cover others, internal charges are covered by the other area, and a taakstelling is to be found yet. */
const typesWithoutCoverage: ReadonlySet<string> = new Set(['reserve', 'intern', 'taakstelling'])

/** Of one year of the horizon, in cents. */
export interface LineCoverage {
  /** Lasten minus baten. */
  readonly need: number
  /** What rows of tblDekking cover. */
  readonly byRows: number
  /** What is left for the line's own source; negative when the rows cover more than the need. */
  readonly remainder: number
  /** The part of the need that nothing covers that has been decided. */
  readonly uncovered: number
}

/** Undefined when it cannot be told: a row of tblDekking that may be about this line was not wholly read. */
export function coverageOf(line: BudgetLine, offset: number, facts: Facts): LineCoverage | undefined {
  if (!facts.isCoverageKnown) return undefined
  const need = needOf(line, offset)
  let byRows = 0
  let undecided = 0
  for (const { row, unreadable } of rowsCovering(line, facts)) {
    if (unreadable.size > 0) return undefined
    if (row.year !== facts.years[offset] || row.amountCents === null) continue
    byRows += row.amountCents
    if (isUndecided(sourceOf(facts, row.sourceCode))) undecided += row.amountCents
  }
  const remainder = need - byRows
  const isCoveredBySource = line.sourceCode !== null && !isUndecided(sourceOf(facts, line.sourceCode))
  return { need, byRows, remainder, uncovered: Math.min(need, undecided + (isCoveredBySource ? 0 : remainder)) }
}

export function needsCoverage({ lineType }: BudgetLine): boolean {
  return lineType === null || !typesWithoutCoverage.has(lineType)
}

/** Money that is still to be decided is no coverage. A source that is not in the lists has a finding of its own. */
export function isUndecided(source: Source | undefined): boolean {
  return source?.status === 'nog te besluiten'
}

/** The use of a source: by a line that names it as its own, or by a row of tblDekking. */
export interface SourceUse {
  readonly source: Source
  /** What the source is used for; undefined when the row names no line that was wholly read. */
  readonly line: BudgetLine | undefined
}

/** Undefined when the row names no source, or one that is not in the lists. */
export function useOf(row: BudgetLine | Coverage, facts: Facts): SourceUse | undefined {
  const source = sourceOf(facts, row.sourceCode)
  if (source === undefined) return undefined
  return { source, line: row.table === 'begroting' ? row : lineOf(facts, row.budgetLineNumber) }
}

/** Where a row draws on its source outside these calendar years: the field that says so, and the year. */
export function drawsOutside(
  years: readonly number[],
  row: BudgetLine | Coverage,
  facts: Facts,
): readonly { readonly field: string; readonly year: number }[] {
  if (row.table === 'dekking') {
    return row.year === null || !row.amountCents || years.includes(row.year) ? [] : [{ field: 'year', year: row.year }]
  }
  const found: { field: string; year: number }[] = []
  facts.years.forEach((year, offset) => {
    if (!years.includes(year) && coverageOf(row, offset, facts)?.remainder) {
      found.push({ field: amountFields[offset] ?? '', year })
    }
  })
  return found
}

/** tblDekking means the first line with the number that it names. */
export function rowsCovering(line: BudgetLine, facts: Facts) {
  const rows = facts.coveragesByLine.get(line.lineNumber)
  return rows !== undefined && facts.lineByNumber.get(line.lineNumber)?.row === line ? rows : []
}
