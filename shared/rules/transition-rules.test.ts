import { expect, test } from 'vitest'
import { checkTransition, type TransitionFacts } from './transition-rules.ts'

const judged = (parts: Partial<TransitionFacts>) =>
  checkTransition({
    from: 'concept',
    to: 'ingediend',
    role: 'gebiedscontroller',
    isAllowed: true,
    isOwnApproval: false,
    blockingErrors: 0,
    ...parts,
  }).map(({ rule, message }) => ({ rule, ...message }))

test('[GB-601] three errors block submitting', () => {
  expect(judged({ blockingErrors: 3 })).toEqual([
    { rule: 'GB-601', nl: 'Indienen kan niet: nog 3 fouten.', en: 'Cannot submit: 3 errors remain.' },
  ])
  expect(judged({ blockingErrors: 0 })).toEqual([])
})

test('[GB-602] a controller cannot adopt what was submitted', () => {
  expect(judged({ from: 'ingediend', to: 'vastgesteld', isAllowed: false })).toEqual([
    {
      rule: 'GB-602',
      nl: 'Statusovergang ingediend → vastgesteld is niet toegestaan voor rol gebiedscontroller.',
      en: 'Status change submitted → adopted is not allowed for role area controller.',
    },
  ])
  expect(judged({ from: 'goedgekeurd', to: 'vastgesteld', role: 'griffie' })).toEqual([])
})

test('[GB-612] who submitted does not approve', () => {
  const approval = { from: 'ingediend', to: 'goedgekeurd', role: 'concerncontroller' } as const
  expect(judged({ ...approval, isOwnApproval: true })).toEqual([
    {
      rule: 'GB-612',
      nl: 'Indiener en goedkeurder zijn dezelfde persoon.',
      en: 'Submitter and approver are the same person.',
    },
  ])
  expect(judged(approval)).toEqual([])
})
