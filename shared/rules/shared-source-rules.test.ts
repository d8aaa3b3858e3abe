import { expect, test } from 'vitest'
import { checkAreas } from './judge-areas.ts'
import { areaBudget, foundInAreas } from './sample-areas.test-data.ts'
import { ceiling, coverage, line, lists, source, stelpost, valid } from './sample-workbook.test-data.ts'

/** A line of lasten that draws on the stelpost, in euros. */
const draw = (euros: number, fields = {}) => line({ sourceCode: 'SP-GGW-2023', amount0: euros * 100, ...fields })

test('[GB-701] three areas draw 520,000 of a stelpost of 500,000', () => {
  const budgets = [
    areaBudget('HOL', [draw(320_000, { component: 'kernteam' })]),
    areaBudget('SPZ', [draw(120_000)]),
    areaBudget('STH', [draw(80_000)]),
    areaBudget('SHT', [line({ sourceCode: 'PB-6' })]),
  ]
  const reference = { sources: [stelpost] }
  const round = { budgetYear: 2023, lists: lists(reference), counted: budgets }
  expect(checkAreas(budgets, round)).toEqual([
    {
      rule: 'GB-701',
      severity: 'error',
      sheet: null,
      cell: null,
      table: null,
      lineNumber: null,
      field: null,
      message: {
        nl: 'SP-GGW-2023 is over alle gebieden heen overschreden: 520.000 van 500.000.',
        en: 'SP-GGW-2023 is overdrawn across all areas: 520,000 of 500,000.',
      },
      expected: { nl: '500.000', en: '500,000' },
      found: { nl: '520.000', en: '520,000' },
      areas: ['HOL', 'SPZ', 'STH'],
    },
  ])
  const less = [...budgets.slice(0, 2), areaBudget('STH', [draw(60_000)])]
  expect(foundInAreas('GB-701', less, reference)).toEqual([])
})

test('[GB-701] each year has a ceiling of its own, and a source without one cannot be overdrawn', () => {
  const budgets = [
    areaBudget('HOL', [draw(500_000)]),
    areaBudget('SPZ', [draw(0, { amount1: 40_000_000 })]),
    areaBudget('STH', [draw(1, { sourceCode: 'LF' })]),
  ]
  expect(foundInAreas('GB-701', budgets, { sources: [stelpost, source({ code: 'LF' })] })).toEqual([])
  const later = source({ ...stelpost, ceilings: [ceiling(2023, 500_000), ceiling(2024, 300_000)] })
  expect(foundInAreas('GB-701', budgets, { sources: [later] }).map(({ nl }) => nl)).toEqual([
    'SP-GGW-2023 is over alle gebieden heen overschreden: 400.000 van 300.000.',
  ])
})

