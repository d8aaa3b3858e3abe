/** A checker over a workbook in memory, with a clock that the test turns and pauses that it holds. */
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import { expect } from 'vitest'
import { emptyReference, type FieldValue, type Finding, type Row, rowSchema, tableIds } from '#shared/model/index.ts'
import { check } from '#shared/rules/index.ts'
import { readAreaWorkbook, templateDesign, type WorkbookGrid } from '#shared/workbook/index.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { HandClock } from '../ports/hand-clock.test-data.ts'
import { MemoryWorkbook } from '../ports/memory-workbook.test-data.ts'
import { createChecker } from './checker.ts'

export function gridOf(rows: readonly Row[]): WorkbookGrid {
  const ofTable = (table: Row['table']) =>
    rows.filter((row) => row.table === table).map((row) => ({ row, token: null }))
  const design = templateDesign({
    budget: { areaCode: 'HOL', year: 2023, version: 'primitief' },
    state: 'concept',
    reference: exampleReference,
    templateVersion: 1,
    workbookId: '0190a2b4-0000-7000-8000-000000000001',
    rows: Object.fromEntries(tableIds.map((table) => [table, ofTable(table)])),
    controlTotals: null,
    head: null,
    known: [],
  })
  return gridOfDesign(design)
}

export const exampleRows = tableIds.flatMap((table): readonly Row[] => exampleWorkbooks.get('HOL')?.[table] ?? [])
export const line = (lineNumber: string, filled: Readonly<Record<string, FieldValue>> = {}) =>
  rowSchema.parse({ table: 'begroting', lineNumber, ...filled })

export function opened(grid: WorkbookGrid) {
  const workbook = new MemoryWorkbook(grid)
  const clock = new HandClock()
  const pauses: (() => void)[] = []
  const steps = { isHeld: false }
  const idle = () => (steps.isHeld ? new Promise<void>((resolve) => pauses.push(resolve)) : Promise.resolve())
  const checker = createChecker({ workbook, clock: clock.now, idle, timers: clock })
  const kinds: string[] = []
  checker.subscribe(({ kind }) => kinds.push(kind))
  const settled = () => expect.poll(() => checker.current().kind).not.toBe('checking')
  /** The time in which edits are gathered goes by, and what follows from it comes to rest. */
  const gathered = async () => {
    clock.pass(300)
    await settled()
  }
  return { workbook, clock, checker, kinds, steps, pauses, settled, gathered }
}

export const judgedAnew = (grid: WorkbookGrid) => {
  const read = readAreaWorkbook(grid)
  return check(read, read.reference ?? emptyReference)
}

export const found = (findings: readonly Finding[], rule: string) => findings.filter((finding) => finding.rule === rule)
/** Column L/B of the first line, and its first amount. */
export const sideCell = 'L5'
export const amountCell = 'S5'
