import { describe, expect, test } from 'vitest'
import { catalogueIds } from '../catalogue.ts'
import { allRules } from '../index.ts'
import { explanations, originText, type RuleExplanation } from './index.ts'

/** Rules of our own, beyond the catalogue. */
const additions = ['GB-115', 'GB-116', 'GB-117', 'GB-118', 'GB-119', 'GB-120', 'GB-121']

const known = Object.entries(explanations) as readonly (readonly [string, RuleExplanation])[]

/** A text is a sentence: it begins with a capital, a digit, a quote or a formula, and says more than a word. */
const isSentence = (text: string) => /^[A-Z\d"#=€]/.test(text) && text.length >= 8 && !/ {2}|\s$/.test(text)

describe('[S-116] explanations', () => {
  test('every rule is explained', () => {
    expect(allRules.map(({ id }) => id).filter((id) => explanations[id] === undefined)).toEqual([])
  })

  test('they are of the rules of the catalogue and of our additions, and of nothing else', () => {
    expect(known.map(([id]) => id).sort()).toEqual([...catalogueIds, ...additions].sort())
  })

  test('each says in both languages why the rule exists, what to do and what gives a finding', () => {
    const poor = known.flatMap(([id, { explanation, remedy, example }]) =>
      Object.entries({ explanation, remedy, example }).flatMap(([part, { nl, en }]) => [
        ...(isSentence(nl) ? [] : [`${id} ${part} nl: ${nl}`]),
        ...(isSentence(en) ? [] : [`${id} ${part} en: ${en}`]),
      ]),
    )
    expect(poor).toEqual([])
  })

  test('why and what to do are sentences of their own in each language', () => {
    const same = known.filter(([, { explanation, remedy }]) =>
      [explanation, remedy].some(({ nl, en }) => nl === en || !/[.?]$/.test(nl) || !/[.?]$/.test(en)),
    )
    expect(same.map(([id]) => id)).toEqual([])
  })

  test('each has an origin', () => {
    expect(known.filter(([, { origin }]) => origin.kinds.length === 0).map(([id]) => id)).toEqual([])
    expect(new Set(known.flatMap(([, { origin }]) => origin.kinds))).toEqual(
      new Set(['BBV', 'Iv3', 'wet', 'memo', 'praktijk']),
    )
  })

  test('an origin is the kinds of source, and the source where there is one', () => {
    expect(originText({ kinds: ['Iv3', 'praktijk'] })).toEqual({ nl: 'Iv3, praktijk', en: 'Iv3, practice' })
    expect(originText({ kinds: ['BBV'], source: { nl: 'art. 2 lid 3', en: 'art. 2(3)' } })).toEqual({
      nl: 'BBV: art. 2 lid 3',
      en: 'BBV: art. 2(3)',
    })
  })
})

test('a rule that offers a fix says what one click writes, and no other rule does', () => {
  // Whether a check ever gives a fix shows in its source alone.
  const offering = allRules.filter((rule) => 'check' in rule && /\bfix\b/.test(String(rule.check)))
  const described = known.filter(([id, { fix }]) => fix && allRules.some((rule) => rule.id === id))
  expect(described.map(([id]) => id).sort()).toEqual(offering.map(({ id }) => id).sort())
  expect(offering.length).toBeGreaterThan(5)
})
