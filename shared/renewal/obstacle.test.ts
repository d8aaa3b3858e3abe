import { describe, expect, test } from 'vitest'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { olderDesign } from '#shared/workbook/older-template.test-data.ts'
import { sampleDesign, sampleGrid, sampleRow, withCells, withSheet } from '#shared/workbook/sample-workbook.ts'
import { obstacleTo, wholeObstacle } from './obstacle.ts'

const line = sampleRow('begroting', { areaCode: 'HOL', lineNumber: 'HOL-001', amount0: 100 })

describe('what stands in the way of making a workbook of another one', () => {
  test('nothing, when everything can be read; the columns that came later are not missed in an older one', () => {
    const older = readAreaWorkbook(gridOfDesign(olderDesign(sampleDesign([line]))))
    expect(obstacleTo(readAreaWorkbook(sampleGrid([line])), 2)).toBeNull()
    expect(obstacleTo(older, 1)).toBeNull()
    expect(obstacleTo(older, 2)).toMatchObject({ kind: 'grid', issue: { kind: 'missing-column', heading: 'Reserve' } })
  })

  test('a row with a cell that cannot be read, or without a number, with its place', () => {
    const grid = withCells(sampleGrid([line]), 'Begroting', { S5: 'ca. 100', A6: 'HOL' })
    const workbook = readAreaWorkbook(grid)
    expect(obstacleTo(workbook, 2)).toEqual({
      kind: 'rows',
      places: ['HOL-001 (Begroting, rij 5)', 'Begroting, rij 6'],
    })
    expect(wholeObstacle(workbook, 2)).toBeNull()
  })

  test('a table that is gone, a cover that says nothing, another workbook', () => {
    const without = withSheet(sampleGrid([line]), 'Inzet', (sheet) => ({ ...sheet, rows: [], tables: [] }))
    expect(wholeObstacle(readAreaWorkbook(without), 2)).toMatchObject({ kind: 'grid', issue: { name: 'tblInzet' } })
    const unnamed = withCells(sampleGrid([line]), 'Voorblad', { B4: null })
    expect(wholeObstacle(readAreaWorkbook(unnamed), 2)).toEqual({ kind: 'no-budget' })
    expect(wholeObstacle(readAreaWorkbook({ sheets: [], names: new Map() }), 2)).toEqual({ kind: 'not-ours' })
  })
})
