import { exampleReference } from '#shared/example/index.ts'
import type { AreaWorkbook, Reference } from '#shared/model/index.ts'
import { check, recheck, recheckInSteps } from '#shared/rules/index.ts'
import { readAreaWorkbook, type WorkbookGrid } from '#shared/workbook/index.ts'
import { readXlsx } from '../../xlsx/index.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { makeWorkbook } from './make-workbook.ts'
import { cpuMsMin, sized } from './measure.ts'

/** What a person waits for on every change: the pane has the grid of the open workbook and wants its findings. */
export const checkWorkbook: Bench = {
  name: 'check-workbook',
  run(share): readonly Figure[] {
    const rows = sized(2_500, share)
    const grid = readXlsx(makeWorkbook('HOL', makeLines('HOL', rows, 1), exampleReference))
    const workbook = readAreaWorkbook(grid)
    const reference = workbook.reference ?? exampleReference
    const checkMs = cpuMsMin(30, () => check(workbook, reference))
    const gridMs = cpuMsMin(30, () => check(readAreaWorkbook(grid), reference))
    return [
      { what: `check of a workbook of ${rows} rows`, value: checkMs, unit: 'ms', goal: { atMost: 30 } },
      { what: `grid to rows to check, ${rows} rows`, value: gridMs, unit: 'ms' },
      {
        what: `sheet of ${rows} rows read anew after an edit, and checked`,
        value: editMs(grid, workbook, reference),
        unit: 'ms',
      },
      {
        what: `longest step of that check`,
        value: longestStepMs(workbook, reference),
        unit: 'ms',
        goal: { atMost: 50 },
      },
    ]
  },
}

/** All cells of the sheet are new objects, as a sheet has them that was asked of Excel again; in one row an amount differs. */
function editMs(grid: WorkbookGrid, workbook: AreaWorkbook, reference: Reference): number {
  const column = workbook.columns.begroting?.byField.get('amount0') ?? 0
  const gridRow = workbook.rows.begroting[0]?.gridRow ?? 0
  const edits = Array.from({ length: 10 }, (_, i) => {
    const sheets = grid.sheets.map((sheet) => {
      if (sheet.name !== workbook.columns.begroting?.sheet) return sheet
      const copy = structuredClone(sheet)
      const cells = copy.rows[gridRow]?.with(column, { kind: 'number', value: i })
      return { ...copy, rows: copy.rows.with(gridRow, cells) }
    })
    return { ...grid, sheets }
  })
  const before = recheck(null, workbook, reference)
  const checkAll = () => {
    for (const edited of edits) recheck(before, readAreaWorkbook(edited, { grid, workbook }), reference)
  }
  return cpuMsMin(10, checkAll) / edits.length
}

/** Of five checks the best: a step is what keeps the pane from doing anything else. */
function longestStepMs(workbook: AreaWorkbook, reference: Reference): number {
  const longest = Array.from({ length: 5 }, () => {
    const steps = recheckInSteps(null, workbook, reference)
    let longestMs = 0
    for (let isDone = false; !isDone; ) {
      const startMs = performance.now()
      isDone = steps.next().done === true
      longestMs = Math.max(longestMs, performance.now() - startMs)
    }
    return longestMs
  })
  return Math.min(...longest)
}
