import { expect, test } from 'vitest'
import { en } from './en.ts'
import { say } from './index.ts'
import { nl } from './nl.ts'

test('a sentence is filled in with its values, and a place without a value stays visible', () => {
  expect(say('nl', 'fileLine', { file: 'HOL.xlsx', area: 'HOL', year: 2023, version: 'primitief' })).toBe(
    'HOL.xlsx: gebied HOL, 2023 primitief, {rows} regels',
  )
})

test('every English sentence has the places of its Dutch one', () => {
  for (const [key, sentence] of Object.entries(nl)) expect(places(en[key as keyof typeof en])).toEqual(places(sentence))
})

function places(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
}
