import { expect, test } from 'vitest'
import { parseLoad } from './parse-load.ts'

test.for([
  [undefined, {}],
  ['values, address', { Select: ['values', 'address'] }],
  ['items/name,items/format/fill/color', { Select: ['name', 'format/fill/color'] }],
  ['items', { Select: ['*'] }],
  [['name', 'id'], { Select: ['name', 'id'] }],
  [
    { select: 'name', expand: 'worksheet', top: 5 },
    { Select: ['name'], Expand: ['worksheet'], Top: 5 },
  ],
  [
    { name: true, style: false, worksheet: { name: true }, $top: 2 },
    { Select: ['name', 'worksheet/name'], Top: 2 },
  ],
  [{ format: { $all: true } }, { Select: ['format/*'] }],
] as const)('load(%o) asks %o', ([option, query]) => {
  expect(parseLoad(option)).toEqual(query)
})

test('what is neither names nor trues is refused', () => {
  expect(() => parseLoad(5)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }))
  expect(() => parseLoad({ name: 'ja' })).toThrow(expect.objectContaining({ code: 'InvalidArgument' }))
})
