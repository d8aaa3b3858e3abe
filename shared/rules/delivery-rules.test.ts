import { describe, expect, test } from 'vitest'
import { checkDelivery } from './index.ts'

interface Row {
  readonly taakveld: string
  readonly categorie: string
  readonly bedrag: number
  readonly details?: Readonly<Record<string, unknown>>
}

const row = (taakveld: string, categorie: string, bedrag: number, details?: Row['details']): Row => ({
  taakveld,
  categorie,
  bedrag,
  ...(details && { details }),
})

interface Parts {
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly contact?: Readonly<Record<string, unknown>>
  readonly lasten?: readonly Row[]
  readonly baten?: readonly Row[]
}

/** A sound delivery of the budget of Zwolle, but for the parts that are given. */
function delivery({ metadata = {}, contact, lasten = [], baten = [] }: Parts) {
  return {
    metadata: {
      overheidslaag: 'Gemeente',
      overheidsnummer: '060193',
      overheidsnaam: 'Zwolle',
      boekjaar: 2026,
      periode: 0,
      status: 'Begroting',
      datum: '2025-11-12 10:30:00+01:00',
      details_openbaar: false,
      financieel_pakket: 'eigen',
      export_software: 'gebied',
      ...metadata,
    },
    contact: contact ?? { naam: 'Afdeling financiën', email: 'iv3@zwolle.nl', telefoon: '038' },
    data: { lasten, baten, balans_lasten: [], balans_baten: [], balans_standen: [] },
  }
}

const found = (value: unknown) =>
  checkDelivery(value).map(({ rule, severity, message, expected, found }) => ({
    rule,
    severity,
    nl: message.nl,
    en: message.en,
    ...(expected && found && { compared: [expected.nl, found.nl] }),
  }))
const rulesOf = (value: unknown) => found(value).map(({ rule }) => rule)

test('a sound delivery gives nothing', () => {
  expect(found(delivery({ lasten: [row('8.1', 'L1.1', 100)], baten: [row('0.7', 'B4.3.1', 100)] }))).toEqual([])
})

describe('totals', () => {
  const apart = (euros: number, metadata = {}) =>
    delivery({ metadata, lasten: [row('8.1', '3.8', 700_000)], baten: [row('0.7', '4.3.1', 700_000 - euros)] })

  test('[GB-801] lasten and baten that are more than 50 thousand apart', () => {
    expect(found(apart(312_000))).toEqual([
      {
        rule: 'GB-801',
        severity: 'warning',
        nl: 'Iv3: totaal lasten ≠ totaal baten (incl. 0.10/0.11), verschil 312 x € 1.000.',
        en: 'Iv3: total cost ≠ total income (incl. 0.10/0.11), difference 312 x € 1.000.',
        compared: ['700.000', '388.000'],
      },
    ])
    expect(rulesOf(apart(-50_001))).toEqual(['GB-801'])
  })

  test('[GB-801] up to 50 thousand is rounding, a quarter need not close, the accounts must', () => {
    expect(rulesOf(apart(50_000))).toEqual([])
    expect(rulesOf(apart(312_000, { periode: 2, status: 'Realisatie' }))).toEqual([])
    expect(rulesOf(apart(312_000, { periode: 5, status: 'Realisatie' }))).toEqual(['GB-801'])
  })

  test('[GB-803] each internal category must close over the taakvelden, to the cent', () => {
    const lasten = [row('8.1', 'L7.5', 60), row('6.1', 'L7.5', 20), row('0.5', 'L7.4', 10.1)]
    const message = {
      rule: 'GB-803',
      severity: 'error',
      nl: 'Verrekencategorieën 7.4 en 7.5 sluiten niet over de taakvelden.',
      en: 'Internal categories 7.4 and 7.5 do not close over task fields.',
    }
    const charged = (seven: number, four: number) =>
      delivery({ lasten, baten: [row('0.4', 'B7.5', seven), row('0.5', 'B7.4', four)] })
    expect(found(charged(75, 10.1))).toEqual([{ ...message, compared: ['L7.5 80', 'B7.5 75'] }])
    expect(found(charged(80, 10))).toEqual([{ ...message, compared: ['L7.4 10,10', 'B7.4 10'] }])
    expect(found(charged(80, 10.1))).toEqual([])
  })
})

