import { describe, expect, test } from 'vitest'
import { extendTo, isSingle, selectBox, selectPlace, withMerges } from './selection.ts'

describe('a selection', () => {
  test('of a merged cell is the whole merged cell', () => {
    const merges = [{ row: 1, column: 1, rows: 2, columns: 2 }]
    const selection = selectPlace({ row: 2, column: 2 }, merges)
    expect(selection.box).toEqual(merges[0])
    expect(selection.active).toEqual({ row: 1, column: 1 })
    expect(isSingle(selection, merges)).toBe(true)
  })

  test('grows over every merged cell that it touches, one after the other', () => {
    const merges = [
      { row: 0, column: 1, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 1, columns: 1 },
      { row: 0, column: 2, rows: 3, columns: 1 },
    ]
    expect(withMerges({ row: 0, column: 0, rows: 1, columns: 2 }, merges)).toEqual({
      row: 0,
      column: 0,
      rows: 3,
      columns: 3,
    })
  })

  test('reaches to any side of where it began, and the active cell stays', () => {
    const begun = selectPlace({ row: 5, column: 5 }, [])
    const reached = extendTo(begun, { row: 2, column: 7 }, [])
    expect(reached.box).toEqual({ row: 2, column: 5, rows: 4, columns: 3 })
    expect(reached.active).toEqual({ row: 5, column: 5 })
  })

  test('that something else chose begins at its first cell', () => {
    const selection = selectBox({ row: 3, column: 0, rows: 4, columns: 2 }, [])
    expect([selection.active, selection.head]).toEqual([
      { row: 3, column: 0 },
      { row: 6, column: 1 },
    ])
    expect(isSingle(selection, [])).toBe(false)
  })
})
