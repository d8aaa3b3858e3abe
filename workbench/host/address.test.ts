import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullAddressOf, readAddress } from './address.ts'

test('an address that was written is read back, whatever the sheet is called', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9'. -]{1,20}$/).filter((text) => text.trim() === text)
  const size = fc.integer({ min: 1, max: 500 })
  const place = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(name, place, place, size, size, (sheetName, row, column, rows, columns) => {
      const box = { row, column, rows, columns }
      expect(readAddress(fullAddressOf(sheetName, box))).toEqual({ sheetName, box })
    }),
  )
})

test.for([
  ['=Voorblad!$B$3', { sheetName: 'Voorblad', box: { row: 2, column: 1, rows: 1, columns: 1 } }],
  ['A:C', { sheetName: null, box: { row: 0, column: 0, rows: 1_048_576, columns: 3 } }],
  ['=0.05', undefined],
  ['lstTaakveld', undefined],
  ['', undefined],
] as const)('%s is read as %o', ([text, expected]) => {
  expect(readAddress(text)).toEqual(expected)
})
