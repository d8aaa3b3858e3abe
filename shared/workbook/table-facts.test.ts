import { describe, expect, test } from 'vitest'
import { type Area, cellKey, type SheetGrid, type WorkbookGrid } from './grid.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleGrid, sampleRow, withCells, withSheet } from './sample-workbook.ts'

const lines = [1, 2, 3].map((number) =>
  sampleRow('begroting', { lineNumber: `HOL-00${number}`, amount0: number * 10_000, amount1: 500 }),
)
const issuesOf = (grid: WorkbookGrid) => readAreaWorkbook(grid).gridIssues
const changed = (change: Partial<SheetGrid>) =>
  withSheet(sampleGrid(lines), 'Begroting', (sheet) => ({ ...sheet, ...change }))
const withFormulas = (
  grid: WorkbookGrid,
  sheetName: string,
  formulas: readonly (readonly [number, number, string])[],
) =>
  withSheet(grid, sheetName, (sheet) => ({
    ...sheet,
    formulas: new Map(formulas.map(([row, column, text]) => [cellKey(row, column), text])),
  }))

const merge = (area: Area) => issuesOf(changed({ merges: [area] }))

describe('[S-12] [GB-107] a merge', () => {
  test('in the body of a table is reported with its place', () => {
    expect(merge({ top: 4, left: 2, bottom: 5, right: 3 })).toEqual([
      { kind: 'merged', table: 'begroting', sheet: 'Begroting', gridRow: 4, gridColumn: 2, area: 'C5:D6' },
    ])
  })

  test('above or beside the table is no matter', () => {
    expect(merge({ top: 0, left: 0, bottom: 1, right: 9 })).toEqual([])
    expect(merge({ top: 4, left: 60, bottom: 5, right: 61 })).toEqual([])
  })
})

describe('[S-12] [GB-105] hidden amounts', () => {
  test('in a hidden row are counted once, with all their columns', () => {
    expect(issuesOf(changed({ hiddenRows: new Set([5, 20]) }))).toEqual([
      { kind: 'hidden-amounts', table: 'begroting', sheet: 'Begroting', count: 1, cents: 20_500 },
    ])
  })

  test('in a hidden column are those of all rows; where row and column cross, once', () => {
    expect(issuesOf(changed({ hiddenColumns: new Set([18]), hiddenRows: new Set([4]) }))).toEqual([
      {
        kind: 'hidden-amounts',
        table: 'begroting',
        sheet: 'Begroting',
        count: 2,
        cents: 10_000 + 500 + 20_000 + 30_000,
      },
    ])
  })

  test('are none when what is hidden holds no amounts', () => {
    expect(issuesOf(changed({ hiddenColumns: new Set([0, 37]) }))).toEqual([])
  })
})

describe('[S-12] [GB-106] a total', () => {
  test.for(['Totaal', 'totaal lasten', 'Subtotaal fysiek', 'Total'])('is seen in "%s"', (label) => {
    expect(issuesOf(withCells(sampleGrid(lines), 'Begroting', { F7: label }))).toEqual([
      { kind: 'total-row', table: 'begroting', sheet: 'Begroting', gridRow: 6, label },
    ])
  })

  test.for(['Totaalaanpak wijk', 'Tot en met mei', 'Het totaal'])('is not seen in "%s"', (label) => {
    expect(issuesOf(withCells(sampleGrid(lines), 'Begroting', { F7: label }))).toEqual([])
  })

  test('may be labelled in the first column, but not in a note', () => {
    expect(issuesOf(withCells(sampleGrid(lines), 'Begroting', { A7: 'Totaal' }))).toHaveLength(1)
    expect(issuesOf(withCells(sampleGrid(lines), 'Begroting', { AC7: 'Totaal van drie offertes' }))).toEqual([])
  })
})

describe('[GB-109] a formula that was overwritten', () => {
  const hours = [1, 2, 3].map((number) =>
    sampleRow('inzet', { lineNumber: `HOL-I00${number}`, hours: 100, rateCents: 8_000, amountCents: 8_000 }),
  )

  test('is a typed amount among formulas', () => {
    const own = { ...hours[0], lineNumber: 'HOL-I004', amountCents: null }
    const grid = withCells(sampleGrid([...hours, sampleRow('inzet', own)]), 'Inzet', { H8: 99 })
    expect(issuesOf(grid)).toEqual([
      {
        kind: 'formula-overwritten',
        table: 'inzet',
        sheet: 'Inzet',
        gridRow: 7,
        gridColumn: 7,
        field: 'amountCents',
        lineNumber: 'HOL-I004',
        text: 'Bedrag',
      },
    ])
  })

  test('is none in a column of typed amounts with a sum here and there', () => {
    expect(issuesOf(withFormulas(sampleGrid(lines), 'Begroting', [[4, 18, '40+60']]))).toEqual([])
  })
})

describe('[GB-110] a link to another file', () => {
  test.for([
    ['[bron.xlsx]Blad1!A1', 'bron.xlsx'],
    ["'C:\\map\\[bron 2.xlsm]Blad 1'!$A$1*2", 'bron 2.xlsm'],
    ["1+'[3]Blad 1'!A1", '[3]'],
    ['[12]Blad1!$A$1', '[12]'],
    ['WEBSERVICE("https://voorbeeld.nl/x?a=1")', 'https://voorbeeld.nl/x?a=1'],
  ])('is seen in %s', ([formula = '', file]) => {
    const issues = issuesOf(withFormulas(sampleGrid(lines), 'Begroting', [[4, 18, formula]]))
    expect(issues).toMatchObject([{ kind: 'external-link', gridRow: 4, gridColumn: 18, field: 'amount0', text: file }])
  })

  test.for([
    'SUM(tblBegroting[2023])+Blad1!A1',
    'tblInzet[[#This Row],[2023]]*Codes!A1',
    'SUMIFS(tblBegroting[2024],tblBegroting[L/B],"L")',
    'A1*2',
  ])('is not seen in %s', (formula) => {
    expect(issuesOf(withFormulas(sampleGrid(lines), 'Begroting', [[4, 18, formula]]))).toEqual([])
  })
})
