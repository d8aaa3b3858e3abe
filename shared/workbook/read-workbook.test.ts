import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, centsMax, readAmount, readDate, readText, type Reading } from '#shared/cells/index.ts'
import { type Field, fieldsByTable, type FieldValue, type Row, rowSchema, tableIds } from '#shared/model/index.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleDesign, sampleGrid, sampleReference, sampleRow, withCells, withSheet } from './sample-workbook.ts'
import { gridOfDesign } from './grid-of-design.ts'
import type { SheetGrid, WorkbookGrid } from './grid.ts'

const line = sampleRow('begroting', { lineNumber: 'HOL-001', side: 'L', nature: 'I', amount0: 31_888_000 })
const kinds = (grid: WorkbookGrid) => readAreaWorkbook(grid).gridIssues.map(({ kind }) => kind)

describe('a workbook as the template makes it', () => {
  test('reads without a remark, with its budget, its lists and its rows', () => {
    const workbook = readAreaWorkbook(sampleGrid([line]))
    expect(workbook.budget).toEqual({ areaCode: 'HOL', year: 2023, version: 'primitief' })
    expect(workbook.unit).toBe('euro')
    expect([workbook.gridIssues, workbook.readingIssues]).toEqual([[], []])
    expect(workbook.reference).toEqual(sampleReference)
    expect(workbook.rows.begroting).toEqual([
      { row: line, isHeldBack: false, unreadable: new Set(), token: 'token van HOL-001', gridRow: 4 },
    ])
  })

  test('has no rows when nobody typed any, although tblInzet is full of formulas', () => {
    const { rows } = readAreaWorkbook(sampleGrid([]))
    expect(tableIds.map((table) => rows[table].length)).toEqual([0, 0, 0, 0, 0])
  })

  test('says where each field, the token and the findings stand', () => {
    const columns = readAreaWorkbook(sampleGrid([])).columns.begroting
    expect(columns?.sheet).toBe('Begroting')
    expect(['areaCode', 'amount0', 'findings', 'token'].map((id) => columns?.byField.get(id))).toEqual([0, 18, 39, 40])
  })

  test('gives back the control totals of the cover in cents', () => {
    const controlTotals = { L: [31_888_001, null, null, null], B: [null, 5, null, null] }
    expect(readAreaWorkbook(sampleGrid([], { controlTotals })).controlTotals).toEqual([
      { year: 2023, side: 'L', cents: 31_888_001, sheet: 'Voorblad', gridRow: 12, gridColumn: 1 },
      { year: 2024, side: 'B', cents: 5, sheet: 'Voorblad', gridRow: 13, gridColumn: 2 },
    ])
  })

  test('[S-11] gives back any rows exactly', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const workbook = readAreaWorkbook(sampleGrid(rows))
        const read = tableIds.flatMap((table) => workbook.rows[table].map(({ row }): Row => row))
        const inOrder = tableIds.flatMap((table) => rows.filter((row) => row.table === table))
        expect(read).toEqual(inOrder)
        expect(
          workbook.gridIssues.filter(({ kind }) => kind !== 'total-row' && kind !== 'formula-overwritten'),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the cover', () => {
  test('may have been moved: its names lead to the values', () => {
    const moved = withCells(sampleGrid([]), 'Voorblad', { B4: null, D40: 'SPZ' })
    const grid = { ...moved, names: new Map([...moved.names, ['voorblad_gebied', 'Voorblad!$D$40']]) }
    expect(readAreaWorkbook(grid).budget.areaCode).toBe('SPZ')
  })

  test('may have lost its names: its labels lead to the values', () => {
    const grid = withCells({ ...sampleGrid([]), names: new Map() }, 'Voorblad', { A4: ' gebied : ', B5: '2023' })
    expect(readAreaWorkbook(grid).budget).toEqual({ areaCode: 'HOL', year: 2023, version: 'primitief' })
    expect(kinds(grid)).toEqual([])
  })

  test('with nonsense in it is an issue each, and nothing is guessed but the year of the amounts', () => {
    const grid = withCells(sampleGrid([line]), 'Voorblad', {
      B4: 'Holten broek!',
      B5: 'vorig jaar',
      B6: 'concept',
      B7: 'mln',
    })
    const { budget, unit, gridIssues, rows } = readAreaWorkbook(grid)
    expect([budget, unit]).toEqual([{ areaCode: '', year: 2023, version: '' }, 'euro'])
    expect(rows.begroting[0]?.row.amount0).toBe(31_888_000)
    expect(
      gridIssues.map((issue) => (issue.kind === 'bad-cover' ? `${issue.label}: ${issue.raw}` : issue.kind)),
    ).toEqual(['Gebied: Holten broek!', 'Versie: concept', 'Eenheid: mln', 'Begrotingsjaar: vorig jaar'])
  })

  test('with an unreadable control total is an issue and no total of 0', () => {
    const { controlTotals, gridIssues } = readAreaWorkbook(withCells(sampleGrid([]), 'Voorblad', { C13: 'PM' }))
    expect(controlTotals).toEqual([])
    expect(gridIssues).toEqual([{ kind: 'bad-cover', sheet: 'Voorblad', label: 'Controletotaal lasten', raw: 'PM' }])
  })

  test('in thousands makes amounts of thousands of euros, to the cent, but not those of hours and rates', () => {
    const hours = sampleRow('inzet', { lineNumber: 'HOL-I001', hours: 100, rateCents: 8_000, amountCents: 8_000 })
    const grid = withCells(
      withCells(sampleGrid([line, hours], { controlTotals: { L: [100], B: [] } }), 'Voorblad', { B7: 'x € 1.000' }),
      'Begroting',
      { S5: 1.23456, T5: '1.234,5', U5: 9_999_999_999 },
    )
    const { unit, rows, controlTotals, readingIssues } = readAreaWorkbook(grid)
    const read = rows.begroting[0]
    expect(unit).toBe('duizend')
    expect([read?.row.amount0, read?.row.amount1, read?.row.amount2]).toEqual([123_456, 123_450_000, null])
    expect(readingIssues.map(({ field, code }) => [field, code])).toEqual([
      ['amount1', 'number-as-text'],
      ['amount2', 'too-large'],
    ])
    expect(rows.inzet[0]?.row.amountCents).toBe(8_000)
    expect(controlTotals[0]?.cents).toBe(100_000)
  })
})

describe('a table', () => {
  test('is found by its name on another sheet, also in other capitals', () => {
    const renamed = withSheet(sampleGrid([line]), 'Begroting', (sheet) => ({
      ...sheet,
      name: 'Blad1',
      tables: sheet.tables.map((place) => ({ ...place, name: 'TBLBEGROTING' })),
    }))
    expect(readAreaWorkbook(renamed).rows.begroting.map(({ row }) => row)).toEqual([line])
    expect(kinds(renamed)).toEqual([])
  })

  test('that was made a range is found by its headings, read, and reported', () => {
    const grid = withSheet(sampleGrid([line]), 'Begroting', (sheet) => ({ ...sheet, tables: [] }))
    const { rows, gridIssues } = readAreaWorkbook(grid)
    expect(rows.begroting.map(({ row }) => row)).toEqual([line])
    expect(gridIssues).toEqual([{ kind: 'missing-table', table: 'begroting', name: 'tblBegroting' }])
  })

  test('[S-12] that is there twice is read on its own sheet and the other one is reported', () => {
    const grid = sampleGrid([line])
    const copy = grid.sheets.find(({ name }) => name === 'Begroting') as SheetGrid
    const doubled = { ...grid, sheets: [{ ...copy, name: 'Begroting (2)' }, ...grid.sheets] }
    const { rows, gridIssues } = readAreaWorkbook(withCells(doubled, 'Begroting (2)', { S5: 1 }))
    expect(rows.begroting[0]?.row.amount0).toBe(31_888_000)
    expect(gridIssues).toEqual([
      { kind: 'duplicate-table', table: 'begroting', name: 'tblBegroting', sheet: 'Begroting (2)' },
    ])
  })

  test('takes headings in any order, case and spacing', () => {
    const grid = withSheet(sampleGrid([line]), 'Begroting', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((place) => ({
        ...place,
        headings: place.headings.map((heading) => ` ${heading.toUpperCase()}\n`),
      })),
    }))
    expect(kinds(grid)).toEqual([])
    expect(readAreaWorkbook(grid).rows.begroting.map(({ row }) => row)).toEqual([line])
  })

  test('[S-12] with a renamed column holds its rows back, so that the column does not read as emptied', () => {
    const grid = withHeadings(sampleGrid([line]), (heading) => (heading === '2023' ? 'Budget' : heading))
    const { rows, gridIssues } = readAreaWorkbook(grid)
    expect(gridIssues).toEqual([{ kind: 'missing-column', table: 'begroting', sheet: 'Begroting', heading: '2023' }])
    expect(rows.begroting[0]).toMatchObject({ isHeldBack: true, unreadable: new Set(['amount0']) })
    expect(rows.begroting[0]?.row.amount0).toBeNull()
  })

  test('[S-12] with a heading twice reads neither of the two', () => {
    const grid = withHeadings(sampleGrid([line]), (heading) => (heading === '2024' ? '2023' : heading))
    const { rows, gridIssues } = readAreaWorkbook(grid)
    expect(gridIssues.map((issue) => [issue.kind, 'heading' in issue && issue.heading])).toEqual([
      ['duplicate-column', '2023'],
      ['missing-column', '2024'],
    ])
    expect(rows.begroting[0]?.unreadable).toEqual(new Set(['amount0', 'amount1']))
  })

  test('may do without the columns that the add-in fills, but not without the token', () => {
    const computed = withHeadings(sampleGrid([]), (heading) => (heading === 'Bevindingen' ? 'Notitie' : heading))
    expect(kinds(computed)).toEqual([])
    expect(kinds(withHeadings(sampleGrid([]), (heading) => (heading === 'token' ? 'x' : heading)))).toEqual([
      'missing-column',
    ])
  })

  test('of more than 5,000 rows is refused with their number', () => {
    const lines = Array.from({ length: 5_001 }, (_, index) => sampleRow('dekking', { lineNumber: `HOL-D${index}` }))
    const { rows, gridIssues } = readAreaWorkbook(sampleGrid(lines))
    expect(rows.dekking).toHaveLength(5_000)
    expect(gridIssues).toEqual([{ kind: 'too-many-rows', table: 'dekking', sheet: 'Dekking', rows: 5_001 }])
  })

  test('ends above its own totals row', () => {
    const grid = withSheet(sampleGrid([line]), 'Begroting', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((place) => ({ ...place, area: { ...place.area, bottom: 4 + 1 }, hasTotalsRow: true })),
    }))
    const { rows } = readAreaWorkbook(withCells(grid, 'Begroting', { A6: 'Totaal', S6: 318_880 }))
    expect(rows.begroting).toHaveLength(1)
  })
})

