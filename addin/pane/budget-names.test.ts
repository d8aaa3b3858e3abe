import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { budgetStates, personRoles } from '#shared/model/index.ts'
import { roleName, stateName, versionName } from './budget-names.ts'
import { speaker } from './text/speak.ts'

const dutch = speaker(signal('nl'), signal(null), () => 0)

test.for([
  ['primitief', 'primitieve begroting'],
  ['wijziging-12', '12e wijziging'],
  ['na-wijziging', 'begroting na wijziging'],
  ['iets-nieuws', 'iets-nieuws'],
] as const)('version %s is called %s', ([version, name]) => {
  expect(versionName(dutch, version)).toBe(name)
})

test('every state and every role has a name of its own', () => {
  const names = [
    ...budgetStates.map((state) => stateName(dutch, state)),
    ...personRoles.map((role) => roleName(dutch, role)),
  ]
  expect(new Set(names).size).toBe(budgetStates.length + personRoles.length)
  expect(names).toContain('in concept')
  expect(names).toContain('ambtelijk opdrachtgever')
})

test('a workbook whose cover does not say its state has an unknown one', () => {
  expect(stateName(dutch, '')).toBe('onbekend')
})
