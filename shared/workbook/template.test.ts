import { describe, expect, test } from 'vitest'
import { fieldHeading, fieldsByTable, type TableId, tableIds } from '#shared/model/index.ts'
import { emptyRows } from './empty-rows.ts'
import { namedArea } from './defined-name.ts'
import type { SheetDesign } from './design.ts'
import { areaAddress, cellAddress, columnLetters } from './grid.ts'
import { gridOfDesign } from './grid-of-design.ts'
import { sampleDesign, sampleRow } from './sample-workbook.ts'
import { templateTables } from './tables.ts'

const design = sampleDesign([])
const sheet = (name: string): SheetDesign => {
  const found = design.sheets.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}
const sheetOf = (table: TableId) => sheet(templateTables[table].sheet)

describe('the template', () => {
  test('has eight sheets for people and a very hidden one', () => {
    expect(design.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      'Voorblad visible',
      'Begroting visible',
      'Inzet visible',
      'Dekking visible',
      'Besluiten visible',
      'Jaarplan visible',
      'Afwijkingen visible',
      'Codes visible',
      '_gebied veryHidden',
    ])
  })

  test.for(tableIds)(
    '[S-10] heads the columns of %s with the fields in their order, then what is computed, then the token',
    (id) => {
      const fields = fieldsByTable[id].map((field) => fieldHeading(field, 2023))
      const computed = id === 'begroting' ? ['Status', 'Bevindingen'] : []
      expect(sheetOf(id).tables[0]?.columns.map(({ heading }) => heading)).toEqual([...fields, ...computed, 'token'])
    },
  )

  test.for(tableIds)('hides the token column of %s and nothing else', (id) => {
    const hidden = sheetOf(id).tables[0]?.columns.filter(({ isHidden }) => isHidden)
    expect(hidden?.map(({ heading }) => heading)).toEqual(['token'])
  })

  test.for(tableIds)('offers 25 empty rows in %s', (id) => {
    const area = sheetOf(id).tables[0]?.area
    expect(area && area.bottom - area.top).toBe(25)
  })

  test.for(tableIds)('keeps codes of %s as text', (id) => {
    const styles = fieldsByTable[id].map(({ kind }, index) => [kind, sheetOf(id).tables[0]?.columns[index]?.style])
    expect(styles.filter(([kind, style]) => kind === 'code' && style !== 'code')).toEqual([])
  })

  test.for(tableIds)('explains %s in a title and a sentence above the headings', (id) => {
    const above = sheetOf(id).cells.filter(({ row }) => row < 3)
    expect(above.map(({ style }) => style)).toEqual(['title', 'note'])
  })

  test('computes the amount of an hours line from hours and rate in every row', () => {
    const column = fieldsByTable.inzet.findIndex(({ id }) => id === 'amountCents')
    const formulas = sheetOf('inzet').cells.filter((cell) => cell.column === column && cell.formula !== undefined)
    expect(formulas).toHaveLength(25)
    expect(formulas[0]).toEqual({
      row: 4,
      column,
      value: 0,
      formula: 'tblInzet[[#This Row],[Uren]]*tblInzet[[#This Row],[Tarief]]',
    })
  })

  test('writes an hours line whose amount is not hours times rate as it is, without the formula', () => {
    const right = sampleRow('inzet', { lineNumber: 'HOL-I001', hours: 150, rateCents: 8_001, amountCents: 12_002 })
    const own = sampleRow('inzet', { lineNumber: 'HOL-I002', hours: 150, rateCents: 8_001, amountCents: 12_000 })
    const column = fieldsByTable.inzet.findIndex(({ id }) => id === 'amountCents')
    const cells = sampleDesign([right, own]).sheets[2]?.cells.filter((cell) => cell.column === column) ?? []
    expect(cells.slice(0, 2).map(({ value, formula }) => [value, formula !== undefined])).toEqual([
      [120.02, true],
      [120, false],
    ])
  })

  test('shows rows with findings by the severity that the column Bevindingen begins with', () => {
    const column = sheetOf('begroting').tables[0]?.columns.findIndex(({ heading }) => heading === 'Bevindingen') ?? -1
    const first = `$${columnLetters(column)}5`
    expect(sheetOf('begroting').conditionalFormats.map(({ formula, look }) => [formula, look])).toEqual([
      [`LEFT(${first},4)="fout"`, 'error'],
      [`LEFT(${first},6)="let op"`, 'warning'],
      [`LEFT(${first},4)="info"`, 'info'],
    ])
  })

  test('every drop-down list that is not written out is a name for filled cells on Codes', () => {
    const grid = gridOfDesign(design)
    const sources = design.sheets.flatMap(({ validations }) =>
      validations.flatMap(({ rule }) => (rule.kind === 'list' && !rule.source.startsWith('"') ? [rule.source] : [])),
    )
    expect(new Set(sources).size).toBeGreaterThan(10)
    const unnamed = sources.filter((source) => namedArea(grid, source)?.sheet.name !== 'Codes')
    expect(unnamed).toEqual([])
  })

  test('offers the taakvelden of the budget year, as text', () => {
    const place = namedArea(gridOfDesign(design), 'lijst_Taakvelden')
    const column = place?.area.left ?? -1
    const codes = place?.sheet.rows.slice(place.area.top, place.area.bottom + 1).map((cells) => cells?.[column])
    expect(codes).toContainEqual({ kind: 'text', value: '0.10' })
    expect(codes).toContainEqual({ kind: 'text', value: '6.2' })
    expect(codes).not.toContainEqual({ kind: 'text', value: '6.60' })
  })

  test('keeps validation messages within the limits of Excel', () => {
    const validations = design.sheets.flatMap((each) => each.validations)
    const tooLong = validations.filter(({ title, message }) => title.length > 32 || message.length > 225)
    expect(tooLong).toEqual([])
    const lists = validations.flatMap(({ rule }) => (rule.kind === 'list' ? [rule.source.length] : []))
    expect(Math.max(...lists)).toBeLessThanOrEqual(255)
  })

  test('never puts two cells in one place', () => {
    const doubled = design.sheets.flatMap(({ name, cells }) => {
      const places = cells.map(({ row, column }) => cellAddress(row, column))
      return places.filter((place, index) => places.indexOf(place) !== index).map((place) => `${name}!${place}`)
    })
    expect(doubled).toEqual([])
  })

  test('keeps the tables of a sheet apart', () => {
    const areas = sheet('Codes').tables.map(({ area }) => area)
    const touching = areas.slice(1).filter((area, index) => area.left <= (areas[index]?.right ?? -1) + 1)
    expect(touching.map(areaAddress)).toEqual([])
  })
})

