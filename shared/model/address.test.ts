import { expect, test } from 'vitest'
import { cellAddress, columnLetters } from './address.ts'

test.for([
  [0, 0, 'A1'],
  [6, 25, 'Z7'],
  [0, 26, 'AA1'],
  [4, 701, 'ZZ5'],
  [1_048_575, 16_383, 'XFD1048576'],
] as const)('row %d and column %d is %s', ([row, column, address]) => {
  expect(cellAddress(row, column)).toBe(address)
  expect(`${columnLetters(column)}${row + 1}`).toBe(address)
})
