import { describe, expect, test } from 'vitest'
import type { BudgetState, PersonRole } from '#shared/model/index.ts'
import { type Actor, allowedTransitions, amendedVersion, isInTable, stateAfter, statusAfter } from './index.ts'

const actor = (role: PersonRole, parts: Partial<Actor> = {}): Actor => ({
  role,
  isOfArea: true,
  isSubmitter: false,
  ...parts,
})

describe('[S-94] what a person may do with a budget', () => {
  test.for<[BudgetState, PersonRole, readonly string[]]>([
    ['concept', 'gebiedscontroller', ['indienen']],
    ['concept', 'financien', []],
    ['ingediend', 'financien', ['teruggeven', 'intrekken', 'aanhouden']],
    ['ingediend', 'concerncontroller', ['teruggeven', 'goedkeuren', 'intrekken', 'aanhouden']],
    ['ingediend', 'griffie', ['aanhouden']],
    ['ingediend', 'wethouder', []],
    ['ingediend', 'opdrachtgever', []],
    ['teruggegeven', 'gebiedscontroller', ['heropenen']],
    ['goedgekeurd', 'griffie', ['vaststellen', 'aanhouden']],
    ['goedgekeurd', 'beheer', ['vaststellen', 'aanhouden']],
    ['goedgekeurd', 'financien', ['intrekken', 'aanhouden']],
    ['aangehouden', 'financien', ['intrekken', 'hervatten']],
    ['vastgesteld', 'concerncontroller', []],
    ['vastgesteld', 'beheer', []],
  ])('%s, %s', ([state, role, names]) => {
    expect(allowedTransitions(state, actor(role))).toEqual(names)
  })

  test('a controller withdraws only what he submitted himself, and only of his own area', () => {
    expect(allowedTransitions('ingediend', actor('gebiedscontroller'))).toEqual([])
    const submitter = actor('gebiedscontroller', { isSubmitter: true })
    expect(allowedTransitions('goedgekeurd', submitter)).toEqual(['intrekken'])
    expect(isInTable('indienen', 'concept', actor('gebiedscontroller', { isOfArea: false }))).toBe(false)
  })

  test('who submitted does not approve', () => {
    const submitter = actor('concerncontroller', { isSubmitter: true })
    expect(allowedTransitions('ingediend', submitter)).not.toContain('goedkeuren')
  })
})

describe('where a transition leads', () => {
  test('a held budget goes on where it was', () => {
    expect(stateAfter('hervatten', 'goedgekeurd')).toBe('goedgekeurd')
    expect(stateAfter('aanhouden', null)).toBe('aangehouden')
  })

  test('withdrawing puts the budget in concept and the submission on withdrawn; reopening leaves it returned', () => {
    expect([stateAfter('intrekken', null), statusAfter('intrekken', 'concept')]).toEqual(['concept', 'ingetrokken'])
    expect([stateAfter('heropenen', null), statusAfter('heropenen', 'concept')]).toEqual(['concept', 'teruggegeven'])
    expect(statusAfter('hervatten', 'goedgekeurd')).toBe('goedgekeurd')
  })

  test('each amendment follows the one before it, the first the original budget', () => {
    expect(['primitief', 'wijziging-1', 'wijziging-3'].map(amendedVersion)).toEqual([
      undefined,
      'primitief',
      'wijziging-2',
    ])
  })
})
