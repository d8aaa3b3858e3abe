import { describe, expect, test } from 'vitest'
import { amendmentNumber } from './budget.ts'
import { budgetStates, isHandedIn } from './budget-state.ts'

describe('versions and states of a budget', () => {
  test.for([
    ['wijziging-1', 1],
    ['wijziging-12', 12],
    ['primitief', 0],
    ['na-wijziging', 0],
    ['na-wijziging-geleverd', 0],
  ] as const)('%s is amendment %d, where 0 is none', ([version, number]) => {
    expect(amendmentNumber(version)).toBe(number)
  })

  test('a budget is handed in from submitting on, unless it is given back', () => {
    expect(budgetStates.filter(isHandedIn)).toEqual(['ingediend', 'goedgekeurd', 'vastgesteld', 'aangehouden'])
  })
})
