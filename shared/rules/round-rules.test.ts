import { expect, test } from 'vitest'
import { areaBudget, foundInAreas } from './sample-areas.test-data.ts'
import { line, valid } from './sample-workbook.test-data.ts'

const areas = (...codes: readonly string[]) =>
  codes.map((code) => valid({ code, name: code, isDynamic: true, isPilot: false, policyFields: [] }))

test('[GB-711] Stadshart is in concept and Stadshagen has no budget while Holtenbroek is in', () => {
  const reference = { areas: areas('HOL', 'SHT', 'STH', 'CONCERN') }
  const budgets = [areaBudget('HOL', [], { state: 'ingediend' }), areaBudget('SHT', [])]
  expect(foundInAreas('GB-711', budgets, reference)).toEqual([
    {
      nl: 'Consolidatie onvolledig: SHT, STH nog niet ingediend.',
      en: 'Consolidation incomplete: SHT, STH not submitted.',
      areas: ['SHT', 'STH'],
    },
  ])
})

test('[GB-711] nothing is incomplete before anybody hands in, nor when all are in', () => {
  const reference = { areas: areas('HOL', 'SHT') }
  expect(foundInAreas('GB-711', [areaBudget('HOL', []), areaBudget('SHT', [])], reference)).toEqual([])
  const all = [areaBudget('HOL', [], { state: 'vastgesteld' }), areaBudget('SHT', [], { state: 'ingediend' })]
  expect(foundInAreas('GB-711', all, reference)).toEqual([])
})

test('[GB-712] HOL handed in with other lists than SPZ', () => {
  const state = 'ingediend'
  const budgets = [
    areaBudget('HOL', [], { state, listsVersion: 'Iv3-2024' }),
    areaBudget('SPZ', [], { state, listsVersion: 'Iv3-2025' }),
  ]
  expect(foundInAreas('GB-712', budgets)).toEqual([
    {
      nl: 'Werkboeken gebruiken verschillende code- of tarieflijsten (HOL Iv3-2024, SPZ Iv3-2025).',
      en: 'Workbooks use different code or rate lists (HOL Iv3-2024, SPZ Iv3-2025).',
      areas: ['HOL', 'SPZ'],
    },
  ])
  const withdrawn = [budgets[0] ?? [], areaBudget('SPZ', [], { listsVersion: 'Iv3-2025' })].flat()
  expect(foundInAreas('GB-712', withdrawn)).toEqual([])
})

test('[GB-713] HOL handed in its original budget and SPZ an amendment', () => {
  const budgets = [
    areaBudget('HOL', [], { state: 'ingediend' }),
    areaBudget('SPZ', [], { state: 'goedgekeurd', version: 'wijziging-1' }),
  ]
  expect(foundInAreas('GB-713', budgets)).toEqual([
    {
      nl: 'Versies lopen door elkaar: HOL primitief, SPZ wijziging-1.',
      en: 'Versions are mixed: HOL primitief, SPZ wijziging-1.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  const adopted = [areaBudget('HOL', [], { state: 'vastgesteld' }), ...budgets.slice(1)]
  expect(foundInAreas('GB-713', adopted)).toEqual([])
})

test('[GB-714] areas, less what they charge each other, and city-wide work differ from the total', () => {
  const state = 'ingediend'
  const charge = line({ lineType: 'intern', counterpartAreaCode: 'SPZ', amount0: 1_000_000 })
  const budgets = [
    areaBudget('HOL', [line({ amount0: 5_000_000 }), charge], { state }),
    areaBudget('SPZ', [line({ amount0: 3_000_000 })], { state }),
    areaBudget('STAD', [line({ amount0: 2_000_000 })], { state }),
    areaBudget('CONCERN', [line({ amount0: 9_900_000 })]),
  ]
  const total = (euros: number) => ({
    areas: areas('HOL', 'SPZ', 'STAD', 'CONCERN'),
    concernTotals: [{ code: 'L 2023', year: 2023, side: 'L', cents: euros * 100 }],
  })
  expect(foundInAreas('GB-714', budgets, total(100_001))).toEqual([
    {
      nl: 'Consolidatie sluit niet: som gebieden 90.000 − eliminaties 10.000 + stadsbreed 20.000 ≠ 100.001.',
      en: 'Consolidation does not close: areas 90,000 − eliminations 10,000 + city-wide 20,000 ≠ 100,001.',
      areas: ['HOL', 'SPZ', 'STAD'],
    },
  ])
  expect(foundInAreas('GB-714', budgets, total(100_000))).toEqual([])
  const notAllIn = [...budgets.slice(1), areaBudget('HOL', [])]
  expect(foundInAreas('GB-714', notAllIn, total(100_001))).toEqual([])
})
