import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAxis } from './axis.ts'
import { scrollToShow, spanWith, visibleSpan } from './visible-window.ts'

const rows = createAxis(5_000, 20, new Map())

describe('what is drawn', () => {
  test('is what fits in the view, with six more on both sides', () => {
    expect(visibleSpan(rows, 0, 2_000, 400)).toEqual({ first: 94, last: 126 })
  })

  test('begins below the frozen rows', () => {
    expect(visibleSpan(rows, 4, 0, 400)).toEqual({ first: 4, last: 26 })
    expect(visibleSpan(rows, 4, 2_000, 400)).toEqual({ first: 98, last: 126 })
  })

  test('ends with the sheet', () => {
    expect(visibleSpan(rows, 0, 99_600, 400).last).toBe(4_999)
  })

  test('begins with the merged cells that reach into it', () => {
    expect(
      spanWith({ first: 10, last: 20 }, [
        { first: 3, last: 12 },
        { first: 1, last: 9 },
      ]),
    ).toEqual({ first: 3, last: 20 })
  })
})

describe('scrolling to a row', () => {
  test('moves nothing when it is seen already, or frozen', () => {
    expect(scrollToShow(rows, 4, 1_000, 400, 60)).toBe(1_000)
    expect(scrollToShow(rows, 4, 1_000, 400, 2)).toBe(1_000)
  })

  test('puts a row above just under the frozen rows, a row below at the bottom', () => {
    expect(scrollToShow(rows, 4, 1_000, 400, 20)).toBe(20 * 20 - 4 * 20)
    expect(scrollToShow(rows, 4, 0, 400, 50)).toBe(51 * 20 - 400)
  })

  test('always leaves the row inside the view', () => {
    fc.assert(
      fc.property(
        fc.nat(4_999),
        fc.nat(90_000),
        fc.integer({ min: 200, max: 900 }),
        fc.nat(5),
        (index, from, room, frozen) => {
          fc.pre(index >= frozen)
          const scroll = scrollToShow(rows, frozen, from, room, index)
          expect(rows.offsetOf(index)).toBeGreaterThanOrEqual(scroll + rows.offsetOf(frozen))
          expect(rows.offsetOf(index + 1)).toBeLessThanOrEqual(scroll + room)
        },
      ),
    )
  })
})
