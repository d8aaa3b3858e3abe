/** Iv3 figures as CBS publishes them, x € 1.000. */
import { readFileSync } from 'node:fs'
import { describe, expect, test, type TestContext } from 'vitest'
import { isCategory, isTaakveld, plainCategory, taakveldByLabel, taakvelden } from '#shared/codes/index.ts'
import { checkDelivery } from '#shared/rules/index.ts'
import { realData, realRows } from './real-data.ts'

const table = 'iv3/iv3_2024_begroting.csv'

describe('[S-104] codes of CBS tables', () => {
  test('every row of the 342 budgets of 2024 has a taakveld, whose name may be cut or of an earlier year', (context) => {
    const rows = realRows(table, context)
    const codes = rows.map(({ Taakveld = '' }) => taakveldByLabel(Taakveld, 2024))
    expect(rows).toHaveLength(24_282)
    expect(codes).not.toContain(undefined)
    expect(new Set(codes)).toEqual(new Set(taakvelden(2024).map(({ code }) => code)))
  })

  test('the same codes padded, as open data has them', (context) => {
    const labels = new Set(realRows(table, context).map(({ Taakveld = '' }) => Taakveld))
    for (const label of labels) {
      const code = taakveldByLabel(label, 2024) ?? ''
      expect(taakveldByLabel(code.padEnd(6), 2024)).toBe(code)
    }
  })

  test('the categories of Zwolle in ten years, with the letter of their side', (context) => {
    const years = zwolle(context)
    const categories = years.flatMap((year) =>
      Object.keys(year.baten_heffingen_per_categorie).map((code) => ({
        year: year.jaar,
        ...plainCategory(code.padEnd(9)),
      })),
    )
    expect(categories).toHaveLength(54)
    expect(categories.filter(({ side, code, year }) => side !== 'B' || !isCategory(code, 'B', year))).toEqual([])
  })

  test('taakvelden of Zwolle until 2022, before the open data took several together', (context) => {
    const years = zwolle(context).filter(({ jaar }) => jaar <= 2022)
    const unknown = years.flatMap(({ jaar, lasten_per_taakveld: lasten }) =>
      Object.keys(lasten).filter((code) => !isTaakveld(code, jaar)),
    )
    expect([years.length, unknown]).toEqual([12, []])
  })

  test('a stelpost stands in the budgets of Zwolle and is gone from the accounts', (context) => {
    const lasten = (kind: string) =>
      zwolle(context)
        .filter(({ verslagsoort, jaar }) => verslagsoort.endsWith(kind) && jaar <= 2024)
        .map(({ lasten_per_taakveld: perTaakveld }) => perTaakveld['0.8'])
    expect(lasten('X000')).toEqual([2_314, 5_061, -160, 3_276, 2_096, 6_488, 10_307, 2_536])
    expect(lasten('X005')).toEqual([0, 0, 0, 23, 0, 0, 0, 0])
  })
})

describe('[S-103] [GB-801] the 342 budgets of 2024', () => {
  const municipalities = (context: TestContext) => [
    ...Map.groupBy(realRows(table, context), ({ Gemeenten = '' }) => Gemeenten).values(),
  ]
  type Rows = ReturnType<typeof municipalities>[number]
  const thousands = (text: string | undefined) => Number(text ?? '')
  const differenceOf = (rows: Rows) =>
    rows.reduce((sum, { Lasten, Baten }) => sum + thousands(Lasten) - thousands(Baten), 0)

  /** As the file that the municipality would deliver, in euros; `extra` thousands of lasten more. */
  function rulesOf(rows: Rows, extra = 0) {
    const cells = (column: 'Lasten' | 'Baten') =>
      rows.map((row) => ({
        taakveld: taakveldByLabel(row['Taakveld'] ?? '', 2024),
        categorie: column === 'Lasten' ? 'L3.8' : 'B3.8',
        bedrag: thousands(row[column]) * 1_000,
      }))
    return checkDelivery({
      metadata: {
        overheidslaag: 'Gemeente',
        overheidsnummer: '060000',
        overheidsnaam: rows[0]?.['Gemeenten'],
        boekjaar: 2024,
        periode: 0,
        status: 'Begroting',
        datum: '2023-11-15 12:00:00+01:00',
        details_openbaar: false,
        financieel_pakket: 'open data',
        export_software: 'test',
      },
      contact: { naam: 'Financiën', email: 'iv3@gemeente.nl', telefoon: '' },
      data: {
        lasten: [...cells('Lasten'), { taakveld: '0.8', categorie: 'L3.8', bedrag: extra * 1_000 }],
        baten: cells('Baten'),
        balans_lasten: [],
        balans_baten: [],
        balans_standen: [],
      },
    }).map(({ rule }) => rule)
  }

  test('close within 50 thousand, 57 of them exactly', (context) => {
    const all = municipalities(context)
    expect(all).toHaveLength(342)
    expect(all.filter((rows) => differenceOf(rows) === 0)).toHaveLength(57)
    expect(Math.max(...all.map((rows) => Math.abs(differenceOf(rows))))).toBe(50)
    expect(all.flatMap((rows) => rulesOf(rows))).toEqual([])
  })

  test('are all told when 101 thousand of lasten come on top', (context) => {
    const all = municipalities(context)
    expect(all.filter((rows) => rulesOf(rows, 101).includes('GB-801'))).toHaveLength(342)
  })
})

interface YearOfZwolle {
  readonly jaar: number
  readonly verslagsoort: string
  readonly baten_heffingen_per_categorie: Readonly<Record<string, number>>
  readonly lasten_per_taakveld: Readonly<Record<string, number>>
}

function zwolle(context: TestContext): readonly YearOfZwolle[] {
  return JSON.parse(readFileSync(realData('iv3/zwolle_GM0193_2017_2026.json', context), 'utf8'))
}
