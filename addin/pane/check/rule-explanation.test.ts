import { expect, test } from 'vitest'
import { allRules } from '#shared/rules/index.ts'
import { remediesEn } from './remedies-en.ts'
import { remediesNl } from './remedies-nl.ts'
import { explainRule } from './rule-explanation.ts'

const ids = allRules.map(({ id }) => id)

test('every rule says what to do, in both languages, and no remedy is of a rule that is gone', () => {
  expect(Object.keys(remediesNl).sort()).toEqual([...ids].sort())
  expect(Object.keys(remediesEn).sort()).toEqual([...ids].sort())
})

test('an explanation has the rule, where it is judged and the remedy', () => {
  expect(explainRule('GB-701')).toMatchObject({
    where: 'server',
    message: { nl: '{bron} is over alle gebieden heen overschreden: {beroep} van {plafond}.' },
    remedy: { nl: remediesNl['GB-701'] },
  })
})

test('a rule that this version does not know has no explanation', () => {
  expect(explainRule('GB-999')).toBeUndefined()
})
