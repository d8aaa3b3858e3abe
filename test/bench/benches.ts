/** All benches, in the order in which a budget goes through them. */
import { cellQuestions } from './cell-questions.ts'
import { checkWorkbook } from './check-workbook.ts'
import { commandStart } from './command-start.ts'
import { consolidateBudgets } from './consolidate-budgets.ts'
import type { Bench } from './figure.ts'
import { fortyWorkbooks } from './forty-workbooks.ts'
import { judgeRows } from './judge-rows.ts'
import { pushRows } from './push-rows.ts'
import { readAmounts } from './read-amounts.ts'

/** The part of the full size at which `--short` and the tests run: enough to see that everything runs. */
export const shortShare = 0.01

export const benches: readonly Bench[] = [
  readAmounts,
  judgeRows,
  checkWorkbook,
  fortyWorkbooks,
  pushRows,
  consolidateBudgets,
  cellQuestions,
  commandStart,
]
