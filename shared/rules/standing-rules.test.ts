import { describe, expect, test } from 'vitest'
import { check, checkAdoption } from './index.ts'
import type { ServerFacts } from './server-facts.ts'
import { decision, found, line, lists, serverFacts, source, valid, workbook } from './sample-workbook.test-data.ts'

const facts = (parts: Partial<ServerFacts>) => ({ server: serverFacts(parts) })
const item = (fields: Readonly<Record<string, unknown>>) =>
  valid({
    code: 'B-1',
    name: 'Vrijgeven stelpost',
    body: 'college',
    date: null,
    outcome: null,
    amountCents: null,
    hours: null,
    roles: [],
    carriesOver: null,
    ...fields,
  })

describe('decisions that free a budget', () => {
  const named = workbook({ rows: [line({ decisionNumber: 'B-1' })] })
  const decided = (fields: Readonly<Record<string, unknown>>, state: ServerFacts['state']) =>
    found('GB-610', named, lists({ decisions: [item(fields)] }), facts({ state }))

  test('[GB-610] a decision that is held over frees nothing', () => {
    expect(decided({ outcome: 'aangehouden', date: '2023-03-28' }, 'concept')).toEqual([
      {
        rule: 'GB-610',
        field: null,
        nl: 'Besluit B-1 is aangehouden; budget is niet vrijgegeven.',
        en: 'Decision B-1 is held over; budget not released.',
      },
    ])
    expect(decided({ outcome: 'conform', date: '2023-03-28' }, 'vastgesteld')).toEqual([])
  })

  test('[GB-610] a proposal has no date yet; after approval it must have one', () => {
    expect(decided({}, 'ingediend')).toEqual([])
    expect(decided({}, 'goedgekeurd').map(({ nl }) => nl)).toEqual([
      'Besluit B-1 is nog niet genomen; budget is niet vrijgegeven.',
    ])
  })

  test('[GB-610] also the decision of the source that is drawn on, and one in the own table', () => {
    const sources = [source({ decisionNumber: 'B-1' })]
    const reference = lists({ sources, decisions: [item({ outcome: 'teruggenomen' })] })
    expect(found('GB-610', workbook({ rows: [line({})] }), reference, facts({}))).toHaveLength(1)
    const own = workbook({ rows: [decision({ outcome: 'Aangehouden' })] })
    expect(found('GB-610', own, lists({}), facts({})).map(({ field }) => field)).toEqual(['outcome'])
    expect(found('GB-610', own, lists({}))).toEqual([])
  })
})

describe('deadlines', () => {
  const deadlines = [{ code: 'B2', name: 'Berap 2', year: 2023, version: null, date: '2023-09-01' }]
  const on = (today: string, parts: Partial<ServerFacts> = {}) =>
    found('GB-613', workbook({}), lists({ deadlines }), facts({ today, ...parts }))

  test('[GB-613] the day after 1 September Berap 2 is late', () => {
    expect(on('2023-09-02')).toEqual([
      {
        rule: 'GB-613',
        field: null,
        nl: 'Deadline Berap 2 (01-09-2023) is verstreken.',
        en: 'Deadline Berap 2 (2023-09-01) has passed.',
      },
    ])
    expect(on('2023-09-01')).toEqual([])
  })

  test('[GB-613] not once the budget is submitted, and not of another year or version', () => {
    expect(on('2023-09-02', { state: 'ingediend' })).toEqual([])
    const other = (fields: object) => lists({ deadlines: deadlines.map((entry) => ({ ...entry, ...fields })) })
    const late = facts({ today: '2025-01-01' })
    expect(found('GB-613', workbook({}), other({ year: 2024 }), late)).toEqual([])
    expect(found('GB-613', workbook({}), other({ version: 'wijziging-1' }), late)).toEqual([])
  })
})

test('[GB-617] an adopted version with another checksum was altered', () => {
  const changed = { submitted: 'aa', current: 'bb' }
  const judged = (parts: Partial<ServerFacts>) => check(workbook({}), lists({}), facts(parts))
  expect(judged({ state: 'vastgesteld', checksum: changed }).filter(({ rule }) => rule === 'GB-617')).toMatchObject([
    {
      severity: 'error',
      message: {
        nl: 'Vastgestelde versie mag niet wijzigen (controlegetal wijkt af).',
        en: 'An adopted version may not change (checksum differs).',
      },
      expected: { nl: 'aa', en: 'aa' },
      found: { nl: 'bb', en: 'bb' },
    },
  ])
  const same = { submitted: 'aa', current: 'aa' }
  expect(found('GB-617', workbook({}), lists({}), facts({ state: 'vastgesteld', checksum: same }))).toEqual([])
  expect(found('GB-617', workbook({}), lists({}), facts({ state: 'concept', checksum: changed }))).toEqual([])
})

test('[GB-904] an area without gebiedswethouder', () => {
  const served = (...roles: readonly ('gebiedscontroller' | 'opdrachtgever' | 'wethouder')[]) =>
    found('GB-904', workbook({}), lists({}), facts({ staffing: new Set(roles) }))
  expect(served('gebiedscontroller', 'opdrachtgever')).toEqual([
    {
      rule: 'GB-904',
      field: null,
      nl: 'Gebied HOL heeft geen gebiedswethouder.',
      en: 'Area HOL has no area alderman.',
    },
  ])
  expect(served('gebiedscontroller', 'opdrachtgever', 'wethouder')).toEqual([])
  expect(served()).toHaveLength(3)
})

describe('a decision that adopts', () => {
  const adopt = (decided: object, parts: { version?: string; askedCents?: number; current?: string } = {}) =>
    checkAdoption({
      budget: { areaCode: 'HOL', year: 2023, version: parts.version ?? 'wijziging-1' },
      decision: { number: 'B-1', outcome: 'conform', date: '2023-03-28', cents: 50_000_000, ...decided },
      askedCents: parts.askedCents ?? 50_000_000,
      checksum: { submitted: 'aa', current: parts.current ?? 'aa' },
    }).map(({ rule, message }) => [rule, message.nl])

  test('[GB-610] [GB-607] [GB-611] [GB-617] is taken, in time, of the amount of the lines, over the submitted rows', () => {
    expect(adopt({})).toEqual([])
    expect(adopt({ date: null })).toEqual([['GB-610', 'Besluit B-1 is nog niet genomen; budget is niet vrijgegeven.']])
    expect(adopt({ outcome: 'aangehouden' })[0]?.[0]).toBe('GB-610')
    expect(adopt({ date: '2024-01-14' })[0]?.[0]).toBe('GB-607')
    expect(adopt({ date: '2024-01-14' }, { version: 'primitief' })).toEqual([])
    expect(adopt({}, { askedCents: 50_500_000 })).toEqual([
      ['GB-611', 'Bedrag (505.000) wijkt af van het besluit (500.000).'],
    ])
    expect(adopt({ cents: null }, { askedCents: 1 })).toEqual([])
    expect(adopt({}, { current: 'bb' })[0]?.[0]).toBe('GB-617')
  })
})
