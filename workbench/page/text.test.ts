import { describe, expect, test } from 'vitest'
import { createTexts } from './text.ts'
import { en } from './text-en.ts'
import { nl } from './text-nl.ts'

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

describe('the texts of the page', () => {
  test('are there in both languages, with the same places to fill in', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
    for (const key of Object.keys(nl) as (keyof typeof nl)[])
      expect([key, placesOf(en[key])]).toEqual([key, placesOf(nl[key])])
  })

  test('follow the language that is chosen', () => {
    const { language, say } = createTexts('nl')
    expect(say('hostRequests', { count: 3 })).toBe('Verzoeken van het taakvenster: 3')
    language.value = 'en'
    expect(say('hostRequests', { count: 3 })).toBe('Requests of the task pane: 3')
  })
})
