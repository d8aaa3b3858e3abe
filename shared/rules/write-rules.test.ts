import { expect, test } from 'vitest'
import { checkWrite, type WriteFacts } from './write-rules.ts'

const judged = (parts: Partial<WriteFacts>) =>
  checkWrite({ role: 'gebiedscontroller', state: 'concept', changedBy: null, ...parts }).map(({ rule, message }) => ({
    rule,
    ...message,
  }))

test('[GB-603] a line that changes after submitting', () => {
  const expected = {
    rule: 'GB-603',
    nl: 'Regel is gewijzigd na indienen; trek eerst terug.',
    en: 'Line changed after submission; withdraw first.',
  }
  for (const state of ['ingediend', 'goedgekeurd', 'vastgesteld'] as const) {
    expect(judged({ state })).toEqual([expected])
  }
  expect(judged({ state: 'concept' })).toEqual([])
})

test('[GB-604] two controllers edit the same line', () => {
  expect(judged({ changedBy: 'Controller Stadshart' })).toEqual([
    {
      rule: 'GB-604',
      nl: 'Deze regel is ondertussen door Controller Stadshart gewijzigd.',
      en: 'This line was changed by Controller Stadshart in the meantime.',
    },
  ])
  expect(judged({ changedBy: null })).toEqual([])
})

test('[GB-907] the area alderman reads and does not write', () => {
  expect(judged({ role: 'wethouder' })).toEqual([
    {
      rule: 'GB-907',
      nl: 'Gebiedswethouder heeft alleen leesrecht.',
      en: 'The area alderman has read access only.',
    },
  ])
  expect(judged({ role: 'gebiedscontroller' })).toEqual([])
})
