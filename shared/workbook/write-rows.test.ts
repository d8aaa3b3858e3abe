import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '#shared/model/index.ts'
import type { WorkbookGrid } from './grid.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleGrid, sampleRow, withCells, withEdits, withSheet } from './sample-workbook.ts'
import { editsForRows, type RowWrite } from './write-rows.ts'

const line = sampleRow('begroting', {
  lineNumber: 'HOL-001',
  description: 'Kernteam',
  amount0: 31_888_000,
  from: '2023-01-01',
})
const plan = (grid: WorkbookGrid, ...writes: RowWrite[]) => editsForRows(readAreaWorkbook(grid), grid, writes)
const valuesOf = ({ table: _table, ...values }: Row) => values
const add = (row: Row): RowWrite => ({
  kind: 'add',
  table: row.table,
  values: valuesOf(row),
  token: `t ${row.lineNumber}`,
})

describe('a changed row', () => {
  test('gets only the cells that read differently, in euros and serials', () => {
    const values = { description: 'Kernteam', amount0: 12_345, from: '2023-04-01', note: '=geen formule' }
    expect(plan(sampleGrid([line]), { kind: 'change', table: 'begroting', gridRow: 4, values })).toEqual({
      edits: [
        {
          sheet: 'Begroting',
          cells: [
            { row: 4, column: 18, value: 123.45 },
            { row: 4, column: 28, value: '=geen formule' },
            { row: 4, column: 32, value: 45_017 },
          ],
          tables: [],
        },
      ],
      unplaced: [],
    })
  })

  test('keeps the notation of a cell that already means the value, and loses a value that is gone', () => {
    const grid = withCells(sampleGrid([line]), 'Begroting', { S5: '€ 318.880', F5: ' Kernteam ' })
    const values = { description: 'Kernteam', amount0: 31_888_000, from: null }
    expect(plan(grid, { kind: 'change', table: 'begroting', gridRow: 4, values }).edits[0]?.cells).toEqual([
      { row: 4, column: 32, value: null },
    ])
  })

  test('gets a token, loses it or keeps it', () => {
    const grid = sampleGrid([line])
    const change = { kind: 'change', table: 'begroting', gridRow: 4, values: {} } as const
    expect(plan(grid, { ...change, token: 'nieuw' }).edits[0]?.cells).toEqual([{ row: 4, column: 40, value: 'nieuw' }])
    expect(plan(grid, { ...change, token: null }).edits[0]?.cells).toEqual([{ row: 4, column: 40, value: null }])
    expect(plan(grid, change).edits).toEqual([])
  })

  test('in a workbook of thousands is written in thousands, to the cent', () => {
    const grid = withCells(sampleGrid([line]), 'Voorblad', { B7: 'x € 1.000' })
    const { edits } = plan(grid, { kind: 'change', table: 'begroting', gridRow: 4, values: { amount1: 123_456 } })
    expect(edits[0]?.cells).toEqual([{ row: 4, column: 19, value: 1.23456 }])
    expect(readAreaWorkbook(withEdits(grid, edits)).rows.begroting[0]?.row.amount1).toBe(123_456)
  })

  test('in a workbook that counts from 1904 gets the serial of that system', () => {
    const grid = withCells(sampleGrid([line]), 'Begroting', { A4: { kind: 'text', value: 'Gebied', dateSystem: 1904 } })
    const { edits } = plan(grid, { kind: 'change', table: 'begroting', gridRow: 4, values: { to: '2023-12-31' } })
    expect(edits[0]?.cells).toEqual([{ row: 4, column: 33, value: 45_291 - 1_462 }])
  })
})

