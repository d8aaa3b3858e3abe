import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlacedValue, rectanglesOf } from './rectangles.ts'

const cell = (row: number, column: number, value: number): PlacedValue<number> => ({ row, column, value })

describe('rectangles', () => {
  test('neighbours become one rectangle, others their own', () => {
    expect(rectanglesOf([cell(3, 1, 3), cell(2, 1, 1), cell(2, 2, 2), cell(3, 2, 4), cell(9, 0, 5)], 0)).toEqual([
      {
        row: 2,
        column: 1,
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
      { row: 9, column: 0, rows: [[5]] },
    ])
  })

  test('a gap is taken in as cells that are left alone, as far as allowed', () => {
    const cells = [cell(0, 0, 1), cell(0, 3, 2), cell(2, 0, 3)]
    expect(rectanglesOf(cells, 0)).toHaveLength(3)
    expect(rectanglesOf(cells, 8)).toEqual([
      {
        row: 0,
        column: 0,
        rows: [
          [1, null, null, 2],
          [null, null, null, null],
          [3, null, null, null],
        ],
      },
    ])
  })

  test('5,000 rows of a table are one rectangle', () => {
    const cells = Array.from({ length: 5_000 }, (_, row) => [cell(row, 0, row), cell(row, 38, row)]).flat()
    expect(rectanglesOf(cells, 60)).toHaveLength(1)
  })

  test('every cell stands in exactly one rectangle, with its value', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(12)), { selector: ([row, column]) => row * 100 + column })
    fc.assert(
      fc.property(places, fc.nat(20), (given, gapMax) => {
        const cells = given.map(([row, column], index) => cell(row, column, index))
        const found = rectanglesOf(cells, gapMax).flatMap(({ row: top, column: left, rows }) =>
          rows.flatMap((values, row) =>
            values.flatMap((value, column) => (value === null ? [] : [cell(top + row, left + column, value)])),
          ),
        )
        expect(found.sort((one, other) => one.value - other.value)).toEqual(cells)
      }),
    )
  })

  test('without gaps a rectangle holds the given cells only', () => {
    const places = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: ([row, column]) => row * 10 + column })
    fc.assert(
      fc.property(places, (given) => {
        const cells = given.map(([row, column], index) => cell(row, column, index))
        expect(rectanglesOf(cells, 0).flatMap(({ rows }) => rows.flat())).not.toContain(null)
      }),
    )
  })
})
