import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAxis } from './axis.ts'

describe('an axis', () => {
  const axis = createAxis(
    10,
    20,
    new Map([
      [2, 50],
      [4, 0],
      [5, 0],
    ]),
  )

  test('adds up the rows before one', () => {
    expect([0, 2, 3, 4, 6, 10].map(axis.offsetOf)).toEqual([0, 40, 90, 110, 110, 190])
    expect(axis.length).toBe(190)
  })

  test('finds the row at a place, never a hidden one', () => {
    expect([-5, 0, 19, 20, 89, 90, 109, 110, 129, 130, 999].map(axis.indexAt)).toEqual([
      0, 0, 0, 1, 2, 3, 3, 6, 6, 7, 9,
    ])
  })

  test('gives the row before when all that follow are hidden', () => {
    expect(createAxis(3, 20, new Map([[2, 0]])).indexAt(500)).toBe(1)
  })

  test('finds every row that is seen at its own place', () => {
    const sizes = fc.uniqueArray(fc.tuple(fc.nat(60), fc.nat(40)), { selector: ([index]) => index })
    fc.assert(
      fc.property(sizes, fc.nat(60), (others, index) => {
        const some = createAxis(61, 20, new Map(others))
        fc.pre(some.sizeOf(index) > 0)
        expect(some.indexAt(some.offsetOf(index))).toBe(index)
        expect(some.indexAt(some.offsetOf(index) + some.sizeOf(index) - 1)).toBe(index)
      }),
    )
  })
})
