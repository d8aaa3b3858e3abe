import { expect, test } from 'vitest'
import { placeOfAddress } from './place-of-address.ts'

test.for([
  ['Voorblad!D12', { sheet: 'Voorblad', cell: 'D12' }],
  ["'Mijn blad'!B3", { sheet: 'Mijn blad', cell: 'B3' }],
  ["'Foto''s'!A1:B2", { sheet: "Foto's", cell: 'A1:B2' }],
  ['D12', undefined],
  ['', undefined],
] as const)('%s is %o', ([address, place]) => {
  expect(placeOfAddress(address)).toEqual(place)
})
