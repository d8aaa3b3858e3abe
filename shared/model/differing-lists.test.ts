import { expect, test } from 'vitest'
import { centsSchema } from '#shared/cells/index.ts'
import { exampleReference } from '#shared/example/index.ts'
import { differingLists } from './differing-lists.ts'
import type { Reference } from './reference.ts'

test('A ceiling that was lowered and a threshold that was raised name their lists', () => {
  const sources = exampleReference.sources.map((source) => ({
    ...source,
    ceilings: source.ceilings.map((ceiling) => ({ ...ceiling, cents: centsSchema.parse(ceiling.cents - 1) })),
  }))
  const parameters = { ...exampleReference.parameters, variancePercent: 12 }
  expect(differingLists(exampleReference, { ...exampleReference, sources, parameters })).toEqual([
    'parameters',
    'bronnen',
  ])
})

test('An item more or less names its list', () => {
  const fewer = { ...exampleReference, roles: exampleReference.roles.slice(1) }
  expect(differingLists(exampleReference, fewer)).toEqual(['functies'])
  expect(differingLists(fewer, exampleReference)).toEqual(['functies'])
})

test('Another version and another order are the same lists', () => {
  const sorted: Reference = {
    ...exampleReference,
    version: 'van later',
    sources: exampleReference.sources
      .map((source) => ({ ...source, ceilings: source.ceilings.toReversed(), years: source.years.toReversed() }))
      .toReversed(),
  }
  expect(differingLists(exampleReference, sorted)).toEqual([])
})
