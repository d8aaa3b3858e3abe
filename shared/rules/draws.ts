/** What this budget draws on sources, for rules over the workbook. */
import { amountFields, countCoverage, countLine, type Draw, drawsIn } from '#shared/model/index.ts'
import { sumIn, type WholeFacts } from './facts.ts'
import type { FieldsRead, RowSum } from './rule.ts'

const sum: RowSum = {
  begroting: ({ row }, _facts, add) => countLine(row, add),
  dekking: ({ row }, { budget, lineByNumber }, add) =>
    countCoverage(row, lineByNumber.get(row.budgetLineNumber ?? '')?.row, budget.year, add),
}

const reads = {
  begroting: ['lineNumber', 'side', 'sourceCode', 'component', ...amountFields],
  dekking: ['budgetLineNumber', 'year', 'sourceCode', 'component', 'amountCents'],
} as const satisfies FieldsRead

/** What a rule says of itself that looks at the draws. */
export const lookingAtDraws = { reads, sums: [sum] } as const

export function drawsOfBudget(facts: WholeFacts): readonly Draw[] {
  return drawsIn(sumIn(facts, sum), facts.budget)
}
