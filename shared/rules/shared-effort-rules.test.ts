import { expect, test } from 'vitest'
import { areaBudget, foundInAreas } from './sample-areas.test-data.ts'
import { hoursLine, line } from './sample-workbook.test-data.ts'

const controller = (hours: number, fields = {}) =>
  hoursLine({ role: 'gebiedscontroller', person: 'P-011', hours: hours * 100, ...fields })

test('[GB-706] a person spends 400 hours in each of four areas and has 1,320', () => {
  const budgets = ['HOL', 'SPZ', 'STH', 'SHT'].map((area) => areaBudget(area, [controller(400)]))
  expect(foundInAreas('GB-706', budgets)).toEqual([
    {
      nl: 'P-011 is in 2023 voor 1.600 uur ingezet; capaciteit is 1.320.',
      en: 'P-011 is planned for 1,600 hours in 2023; capacity is 1,320.',
      areas: ['HOL', 'SHT', 'SPZ', 'STH'],
    },
  ])
  expect(foundInAreas('GB-706', budgets.slice(1))).toEqual([])
})

test('[GB-706] the list of capacities goes before the norm, per year', () => {
  const capacities = [{ code: 'P-011 2023', person: 'P-011', year: 2023, hours: 50_000 }]
  const budgets = [areaBudget('HOL', [controller(300)]), areaBudget('SPZ', [controller(201)])]
  expect(foundInAreas('GB-706', budgets, { capacities }).map(({ nl }) => nl)).toEqual([
    'P-011 is in 2023 voor 501 uur ingezet; capaciteit is 500.',
  ])
  const later = [areaBudget('HOL', [controller(300)]), areaBudget('SPZ', [controller(201, { year: 2024 })])]
  expect(foundInAreas('GB-706', later, { capacities })).toEqual([])
})

test('[GB-707] a role costs 80 in HOL and STH and 92 in SPZ', () => {
  const rate = (euros: number, fields = {}) => controller(1, { rateCents: euros * 100, ...fields })
  const budgets = [
    areaBudget('HOL', [rate(80)]),
    areaBudget('SPZ', [rate(92, { role: 'Gebiedscontroller' })]),
    areaBudget('STH', [rate(80)]),
  ]
  expect(foundInAreas('GB-707', budgets)).toEqual([
    {
      nl: 'gebiedscontroller heeft verschillende tarieven: 80 in HOL, STH, 92 in SPZ.',
      en: 'gebiedscontroller has different rates: 80 in HOL, STH, 92 in SPZ.',
      areas: ['HOL', 'SPZ', 'STH'],
    },
  ])
  expect(foundInAreas('GB-707', [areaBudget('HOL', [rate(80), rate(92)])])).toEqual([])
  const otherYear = [areaBudget('HOL', [rate(80)]), areaBudget('SPZ', [rate(92, { year: 2024 })])]
  expect(foundInAreas('GB-707', otherYear)).toEqual([])
})

test('[GB-710] hours of one role are spent on 0.4 in HOL and on 8.1 in SPZ', () => {
  const budget = (area: string, taakveldCode: string) =>
    areaBudget(area, [line({ taakveldCode, description: `Team ${area}` }), controller(10)])
  expect(foundInAreas('GB-710', [budget('HOL', '0.4'), budget('SPZ', '8.1')])).toEqual([
    {
      nl: 'Zelfde activiteit/functie op verschillende taakvelden: gebiedscontroller 0.4 in HOL, 8.1 in SPZ.',
      en: 'Same activity/role on different task fields: gebiedscontroller 0.4 in HOL, 8.1 in SPZ.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-710', [budget('HOL', '0.4'), budget('SPZ', '0.4')])).toEqual([])
})

test('[GB-710] the same description stands on two taakvelden, in two areas and not in one', () => {
  const team = (taakveldCode: string) => line({ taakveldCode, description: 'Programmateam' })
  expect(
    foundInAreas('GB-710', [areaBudget('HOL', [team('6.1')]), areaBudget('SPZ', [team('8.1')])]).map(({ nl }) => nl),
  ).toEqual(['Zelfde activiteit/functie op verschillende taakvelden: Programmateam 6.1 in HOL, 8.1 in SPZ.'])
  expect(foundInAreas('GB-710', [areaBudget('HOL', [team('6.1'), team('8.1')])])).toEqual([])
})
