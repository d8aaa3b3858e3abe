import { expect, test } from 'vitest'
import { tabAfter } from './tab-keys.ts'

test.for([
  ['start', 'ArrowRight', 'check'],
  ['about', 'ArrowRight', 'start'],
  ['start', 'ArrowLeft', 'about'],
  ['sync', 'ArrowLeft', 'check'],
  ['sync', 'Home', 'start'],
  ['check', 'End', 'about'],
  ['check', 'ArrowDown', undefined],
] as const)('from %s, %s leads to %s', ([current, key, next]) => {
  expect(tabAfter(current, key)).toBe(next)
})
