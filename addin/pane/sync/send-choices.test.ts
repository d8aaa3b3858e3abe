import { expect, test } from 'vitest'
import { sendChoices } from './send-choices.ts'

test('rows are deleted or put back as was chosen, and a reason of spaces is none', () => {
  const choices = new Map([
    ['a', 'delete'],
    ['b', 'return'],
    ['c', 'delete'],
  ] as const)
  expect(sendChoices(choices, '  ')).toEqual({ deletions: ['a', 'c'], returns: ['b'] })
})

test('finance says why', () => {
  expect(sendChoices(new Map(), ' Correctie na overleg ')).toEqual({
    deletions: [],
    returns: [],
    reason: 'Correctie na overleg',
  })
})
