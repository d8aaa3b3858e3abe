import { describe, expect, test } from 'vitest'
import { cellKey } from './grid.ts'
import { gridOfDesign } from './grid-of-design.ts'
import { heldValues } from './held-values.ts'
import { olderDesign } from './older-template.test-data.ts'
import { coverStateEdit } from './cover-state.ts'
import { readCoverState } from './read-cover.ts'
import { readAreaWorkbook } from './read-workbook.ts'
import { sampleDesign, sampleGrid, sampleRow, withCells, withSheet } from './sample-workbook.ts'
import { linkOf } from './workbook-link.ts'
import { plannedRowWrites, workbookRows } from './workbook-rows.ts'

const rows = [
  sampleRow('begroting', { lineNumber: 'HOL-001' }),
  sampleRow('inzet', { lineNumber: 'HOL-I001', hours: 100 }),
]
const grid = sampleGrid(rows)
const linkIn = (changed: typeof grid) => linkOf(changed, readAreaWorkbook(changed))

describe('whether a workbook may be synchronised', () => {
  test('the template may, with the budget that it was made for', () => {
    expect(linkIn(grid)).toMatchObject({ kind: 'linked', state: { areaCode: 'HOL', year: 2023, version: 'primitief' } })
  })

  test('another workbook is not linked at all', () => {
    expect(linkIn({ sheets: [], names: new Map() })).toEqual({ kind: 'unlinked' })
  })

  test('one whose hidden sheet is gone may not', () => {
    const sheets = grid.sheets.filter(({ name }) => name !== '_gebied')
    expect(linkIn({ ...grid, sheets })).toEqual({ kind: 'stateless' })
  })

  test.for([{ B4: 'SPZ' }, { B5: 2024 }, { B6: 'wijziging-1' }])('one whose cover says %o may not', (cover) => {
    expect(linkIn(withCells(grid, 'Voorblad', cover)).kind).toBe('other-budget')
  })

  test('one that lacks a table, or has it twice, may not', () => {
    const without = withSheet(grid, 'Inzet', (sheet) => ({ ...sheet, rows: [], tables: [] }))
    expect(linkIn(without)).toMatchObject({ kind: 'incomplete', issue: { kind: 'missing-table', table: 'inzet' } })
    const copy = grid.sheets.filter(({ name }) => name === 'Inzet').map((sheet) => ({ ...sheet, name: 'Inzet (2)' }))
    expect(linkIn({ ...grid, sheets: [...grid.sheets, ...copy] })).toMatchObject({
      kind: 'incomplete',
      issue: { kind: 'duplicate-table', table: 'inzet' },
    })
  })
})

test('[S-113] a workbook of an older template may not be synchronised until it has the new columns', () => {
  const older = gridOfDesign(olderDesign(sampleDesign(rows)))
  expect(linkOf(older, readAreaWorkbook(older))).toMatchObject({
    kind: 'incomplete',
    issue: { kind: 'missing-column', table: 'begroting', heading: 'Reserve' },
  })
})

test('the cover says in which state the budget is, and nothing when it is not there', () => {
  expect(readCoverState(sampleGrid([], { state: 'ingediend' }))).toBe('ingediend')
  expect(readCoverState(withCells(grid, 'Voorblad', { B8: null }))).toBeNull()
  expect(readCoverState({ sheets: [], names: new Map() })).toBeNull()
})

test('the state on the cover is written where it is read, and only when it says something else', () => {
  expect(coverStateEdit(grid, 'ingediend')).toEqual({
    sheet: 'Voorblad',
    cells: [{ row: 7, column: 1, value: 'ingediend' }],
  })
  expect(coverStateEdit(grid, readCoverState(grid) ?? '')).toBeUndefined()
  expect(coverStateEdit({ sheets: [], names: new Map() }, 'ingediend')).toBeUndefined()
})

test('cells hold a value, the text of an error, or nothing', () => {
  const sheet = withCells(grid, 'Begroting', { A5: 'HOL', B5: 12.5, C5: { kind: 'error', value: '#REF!' } }).sheets[1]
  const cells = [0, 1, 2, 3].map((column) => ({ row: 4, column }))
  expect([...heldValues(sheet, cells)]).toEqual([
    [cellKey(4, 0), 'HOL'],
    [cellKey(4, 1), 12.5],
    [cellKey(4, 2), '#REF!'],
    [cellKey(4, 3), null],
  ])
  expect([...heldValues(undefined, cells).values()]).toEqual([null, null, null, null])
})

describe('the rows of a whole workbook', () => {
  const read = workbookRows(readAreaWorkbook(grid))

  test('come table by table, with their place and token', () => {
    expect(read).toMatchObject([
      { row: { lineNumber: 'HOL-001' }, gridRow: 4, token: 'token van HOL-001', isHeldBack: false },
      { row: { lineNumber: 'HOL-I001' }, gridRow: 4, token: 'token van HOL-I001' },
    ])
  })

  test('are written by a plan with the values before the tokens', () => {
    const [line, hours] = read
    if (line === undefined || hours === undefined) throw new Error('The sample has two rows.')
    const writes = plannedRowWrites({
      tokenWrites: [{ source: line, token: 't' }],
      cellWrites: [{ source: line, values: { note: 'n' } }],
      removals: [hours],
      inserts: [{ row: sampleRow('dekking', { lineNumber: 'HOL-D001' }), token: 'u' }],
    })
    expect(writes).toMatchObject([
      { kind: 'change', table: 'begroting', gridRow: 4, values: { note: 'n' } },
      { kind: 'change', table: 'begroting', gridRow: 4, values: {}, token: 't' },
      { kind: 'clear', table: 'inzet', gridRow: 4 },
      { kind: 'add', table: 'dekking', values: { lineNumber: 'HOL-D001' }, token: 'u' },
    ])
    expect(Object.keys(writes[0] ?? {})).not.toContain('token')
  })
})