describe('the schema', () => {
  const paths = (value: unknown) => found(value).map(({ nl }) => nl)
  const said = (path: string) => `Iv3-bestand voldoet niet aan schema v2.1: ${path}.`

  test('[GB-806] an unknown key and the one that is missing for it', () => {
    const contact = { naam: 'Financiën', email: 'iv3@zwolle.nl', telefoonnr: '038' }
    expect(found(delivery({ contact }))).toEqual([
      {
        rule: 'GB-806',
        severity: 'error',
        nl: said('contact.telefoon'),
        en: 'Iv3 file does not satisfy schema v2.1: contact.telefoon.',
      },
      {
        rule: 'GB-806',
        severity: 'error',
        nl: said('contact.telefoonnr'),
        en: 'Iv3 file does not satisfy schema v2.1: contact.telefoonnr.',
      },
    ])
  })

  test.for([
    [{ status: 'Concept' }, 'metadata.status'],
    [{ periode: 6 }, 'metadata.periode'],
    [{ overheidslaag: 'Waterschap' }, 'metadata.overheidslaag'],
    [{ boekjaar: '2026' }, 'metadata.boekjaar'],
    [{ datum: '2025-11-12' }, 'metadata.datum'],
    [{ details_openbaar: 'nee' }, 'metadata.details_openbaar'],
    [{ gebied: 'HOL' }, 'metadata.gebied'],
  ] as const)('[GB-806] metadata %o is told as %s', ([metadata, path]) => {
    expect(paths(delivery({ metadata }))).toEqual([said(path)])
  })

  test('[GB-806] all five lists must be there; a row may have keys of its own', () => {
    const { data, ...rest } = delivery({})
    const { balans_standen: _, ...four } = data
    expect(paths({ ...rest, data: four })).toEqual([said('data.balans_standen')])
    const wrongRow = { ...rest, data: { ...data, lasten: [row('8.1', '3.8', 1), { taakveld: '8.1', bedrag: 'tien' }] } }
    expect(paths(wrongRow)).toEqual([said('data.lasten.1.categorie'), said('data.lasten.1.bedrag')])
    const moreKeys = { ...rest, data: { ...data, lasten: [{ ...row('8.1', '3.8', 1), kostenplaats: '6100' }] } }
    expect(paths(moreKeys)).toEqual([])
  })

  test('[GB-806] what is no delivery at all, and no more than twenty places', () => {
    expect(paths('Iv3')).toEqual([said('het hele bestand')])
    const lasten = Array.from({ length: 30 }, () => ({ taakveld: '8.1', categorie: '3.8', bedrag: null }))
    expect(paths({ ...delivery({}), data: { ...delivery({}).data, lasten } })).toHaveLength(20)
  })
})

test('[GB-807] a municipality is 06 and the digits of its code', () => {
  const numbered = (overheidsnummer: string, overheidslaag = 'Gemeente') =>
    delivery({ metadata: { overheidsnummer, overheidslaag } })
  expect(found(numbered('0193'))).toEqual([
    {
      rule: 'GB-807',
      severity: 'error',
      nl: 'Overheidsnummer 0193 is onjuist (06 + gemeentecode, bijv. 060193).',
      en: 'Authority number 0193 is wrong (06 + municipality code, e.g. 060193).',
    },
  ])
  expect(rulesOf(numbered('0601930'))).toEqual(['GB-807'])
  expect(rulesOf(numbered('0023', 'Provincie'))).toEqual([])
})

describe('parts and names', () => {
  const area = (details: Row['details'] = {}) => row('8.1', '3.8', 900_000, { gebied: 'HOL', ...details })

  test('[GB-808] a delivery in which every row is of an area, which then need not close', () => {
    expect(found(delivery({ lasten: [area(), row('6.1', 'L7.5', 5, { gebied: 'SPZ' })] }))).toEqual([
      {
        rule: 'GB-808',
        severity: 'warning',
        nl: 'Deellevering: een gebiedsbegroting is geen volledige Iv3-levering; niet insturen.',
        en: 'Partial: an area budget is not a complete Iv3 delivery; do not submit.',
      },
    ])
    expect(rulesOf(delivery({ lasten: [area()], baten: [row('0.7', '4.3.1', 900_000)] }))).toEqual([])
  })

  test('[GB-809] details that may be published and name a person', () => {
    const published = (details: Row['details'], isPublic = true) =>
      rulesOf(
        delivery({
          metadata: { details_openbaar: isPublic },
          lasten: [row('8.1', '3.8', 1, details)],
          baten: [row('0.7', '4.3.1', 1)],
        }),
      )
    expect(published({ medewerker: 'J. Jansen', uren: 400 })).toEqual(['GB-809'])
    expect(published({ grootboek: '123', omschrijving: { regel: 'inhuur mevrouw De Vries' } })).toEqual(['GB-809'])
    expect(published({ medewerker: 'J. Jansen' }, false)).toEqual([])
    expect(published({ grootboek: '123', omschrijving: 'loonkosten wijkmanager', medewerker: null })).toEqual([])
    const one = delivery({ metadata: { details_openbaar: true }, lasten: [area({ Medewerker: 'J. Jansen' })] })
    expect(found(one).at(-1)).toEqual({
      rule: 'GB-809',
      severity: 'error',
      nl: 'Export bevat namen van medewerkers; openbare versie toont functies.',
      en: 'Export contains employee names; the public version shows roles.',
    })
  })
})
