import {
  amountFields,
  type BudgetKey,
  type BudgetLine,
  type Draw,
  type DrawKey,
  type Total,
  type TotalKey,
  yearsOf,
} from '#shared/model/index.ts'

/**
 * The lines of one budget added up per calendar year and classification, in cents. An empty amount makes no total;
 * an amount of 0 does. This is the oracle for the totals that the store keeps.
 */
export function totalsOf(budget: BudgetKey, lines: readonly BudgetLine[]): readonly Total[] {
  const years = yearsOf(budget.year)
  return [...groupsOf(lines)].flatMap(({ first, cents, lineCounts }) =>
    years.flatMap((year, offset): readonly Total[] => {
      const lineCount = lineCounts[offset] ?? 0
      return lineCount === 0 ? [] : [{ ...totalKey(budget, first, year), cents: cents[offset] ?? 0, lineCount }]
    }),
  )
}

/** Lines of one classification: any one of them, and for each year of the horizon their sum and their number. */
interface Group {
  readonly first: BudgetLine
  readonly cents: number[]
  readonly lineCounts: number[]
}

function groupsOf(lines: readonly BudgetLine[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const text = classificationText(line)
    const group = groups.get(text) ?? { first: line, cents: [0, 0, 0, 0], lineCounts: [0, 0, 0, 0] }
    groups.set(text, group)
    amountFields.forEach((field, offset) => {
      const cents = line[field]
      if (cents === null) return
      group.cents[offset] = (group.cents[offset] ?? 0) + cents
      group.lineCounts[offset] = (group.lineCounts[offset] ?? 0) + 1
    })
  }
  return groups.values()
}

function classificationText({ programmeCode, goalCode, domain, taakveldCode, categoryCode, side, nature }: BudgetLine) {
  return JSON.stringify([programmeCode, goalCode, domain, taakveldCode, categoryCode, side, nature])
}

/** What must be added to the kept totals when `before` becomes `after`; totals that stay the same are left out. */
export function totalsDelta(before: readonly Total[], after: readonly Total[]): readonly Total[] {
  const delta = new Map<string, Total>()
  for (const total of after) add(delta, totalText(total), total)
  for (const total of before) {
    add(delta, totalText(total), { ...total, cents: -total.cents, lineCount: -total.lineCount })
  }
  return [...delta.values()].filter((total) => total.cents !== 0 || total.lineCount !== 0)
}

/** The same for draws on funding sources. */
export function drawsDelta(before: readonly Draw[], after: readonly Draw[]): readonly Draw[] {
  const delta = new Map<string, Draw>()
  const put = (draw: Draw, sign: 1 | -1) => {
    const text = drawText(draw)
    delta.set(text, { ...draw, cents: (delta.get(text)?.cents ?? 0) + sign * draw.cents })
  }
  for (const draw of after) put(draw, 1)
  for (const draw of before) put(draw, -1)
  return [...delta.values()].filter((draw) => draw.cents !== 0)
}

function add(totals: Map<string, Total>, text: string, total: Total): void {
  const found = totals.get(text)
  const sum = found
    ? { ...found, cents: found.cents + total.cents, lineCount: found.lineCount + total.lineCount }
    : total
  totals.set(text, sum)
}

function totalKey(budget: BudgetKey, line: BudgetLine, year: number): TotalKey {
  return {
    areaCode: budget.areaCode,
    budgetYear: budget.year,
    version: budget.version,
    year,
    programmeCode: line.programmeCode ?? '',
    goalCode: line.goalCode ?? '',
    domain: line.domain ?? '',
    taakveldCode: line.taakveldCode ?? '',
    categoryCode: line.categoryCode ?? '',
    side: line.side ?? '',
    nature: line.nature ?? '',
  }
}

const totalText = (key: TotalKey) =>
  JSON.stringify([
    key.areaCode,
    key.budgetYear,
    key.version,
    key.year,
    key.programmeCode,
    key.goalCode,
    key.domain,
    key.taakveldCode,
    key.categoryCode,
    key.side,
    key.nature,
  ])

const drawText = (key: DrawKey) =>
  JSON.stringify([key.areaCode, key.budgetYear, key.version, key.year, key.sourceCode, key.component])
