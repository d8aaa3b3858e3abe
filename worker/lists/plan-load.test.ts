import { describe, expect, test } from 'vitest'
import { exampleReference } from '#shared/example/index.ts'
import type { KeptListName } from '#shared/model/index.ts'
import { keyOf, type ListItem, type StandingItem } from './list-item.ts'
import { planLoad } from './plan-load.ts'

const standing = (kind: KeptListName, item: ListItem, version = 1): StandingItem => ({
  ...keyOf(kind, item),
  version,
  item,
})
const programme = (code: string, validFrom = 2023, validTo = 2026) => ({
  code,
  name: `Programma ${code}`,
  validFrom,
  validTo,
})
const goal = (programmeCode: string) => ({ code: '6.1.1', programmeCode, name: 'Doel', validFrom: 2023, validTo: 2026 })
const area = standing('gebieden', { ...exampleReference.areas[0] })
const source = { ...exampleReference.sources[0], decisionNumber: null }
const ceiling = (areaCode: string | null, cents = 100) => ({ year: 2023, areaCode, component: null, cents })

const faultsOf = (...args: Parameters<typeof planLoad>) =>
  planLoad(...args).faults.map(({ kind, index, code, place, nl }) => [kind, index, code, place, nl])

describe('[S-106] a load of lists', () => {
  test('tells what is new, changed in which fields, and the same', () => {
    const plan = planLoad([standing('programmas', programme('4'), 3), standing('programmas', programme('5'), 2)], {
      programmas: [programme('4'), { ...programme('5'), name: 'Wonen' }, programme('6')],
    })
    expect(
      plan.items.map(({ code, outcome, version, changedFields }) => [code, outcome, version, changedFields]),
    ).toEqual([
      ['4', 'unchanged', 3, []],
      ['5', 'changed', 3, ['name']],
      ['6', 'new', 1, []],
    ])
  })

  test('finds an item the same that was kept before its list had a field', () => {
    const { reserveCode: _later, ...older } = source
    const plan = planLoad([area, standing('bronnen', older)], { bronnen: [source] })
    expect(plan.items.map(({ outcome }) => outcome)).toEqual(['unchanged'])
  })

  test('names every fault by list, item and field, and keeps nothing', () => {
    const load = { programmas: [programme('4'), { code: '5', name: '', validFrom: 2023, validTo: 'later' }] }
    expect(planLoad([], load).items).toEqual([])
    expect(faultsOf([], load)).toEqual([
      ['programmas', 1, '5', 'name', 'minstens 1 tekens'],
      ['programmas', 1, '5', 'validTo', 'verwacht wordt number'],
    ])
  })

  test('is refused for a code that no list has, and takes one that comes in the same load', () => {
    expect(faultsOf([], { doelen: [goal('6')] })).toEqual([
      [
        'doelen',
        0,
        '6.1.1',
        'programmeCode',
        '6 staat niet in de lijst programmas; voeg het daar toe of kies een andere code',
      ],
    ])
    expect(faultsOf([], { doelen: [goal('6')], programmas: [programme('6')] })).toEqual([])
  })

  test('is refused for a ceiling of an area that is not there, and for one that stands twice', () => {
    const load = { bronnen: [{ ...source, ceilings: [ceiling('HOL'), ceiling('NRD'), ceiling('HOL', 200)] }] }
    expect(faultsOf([area], load)).toEqual([
      ['bronnen', 0, 'SP-GGW-2023', 'ceilings.2', 'is dezelfde als rij 1 (2023 HOL); laat er een staan'],
    ])
    const unknown = { bronnen: [{ ...source, ceilings: [ceiling('HOL'), ceiling('NRD')] }] }
    expect(faultsOf([area], unknown)[0]?.slice(3)).toEqual([
      'ceilings.1.areaCode',
      'NRD staat niet in de lijst gebieden; voeg het daar toe of kies een andere code',
    ])
  })

  test.for([
    [9_999, ['shares', 'de aandelen zijn samen 9999; ze moeten samen 10000 zijn (100%)']],
    [10_000, undefined],
  ] as const)('with shares that add up to %i gives %o', ([basisPoints, expected]) => {
    const key = {
      code: 'VS',
      name: 'Sleutel',
      shares: [{ areaCode: 'HOL', basisPoints }],
      validFrom: 2023,
      validTo: 2026,
    }
    expect(faultsOf([area], { verdeelsleutels: [key] })[0]?.slice(3)).toEqual(expected)
  })

  test('warns of a code that counts in other years only, and of a decision that finance does not keep', () => {
    const plan = planLoad([area, standing('programmas', programme('6', 2027, 2030))], {
      doelen: [goal('6')],
      bronnen: [{ ...source, decisionNumber: 'B-9' }],
    })
    expect(plan.faults).toEqual([])
    expect(plan.warnings.map(({ kind, place, nl }) => [kind, place, nl])).toEqual([
      ['doelen', 'programmeCode', '6 geldt in de lijst programmas niet in deze jaren'],
      ['bronnen', 'decisionNumber', 'B-9 staat niet in de lijst besluiten; voeg het daar toe of kies een andere code'],
    ])
  })
})

describe('[S-107] a code', () => {
  test('may come back in later years as another item', () => {
    const plan = planLoad([standing('programmas', programme('6', 2021, 2022))], {
      programmas: [programme('6', 2023, 2026)],
    })
    expect(plan.items.map(({ firstYear, outcome }) => [firstYear, outcome])).toEqual([[2023, 'new']])
  })

  test('cannot mean two things in one year, in the lists or within a load', () => {
    expect(faultsOf([standing('programmas', programme('6', 2021, 2023))], { programmas: [programme('6')] })).toEqual([
      ['programmas', 0, '6', 'validFrom', 'de code geldt al van 2021 tot en met 2023; beëindig dat item eerst'],
    ])
    expect(faultsOf([], { programmas: [programme('6'), programme('6')] })).toEqual([
      ['programmas', 1, '6', 'code', 'staat twee keer in deze lading'],
    ])
  })

  test('makes room when its earlier item ends in the same load', () => {
    const load = { programmas: [programme('6', 2021, 2022), programme('6')] }
    expect(faultsOf([standing('programmas', programme('6', 2021, 2023))], load)).toEqual([])
  })

  test('ends by its last year: at the earliest the year before its first, which takes it back', () => {
    expect(faultsOf([], { programmas: [programme('6', 2023, 2022)] })).toEqual([])
    expect(faultsOf([], { programmas: [programme('6', 2023, 2021)] })).toEqual([
      ['programmas', 0, '6', 'validTo', 'ligt voor het eerste jaar 2023; het item beëindigen kan vanaf 2022'],
    ])
  })

  test('of a list with a year counts once a year', () => {
    const total = (year: number) => ({ code: 'L', year, side: 'L', cents: 1 })
    expect(faultsOf([standing('concerntotalen', total(2023))], { concerntotalen: [total(2023), total(2024)] })).toEqual(
      [],
    )
  })
})
