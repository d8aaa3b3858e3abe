import { expect, test } from 'vitest'
import { requirementSets } from './support.ts'

test('the table says what this Excel has and what each set is for', () => {
  const sets = requirementSets({ isSupported: (set, version) => set === 'ExcelApi' && version === '1.14' })
  expect(sets.filter(({ isSupported }) => isSupported).map(({ name, version }) => [name, version])).toEqual([
    ['ExcelApi', '1.14'],
  ])
  expect(sets.filter(({ isNeeded }) => isNeeded).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'ExcelApi 1.14',
    'SharedRuntime 1.1',
    'CustomFunctionsRuntime 1.2',
  ])
  expect(sets.every(({ use }) => use.nl !== '' && use.en !== '' && use.nl !== use.en)).toBe(true)
})
