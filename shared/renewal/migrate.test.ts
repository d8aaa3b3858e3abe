import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '#shared/cells/index.ts'
import { fieldsByTable, type Row, tableIds } from '#shared/model/index.ts'
import { formatToken, noHash, noStamp, parseToken, rowHash, templateVersion } from '#shared/sync/index.ts'
import { cellAddress } from '#shared/workbook/grid.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import {
  type KnownRow,
  readAreaWorkbook,
  readState,
  type TemplateInput,
  type WorkbookGrid,
} from '#shared/workbook/index.ts'
import { olderDesign } from '#shared/workbook/older-template.test-data.ts'
import { sampleDesign, sampleReference, sampleRow, withCells, withSheet } from '#shared/workbook/sample-workbook.ts'
import { templateTables } from '#shared/workbook/tables.ts'
import { migrate } from './migrate.ts'

const line = sampleRow('begroting', {
  areaCode: 'HOL',
  lineNumber: 'HOL-001',
  side: 'L',
  nature: 'I',
  taakveldCode: '0.10',
  amount0: 31_888_000,
  from: '2023-01-01',
})
const hours = sampleRow('inzet', {
  lineNumber: 'HOL-I001',
  year: 2023,
  hours: 398_600,
  rateCents: 8_000,
  amountCents: 31_888_000,
})
const id = '01900000-0000-7000-8000-000000000001'

const older = (rows: readonly Row[] = [line, hours], input: Partial<TemplateInput> = {}) =>
  gridOfDesign(olderDesign(sampleDesign(rows, input)))

function migrated(grid: WorkbookGrid) {
  const state = readState(grid)
  if (state === null) throw new Error('The older workbook has a state.')
  const workbook = readAreaWorkbook(grid)
  const migration = migrate({ grid, workbook, state, reference: sampleReference, templateVersion })
  const made = gridOfDesign(migration.design)
  return { ...migration, grid: made, workbook: readAreaWorkbook(made), state: readState(made) }
}

const columnOf = (grid: WorkbookGrid, heading: string) =>
  grid.sheets.find(({ name }) => name === 'Begroting')?.tables[0]?.headings.indexOf(heading) ?? -1
const cellOf = (grid: WorkbookGrid, sheet: string, row: number, column: number) =>
  grid.sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]