describe('a file that is not ours', () => {
  const foreign: WorkbookGrid = {
    sheets: [{ ...emptySheet('Blad1'), rows: [[{ kind: 'text', value: 'Klant' }], [{ kind: 'number', value: 12 }]] }],
    names: new Map(),
  }

  test('[S-14] gives its sheets, and no numbers', () => {
    const { rows, gridIssues, budget } = readAreaWorkbook(foreign)
    expect(gridIssues).toEqual([{ kind: 'not-our-workbook', sheets: ['Blad1'] }])
    expect([budget.year, Object.values(rows).flat()]).toEqual([0, []])
  })

  test('may be empty or have names that lead nowhere', () => {
    expect(kinds({ sheets: [], names: new Map() })[0]).toBe('not-our-workbook')
    expect(kinds({ ...foreign, names: new Map([['voorblad_jaar', '#REF!']]) })[0]).toBe('not-our-workbook')
    expect(kinds({ ...foreign, names: new Map([['voorblad_jaar', 'Blad9!$A$1']]) })[0]).toBe('not-our-workbook')
  })
})

test('[S-13] whatever stands in the cells, reading gives rows that fit the schema or are held back, and never throws', () => {
  const table = sampleDesign([]).sheets[1]?.tables[0]
  const width = table?.columns.length ?? 0
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { maxLength: width }), { maxLength: 8 }), (typed) => {
      const grid = withSheet(gridOfDesign(sampleDesign([])), 'Begroting', (sheet) => ({
        ...sheet,
        rows: [...sheet.rows.slice(0, 4), ...typed],
      }))
      for (const { row, isHeldBack, unreadable, gridRow } of readAreaWorkbook(grid).rows.begroting) {
        expect(rowSchema.safeParse(row).success).toBe(!isHeldBack || row.lineNumber !== '')
        expect([...unreadable].every((id) => row[id as keyof typeof row] === (id === 'lineNumber' ? '' : null))).toBe(
          true,
        )
        const cells = typed[(gridRow ?? 0) - 4] ?? []
        expect(row.amount0).toBe(valueIn(readAmount(cells[18] ?? { kind: 'empty' })))
        expect(row.from).toBe(valueIn(readDate(cells[32] ?? { kind: 'empty' })))
        expect([valueIn(readText(cells[28] ?? { kind: 'empty' })), null]).toContain(row.note)
      }
    }),
    { numRuns: 300 },
  )
})

