import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkbookGrid } from './grid.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleGrid, sampleRow, withCells, withSheet } from './sample-workbook.ts'

const lines = ['HOL-001', 'HOL-002', 'HOL-003'].map((lineNumber) =>
  sampleRow('begroting', { lineNumber, side: 'L', nature: 'I', taakveldCode: '8.1', amount0: 31_888_000 }),
)
/** All cells are new objects, as those of a sheet are that Excel was asked for again. */
const readAnew = (grid: WorkbookGrid): WorkbookGrid => withSheet(grid, 'Begroting', (sheet) => structuredClone(sheet))
const after = (grid: WorkbookGrid, changed: WorkbookGrid) =>
  readAreaWorkbook(readAnew(changed), { grid, workbook: readAreaWorkbook(grid) })

/** In the first rows of the table: an amount, one that cannot be read, a code, an empty cell, nothing at all. */
const anyCell = fc.record({
  column: fc.constantFrom('A', 'B', 'G', 'M', 'N', 'O', 'S', 'T', 'AO'),
  row: fc.integer({ min: 5, max: 9 }),
  value: fc.constantFrom<string | number | null>(1_234, 'veel', '8.1', 8.1, '1.234,56', null),
})
const anyEdit = fc.oneof(
  { weight: 8, arbitrary: anyCell.map(({ column, row, value }) => typing(`${column}${row}`, value)) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 7 }).map((gridRow) => removing(gridRow)) },
  { weight: 1, arbitrary: fc.constant(swapping) },
)

describe('reading a workbook again', () => {
  test('[S-114] gives after any edits what reading it for the first time gives', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (edits) => {
        let grid = sampleGrid(lines)
        let workbook = readAreaWorkbook(grid)
        for (const edit of edits) {
          const next = readAnew(edit(grid))
          workbook = readAreaWorkbook(next, { grid, workbook })
          grid = next
          expect(workbook).toEqual(readAreaWorkbook(next))
        }
      }),
    )
  })

  test('keeps the rows of which no cell changed, and what was said of them', () => {
    const grid = withCells(sampleGrid(lines), 'Begroting', { S5: 'veel' })
    const before = readAreaWorkbook(grid)
    const edited = withCells(grid, 'Begroting', { S6: 12 })
    const again = readAreaWorkbook(readAnew(edited), { grid, workbook: before })
    expect(again.rows.begroting.map((row, i) => row === before.rows.begroting[i])).toEqual([true, false, true])
    expect(again.rows.begroting[1]?.row.amount0).toBe(1_200)
    expect(again.readingIssues.map((issue, i) => issue === before.readingIssues[i])).toEqual([true])
  })

  test('reads every row anew when amounts mean something else', () => {
    const grid = sampleGrid(lines)
    const inThousands = withSheet(grid, 'Voorblad', (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells) =>
        cells?.map((cell) => (cell?.kind === 'text' && cell.value === 'euro' ? { ...cell, value: 'x € 1.000' } : cell)),
      ),
    }))
    const again = after(grid, inThousands)
    expect(again.unit).toBe('duizend')
    expect(again.rows.begroting[0]?.row.amount0).toBe(31_888_000_000)
  })

  test('reads every row anew when a column has another heading', () => {
    const grid = sampleGrid(lines)
    const renamed = withSheet(grid, 'Begroting', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((place) => ({
        ...place,
        headings: place.headings.map((heading) => (heading === 'L/B' ? 'Kant' : heading)),
      })),
    }))
    expect(after(grid, renamed).rows.begroting.map(({ unreadable }) => [...unreadable])).toEqual(
      Array.from(lines, () => ['side']),
    )
  })
})

function typing(address: string, value: string | number | null) {
  return (grid: WorkbookGrid) => withCells(grid, 'Begroting', { [address]: value })
}

function removing(gridRow: number) {
  return (grid: WorkbookGrid) =>
    withSheet(grid, 'Begroting', (sheet) => ({ ...sheet, rows: sheet.rows.toSpliced(gridRow, 1) }))
}

function swapping(grid: WorkbookGrid): WorkbookGrid {
  return withSheet(grid, 'Begroting', (sheet) => ({
    ...sheet,
    rows: sheet.rows.with(4, sheet.rows[5]).with(5, sheet.rows[4]),
  }))
}
