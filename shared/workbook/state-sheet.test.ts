import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableIds } from '#shared/model/index.ts'
import { sampleGrid, withCells, withEdits } from './sample-workbook.ts'
import { readState, stateEdits, type WorkbookState } from './state-sheet.ts'

const state: WorkbookState = {
  workbookId: '0190a2b4-0000-7000-8000-000000000001',
  areaCode: 'HOL',
  year: 2023,
  version: 'primitief',
  templateVersion: 2,
  head: { seq: 12, hash: 'ab'.repeat(32) },
  known: [
    { id: 'id-1', table: 'begroting', rev: 3, hash: '0123456789abcdef', lineNumber: 'HOL-001', pend: {} },
    { id: 'id-2', table: 'inzet', rev: 1, hash: '0000000000000001', lineNumber: 'HOL-I001', pend: { hours: '1-00' } },
  ],
}

describe('what a workbook knows of the server', () => {
  test('begins as its budget and nothing known', () => {
    expect(readState(sampleGrid([]))).toEqual({ ...state, head: null, known: [] })
  })

  test('reads back as it was written, into a new workbook or over an earlier state', () => {
    const once = withEdits(sampleGrid([]), [stateEdits(sampleGrid([]), state)])
    expect(readState(once)).toEqual(state)
    const shorter = { ...state, head: null, known: state.known.slice(1) }
    expect(readState(withEdits(once, [stateEdits(once, shorter)]))).toEqual(shorter)
  })

  test('changes only the cells that differ', () => {
    const grid = withEdits(sampleGrid([]), [stateEdits(sampleGrid([]), state)])
    expect(stateEdits(grid, state).cells).toEqual([])
    const next = { ...state, head: { seq: 13, hash: 'ab'.repeat(32) } }
    expect(stateEdits(grid, next)).toEqual({ sheet: '_gebied', cells: [{ row: 5, column: 1, value: 13 }] })
  })

  test('is null without the sheet or with a damaged head', () => {
    const grid = sampleGrid([])
    expect(readState({ ...grid, sheets: grid.sheets.filter(({ name }) => name !== '_gebied') })).toBeNull()
    expect(readState(withCells(grid, '_gebied', { B3: 'volgend jaar' }))).toBeNull()
  })

  test('loses a damaged row and keeps the others', () => {
    const grid = withEdits(sampleGrid([]), [stateEdits(sampleGrid([]), state)])
    expect(readState(withCells(grid, '_gebied', { F11: '{half' }))?.known).toEqual(state.known.slice(0, 1))
    expect(readState(withCells(grid, '_gebied', { C10: 'drie' }))?.known).toEqual(state.known.slice(1))
  })

  test('keeps any known rows, each cell within what Excel holds', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const edit = stateEdits(sampleGrid([]), { ...state, known })
        expect(edit.cells.every(({ value }) => String(value).length <= 32_767)).toBe(true)
        expect(readState(withEdits(sampleGrid([]), [edit]))?.known).toEqual(known)
      }),
      { numRuns: 50 },
    )
  })
})

const word = fc.stringMatching(/^[a-zA-Z0-9.-]{1,60}$/)
const anyKnown = fc.array(
  fc.record({
    id: word,
    table: fc.constantFrom(...tableIds),
    rev: fc.nat(),
    hash: word,
    lineNumber: word,
    pend: fc.dictionary(
      word.filter((key) => key !== '__proto__'),
      word,
      { maxKeys: 40, noNullPrototype: true },
    ),
  }),
  { maxLength: 20 },
)