describe('a new row', () => {
  test('fills the first empty row at the end of its table', () => {
    const { edits } = plan(sampleGrid([line]), add(sampleRow('begroting', { lineNumber: 'HOL-002' })))
    expect(edits).toEqual([
      {
        sheet: 'Begroting',
        cells: [
          { row: 5, column: 1, value: 'HOL-002' },
          { row: 5, column: 40, value: 't HOL-002' },
        ],
        tables: [],
      },
    ])
  })

  test('makes a full table grow', () => {
    const full = Array.from({ length: 25 }, (_, index) => sampleRow('dekking', { lineNumber: `HOL-D${index}` }))
    const { edits } = plan(
      sampleGrid(full),
      add(sampleRow('dekking', { lineNumber: 'HOL-D90' })),
      add(sampleRow('dekking', { lineNumber: 'HOL-D91' })),
    )
    expect(edits[0]?.tables).toEqual([{ name: 'tblDekking', bottom: 30 }])
    expect(edits[0]?.cells.map(({ row, value }) => [row, value])).toEqual([
      [29, 'HOL-D90'],
      [29, 't HOL-D90'],
      [30, 'HOL-D91'],
      [30, 't HOL-D91'],
    ])
  })

  test('is not written over what stands below the table, nor over its totals row', () => {
    const full = Array.from({ length: 25 }, (_, index) => sampleRow('dekking', { lineNumber: `HOL-D${index}` }))
    const write = add(sampleRow('dekking', { lineNumber: 'HOL-D90' }))
    const blocked = withCells(sampleGrid(full), 'Dekking', { C30: 'Let op: alleen 2023' })
    expect(plan(blocked, write)).toEqual({ edits: [], unplaced: [{ write, reason: 'no-room' }] })
    const totals = withSheet(sampleGrid(full), 'Dekking', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((place) => ({ ...place, area: { ...place.area, bottom: 29 }, hasTotalsRow: true })),
    }))
    expect(plan(totals, write).unplaced).toEqual([{ write, reason: 'no-room' }])
  })

  test('does not take the place of a row of which only the token is left', () => {
    const grid = withCells(sampleGrid([line]), 'Begroting', { AL6: 'oud' })
    const { edits } = plan(grid, add(sampleRow('begroting', { lineNumber: 'HOL-002' })))
    expect(edits[0]?.cells[0]?.row).toBe(6)
  })

  test('of a table that is not there is reported', () => {
    const grid = sampleGrid([])
    const without = { ...grid, sheets: grid.sheets.filter(({ name }) => name !== 'Jaarplan') }
    const write = add(sampleRow('jaarplan', { lineNumber: 'HOL-A001' }))
    expect(plan(without, write)).toEqual({ edits: [], unplaced: [{ write, reason: 'no-table' }] })
  })

  test('goes below the last one of a table that was made a range, which does not grow', () => {
    const grid = withSheet(sampleGrid([line]), 'Begroting', (sheet) => ({ ...sheet, tables: [] }))
    const { edits } = plan(grid, add(sampleRow('begroting', { lineNumber: 'HOL-002' })))
    expect([edits[0]?.cells[0]?.row, edits[0]?.tables]).toEqual([5, []])
  })
})

describe('a cleared row', () => {
  test('keeps its place, empty, and reads as no row', () => {
    const grid = withCells(sampleGrid([line]), 'Begroting', { AK5: 'let op: iets' })
    const { edits } = plan(grid, { kind: 'clear', table: 'begroting', gridRow: 4 })
    const cleared = withEdits(grid, edits)
    expect(cleared.sheets[1]?.rows[4]?.filter((cell) => cell !== undefined && cell.kind !== 'empty')).toEqual([])
    expect(readAreaWorkbook(cleared).rows.begroting).toEqual([])
  })

  test('keeps the formula of the template', () => {
    const hours = sampleRow('inzet', { lineNumber: 'HOL-I001', hours: 100, rateCents: 8_000, amountCents: 8_000 })
    const { edits } = plan(sampleGrid([hours]), { kind: 'clear', table: 'inzet', gridRow: 4 })
    expect(edits[0]?.cells.map(({ column }) => column)).not.toContain(7)
  })
})

test('rows added to and changed in any workbook read back as they were meant, the others as they were', () => {
  const number = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(number, number, fc.integer({ min: -1e9, max: 1e9 }), (before, added, cents) => {
      const rows = Array.from({ length: before + added }, (_, index) =>
        sampleRow('begroting', { lineNumber: `HOL-${index}`, description: 'Regel', amount3: index }),
      )
      const grid = sampleGrid(rows.slice(0, before))
      const change: readonly RowWrite[] =
        before === 0 ? [] : [{ kind: 'change', table: 'begroting', gridRow: 4, values: { amount0: cents } }]
      const { edits, unplaced } = plan(grid, ...rows.slice(before).map(add), ...change)
      const meant = rows.map((row, index) =>
        index === 0 && before > 0 ? sampleRow('begroting', { ...valuesOf(row), amount0: cents }) : row,
      )
      expect(unplaced).toEqual([])
      expect(readAreaWorkbook(withEdits(grid, edits)).rows.begroting.map(({ row }) => row)).toEqual(meant)
    }),
    { numRuns: 40 },
  )
})
