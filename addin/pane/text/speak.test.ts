import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/model/index.ts'
import { en } from './en.ts'
import { errorsNl } from './errors-nl.ts'
import { nl } from './nl.ts'
import { fillIn, formatNumber, relativeTime, speaker, type TextKey, type Texts } from './speak.ts'
import { submitNl } from './submit-nl.ts'
import { syncNl } from './sync-nl.ts'

const keys = Object.keys(nl) as TextKey[]
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

describe('the texts of the pane', () => {
  test('Dutch and English have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
  })

  test('a sentence stands in one file, so that none takes the place of another', () => {
    const names = [errorsNl, submitNl, syncNl].flatMap((texts) => Object.keys(texts))
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  test('every English sentence has the places of its Dutch one', () => {
    expect(keys.filter((key) => places(en[key]).join() !== places(nl[key]).join())).toEqual([])
  })

  test('every sentence for one has a sentence for more, with a count in it', () => {
    const stems = keys.filter((key) => key.endsWith('One')).map((key) => key.slice(0, -'One'.length))
    expect(stems.length).toBeGreaterThan(10)
    expect(stems.filter((stem) => !(`${stem}Other` in nl))).toEqual([])
    expect(stems.filter((stem) => !nl[`${stem}Other` as TextKey].includes('{count}'))).toEqual([])
  })

  test('every error says what to do', () => {
    const titles = keys.filter((key) => key.endsWith('Title') && `${key.slice(0, -'Title'.length)}Remedy` in nl)
    expect(titles.length).toBeGreaterThan(20)
    const remedies = keys.filter((key) => key.endsWith('Remedy') && key !== 'explainRemedy')
    expect(remedies.length).toBe(titles.length)
  })

  test('nobody is addressed as a friend, and no symbol stands for a word', () => {
    const all = [...Object.values(nl), ...Object.values(en)]
    expect(all.filter((text) => /\b(?:je|jij|jouw)\b/i.test(text))).toEqual([])
    expect(all.filter((text) => /[\u2190-\u2bff\u{1f000}-\u{1faff}]/u.test(text))).toEqual([])
  })
})

describe('a speaker', () => {
  test('fills in places, and leaves a place without a value to be seen', () => {
    expect(fillIn(nl.conflictPlace, { line: 'HOL-001' }, 'nl')).toBe('HOL-001, kolom {heading}')
  })

  test('chooses the sentence by the count and shows the count as the language does', () => {
    const language = signal<Language>('nl')
    const { count } = speaker(language, signal(en), () => 0)
    expect(count('rows', 1)).toBe('1 regel')
    expect(count('rows', 0)).toBe('0 regels')
    expect(count('rows', 12_345)).toBe('12.345 regels')
    language.value = 'en'
    expect(count('rows', 12_345)).toBe('12,345 lines')
  })

  test('reads Dutch until English was fetched', () => {
    const english = signal<Texts | null>(null)
    const { say, ago } = speaker(signal<Language>('en'), english, () => 0)
    expect(say('tabCheck')).toBe('Controle')
    expect(ago(0)).toBe('zojuist')
    english.value = en
    expect(say('tabCheck')).toBe('Check')
    expect(ago(0)).toBe('just now')
  })

  test('keeps a year as it is when it goes in as text', () => {
    expect(fillIn(nl.noAreasInYear, { year: '2023' }, 'nl')).toContain('Voor 2023 zijn')
  })
})

test.for([
  [12.5, 'nl', '12,5'],
  [318_880, 'nl', '318.880'],
  [318_880.129, 'en', '318,880.13'],
] as const)('%d in %s reads %s', ([value, language, text]) => {
  expect(formatNumber(value, language)).toBe(text)
})

describe('how long ago', () => {
  const now = Date.UTC(2023, 3, 20, 12)
  test.for([
    [0, undefined],
    [59_000, undefined],
    [-5_000, undefined],
    [60_000, '1 minuut geleden'],
    [59 * 60_000, '59 minuten geleden'],
    [3 * 3_600_000, '3 uur geleden'],
    [26 * 3_600_000, 'gisteren'],
    [3 * 86_400_000, '3 dagen geleden'],
  ] as const)('%d ms is %s', ([passed, text]) => {
    expect(relativeTime(now - passed, now, 'nl')).toBe(text)
  })

  test('beyond a week is a date', () => {
    expect(relativeTime(now - 8 * 86_400_000, now, 'nl')).toMatch(/^12 apr 2023/)
    expect(relativeTime(now - 8 * 86_400_000, now, 'en')).toMatch(/^12 Apr 2023/)
  })
})
