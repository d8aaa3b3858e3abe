import { expect, test } from 'vitest'
import type { ListedItem } from '../ports/lists.ts'
import { shownItems, yearsOf } from './shown-items.ts'

const item = (code: string, fields: Record<string, unknown>): ListedItem => ({
  code,
  firstYear: 2023,
  etag: '"1"',
  item: { code, ...fields },
})
const items = [
  item('6', { name: 'Toekomstgerichte stad', validFrom: 2023, validTo: 2024 }),
  item('7', { name: 'Financiën', validFrom: 2025, validTo: 2100 }),
  item('t', { name: 'Tarief', year: 2023 }),
  item('v', { name: 'Visie', from: '2020-01-01', to: '2029-12-31' }),
  item('-', { name: 'Gemeente' }),
]
const codes = (query: string, year: number | null) => shownItems(items, { query, year }).map(({ code }) => code)

test('the search takes words in any order, whatever their case or accents', () => {
  expect(codes('STAD toekomst', null)).toEqual(['6'])
  expect(codes('financien', null)).toEqual(['7'])
  expect(codes('stad financien', null)).toEqual([])
  expect(codes('  ', null)).toHaveLength(5)
})

test('the year takes what counts in it, by validity, year or dates, and what has no years', () => {
  expect(codes('', 2023)).toEqual(['6', 't', 'v', '-'])
  expect(codes('', 2026)).toEqual(['7', 'v', '-'])
})

test('the years to choose from are those in which something begins or ends', () => {
  expect(yearsOf(items)).toEqual([2029, 2025, 2024, 2023, 2020])
})
