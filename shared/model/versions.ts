/**
 * The versions of one area's budget year beside each other. What the law calls the budget after amendment is the original
 * budget with the mutations of adopted amendments (BBV art. 18); nobody keeps it, it is derived here.
 */
import type { Cents } from '#shared/cells/index.ts'
import { amountFields } from './fields.ts'
import type { BudgetLine } from './rows.ts'

export interface VersionLines {
  /** `primitief`; null when it is not at hand. */
  readonly original: readonly BudgetLine[] | null
  /** The signed mutations of each adopted amendment, the first amendment first. */
  readonly amendments: readonly (readonly BudgetLine[])[]
  /** The budget after amendment as another system delivered it; null when there is none. */
  readonly delivered: readonly BudgetLine[] | null
}

/**
 * The original lines with their mutations, and after them the lines that amendments brought. A mutation changes the line
 * that it names by `changesNumber` when it stands on the same programme and side, or leaves them empty; every other
 * mutation is a line of its own, so that the sums per programme are those of the lines as they stand. Cents.
 */
export function amendedLines(
  original: readonly BudgetLine[],
  amendments: readonly (readonly BudgetLine[])[],
): readonly BudgetLine[] {
  const lines = [...original]
  const positions = new Map<string, number>()
  lines.forEach(({ lineNumber }, at) => {
    if (!positions.has(lineNumber)) positions.set(lineNumber, at)
  })
  for (const mutation of amendments.flat()) {
    const at = mutation.changesNumber === null ? undefined : positions.get(mutation.changesNumber)
    const changed = at === undefined ? undefined : lines[at]
    if (at !== undefined && changed !== undefined && isOnSamePlace(mutation, changed))
      lines[at] = sum(changed, mutation)
    else {
      if (!positions.has(mutation.lineNumber)) positions.set(mutation.lineNumber, lines.length)
      lines.push(mutation)
    }
  }
  return lines
}

/**
 * What actuals are held against: the derived budget after amendment. Only where the original is not at hand, as delivered;
 * null when that is not there either.
 */
export function budgetAfterAmendment({ original, amendments, delivered }: VersionLines): readonly BudgetLine[] | null {
  return original === null ? delivered : amendedLines(original, amendments)
}

function isOnSamePlace(mutation: BudgetLine, line: BudgetLine): boolean {
  const { programmeCode, side } = mutation
  return (programmeCode === null || programmeCode === line.programmeCode) && (side === null || side === line.side)
}

/** A year that both leave empty stays empty. A sum of amendments may pass the bound of one amount, so it is not parsed. */
function sum(line: BudgetLine, mutation: BudgetLine): BudgetLine {
  const amounts = amountFields.map((field) => {
    const isEmpty = line[field] === null && mutation[field] === null
    return [field, isEmpty ? null : (((line[field] ?? 0) + (mutation[field] ?? 0)) as Cents)]
  })
  return { ...line, ...Object.fromEntries(amounts) }
}
