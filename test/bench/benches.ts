/** All benches, in the order in which a budget goes through them. */
import { bigTables } from './big-tables.ts'
import { cellQuestions } from './cell-questions.ts'
import { checkWorkbook } from './check-workbook.ts'
import { commandStart } from './command-start.ts'
import { consolidateBudgets } from './consolidate-budgets.ts'
import type { Bench } from './figure.ts'
import { formulaCells } from './formula-cells.ts'
import { fortyWorkbooks } from './forty-workbooks.ts'
import { judgeAreas } from './judge-areas.ts'
import { judgeRows } from './judge-rows.ts'
import { pushRows } from './push-rows.ts'
import { readAmounts } from './read-amounts.ts'
import { recheckRows } from './recheck-rows.ts'

export const benches: readonly Bench[] = [
  readAmounts,
  judgeRows,
  checkWorkbook,
  recheckRows,
  bigTables,
  fortyWorkbooks,
  pushRows,
  judgeAreas,
  consolidateBudgets,
  cellQuestions,
  formulaCells,
  commandStart,
]
