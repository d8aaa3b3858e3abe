import { describe, expect, test } from 'vitest'
import { exampleReference } from '#shared/example/index.ts'
import { keptListNames, keptLists } from '#shared/model/index.ts'
import { listFiles } from '#shared/workbook/index.ts'
import type { Collection, KeptItem, ListedItem } from '../ports/lists.ts'
import { choicesOf, columnsOf, keptBy, tableColumns } from './collections.ts'
import { besideFields, copyOf, differences, draftOf, inputOf, readDraft } from './draft.ts'
import { headingsEn } from './text/headings-en.ts'

const listed = (item: KeptItem, etag = '"2023-1"'): ListedItem => ({
  code: String(item['code'] ?? '-'),
  firstYear: 2023,
  etag,
  item,
})
const itemsOf = (collection: Exclude<Collection, 'personen'>): readonly KeptItem[] =>
  collection === 'parameters'
    ? [{ ...exampleReference.parameters, validFrom: 2000, validTo: 2100 }]
    : [exampleReference[keptLists[collection].key]].flat()

describe('[S-105] the form of an item', () => {
  test('gives back every item of every list as it was', () => {
    for (const collection of keptListNames) {
      for (const item of itemsOf(collection)) {
        expect(readDraft(draftOf(collection, listed(item)))).toEqual({ item, beside: new Map() })
      }
    }
  })

  test('says beside each field how it is written', () => {
    const draft = draftOf('bronnen', null)
    const typed = {
      ...draft,
      texts: { ...draft.texts, code: 'SP-1', validFrom: '23', years: '2023; later' },
      rows: [{ year: '2023', areaCode: '', component: '', cents: '1.23' }],
    }
    expect([...readDraft(typed).beside].map(([field, { nl }]) => [field, nl])).toEqual([
      ['years', 'Schrijf jaren zoals 2023; 2024.'],
      ['validFrom', 'Schrijf een jaar zoals 2023.'],
      ['ceilings.0.cents', 'Schrijf een bedrag in euro zoals 1.234,56.'],
    ])
  })

  test('shows faults of the server at the input that they are about', () => {
    expect(inputOf('besluiten', 'carriesOver.sourceCode')).toBe('carryOverSource')
    expect(inputOf('besluiten', 'roles.3')).toBe('roles')
    expect(inputOf('bronnen', 'ceilings.2.areaCode')).toBe('ceilings.2.areaCode')
    expect(inputOf('bronnen', 'ceilings.2')).toBe('ceilings.2.year')
    const fault = { collection: 'bronnen', index: 0, code: 'SP', nl: 'kan niet', en: 'cannot' } as const
    const beside = besideFields('bronnen', [
      { ...fault, field: 'name' },
      { ...fault, field: 'name', nl: 'later' },
      { ...fault, field: 'vreemd' },
    ])
    expect([...beside].map(([field, { nl }]) => [field, nl])).toEqual([
      ['name', 'kan niet'],
      ['', 'vreemd: kan niet'],
    ])
  })

  test('begins a new item like an old one, to be kept as new', () => {
    const [rate] = itemsOf('tarieven')
    const copy = copyOf(draftOf('tarieven', listed(rate ?? {})))
    expect([copy.seen, copy.texts['centsPerHour']]).toEqual([null, '80,00'])
  })

  test('tells what somebody else changed', () => {
    const [programme] = itemsOf('programmas')
    const draft = draftOf('programmas', listed(programme ?? {}))
    const mine = { ...draft, texts: { ...draft.texts, name: 'Van mij' } }
    const now = listed({ ...programme, name: 'Van een ander' }, '"2023-2"')
    expect(differences(mine, now)).toEqual([{ heading: 'Naam', theirs: 'Van een ander', mine: 'Van mij' }])
  })

  test('shows of two people also which rows inside the item differ', () => {
    const source = exampleReference.sources.find(({ code }) => code === 'SP-GGW-2023')
    const draft = draftOf('bronnen', listed({ ...source }))
    const [whole = {}, ...parts] = draft.rows
    const mine = { ...draft, rows: [{ ...whole, cents: '450.000' }, ...parts] }
    expect(differences(mine, listed({ ...source }))).toEqual([
      { heading: 'Plafonds van bronnen', theirs: '2023 500.000,00', mine: '2023 450.000' },
    ])
    expect(differences({ ...draft, rows: draft.rows.toReversed() }, listed({ ...source }))).toEqual([])
  })

  test('offers what the schema allows, also inside rows and where nothing is allowed too', () => {
    expect(choicesOf('bronnen', 'type')?.slice(0, 2)).toEqual(['stelpost', 'reserve'])
    expect(choicesOf('bronnen', 'remainderDestination')).toEqual(['vrijval', 'overheveling'])
    expect(choicesOf('besluiten', 'councilRoute')).toContain('beslisnota')
    expect(choicesOf('personen', 'role')).toContain('griffie')
    expect(choicesOf('bronnen', 'name')).toBeNull()
    expect(choicesOf('bronnen', 'ceilings.areaCode')).toBeNull()
  })
})

describe('the lists on the page', () => {
  test('are those that a role keeps', () => {
    expect(keptBy('beheer')).toContain('personen')
    expect(keptBy('financien')).not.toContain('gebieden')
    expect(keptBy('griffie')).toEqual(['besluiten'])
    expect(keptBy('wethouder')).toEqual([])
  })

  test('show their years in the table, however many columns they have', () => {
    const columns = columnsOf('besluiten')
    expect(columns.own.length).toBeGreaterThan(10)
    expect(tableColumns(columns).map(({ key }) => key)).toEqual([
      'code',
      'name',
      'body',
      'date',
      'outcome',
      'validFrom',
      'validTo',
    ])
  })

  test('have English for every title and heading', () => {
    const words = [
      ...listFiles.flatMap(({ title, columns }) => [title, ...columns.map(({ heading }) => heading)]),
      ...columnsOf('personen').own.map(({ heading }) => heading),
      columnsOf('personen').title,
    ]
    const owners = new Set(['Bron', 'Sleutel'])
    expect(words.filter((word) => headingsEn[word] === undefined && !owners.has(word))).toEqual([])
  })
})
