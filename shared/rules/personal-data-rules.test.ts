import { describe, expect, test } from 'vitest'
import { emptyReference, planActionSchema } from '#shared/model/index.ts'
import { check } from './index.ts'
import { personalDataIn } from './personal-data.ts'
import { decision, details, found, hoursLine, line, workbook } from './sample-workbook.test-data.ts'

const kindsIn = (text: string) => personalDataIn(text).map(({ nl }) => nl)

describe('[GB-120] what is recognised', () => {
  test.for([
    ['BSN 111222333 van aanvrager', 'een burgerservicenummer'],
    ['aanvrager (123456782)', 'een burgerservicenummer'],
    ['betaald op NL91 ABNA 0417 1643 00 door de wijk', 'een rekeningnummer'],
    ['nl91abna0417164300 per kwartaal', 'een rekeningnummer'],
    ['BE68 5390 0754 7034', 'een rekeningnummer'],
    ['DE89370400440532013000', 'een rekeningnummer'],
    ['zie mail j.jansen@zwolle.nl', 'een e-mailadres'],
    ['bel 06-12345678', 'een telefoonnummer'],
    ['bel 06 12 34 56 78 voor sleutel', 'een telefoonnummer'],
    ['06 1234 5678', 'een telefoonnummer'],
    ['+31 6 12345678', 'een telefoonnummer'],
    ['0031612345678', 'een telefoonnummer'],
    ['038-498 20 92', 'een telefoonnummer'],
    ['(038) 4982092', 'een telefoonnummer'],
    ['0529-123456', 'een telefoonnummer'],
    ['overleg met dhr. J. Jansen', 'een naam'],
    ['Dhr Jansen', 'een naam'],
    ['mevr. De Vries', 'een naam'],
    ['Mevrouw van der Berg', 'een naam'],
    ['aan de heer Özdemir', 'een naam'],
    ['mw. Visser', 'een naam'],
    ['inhuur J.P. Bakker', 'een naam'],
    ['J. P. van den Berg', 'een naam'],
    ['P. van Dam', 'een naam'],
    ['A.M. Jansen-Smit', 'een naam'],
  ] as const)('%s: %s', ([text, kind]) => {
    expect(kindsIn(text)).toEqual([kind])
  })

  test('several kinds at once', () => {
    expect(kindsIn('dhr. Jansen, 06-12345678, jansen@zwolle.nl')).toEqual([
      'een e-mailadres',
      'een telefoonnummer',
      'een naam',
    ])
  })

  test.for([
    'Aanpak St. Jan',
    'P. en C. cyclus',
    'P&C-cyclus 2023',
    'Bijdrage Woonzorg B.V.',
    'B.V. Holtenbroek',
    'N.V. Rova',
    'R.O. Spoorzone',
    'P.C. Hooftstraat',
    'J.F. Kennedylaan',
    'Dr. van Deenweg',
    'Mevrouw Bakkerstraat',
    'Burgemeester van Roijensingel',
    'A. Voorbereiding; B. Uitvoering',
    'Fase A. Ontwerp',
    'zonnepark 5 MW Vechtdal',
    'Programmateam Holtenbroek, lopend programma',
    'Opdracht 123456789',
    'Order 000000000',
    'Contract 4500123456',
    'NL13 BANK 0123 4567 89 is geen rekening',
    'btw NL123456782B01',
    'bedrag 111.222.333 en 1111222333',
    '01-04-2023 t/m 30-09-2024',
    'periode 06-2023 2024',
    'kostenplaats 0380123456',
    'fase 01-04-2023 10 stuks',
    '0800-1234567',
    'taakveld 0.10 naar 0.8',
    'verhouding 1 @ 2',
    'Van Wijk naar stad',
    'de heerlijke stad',
    'verbindingsofficier',
    '',
  ])('nothing in: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })
})

describe('where it is said', () => {
  const action = planActionSchema.parse({ table: 'jaarplan', lineNumber: 'HOL-A001', owner: 'mevr. De Vries' })

  test('[GB-120] every free text is read, and its column and the kind are named', () => {
    const rows = [
      line({ description: 'Huur J.P. Bakker', basis: 'offerte', note: 'mail a@b.nl of 06-12345678' }),
      decision({ description: 'BSN 111222333' }),
      action,
    ]
    expect(found('GB-120', workbook({ rows }))).toEqual([
      {
        rule: 'GB-120',
        field: 'description',
        nl: 'Kolom Omschrijving bevat een naam; haal persoonsgegevens uit de tekst.',
        en: 'Column Omschrijving holds a name; take personal data out of the text.',
      },
      {
        rule: 'GB-120',
        field: 'note',
        nl: 'Kolom Toelichting bevat een e-mailadres, een telefoonnummer; haal persoonsgegevens uit de tekst.',
        en: 'Column Toelichting holds an e-mail address, a phone number; take personal data out of the text.',
      },
      {
        rule: 'GB-120',
        field: 'description',
        nl: 'Kolom Omschrijving bevat een burgerservicenummer; haal persoonsgegevens uit de tekst.',
        en: 'Column Omschrijving holds a citizen service number; take personal data out of the text.',
      },
      {
        rule: 'GB-120',
        field: 'owner',
        nl: 'Kolom Eigenaar bevat een naam; haal persoonsgegevens uit de tekst.',
        en: 'Column Eigenaar holds a name; take personal data out of the text.',
      },
    ])
    expect(details('GB-120', workbook({ rows: [action] }))).toMatchObject([{ severity: 'warning', sheet: 'Jaarplan' }])
    expect(found('GB-120', workbook({ rows: [line({ description: 'Groen', note: 'zie PPN' })] }))).toEqual([])
  })

  test.for(['Jan de Vries', 'Jansen', 'J.P. Bakker', 'P 001'])('[GB-121] %s is no pseudonym', (person) => {
    expect(found('GB-121', workbook({ rows: [hoursLine({ person })] }))).toEqual([
      {
        rule: 'GB-121',
        field: 'person',
        nl: 'Medewerker lijkt een naam; gebruik een pseudoniem met een nummer, zoals P-001.',
        en: 'Medewerker looks like a name; use a pseudonym with a number, such as P-001.',
      },
    ])
  })

  test.for(['P-001', 'MW12', '7', 'wijk-3', null])('[GB-121] %s is one, or nobody', (person) => {
    expect(found('GB-121', workbook({ rows: [hoursLine({ person })] }))).toEqual([])
  })

  test('[S-32] a finding about personal data does not repeat it', () => {
    const secrets = ['Bakker', '111222333', 'NL91ABNA0417164300', 'geheim@zwolle.nl', '12345678', 'Vries']
    const text = 'J.P. Bakker 111222333 NL91ABNA0417164300 geheim@zwolle.nl 06-12345678'
    const rows = [line({ description: text, note: text }), hoursLine({ person: 'Vries' }), action]
    const findings = check(workbook({ rows }), emptyReference).filter(({ rule }) => /GB-12[01]/.test(rule))
    expect(findings).toHaveLength(4)
    for (const secret of secrets) expect(JSON.stringify(findings)).not.toContain(secret)
  })
})
