import { expect, test } from 'vitest'
import { allRules } from '#shared/rules/index.ts'
import { explainRule } from './rule-explanation.ts'

test('every rule can be explained', () => {
  expect(allRules.map(({ id }) => id).filter((id) => explainRule(id) === undefined)).toEqual([])
})

test('an explanation has the rule, where it is judged, why it exists, what to do and where it comes from', () => {
  expect(explainRule('GB-302')).toEqual({
    where: 'both',
    isAcrossAreas: false,
    message: {
      nl: 'Negatieve last/bate zonder toelichting.',
      en: 'Negative cost/income without explanation.',
    },
    explanation: {
      nl: 'Bedragen staan bruto in de begroting. Een negatieve last is vaak een bate of dekking die is afgetrokken.',
      en: 'Amounts stand gross in the budget. A negative last is often a bate or coverage that was subtracted.',
    },
    remedy: {
      nl: 'Leg in Toelichting uit waarom het bedrag negatief is, of draai L en B om.',
      en: 'Explain in Toelichting why the amount is negative, or swap L and B.',
    },
    origin: { nl: 'BBV: art. 2 lid 3 (bruto)', en: 'BBV: art. 2(3) (gross)' },
  })
})

test('a rule across areas says so, because its errors stop approval and not submitting', () => {
  expect(explainRule('GB-701')?.isAcrossAreas).toBe(true)
})

test('a rule that this version does not know has no explanation', () => {
  expect(explainRule('GB-999')).toBeUndefined()
})