describe('the cover', () => {
  test('names every value that is read from it', () => {
    expect(design.names.slice(0, 9).map(({ name, refersTo }) => `${name} ${refersTo}`)).toEqual([
      'voorblad_gebied Voorblad!$B$4',
      'voorblad_jaar Voorblad!$B$5',
      'voorblad_versie Voorblad!$B$6',
      'voorblad_eenheid Voorblad!$B$7',
      'voorblad_stand Voorblad!$B$8',
      'voorblad_sjabloon Voorblad!$B$9',
      'voorblad_lijsten Voorblad!$B$10',
      'voorblad_lasten Voorblad!$B$13:$E$13',
      'voorblad_baten Voorblad!$B$14:$E$14',
    ])
  })

  test('adds up the lines of each side and calendar year', () => {
    const lines = [
      sampleRow('begroting', { lineNumber: 'HOL-001', side: 'L', amount0: 100_050, amount1: 7 }),
      sampleRow('begroting', { lineNumber: 'HOL-002', side: 'L', amount0: 50 }),
      sampleRow('begroting', { lineNumber: 'HOL-003', side: 'B', amount0: 3_000 }),
    ]
    const cells = sampleDesign(lines).sheets[0]?.cells ?? []
    const sums = cells.filter(({ formula }) => formula?.startsWith('SUMIFS'))
    expect(sums.map(({ value }) => value)).toEqual([1001, 0.07, 0, 0, 30, 0, 0, 0])
    expect(sums[1]?.formula).toBe('SUMIFS(tblBegroting[2024],tblBegroting[L/B],"L")')
  })

  test('asks the server for totals, ceilings and remainders, and says which functions that takes', () => {
    const calls = sheet('Voorblad').cells.filter(({ isAddInFormula }) => isAddInFormula === true)
    expect(calls.map(({ formula }) => formula)).toContain(
      'GEBIED.TOTAAL(voorblad_gebied,voorblad_jaar,voorblad_versie,"L",,,,B$12)',
    )
    expect(calls.slice(-2).map(({ formula, value }) => [formula, value])).toEqual([
      ['GEBIED.PLAFOND(A30,voorblad_jaar)', 500_000],
      ['GEBIED.RESTANT(A30,voorblad_jaar)', null],
    ])
    const used = new Set(calls.map(({ formula }) => formula?.slice(0, formula.indexOf('('))))
    expect(new Set(design.addIn.functionIds)).toEqual(used)
  })
})

test.for(tableIds)('an empty row of %s has the keys of its fields, in their order', (table) => {
  expect(Object.keys(emptyRows[table])).toEqual(['table', ...fieldsByTable[table].map(({ id }) => id)])
})
