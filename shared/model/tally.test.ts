import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countingFrom, numberIn, type Tally } from './tally.ts'

interface Row {
  readonly key: string
  readonly place: number
  readonly amount: number
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  key: fc.constantFrom('SP', 'LF', 'PB-6'),
  place: fc.nat({ max: 3 }),
  amount: fc.integer({ min: -50_000_000_000, max: 50_000_000_000 }),
})
const nothing: Tally = new Map()

function tallyOf(rows: readonly Row[]): Tally {
  const counting = countingFrom(nothing)
  for (const { key, place, amount } of rows) counting.add(key, place, amount)
  return counting.tally
}

describe('a tally', () => {
  test('[S-114] that is kept over a thousand edits is that of the rows as they are, to the cent', () => {
    const anyEdits = fc.array(fc.tuple(fc.nat({ max: 19 }), anyRow), { minLength: 1_000, maxLength: 1_000 })
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 20, maxLength: 20 }), anyEdits, (first, edits) => {
        const rows = [...first]
        let kept = tallyOf(rows)
        for (const [at, row] of edits) {
          const old = rows[at] ?? row
          const counting = countingFrom(kept)
          counting.takeOff(old.key, old.place, old.amount)
          counting.add(row.key, row.place, row.amount)
          kept = counting.tally
          rows[at] = row
        }
        expect(kept).toEqual(tallyOf(rows))
      }),
      { numRuns: 20 },
    )
  })

  test('stays as it is while another goes on from it', () => {
    const before = tallyOf([{ key: 'SP', place: 1, amount: 500 }])
    const counting = countingFrom(before)
    counting.add('SP', 1, 250)
    expect([numberIn(before, 'SP', 1), numberIn(counting.tally, 'SP', 1)]).toEqual([500, 750])
  })

  test('is the same one while nothing is counted', () => {
    const before = tallyOf([{ key: 'SP', place: 0, amount: 500 }])
    const counting = countingFrom(before)
    counting.add('SP', 0, 0)
    expect(counting.tally).toBe(before)
  })

  test('has no key under which all is taken off', () => {
    const counting = countingFrom(tallyOf([{ key: 'SP', place: 2, amount: 500 }]))
    counting.takeOff('SP', 2, 500)
    expect([counting.tally.has('SP'), numberIn(counting.tally, 'SP', 2)]).toEqual([false, 0])
  })
})