describe('a workbook of an older template', () => {
  test('[S-112] gets the new columns and lists, and keeps every row, token and what it remembers', () => {
    const head = { seq: 7, hash: 'h' }
    const known: KnownRow[] = [
      { id, table: 'inzet', rev: 2, hash: noHash, lineNumber: 'HOL-I001', pend: { role: noStamp } },
    ]
    const made = migrated(older(undefined, { head, known }))
    expect(made.differing).toEqual([])
    expect(made.left).toEqual([])
    expect(made.workbook.gridIssues).toEqual([])
    expect(made.workbook.reference).toEqual(sampleReference)
    expect(made.workbook.rows.begroting).toMatchObject([{ row: line, token: 'token van HOL-001', isHeldBack: false }])
    expect(made.workbook.rows.inzet).toMatchObject([{ row: hours, token: 'token van HOL-I001' }])
    expect(made.state).toEqual({
      workbookId: '0190a2b4-0000-7000-8000-000000000001',
      areaCode: 'HOL',
      year: 2023,
      version: 'primitief',
      templateVersion: 2,
      head,
      known,
    })
  })

  test('[S-112] keeps what people filled in on the cover and on the sheet Afwijkingen', () => {
    const covered = withCells(older(), 'Voorblad', {
      B7: 'x € 1.000',
      B13: 319,
      E14: 12,
      B23: 'A. de Vries',
      D23: 'akkoord',
    })
    const grid = withCells(covered, 'Afwijkingen', { A5: 'HOL-001', C5: 'V', D5: 1500, E5: 'later begonnen' })
    const made = migrated(grid)
    expect(made.differing).toEqual([])
    expect(made.workbook.unit).toBe('duizend')
    expect(made.workbook.controlTotals).toMatchObject([
      { year: 2023, side: 'L', cents: 31_900_000 },
      { year: 2026, side: 'B', cents: 1_200_000 },
    ])
    expect(made.workbook.rows.begroting[0]?.row.amount0).toBe(31_888_000_000)
    expect(cellOf(made.grid, 'Voorblad', 22, 1)).toMatchObject({ value: 'A. de Vries' })
    expect(cellOf(made.grid, 'Voorblad', 22, 3)).toMatchObject({ value: 'akkoord' })
    expect(cellOf(made.grid, 'Afwijkingen', 4, 3)).toMatchObject({ value: 1500 })
    expect(cellOf(made.grid, 'Afwijkingen', 4, 4)).toMatchObject({ value: 'later begonnen' })
  })

  test('[S-112] keeps what cannot be read as it was typed, and never lets it become a value', () => {
    const amountColumn = columnOf(older(), '2024')
    const taakveldColumn = columnOf(older(), 'Taakveld')
    const grid = withSheet(older(), 'Begroting', (sheet) => {
      const rows = sheet.rows.map((cells) => cells && [...cells])
      const cells = (rows[4] ??= [])
      cells[amountColumn] = { kind: 'number', value: 0.05, numberFormat: '0%' }
      cells[amountColumn + 1] = { kind: 'text', value: 'ca. 1.000' }
      cells[taakveldColumn] = { kind: 'number', value: 0.1 }
      return { ...sheet, rows }
    })
    const made = migrated(grid)
    expect(made.differing).toEqual([])
    expect(cellOf(made.grid, 'Begroting', 4, amountColumn)).toMatchObject({ value: '0.05 (0%)' })
    expect(cellOf(made.grid, 'Begroting', 4, amountColumn + 1)).toMatchObject({ value: 'ca. 1.000' })
    expect(made.left).toEqual([{ kind: 'as-text', sheet: 'Begroting', addresses: ['T5'] }])
    expect(made.workbook.rows.begroting[0]?.unreadable).toEqual(new Set(['taakveldCode', 'amount1', 'amount2']))
    expect(made.workbook.readingIssues.find(({ field }) => field === 'taakveldCode')?.candidates).toEqual([
      '0.1',
      '0.10',
    ])
  })

  test('[S-112] takes own columns and formulas along, and says what stays behind', () => {
    const base = older()
    const bottom = base.sheets.find(({ name }) => name === 'Begroting')?.tables[0]?.area.right ?? 0
    const grid = withSheet(base, 'Begroting', (sheet) => {
      const rows = sheet.rows.map((cells) => cells && [...cells])
      const cells = (rows[4] ??= [])
      cells[bottom + 1] = { kind: 'text', value: 'eigen' }
      cells[bottom + 3] = { kind: 'text', value: 'ernaast' }
      return {
        ...sheet,
        rows,
        formulas: new Map([...sheet.formulas, [4 * 16_384 + 18, 'T5*2'], [4 * 16_384 + 19, 'Blad1!A1']]),
        tables: sheet.tables.map((place) => ({
          ...place,
          area: { ...place.area, right: place.area.right + 1 },
          headings: [...place.headings, 'Mijn notitie'],
        })),
      }
    })
    const sheet = grid.sheets[1]
    if (sheet === undefined) throw new Error('There is a second sheet.')
    const made = migrated({ ...grid, sheets: [...grid.sheets, { ...sheet, name: 'Blad1', tables: [], rows: [] }] })
    expect(made.differing).toEqual([])
    const begroting = made.grid.sheets.find(({ name }) => name === 'Begroting')
    expect(begroting?.tables[0]?.headings.slice(-2)).toEqual(['token', 'Mijn notitie'])
    expect(begroting?.rows[4]?.[begroting.tables[0]?.area.right ?? 0]).toMatchObject({ value: 'eigen' })
    expect(begroting?.formulas.get(4 * 16_384 + 18)).toBe('T5*2')
    expect(begroting?.formulas.has(4 * 16_384 + 19)).toBe(false)
    expect(made.left).toEqual([
      { kind: 'formulas', sheet: 'Begroting', addresses: ['T5'] },
      { kind: 'cells', sheet: 'Begroting', addresses: ['AO5'] },
      { kind: 'sheet', sheet: 'Blad1' },
    ])
  })

  test('[S-112] whatever stands in its cells reads the same afterwards', () => {
    const formats = ['General', '0%', 'dd-mm-yyyy', '@', '#,##0.00', '$#,##0', '0.00E+00', '[h]:mm']
    const texts = [
      '1.234',
      '12-5-2023',
      '0.10',
      ' HOL ',
      '=1+1',
      '5%',
      'L',
      'ca. 100',
      '€ 1.000,50',
      '\u200b7',
      '31-02-2023',
    ]
    const number = fc.oneof(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.double({ noNaN: true, min: -1e7, max: 1e7 }),
    )
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.record({ kind: fc.constant('number' as const), value: number, numberFormat: fc.constantFrom(...formats) }),
      fc.record({ kind: fc.constant('text' as const), value: fc.oneof(fc.constantFrom(...texts), fc.string()) }),
      fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
      fc.constantFrom<Cell>({ kind: 'error', value: '#REF!' }, { kind: 'empty' }),
    )
    const sheets = fc.constantFrom('Begroting', 'Inzet', 'Dekking', 'Besluiten', 'Jaarplan')
    const typed = fc.array(fc.tuple(sheets, fc.integer({ min: 4, max: 12 }), fc.integer({ min: 0, max: 34 }), cell))
    const base = older()
    fc.assert(
      fc.property(typed, (cells) => {
        const grid = cells.reduce((changed, [name, row, column, value]) => {
          const table = tableIds.find((id) => templateTables[id].sheet === name) ?? 'begroting'
          const field = fieldsByTable[table].filter(({ since = 1 }) => since === 1)[column]
          if (field === undefined) return changed
          const isCode = field.kind === 'code' || field.kind === 'text' || field.kind === 'year'
          if (isCode && value.kind === 'error') return changed
          const typedCell = isCode && value.kind === 'number' ? { ...value, numberFormat: 'General' } : value
          return withCells(changed, name, { [cellAddress(row, column)]: typedCell })
        }, base)
        expect(migrated(grid).differing).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test.for([
    ['an error among texts', 'F5', { kind: 'error', value: '#REF!' }],
    ['a percentage among codes', 'C5', { kind: 'number', value: 0.05, numberFormat: '0%' }],
  ] as const)(
    '[S-112] %s would become a value in any form, so its row is named and nothing may be written',
    ([_what, address, cell]) => {
      expect(migrated(withCells(older(), 'Begroting', { [address]: cell })).differing).toEqual(['HOL-001'])
    },
  )

  test('[S-113] cannot clear a later field that the server may hold: an edited row asks, an untouched one says nothing', () => {
    const token = (hash: string) => formatToken({ id, rev: 3, hash, pend: {} })
    const known = (hash: string): KnownRow[] => [
      { id, table: 'begroting', rev: 3, hash, lineNumber: 'HOL-001', pend: {} },
    ]
    const withToken = (hash: string) =>
      migrated(older(undefined, { rows: { begroting: [{ row: line, token: token(hash) }] }, known: known(hash) }))
    const untouched = withToken(rowHash(line))
    expect(untouched.workbook.rows.begroting[0]?.token).toBe(token(rowHash(line)))
    const edited = withToken('00000000000000aa')
    const pend = { reserveCode: noStamp, contractNumber: noStamp, experiment: noStamp }
    expect(edited.differing).toEqual([])
    expect(parseToken(edited.workbook.rows.begroting[0]?.token ?? null)?.pend).toEqual(pend)
    expect(edited.state?.known).toMatchObject([{ id, pend }])
  })
})
