import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf } from './range-chunks.ts'

test('the pieces of a large array are its rows, in order, each small enough', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }))
  fc.assert(
    fc.property(size, ([rows, columns]) => {
      const all = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, () => row))
      const chunks = chunksOf(all)
      if (rows * columns <= 1_500) expect(chunks).toEqual([])
      else {
        expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(all)
        expect(chunks.every((chunk) => chunk.rows.length * columns <= 1_500 + columns)).toBe(true)
        expect(chunks.map((chunk) => all[chunk.row])).toEqual(chunks.map((chunk) => chunk.rows[0]))
      }
    }),
  )
})

test('one value for all cells goes in one', () => {
  expect(chunksOf('x')).toEqual([])
})
