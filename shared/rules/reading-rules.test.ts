import { describe, expect, test } from 'vitest'
import { details, found, reading, workbook } from './sample-workbook.test-data.ts'

const cell = (...fields: Parameters<typeof reading>) => workbook({ readingIssues: [reading(...fields)] })

describe('amounts that cannot be read, or only with a remark', () => {
  test('[GB-101] words are not an amount', () => {
    const judged = cell({ field: 'amount0', code: 'not-a-number', raw: 'ca. 500.000' })
    const [nl, en] = ['"ca. 500.000" is geen bedrag.', '"ca. 500.000" is not an amount.']
    expect(found('GB-101', judged)).toEqual([{ rule: 'GB-101', field: 'amount.2023', nl, en }])
    expect(details('GB-101', judged)).toEqual([
      { severity: 'error', sheet: 'Begroting', cell: 'S5', lineNumber: 'HOL-001', fix: undefined },
    ])
    expect(found('GB-101', cell({ field: 'description', code: 'boolean', raw: 'WAAR' }))).toEqual([])
  })

  test('[GB-102] an amount stored as text is told with what was read, and can be made a number', () => {
    const text = {
      field: 'amount1',
      code: 'number-as-text',
      raw: "'500.000",
      isError: false,
      read: '500.000,00',
    } as const
    expect(found('GB-102', cell(text))).toEqual([
      {
        rule: 'GB-102',
        field: 'amount.2024',
        nl: 'Bedrag staat als tekst; gelezen als 500.000.',
        en: 'Amount is stored as text; read as 500,000.',
      },
    ])
    expect(details('GB-102', cell(text))).toMatchObject([{ severity: 'warning', cell: 'T5', fix: 500_000 }])
    const inThousands = workbook({ unit: 'duizend', readingIssues: [reading({ ...text, raw: '500' })] })
    expect(details('GB-102', inThousands)).toMatchObject([{ fix: 500 }])
    expect(found('GB-102', cell({ ...text, field: 'description' }))).toEqual([])
  })

  test('[GB-103] an ambiguous amount is an error, because it is not read', () => {
    const judged = cell({ field: 'amount0', code: 'ambiguous', raw: '1,234' })
    const nl = 'Bedrag "1,234" is dubbelzinnig (punt of komma).'
    const en = 'Amount "1,234" is ambiguous (dot or comma).'
    expect(found('GB-103', judged)).toEqual([{ rule: 'GB-103', field: 'amount.2023', nl, en }])
    expect(details('GB-103', judged)).toMatchObject([{ severity: 'error' }])
    expect(found('GB-101', judged)).toEqual([])
    expect(found('GB-115', judged)).toEqual([])
  })

  test('[GB-114] more than two decimals are rounded, and that is told', () => {
    const rounded = { field: 'amount0', code: 'rounded', raw: '26573,3333', isError: false, read: '26.573,33' } as const
    expect(found('GB-114', cell(rounded))).toEqual([
      {
        rule: 'GB-114',
        field: 'amount.2023',
        nl: 'Bedrag heeft meer dan twee decimalen; afgerond op centen.',
        en: 'Amount has more than two decimals; rounded to cents.',
      },
    ])
    expect(found('GB-102', cell(rounded))).toEqual([])
    expect(found('GB-114', cell({ ...rounded, table: 'inzet', field: 'hours' }))).toEqual([])
  })
})