function valueIn<T>(reading: Reading<T>): T | null {
  return reading.status === 'ok' || reading.status === 'warning' ? reading.value : null
}

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ kind: 'empty' }),
  fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'binary', maxLength: 250 }) }),
  fc.record({
    kind: fc.constant('text' as const),
    value: fc.constantFrom('L', 'baten', '0.10', '1.234,56', '31-12-2023', '=1+1', '#REF!', 'x'.repeat(501)),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    value: fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0.1, 2023, 45_000)),
    numberFormat: fc.constantFrom('General', '@', '0%', 'dd\\-mm\\-yyyy', '#,##0.00'),
  }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('error' as const), value: fc.constantFrom('#REF!', '#N/B') }),
)

const anyWord = fc.stringMatching(/^[A-Zé][a-z0-9é.-]{0,4}( [a-z]{1,4})?$/)
const valuesByKind: Readonly<Record<Field['kind'], fc.Arbitrary<FieldValue>>> = {
  code: anyWord,
  text: anyWord,
  cents: fc.integer({ min: -centsMax, max: centsMax }),
  hours: fc.integer({ min: 0, max: centsMax }),
  year: fc.integer({ min: 2000, max: 2100 }),
  date: fc
    .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
}
/** Columns whose words are read as their letter, and the number that every row has. */
const valuesById: Readonly<Record<string, fc.Arbitrary<FieldValue>>> = {
  lineNumber: fc.integer({ min: 1, max: 999 }).map((number) => `HOL-${number}`),
  side: fc.constantFrom('L', 'B', 'X', null),
  nature: fc.constantFrom('I', 'S', null),
}

const anyRow: fc.Arbitrary<Row> = fc
  .oneof(
    ...tableIds.map((table) =>
      fc.record({ table: fc.constant(table), ...Object.fromEntries(fieldsByTable[table].map(anyField)) }),
    ),
  )
  .map((row) => rowSchema.parse(row))

function anyField({ id, kind }: Field): readonly [string, fc.Arbitrary<FieldValue>] {
  return [id, valuesById[id] ?? fc.option(valuesByKind[kind], { nil: null })]
}

function withHeadings(grid: WorkbookGrid, rename: (heading: string) => string): WorkbookGrid {
  return withSheet(grid, 'Begroting', (sheet) => ({
    ...sheet,
    tables: sheet.tables.map((place) => ({ ...place, headings: place.headings.map(rename) })),
  }))
}

function emptySheet(name: string): SheetGrid {
  return {
    name,
    visibility: 'visible',
    rows: [],
    formulas: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  }
}
