/** What one budget draws on funding sources. The store keeps the result; rules and consolidation judge and show it. */
import type { BudgetKey } from './budget.ts'
import { amountFields, horizonYears } from './fields.ts'
import type { BudgetLine, Coverage } from './rows.ts'
import type { Draw } from './total.ts'

/**
 * Lasten minus baten of a line in one year of the horizon, in cents: what must come from a source. Negative for baten;
 * 0 for a line that does not say which of the two it is.
 */
export function needOf(line: BudgetLine, offset: number): number {
  const field = amountFields[offset]
  const cents = field === undefined ? null : line[field]
  if (cents === null || cents === 0) return 0
  if (line.side === 'L') return cents
  return line.side === 'B' ? -cents : 0
}

/**
 * Draws per source, component and calendar year of the horizon, in cents and without zeros, in the order of source,
 * component and year. A row of tblDekking draws on its source, whatever line it names; the line's own source is drawn on
 * for what those rows leave of its need. That remainder may be negative: an amendment shifts coverage from one source to
 * another that way, and so draws of the original budget and its amendments simply add up. Of lines with the same number
 * the first is the one that tblDekking means.
 */
export function drawsOf(
  budget: BudgetKey,
  lines: readonly BudgetLine[],
  coverages: readonly Coverage[],
): readonly Draw[] {
  const sums: DrawSums = new Map()
  const covered = new Map<string, number[]>()
  for (const { budgetLineNumber, year, sourceCode, component, amountCents } of coverages) {
    const offset = year === null ? -1 : year - budget.year
    if (offset < 0 || offset >= horizonYears || amountCents === null) continue
    if (sourceCode !== null) addTo(yearsIn(sums, sourceCode, component), offset, amountCents)
    if (budgetLineNumber !== null) addTo(yearsOfKey(covered, budgetLineNumber), offset, amountCents)
  }
  for (const line of lines) {
    const rows = covered.get(line.lineNumber)
    covered.delete(line.lineNumber)
    if (line.sourceCode === null) continue
    const years = yearsIn(sums, line.sourceCode, line.component)
    for (let offset = 0; offset < horizonYears; offset++) {
      addTo(years, offset, needOf(line, offset) - (rows?.[offset] ?? 0))
    }
  }
  return drawsIn(sums, budget)
}

/** Source -> component ('' when none) -> cents of each year of the horizon. */
type DrawSums = Map<string, Map<string, number[]>>

/** Looked up once a line: a budget has thousands of lines and few sources. */
function yearsIn(sums: DrawSums, sourceCode: string, component: string | null): number[] {
  let ofSource = sums.get(sourceCode)
  if (ofSource === undefined) {
    ofSource = new Map()
    sums.set(sourceCode, ofSource)
  }
  return yearsOfKey(ofSource, component ?? '')
}

function yearsOfKey(sums: Map<string, number[]>, key: string): number[] {
  let years = sums.get(key)
  if (years === undefined) {
    years = Array.from({ length: horizonYears }, () => 0)
    sums.set(key, years)
  }
  return years
}

function addTo(years: number[], offset: number, cents: number): void {
  years[offset] = (years[offset] ?? 0) + cents
}

function drawsIn(sums: DrawSums, { areaCode, year: budgetYear, version }: BudgetKey): readonly Draw[] {
  return sorted(sums).flatMap(([sourceCode, components]) =>
    sorted(components).flatMap(([component, years]) =>
      years.flatMap((cents, offset) =>
        cents === 0 ? [] : [{ areaCode, budgetYear, version, year: budgetYear + offset, sourceCode, component, cents }],
      ),
    ),
  )
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