describe('other cells', () => {
  test('[GB-108] a formula error is named as the cell shows it', () => {
    const judged = cell({ field: 'amount1', code: 'error-cell', raw: '#VERW!' })
    const nl = 'Formulefout #VERW! in verplichte cel.'
    const en = 'Formula error #VERW! in a required cell.'
    expect(found('GB-108', judged)).toEqual([{ rule: 'GB-108', field: 'amount.2024', nl, en }])
    expect(found('GB-101', judged)).toEqual([])
    expect(found('GB-115', judged)).toEqual([])
  })

  test('[GB-113] spaces around a code are taken out', () => {
    const padded = { field: 'taakveldCode', code: 'invisible-characters', raw: '6.821\u00a0', isError: false } as const
    expect(found('GB-113', cell(padded))).toEqual([
      {
        rule: 'GB-113',
        field: 'taakveldCode',
        nl: 'Spaties of harde spaties in code verwijderd: "6.821".',
        en: 'Spaces or hard spaces removed from code: "6.821".',
      },
    ])
    expect(details('GB-113', cell(padded))).toMatchObject([{ severity: 'info', fix: '6.821' }])
    expect(found('GB-113', cell({ ...padded, code: 'number-as-text', raw: '6100' }))).toEqual([])
  })

  test.for([
    [
      'date',
      'inzet',
      'from',
      'two-digit-year',
      '1-4-23',
      'datum: typ het jaar met vier cijfers',
      'a date: type the year with four digits',
    ],
    [
      'hours',
      'inzet',
      'hours',
      'negative',
      '-8',
      'aantal uren: dit kan niet negatief zijn',
      'a number of hours: it cannot be negative',
    ],
    [
      'year',
      'inzet',
      'year',
      'not-a-number',
      'nu',
      'jaartal: typ een getal zonder woorden',
      'a year: type a number without words',
    ],
    [
      'text',
      'begroting',
      'description',
      'too-long',
      'xyz',
      'tekst: te lang, kort in tot hoogstens 200 tekens',
      'text: too long, shorten it to at most 200 characters',
    ],
    [
      'code',
      'begroting',
      'goalCode',
      'boolean',
      'WAAR',
      'code: vervang WAAR of ONWAAR door een waarde',
      'a code: replace TRUE or FALSE with a value',
    ],
    [
      'amount',
      'begroting',
      'amount0',
      'too-large',
      '1e13',
      'bedrag: te groot, hoogstens 9.999.999.999,99',
      'an amount: too large, at most 9,999,999,999.99',
    ],
  ] as const)(
    '[GB-115] a %s that cannot be read is told with the remedy',
    ([, table, field, code, raw, why, reason]) => {
      const columns = {
        from: 'Van',
        hours: 'Uren',
        year: 'Jaar',
        description: 'Omschrijving',
        goalCode: 'Doel',
        amount0: '2023',
      }
      expect(found('GB-115', cell({ table, field, code, raw }))).toEqual([
        {
          rule: 'GB-115',
          field: field === 'amount0' ? 'amount.2023' : field,
          nl: `"${raw}" in kolom ${columns[field]} is niet te lezen als ${why}.`,
          en: `"${raw}" in column ${columns[field]} cannot be read as ${reason}.`,
        },
      ])
    },
  )

  test('a long cell is shown by its beginning', () => {
    const [finding] = found('GB-115', cell({ field: 'note', code: 'too-long', raw: 'x'.repeat(600) }))
    expect(finding?.nl).toBe(
      `"${'x'.repeat(60)}…" in kolom Toelichting is niet te lezen als tekst: te lang, kort in tot hoogstens 500 tekens.`,
    )
  })

  test('[GB-117] hours that were read from a time are told with what was read', () => {
    const time = {
      table: 'inzet',
      field: 'hours',
      code: 'time-notation',
      raw: '8:30',
      isError: false,
      read: '8,50',
    } as const
    expect(found('GB-117', cell(time))).toEqual([
      {
        rule: 'GB-117',
        field: 'hours',
        nl: '"8:30" in kolom Uren is gelezen als 8,50: opgevat als uren en minuten.',
        en: '"8:30" in column Uren was read as 8.50: taken as hours and minutes.',
      },
    ])
    const hidden = { ...time, code: 'invisible-characters', isError: true } as const
    expect(found('GB-117', cell(hidden))).toEqual([])
    expect(found('GB-115', cell(hidden))).toHaveLength(1)
    expect(found('GB-117', cell({ ...time, table: 'begroting', field: 'description' }))).toEqual([])
  })

  test('[GB-202] a taakveld in a number cell that can be two codes is refused', () => {
    const number = { field: 'taakveldCode', code: 'number-as-text', raw: '0.1', candidates: ['0.1', '0.10'] } as const
    expect(found('GB-202', cell(number))).toEqual([
      {
        rule: 'GB-202',
        field: 'taakveldCode',
        nl: 'Taakveld is een getal; 0.1 en 0.10 zijn niet te onderscheiden. Zet de kolom op Tekst.',
        en: 'Taakveld is a number; 0.1 and 0.10 cannot be told apart. Format the column as Text.',
      },
    ])
    expect(found('GB-115', cell(number))).toEqual([])
    expect(
      found('GB-202', cell({ field: 'taakveldCode', code: 'number-as-text', raw: '8.1', isError: false })),
    ).toEqual([])
  })
})
