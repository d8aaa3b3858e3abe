import { describe, expect, test } from 'vitest'
import type { SheetGrid, WorkbookGrid } from '#shared/workbook/grid.ts'
import { sheetsToReread } from './sheets-to-reread.ts'

function sheet(name: string, formulas: readonly string[], table?: string): SheetGrid {
  const area = { top: 3, left: 0, bottom: 9, right: 9 }
  return {
    name,
    visibility: 'visible',
    rows: [],
    formulas: new Map(formulas.map((formula, index) => [index, formula])),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: table === undefined ? [] : [{ name: table, area, headings: [], hasTotalsRow: false }],
  }
}

const gridOf = (...sheets: readonly SheetGrid[]): WorkbookGrid => ({ sheets, names: new Map() })

describe('sheets to read again', () => {
  test('are those that were edited, as far as they are known', () => {
    const grid = gridOf(sheet('Begroting', []), sheet('Dekking', []), sheet('Codes', []))
    expect(sheetsToReread(grid, new Set(['Dekking', 'Kladblad']))).toEqual(['Dekking'])
  })

  test.for([
    'tblInzet[[#This Row],[Uren]]*tblInzet[[#This Row],[Tarief]]',
    '[@Uren]*[@Tarief]',
    'tblInzet[@[Uren per jaar]]/12',
    '(A1+$B$2)*1.5-3',
  ])('not one whose formulas stay in their own sheet: %s', (formula) => {
    expect(sheetsToReread(gridOf(sheet('Inzet', [formula], 'tblInzet')), new Set(['Dekking']))).toEqual([])
  })

  test.for([
    'Blad1!A1',
    "'Mijn blad'!A1+1",
    'SUM(tblBegroting[2023])',
    'tblBegroting[@2023]*2',
    'GEBIED.RESTANT(A29,voorblad_jaar)',
    'voorblad_jaar+1',
    'INDIRECT(A1)',
    '[1]Blad1!A1',
  ])('also one whose formulas look elsewhere: %s', (formula) => {
    const grid = gridOf(sheet('Inzet', ['A1+1', formula], 'tblInzet'), sheet('Dekking', []))
    expect(sheetsToReread(grid, new Set())).toEqual(['Inzet'])
  })
})
