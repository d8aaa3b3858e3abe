import { expect, test } from 'vitest'
import { areaBudget, foundInAreas } from './sample-areas.test-data.ts'
import { line, valid } from './sample-workbook.test-data.ts'

const charge = (side: 'L' | 'B', counterpartAreaCode: string, euros: number) =>
  line({ lineType: 'intern', side, counterpartAreaCode, amount0: euros * 100 })

test('[GB-703] HOL bills SPZ 12,000 of which SPZ booked 10,000', () => {
  const holtenbroek = areaBudget('HOL', [charge('B', 'SPZ', 12_000)])
  expect(foundInAreas('GB-703', [holtenbroek, areaBudget('SPZ', [charge('L', 'HOL', 10_000)])])).toEqual([
    {
      nl: 'Interne verrekening HOL→SPZ 2023 sluit niet: 12.000 tegenover 10.000.',
      en: 'Internal charge HOL→SPZ 2023 does not close: 12,000 against 10,000.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  const split = areaBudget('SPZ', [charge('L', 'HOL', 7_000), charge('L', 'HOL', 5_000)])
  expect(foundInAreas('GB-703', [holtenbroek, split])).toEqual([])
})

test('[GB-704] SPZ has no line for the charge of HOL, which is not also told as a difference', () => {
  const holtenbroek = areaBudget('HOL', [charge('B', 'SPZ', 12_000)])
  // What SPZ charges HOL is another pair, which lacks its mirror in HOL.
  const railwayZone = areaBudget('SPZ', [charge('B', 'HOL', 12_000)])
  expect(foundInAreas('GB-704', [holtenbroek])).toEqual([
    {
      nl: 'Tegenregel in gebied SPZ ontbreekt.',
      en: 'Mirror line in area SPZ is missing.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-704', [holtenbroek, railwayZone]).map(({ nl }) => nl)).toEqual([
    'Tegenregel in gebied HOL ontbreekt.',
    'Tegenregel in gebied SPZ ontbreekt.',
  ])
  expect(foundInAreas('GB-703', [holtenbroek])).toEqual([])
  expect(foundInAreas('GB-704', [holtenbroek, areaBudget('SPZ', [charge('L', 'HOL', 12_000)])])).toEqual([])
})

const bureau = (fields = {}) =>
  line({ costCentreCode: '6100', description: 'Bureau X, data-experiment', amount0: 2_500_000, ...fields })

test('[GB-705] two areas enter the same cost of 25,000, written in their own way', () => {
  const budgets = [
    areaBudget('HOL', [bureau()]),
    areaBudget('STH', [bureau({ description: 'bureau x: Data experiment' })]),
  ]
  expect(foundInAreas('GB-705', budgets)).toEqual([
    {
      nl: 'Zelfde kosten lijken door HOL en STH te worden opgevoerd (Bureau X, data-experiment, 25.000).',
      en: 'The same cost seems claimed by HOL and STH (Bureau X, data-experiment, 25,000).',
      areas: ['HOL', 'STH'],
    },
  ])
})

test.for([
  ['another amount', { amount0: 2_500_100 }],
  ['another cost centre', { costCentreCode: '5100' }],
  ['an allocation key', { allocationKeyCode: 'VS' }],
  ['a charge between areas', { lineType: 'intern' }],
  ['income', { side: 'B' }],
] as const)('[GB-705] %s is another cost', ([, fields]) => {
  expect(foundInAreas('GB-705', [areaBudget('HOL', [bureau()]), areaBudget('STH', [bureau(fields)])])).toEqual([])
})

test('[GB-705] one contract in two areas is told once, with what at most is claimed twice', () => {
  const contract = (euros: number, contractNumber = 'C-2023/17') =>
    line({ contractNumber, description: 'Onderzoek', costCentreCode: '6100', amount0: euros * 100 })
  const budgets = [areaBudget('HOL', [contract(10_000)]), areaBudget('SPZ', [contract(4_000)])]
  expect(foundInAreas('GB-705', budgets).map(({ nl }) => nl)).toEqual([
    'Zelfde kosten lijken door HOL en SPZ te worden opgevoerd (Onderzoek, 4.000).',
  ])
  const equal = [areaBudget('HOL', [contract(4_000)]), areaBudget('SPZ', [contract(4_000)])]
  expect(foundInAreas('GB-705', equal)).toHaveLength(1)
  const other = [areaBudget('HOL', [contract(4_000)]), areaBudget('SPZ', [contract(4_000, 'C-2023/18')])]
  expect(foundInAreas('GB-705', other)).toEqual([])
})

const key = (...basisPoints: readonly number[]) =>
  valid({
    code: 'VS',
    name: 'Drie gebieden',
    shares: ['HOL', 'SPZ', 'STH'].map((areaCode, i) => ({ areaCode, basisPoints: basisPoints[i] ?? 0 })),
  })
const adviser = (fields = {}) => line({ description: 'Communicatieadviseur', allocationKeyCode: 'VS', ...fields })

test('[GB-708] a key of 30/30/30 divides 90% of a cost', () => {
  const budgets = ['HOL', 'SPZ', 'STH'].map((area) => areaBudget(area, [adviser()]))
  expect(foundInAreas('GB-708', budgets, { allocationKeys: [key(3_000, 3_000, 3_000)] })).toEqual([
    {
      nl: 'Verdeling van Communicatieadviseur over gebieden telt op tot 90%.',
      en: 'Distribution of Communicatieadviseur over areas adds up to 90%.',
      areas: ['HOL', 'SPZ', 'STH'],
    },
  ])
  expect(foundInAreas('GB-708', budgets, { allocationKeys: [key(3_000, 3_000, 4_000)] })).toEqual([])
})

test('[GB-708] an area of the key that lacks its line leaves its share undivided', () => {
  const reference = { allocationKeys: [key(2_500, 2_500, 5_000)] }
  const two = [areaBudget('HOL', [adviser()]), areaBudget('SPZ', [adviser()])]
  expect(foundInAreas('GB-708', two, reference)).toEqual([
    {
      nl: 'Verdeling van Communicatieadviseur over gebieden telt op tot 50%.',
      en: 'Distribution of Communicatieadviseur over areas adds up to 50%.',
      areas: ['HOL', 'SPZ', 'STH'],
    },
  ])
  // Held as a whole by an area outside the key, and a key that no list knows.
  expect(foundInAreas('GB-708', [areaBudget('STAD', [adviser()])], reference)).toEqual([])
  expect(foundInAreas('GB-708', two)).toEqual([])
})

test('[GB-717] city-wide costs stand in Holtenbroek, and not divided by a key', () => {
  const coreTeam = (fields = {}) => line({ tags: 'Stadsbreed; kernteam', ...fields })
  expect(foundInAreas('GB-717', [areaBudget('HOL', [coreTeam(), coreTeam()])])).toEqual([
    {
      nl: 'Stadsbrede kosten staan als gebiedskosten in HOL.',
      en: 'City-wide costs are entered as area costs in HOL.',
      areas: ['HOL'],
    },
  ])
  const sound = [areaBudget('HOL', [coreTeam({ allocationKeyCode: 'VS' })]), areaBudget('STAD', [coreTeam()])]
  expect(foundInAreas('GB-717', sound)).toEqual([])
})

test('[GB-718] each area hears where its experiment also runs', () => {
  const experiment = (name: string) => line({ experiment: name })
  const budgets = [
    areaBudget('HOL', [experiment('Data in de wijk')]),
    areaBudget('SPZ', [experiment('data-in-de-wijk')]),
    areaBudget('STH', [experiment('Buurtbudget')]),
  ]
  expect(foundInAreas('GB-718', budgets)).toEqual([
    {
      nl: 'Experiment "Data in de wijk" loopt ook in SPZ.',
      en: 'Experiment "Data in de wijk" also runs in SPZ.',
      areas: ['HOL'],
    },
    {
      nl: 'Experiment "data-in-de-wijk" loopt ook in HOL.',
      en: 'Experiment "data-in-de-wijk" also runs in HOL.',
      areas: ['SPZ'],
    },
  ])
  expect(foundInAreas('GB-718', budgets.slice(1))).toEqual([])
})
