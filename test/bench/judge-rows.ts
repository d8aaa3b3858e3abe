import { exampleReference, exampleYear } from '#shared/example/index.ts'
import { type AreaWorkbook, type BudgetLine, rowSchema } from '#shared/model/index.ts'
import { check } from '#shared/rules/index.ts'
import type { Bench, Figure } from './figure.ts'
import { readLineByHand } from './line-by-hand.ts'
import { makeLines } from './make-lines.ts'
import { cpuMsMin, sized } from './measure.ts'

const budgets = 20

/** Does a row fit its schema, and what do the rules say of it: with a hand-written loop beside the schema. */
export const judgeRows: Bench = {
  name: 'judge-rows',
  run(share): readonly Figure[] {
    const workbooks = Array.from({ length: budgets }, (_, i) =>
      workbookOf(makeLines('HOL', sized(5_000, share), i + 1)),
    )
    const rows = workbooks.flatMap((workbook) => workbook.rows.begroting.map(({ row }) => row))
    const schemaMs = cpuMsMin(5, () => expectAll(rows, (row) => rowSchema.safeParse(row).success))
    const handMs = cpuMsMin(5, () => expectAll(rows, (row) => readLineByHand(row) !== undefined))
    const rulesMs = cpuMsMin(5, () => {
      for (const workbook of workbooks) check(workbook, exampleReference)
    })
    return [
      { what: `schema of ${rows.length} rows`, value: schemaMs, unit: 'ms' },
      { what: `the same checks by hand, ${rows.length} rows`, value: handMs, unit: 'ms' },
      { what: 'schema beside the checks by hand', value: schemaMs / handMs, unit: 'x', goal: { atMost: 2 } },
      {
        what: `full check of ${rows.length} rows, processor time`,
        value: rulesMs / 1000,
        unit: 's',
        goal: { atMost: 1 },
      },
    ]
  },
}

function expectAll(rows: readonly BudgetLine[], fits: (row: BudgetLine) => boolean): void {
  for (const row of rows) if (!fits(row)) throw new Error(`Line ${row.lineNumber} is refused.`)
}

/** As the server has it: rows from its store, without places in a sheet. */
function workbookOf(lines: readonly BudgetLine[]): AreaWorkbook {
  const unreadable: ReadonlySet<string> = new Set()
  return {
    budget: { areaCode: 'HOL', year: exampleYear, version: 'primitief' },
    unit: 'euro',
    controlTotals: [],
    rows: {
      begroting: lines.map((row) => ({ row, isHeldBack: false, unreadable, token: null, gridRow: null })),
      inzet: [],
      dekking: [],
      besluiten: [],
      jaarplan: [],
    },
    readingIssues: [],
    gridIssues: [],
    columns: {},
    reference: exampleReference,
  }
}
