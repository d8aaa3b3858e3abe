import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellQuestionSchema, questionsPerRequestMax } from '#shared/questions/index.ts'
import { isFault } from './facts.ts'
import { readQuestions } from './read-questions.ts'

const balance = { functie: 'saldo', gebied: 'HOL', jaar: 2023, versie: null }
const read = (vragen: unknown) => readQuestions(JSON.stringify({ vragen }), new Map())

/** What the one question of a request is refused with. */
function reason(question: object): string {
  const [only] = read([{ sleutel: 'a', ...question }]).distinct
  if (only === undefined || !isFault(only)) throw new Error('The question was not refused.')
  expect(only.code).toBe('ongeldige-vraag')
  expect(only.reden.en).not.toBe('')
  return only.reden.nl
}

describe('questions of a request', () => {
  test('that are equal but for their key are one, and each key keeps its place', () => {
    const { distinct, asked } = read([
      { ...balance, sleutel: 'a' },
      { ...balance, sleutel: 'b', jaar: 2024 },
      { sleutel: 'c', ...balance },
      { ...balance, sleutel: 'a' },
    ])
    expect(distinct.map((question) => 'jaar' in question && question.jaar)).toEqual([2023, 2024, 2023])
    expect(asked).toEqual([
      { key: 'a', at: 0 },
      { key: 'b', at: 1 },
      { key: 'c', at: 2 },
      { key: 'a', at: 0 },
    ])
  })

  test('that differ in one character, or in text and number, are different', () => {
    const total = {
      functie: 'totaal',
      gebied: null,
      jaar: 2023,
      versie: null,
      kant: 'L',
      aard: null,
      kalenderjaar: null,
    }
    const questions = ['0.1', '0.10', '0.1 ', null].map((taakveld) => ({ ...total, taakveld, domein: null }))
    const { distinct } = read(
      [...questions, { ...balance, jaar: '2023' }, balance].map((q) => ({ ...q, sleutel: 'x' })),
    )
    expect(distinct).toHaveLength(6)
    expect(distinct.filter(isFault)).toHaveLength(1)
  })

  test('are read as the schema reads them, known before or not', () => {
    const value = fc.constantFrom(
      null,
      '',
      'HOL',
      'hol',
      'saldo',
      'totaal',
      'primitief',
      2023,
      1999,
      '2023',
      true,
      [],
      {},
    )
    const question = fc.record(
      { functie: value, gebied: value, jaar: value, versie: value, bron: value },
      { requiredKeys: ['functie', 'gebied', 'jaar'] },
    )
    const known = new Map()
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        const body = JSON.stringify({ vragen: questions.map((fields, i) => ({ ...fields, sleutel: `k${i}` })) })
        const { distinct, asked } = readQuestions(body, known)
        asked.forEach(({ key, at }, i) => {
          expect(key).toBe(`k${i}`)
          const parsed = cellQuestionSchema.safeParse({ ...questions[i], sleutel: '-' })
          const expected = parsed.success ? parsed.data : { soort: 'fout', code: 'ongeldige-vraag' }
          expect(distinct[at]).toMatchObject(expected)
        })
      }),
    )
  })

  test('that are wrong are refused one by one, with the field and what is expected', () => {
    expect(reason({ ...balance, jaar: 1999 })).toBe('jaar: minstens 2017')
    expect(reason({ ...balance, gebied: 'hol' })).toBe('gebied: gebiedscode: 2 tot 12 hoofdletters of cijfers')
    expect(reason({ functie: 'saldo', gebied: 'HOL', jaar: 2023 })).toBe('versie: verwacht wordt string')
    expect(reason({ ...balance, versie: 'laatste' })).toMatch(/^versie: .*primitief/)
    expect(reason({ ...balance, kant: 'L' })).toBe('onbekend veld kant')
    expect(reason({ ...balance, functie: 'som' })).toMatch(/^functie: verwacht wordt totaal, saldo, /)
    expect(reason({})).toMatch(/^functie: /)
  })

  test('that are nested a million deep are refused, not fatal', () => {
    const depth = 900_000
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`
    const { distinct } = readQuestions(
      `{"vragen":[{"sleutel":"a","functie":"saldo","gebied":${nested}},{"sleutel":"b","functie":${nested}}]}`,
      new Map(),
    )
    expect(distinct.map((question) => isFault(question) && question.code)).toEqual([
      'ongeldige-vraag',
      'ongeldige-vraag',
    ])
  })
})

describe('a request without an answer for every question', () => {
  test.for([
    ['{', 'JSON'],
    ['[]', 'vragen'],
    ['{}', 'vragen'],
    ['{"vragen":{}}', 'vragen'],
    ['{"vragen":[],"meer":1}', 'vragen'],
    ['{"vragen":[1]}', 'vragen.0.sleutel'],
    ['{"vragen":[null]}', 'vragen.0.sleutel'],
    ['{"vragen":[{"sleutel":"a"},{"sleutel":""}]}', 'vragen.1.sleutel'],
    [`{"vragen":[{"sleutel":"${'k'.repeat(21)}"}]}`, 'vragen.0.sleutel'],
    ['{"vragen":[{"sleutel":1}]}', 'vragen.0.sleutel'],
  ])('such as %s is refused as a whole', ([body, place]) => {
    expect(() => readQuestions(body ?? '', new Map())).toThrow(place)
  })

  test('because there is one too many says how many there may be', () => {
    const questions = Array.from({ length: questionsPerRequestMax + 1 }, () => ({ ...balance, sleutel: 'a' }))
    expect(read(questions.slice(1)).asked).toHaveLength(questionsPerRequestMax)
    expect(() => read(questions)).toThrow(`at most ${questionsPerRequestMax} items`)
  })
})
