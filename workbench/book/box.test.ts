import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from './book.ts'
import { boxAround, boxesOfCells, boxWithout, keysOfBox, sharedBox } from './box.ts'
import { addressOfBox, boxOfAddress } from './index.ts'

const small = fc.nat(6)
const box: fc.Arbitrary<Box> = fc
  .tuple(small, small, small, small)
  .map(([row, column, rows, columns]) => ({ row, column, rows: rows + 1, columns: columns + 1 }))
const sorted = (keys: Iterable<number>) => [...keys].sort((a, b) => a - b)

describe('boxes', () => {
  test('what is left of a box has all of its cells but those of the hole, each once', () => {
    fc.assert(
      fc.property(box, box, (whole, hole) => {
        const left = boxWithout(whole, hole).flatMap((part) => [...keysOfBox(part)])
        const holeKeys = new Set(keysOfBox(hole))
        expect(sorted(left)).toEqual(sorted([...keysOfBox(whole)].filter((key) => !holeKeys.has(key))))
        const shared = sharedBox(whole, hole)
        expect(left.length + (shared === null ? 0 : shared.rows * shared.columns)).toBe(whole.rows * whole.columns)
      }),
    )
  })

  test('loose cells make boxes with exactly these cells, and a full box makes one', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), (boxes) => {
        const keys = new Set(boxes.flatMap((each) => [...keysOfBox(each)]))
        expect(sorted(boxesOfCells(keys).flatMap((each) => [...keysOfBox(each)]))).toEqual(sorted(keys))
      }),
    )
    expect(boxesOfCells(keysOfBox(boxOfAddress('B2:D9')))).toEqual([boxOfAddress('B2:D9')])
  })

  test('the box around boxes', () => {
    expect(boxAround([])).toBeNull()
    expect(boxAround([boxOfAddress('B2'), boxOfAddress('D1:E1')])).toEqual(boxOfAddress('B1:E2'))
  })
})

describe('addresses', () => {
  test.for([
    ['A4:C10', { row: 3, column: 0, rows: 7, columns: 3 }],
    ['AB1', { row: 0, column: 27, rows: 1, columns: 1 }],
    ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
    ['2:3', { row: 1, column: 0, rows: 2, columns: 16_384 }],
  ] as const)('%s', ([address, box]) => {
    expect(boxOfAddress(address)).toEqual(box)
    expect(addressOfBox(box)).toBe(address)
  })

  test('dollars, small letters and turned corners are read', () => {
    expect(boxOfAddress('$c$10:a4')).toEqual(boxOfAddress('A4:C10'))
  })

  test.for(['', 'A0', 'XFE1', 'A1048577', 'Blad1!A1', 'A1:B', 'ABCD1'])('%s is refused', (address) => {
    expect(() => boxOfAddress(address)).toThrow('geen bereik')
  })

  test('every box comes back from its address', () => {
    fc.assert(
      fc.property(box, (each) => {
        expect(boxOfAddress(addressOfBox(each))).toEqual(each)
      }),
    )
  })
})