test('[GB-702] areas rise by 500,000 and the stelpost on 0.8 falls by 450,000', () => {
  const areas = [
    areaBudget('HOL', [draw(300_000)], { version: 'wijziging-1' }),
    areaBudget('SPZ', [draw(200_000)], { version: 'wijziging-1' }),
  ]
  const concern = (euros: number) =>
    areaBudget('CONCERN', [draw(-euros, { areaCode: 'CONCERN', taakveldCode: '0.8' })], { version: 'wijziging-2' })
  const original = areaBudget('CONCERN', [draw(500_000, { areaCode: 'CONCERN', taakveldCode: '0.8' })])
  const reference = { sources: [stelpost] }
  expect(foundInAreas('GB-702', [...areas, concern(450_000), original], reference)).toEqual([
    {
      nl: 'Stelpost op 0.8 daalt niet met hetzelfde bedrag als de gebieden stijgen (verschil 50.000).',
      en: 'The 0.8 placeholder does not fall by what the areas rise (difference 50,000).',
      areas: ['CONCERN', 'HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-702', [...areas, concern(500_000), original], reference)).toEqual([])
})

test('[GB-702] an original budget moves nothing, nor does a source that is no stelpost', () => {
  const original = [areaBudget('HOL', [draw(300_000)])]
  expect(foundInAreas('GB-702', original, { sources: [stelpost] })).toEqual([])
  const amended = [areaBudget('HOL', [draw(300_000)], { version: 'wijziging-1' })]
  expect(foundInAreas('GB-702', amended, { sources: [source({ code: 'SP-GGW-2023' })] })).toEqual([])
})

test('[GB-709] areas ask 1.3 million of a programme that has 1.1 million', () => {
  const budgets = [
    areaBudget('HOL', [line({ amount0: 80_000_000 })]),
    areaBudget('SPZ', [line({ amount0: 50_000_000 }), line({ side: 'B', amount0: 99_000_000 })]),
    areaBudget('CONCERN', [line({ amount0: 70_000_000 })]),
  ]
  const ceilingOf = (euros: number) => ({
    programmeCeilings: [{ code: '6 2023', programmeCode: '6', year: 2023, cents: euros * 100 }],
  })
  expect(foundInAreas('GB-709', budgets, ceilingOf(1_100_000))).toEqual([
    {
      nl: 'Programma 6: gebieden vragen samen 1.300.000, beschikbaar 1.100.000.',
      en: 'Programme 6: areas request 1,300,000, available 1,100,000.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-709', budgets, ceilingOf(1_300_000))).toEqual([])
})

const spoorzone = (euros: number) =>
  valid({
    code: 'H12',
    name: 'Spoorzone',
    kind: 'reserve',
    type: 'bestemming',
    programmeCode: null,
    openings: [{ year: 2023, cents: euros * 100 }],
    undecidedCents: null,
  })
const movement = (side: 'L' | 'B', euros: readonly number[]) =>
  line({
    side,
    taakveldCode: '0.10',
    reserveCode: 'H12',
    sourceCode: null,
    ...Object.fromEntries(euros.map((amount, offset) => [`amount${offset}`, amount * 100])),
  })

test('[GB-715] a reserve goes below zero in the year after the one that it still carries', () => {
  const budgets = [
    areaBudget('SPZ', [movement('B', [300_000, 200_000])]),
    areaBudget('HOL', [movement('L', [50_000, 10_000])]),
  ]
  expect(foundInAreas('GB-715', budgets, { reserves: [spoorzone(400_000)] })).toEqual([
    {
      nl: 'Reserve H12 wordt negatief op 31-12-2024: -40.000.',
      en: 'Reserve H12 turns negative at 31-12-2024: -40,000.',
      areas: ['HOL', 'SPZ'],
    },
    {
      nl: 'Reserve H12 wordt negatief op 31-12-2025: -40.000.',
      en: 'Reserve H12 turns negative at 31-12-2025: -40,000.',
      areas: ['HOL', 'SPZ'],
    },
    {
      nl: 'Reserve H12 wordt negatief op 31-12-2026: -40.000.',
      en: 'Reserve H12 turns negative at 31-12-2026: -40,000.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-715', budgets, { reserves: [spoorzone(440_000)] })).toEqual([])
})

test('[GB-715] a draw on the reserve as a source withdraws, but not twice what a line withdraws too', () => {
  const reserve = source({ code: 'RES-H12', type: 'reserve', reserveCode: 'H12' })
  const drawn = (euros: number) => coverage({ sourceCode: 'RES-H12', amountCents: euros * 100 })
  const both = [areaBudget('SPZ', [movement('B', [60_000]), line({ sourceCode: null }), drawn(50_000)])]
  const reference = { reserves: [spoorzone(60_000)], sources: [reserve] }
  expect(foundInAreas('GB-715', both, reference)).toEqual([])
  const more = [...both, areaBudget('HOL', [drawn(1)])]
  expect(foundInAreas('GB-715', more, reference).map(({ nl }) => nl)).toEqual(
    [2023, 2024, 2025, 2026].map((year) => `Reserve H12 wordt negatief op 31-12-${year}: -1.`),
  )
})

test('[GB-716] a grant of 300,000 is used for 330,000, which is told once', () => {
  const grant = source({
    code: 'SUB',
    type: 'subsidie',
    awardReference: 'SPUK-2023',
    ceilings: [ceiling(2023, 300_000)],
  })
  const budgets = [
    areaBudget('HOL', [draw(200_000, { sourceCode: 'SUB' })]),
    areaBudget('SPZ', [draw(130_000, { sourceCode: 'SUB' })]),
  ]
  expect(foundInAreas('GB-716', budgets, { sources: [grant] })).toEqual([
    {
      nl: 'Subsidie SPUK-2023 is door gebieden samen voor 330.000 ingezet; beschikt 300.000.',
      en: 'Grant SPUK-2023 is used for 330,000 by areas together; awarded 300,000.',
      areas: ['HOL', 'SPZ'],
    },
  ])
  expect(foundInAreas('GB-701', budgets, { sources: [grant] })).toEqual([])
  expect(foundInAreas('GB-716', budgets.slice(0, 1), { sources: [grant] })).toEqual([])
})
