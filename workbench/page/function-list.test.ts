import { expect, test } from 'vitest'
import { readFunctionList } from './function-list.ts'

test('functions of the metadata are listed by name with their parameters', () => {
  const json = {
    functions: [
      { id: 'VN', name: 'VN', description: 'Voordeel of nadeel.', parameters: [{ name: 'bedrag', repeating: true }] },
      { id: 'PLAFOND', name: 'Plafond', parameters: [{ name: 'bron', description: 'Code', optional: true }] },
    ],
  }
  expect(readFunctionList(json)).toEqual([
    {
      name: 'GEBIED.PLAFOND',
      description: '',
      parameters: [{ name: 'bron', description: 'Code', isOptional: true, isRepeating: false }],
    },
    {
      name: 'GEBIED.VN',
      description: 'Voordeel of nadeel.',
      parameters: [{ name: 'bedrag', description: '', isOptional: false, isRepeating: true }],
    },
  ])
  expect(() => readFunctionList({ functions: [{ id: 'X' }] })).toThrow()
})
