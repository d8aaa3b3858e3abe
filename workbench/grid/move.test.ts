import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Direction,
  jumpFrom,
  lastUsed,
  nextEntry,
  rowsFurther,
  type SheetShape,
  stepActive,
  stepHead,
} from './move.ts'
import { selectBox, selectPlace } from './selection.ts'

const up = { rows: -1, columns: 0 } as const
const down = { rows: 1, columns: 0 } as const
const left = { rows: 0, columns: -1 } as const
const right = { rows: 0, columns: 1 } as const

/** A sheet drawn with `#` for a filled cell and `.` for an empty one. */
function sheet(lines: readonly string[], facts: Partial<SheetShape> = {}): SheetShape {
  return {
    rows: 100,
    columns: 20,
    merges: [],
    isRowHidden: () => false,
    isColumnHidden: () => false,
    isFilled: ({ row, column }) => lines[row]?.[column] === '#',
    used: { row: 0, column: 0, rows: lines.length, columns: lines[0]?.length ?? 0 },
    ...facts,
  }
}

const at = (row: number, column: number, shape: SheetShape) => selectPlace({ row, column }, shape.merges)

describe('an arrow', () => {
  test('goes one cell further and stops at the edge', () => {
    const shape = sheet(['#'])
    expect(stepActive(at(0, 0, shape), right, shape).active).toEqual({ row: 0, column: 1 })
    expect(stepActive(at(0, 0, shape), up, shape).active).toEqual({ row: 0, column: 0 })
    expect(stepActive(at(99, 19, shape), down, shape).active).toEqual({ row: 99, column: 19 })
  })

  test('passes over hidden rows and columns', () => {
    const shape = sheet(['#'], { isRowHidden: (row) => row < 5 && row > 0, isColumnHidden: (column) => column === 1 })
    expect(stepActive(at(0, 0, shape), down, shape).active).toEqual({ row: 5, column: 0 })
    expect(stepActive(at(0, 0, shape), right, shape).active).toEqual({ row: 0, column: 2 })
  })

  test('takes a merged cell in one step and leaves it at its far side', () => {
    const shape = sheet(['#'], { merges: [{ row: 0, column: 1, rows: 2, columns: 3 }] })
    const merged = stepActive(at(1, 0, shape), right, shape)
    expect(merged.box).toEqual({ row: 0, column: 1, rows: 2, columns: 3 })
    expect(merged.active).toEqual({ row: 0, column: 1 })
    expect(stepActive(merged, right, shape).active).toEqual({ row: 0, column: 4 })
    expect(stepActive(merged, down, shape).active).toEqual({ row: 2, column: 1 })
  })
})

describe('Shift with an arrow', () => {
  test('makes the selection larger, then smaller again', () => {
    const shape = sheet(['#'])
    const larger = stepHead(stepHead(at(2, 2, shape), right, shape), down, shape)
    expect(larger.box).toEqual({ row: 2, column: 2, rows: 2, columns: 2 })
    expect(larger.active).toEqual({ row: 2, column: 2 })
    expect(stepHead(larger, left, shape).box).toEqual({ row: 2, column: 2, rows: 2, columns: 1 })
  })

  test('takes a merged cell whole', () => {
    const shape = sheet(['#'], { merges: [{ row: 0, column: 1, rows: 2, columns: 3 }] })
    expect(stepHead(at(0, 0, shape), right, shape).box).toEqual({ row: 0, column: 0, rows: 2, columns: 4 })
  })
})

describe('Ctrl with an arrow', () => {
  const shape = sheet(['###..#.', '.......', '#......'])
  test.for([
    ['from the start of a run to its end', 0, 0, right, 0, 2],
    ['from the end of a run to the next filled cell', 0, 2, right, 0, 5],
    ['from an empty cell to the next filled one', 0, 3, right, 0, 5],
    ['from the last filled cell to the edge of the sheet', 0, 5, right, 0, 19],
    ['back over empty cells', 0, 4, left, 0, 2],
    ['down over an empty row', 0, 0, down, 2, 0],
    ['down to the last row of the sheet', 2, 0, down, 99, 0],
    ['up to the first row', 1, 3, up, 0, 3],
  ] as const)('goes %s', ([, row, column, direction, toRow, toColumn]) => {
    expect(jumpFrom({ row, column }, direction, shape)).toEqual({ row: toRow, column: toColumn })
  })

  test('goes to the edge of an empty sheet', () => {
    expect(jumpFrom({ row: 4, column: 4 }, down, sheet([], { used: null }))).toEqual({ row: 99, column: 4 })
  })

  test('ends inside the sheet from anywhere', () => {
    fc.assert(
      fc.property(
        fc.nat(99),
        fc.nat(19),
        fc.constantFrom<Direction>(up, down, left, right),
        (row, column, direction) => {
          const end = jumpFrom({ row, column }, direction, shape)
          expect(end.row).toBeGreaterThanOrEqual(0)
          expect(end.row).toBeLessThan(100)
          expect(end.column).toBeGreaterThanOrEqual(0)
          expect(end.column).toBeLessThan(20)
        },
      ),
    )
  })
})

describe('Tab and Enter', () => {
  const shape = sheet(['#'])

  test('go right and down from a single cell', () => {
    expect(nextEntry(at(1, 1, shape), 'tab', false, shape, undefined).active).toEqual({ row: 1, column: 2 })
    expect(nextEntry(at(1, 1, shape), 'tab', true, shape, undefined).active).toEqual({ row: 1, column: 0 })
    expect(nextEntry(at(1, 1, shape), 'enter', false, shape, undefined).active).toEqual({ row: 2, column: 1 })
  })

  test('Enter goes back to the column where a row of tabs began', () => {
    expect(nextEntry(at(1, 4, shape), 'enter', false, shape, 1).active).toEqual({ row: 2, column: 1 })
  })

  test('go round inside a selection, rows first for Tab and columns first for Enter', () => {
    const selection = selectBox({ row: 1, column: 1, rows: 2, columns: 2 }, [])
    const places = (key: 'tab' | 'enter') => {
      let walk = selection
      return [1, 2, 3, 4].map(() => {
        walk = nextEntry(walk, key, false, shape, undefined)
        expect(walk.box).toEqual(selection.box)
        return [walk.active.row, walk.active.column]
      })
    }
    expect(places('tab')).toEqual([
      [1, 2],
      [2, 1],
      [2, 2],
      [1, 1],
    ])
    expect(places('enter')).toEqual([
      [2, 1],
      [1, 2],
      [2, 2],
      [1, 1],
    ])
  })
})

describe('far movements', () => {
  test('a page stays inside the sheet and ends on a row that is seen', () => {
    const shape = sheet(['#'], { isRowHidden: (row) => row === 30 })
    expect(rowsFurther({ row: 0, column: 3 }, 30, shape)).toEqual({ row: 31, column: 3 })
    expect(rowsFurther({ row: 5, column: 3 }, -30, shape)).toEqual({ row: 0, column: 3 })
    expect(rowsFurther({ row: 90, column: 3 }, 30, shape)).toEqual({ row: 99, column: 3 })
  })

  test('Ctrl+End goes to the last used cell', () => {
    expect(lastUsed(sheet(['###', '#..']))).toEqual({ row: 1, column: 2 })
    expect(lastUsed(sheet([], { used: null }))).toEqual({ row: 0, column: 0 })
  })
})
