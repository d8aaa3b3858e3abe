import { describe, expect, test } from 'vitest'
import { readPageOptions } from './start-choice.ts'

const startOf = (search: string) => readPageOptions(search, ['HOL', 'SPZ'], 2023).start

describe('the address of the page', () => {
  test.for([
    ['?gebied=HOL&jaar=2023', { kind: 'example', areaCode: 'HOL', year: 2023 }],
    ['?gebied=spz', { kind: 'example', areaCode: 'SPZ', year: 2023 }],
    ['?gebied=XXX', { kind: 'ask' }],
    ['?gebied=HOL&jaar=twee', { kind: 'ask' }],
    ['?leeg', { kind: 'empty' }],
    ['', { kind: 'ask' }],
  ] as const)('%s begins with %o', ([search, start]) => {
    expect(startOf(search)).toEqual(start)
  })

  test('says the language, and which office.js the pane loads', () => {
    expect(readPageOptions('?taal=en&officejs', [], 2023)).toMatchObject({ language: 'en', usesOfficeJs: true })
    expect(readPageOptions('', [], 2023)).toMatchObject({ language: 'nl', usesOfficeJs: false })
  })
})
