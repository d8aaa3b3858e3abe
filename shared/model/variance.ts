/** How what happened, or is expected to, differs from what was budgeted: per line and per programme, V or N. */
import type { AmountField } from './fields.ts'
import type { BudgetLine } from './rows.ts'

/** Cents of one year. */
export interface Variance {
  readonly side: 'L' | 'B'
  readonly budgetedCents: number
  readonly actualCents: number
}

export interface LineVariance extends Variance {
  readonly lineNumber: string
  /** The lines that bear the number, of each the first; null: only the other side has one. */
  readonly budgeted: BudgetLine | null
  readonly actual: BudgetLine | null
}

export interface ProgrammeVariance extends Variance {
  readonly programmeCode: string
}

/**
 * Whether a difference from the budget is favourable (`V`, voordeel) or not (`N`, nadeel): fewer lasten and more baten
 * are. `-` when there is no difference. Both amounts in cents.
 */
export function favourable(actualCents: number, budgetedCents: number, side: 'L' | 'B'): 'V' | 'N' | '-' {
  if (actualCents === budgetedCents) return '-'
  return actualCents < budgetedCents === (side === 'L') ? 'V' : 'N'
}

/** By number and side, in the order of the budget; then what only happened. Lines without L or B are left out (GB-301). */
export function lineVariances(
  budgeted: readonly BudgetLine[],
  actual: readonly BudgetLine[],
  field: AmountField,
): readonly LineVariance[] {
  return pairs(budgeted, actual, field, ({ lineNumber }) => lineNumber).map(({ key, ...pair }) => ({
    lineNumber: key,
    ...pair,
  }))
}

/** By programme and side. A line without a programme is under '', as in totals. */
export function programmeVariances(
  budgeted: readonly BudgetLine[],
  actual: readonly BudgetLine[],
  field: AmountField,
): readonly ProgrammeVariance[] {
  return pairs(budgeted, actual, field, ({ programmeCode }) => programmeCode ?? '').map(
    ({ key, side, budgetedCents, actualCents }) => ({ programmeCode: key, side, budgetedCents, actualCents }),
  )
}

interface Pair extends Variance {
  readonly key: string
  readonly budgeted: BudgetLine | null
  readonly actual: BudgetLine | null
}

function pairs(
  budgeted: readonly BudgetLine[],
  actual: readonly BudgetLine[],
  field: AmountField,
  keyOf: (line: BudgetLine) => string,
): readonly Pair[] {
  const found = new Map<string, { -readonly [K in keyof Pair]: Pair[K] }>()
  const pairOf = (line: BudgetLine) => {
    const { side } = line
    if (side !== 'L' && side !== 'B') return undefined
    const key = keyOf(line)
    const text = `${side}${key}`
    const pair = found.get(text) ?? { key, side, budgeted: null, actual: null, budgetedCents: 0, actualCents: 0 }
    found.set(text, pair)
    return pair
  }
  for (const line of budgeted) {
    const pair = pairOf(line)
    if (pair === undefined) continue
    pair.budgeted ??= line
    pair.budgetedCents += line[field] ?? 0
  }
  for (const line of actual) {
    const pair = pairOf(line)
    if (pair === undefined) continue
    pair.actual ??= line
    pair.actualCents += line[field] ?? 0
  }
  return [...found.values()]
}
