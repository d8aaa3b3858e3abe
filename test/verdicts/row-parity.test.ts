/** GEBIED.CONTROLE says of the values of a row what the check of a file says of that row, were it the only one. */
import { describe, expect, test } from 'vitest'
import type { Cell } from '#shared/cells/index.ts'
import { type AreaWorkbook, type Finding, type TableId, tableIds } from '#shared/model/index.ts'
import { check, rules } from '#shared/rules/index.ts'
import { readAreaWorkbook, type WorkbookGrid } from '#shared/workbook/index.ts'
import { templateTables } from '#shared/workbook/tables.ts'
import { judgeRow } from '../../addin/functions/judge-row.ts'
import { readXlsx } from '../../xlsx/index.ts'
import { draftFile } from './draft-file.ts'
import { plantedReference } from './planted-lists.ts'
import { nurseries, plants } from './plants.ts'

/** The function has no version, so rows count as those of an original budget. */
const originals = plants.filter(({ nursery }) => nurseries[nursery]().version === 'primitief')
const ofRows = new Set(rules.filter(({ on }) => on === 'row' || on === 'reading').map(({ id }) => id))

describe('[S-118] a row', () => {
  test.for(originals)('with $rule is judged the same by the function', ({ nursery, plant }) => {
    const draft = nurseries[nursery]()
    plant(draft)
    const grid = readXlsx(draftFile(draft, '0193ffff-0000-7000-8000-000000000001'))
    const workbook = readAreaWorkbook(grid)
    for (const table of tableIds) {
      for (const { gridRow } of workbook.rows[table]) {
        if (gridRow === null) continue
        const row = { cells: cellsOf(grid, table, gridRow), headings: headingsOf(grid, table), year: draft.year }
        expect(saidOf(judgeRow(row, plantedReference) ?? [])).toEqual(saidOf(judgedAlone(workbook, table, gridRow)))
      }
    }
  })
})

/** The findings about the row itself when nothing else stands in the workbook. */
function judgedAlone(workbook: AreaWorkbook, table: TableId, gridRow: number): readonly Finding[] {
  const row = workbook.rows[table].filter((placed) => placed.gridRow === gridRow)
  const [first] = row.map((placed) => placed.row)
  const areaCode = first?.table === 'begroting' ? (first.areaCode ?? '') : ''
  const alone = {
    ...workbook,
    budget: { ...workbook.budget, areaCode },
    rows: { ...emptyRows, [table]: row },
    readingIssues: workbook.readingIssues.filter((issue) => issue.table === table && issue.gridRow === gridRow),
    gridIssues: [],
  }
  return check(alone, plantedReference).filter(({ rule }) => ofRows.has(rule))
}

const emptyRows = { begroting: [], inzet: [], dekking: [], besluiten: [], jaarplan: [] }

function saidOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity, field, message }) => `${severity} ${rule} ${field}: ${message.nl}`).toSorted()
}

function sheetOf(grid: WorkbookGrid, table: TableId) {
  const sheet = grid.sheets.find(({ name }) => name === templateTables[table].sheet)
  if (sheet === undefined) throw new Error(`The workbook has no sheet for ${table}.`)
  return sheet
}

function headingsOf(grid: WorkbookGrid, table: TableId): readonly string[] {
  return sheetOf(grid, table).tables[0]?.headings ?? []
}

function cellsOf(grid: WorkbookGrid, table: TableId, gridRow: number): readonly Cell[] {
  const cells = sheetOf(grid, table).rows[gridRow] ?? []
  return headingsOf(grid, table).map((_heading, column) => cells[column] ?? { kind: 'empty' })
}
