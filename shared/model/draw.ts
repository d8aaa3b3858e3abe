/** What one budget draws on funding sources. The store keeps the result; rules and consolidation judge and show it. */
import type { BudgetKey } from './budget.ts'
import { amountFields, horizonYears } from './fields.ts'
import type { BudgetLine, Coverage } from './rows.ts'
import { type Add, countingFrom, type Tally } from './tally.ts'
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
  const counting = countingFrom(new Map())
  const firstByNumber = new Map<string, BudgetLine>()
  for (const line of lines) {
    countLine(line, counting.add)
    if (!firstByNumber.has(line.lineNumber)) firstByNumber.set(line.lineNumber, line)
  }
  for (const coverage of coverages) {
    const { budgetLineNumber } = coverage
    const line = budgetLineNumber === null ? undefined : firstByNumber.get(budgetLineNumber)
    countCoverage(coverage, line, budget.year, counting.add)
  }
  return drawsIn(counting.tally, budget)
}

/** The need of a line, from its own source. */
export function countLine(line: BudgetLine, add: Add): void {
  if (line.sourceCode === null) return
  const key = keyOf(line.sourceCode, line.component)
  for (let offset = 0; offset < horizonYears; offset++) add(key, offset, needOf(line, offset))
}

/** What a row of tblDekking takes from its source, and with that leaves in the own source of the line that it names. */
export function countCoverage(coverage: Coverage, line: BudgetLine | undefined, budgetYear: number, add: Add): void {
  const { year, sourceCode, component, amountCents } = coverage
  const offset = year === null ? -1 : year - budgetYear
  if (offset < 0 || offset >= horizonYears || amountCents === null) return
  if (sourceCode !== null) add(keyOf(sourceCode, component), offset, amountCents)
  if (line !== undefined && line.sourceCode !== null) add(keyOf(line.sourceCode, line.component), offset, -amountCents)
}

/** The draws of a tally of lines and rows of tblDekking. */
export function drawsIn(tally: Tally, { areaCode, year: budgetYear, version }: BudgetKey): readonly Draw[] {
  return [...tally]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, years]) => {
      const [sourceCode = '', component = ''] = key.split(keySeparator)
      return years.flatMap((cents, offset) =>
        cents === 0 ? [] : [{ areaCode, budgetYear, version, year: budgetYear + offset, sourceCode, component, cents }],
      )
    })
}

/** No cell can hold it, and it comes before all that cells can hold: keys are in the order of source and component. */
const keySeparator = '\u0000'

function keyOf(sourceCode: string, component: string | null): string {
  return component === null ? sourceCode : `${sourceCode}${keySeparator}${component}`
}
