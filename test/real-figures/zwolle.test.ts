/** Tables of published budgets of Zwolle, in whole euros: our sums are the printed ones. */
import { describe, expect, test, type TestContext } from 'vitest'
import { readAmount } from '#shared/cells/index.ts'
import { consolidate, totalsOf } from '#shared/consolidation/index.ts'
import { amountFields, type BudgetLine, budgetLineSchema } from '#shared/model/index.ts'
import { realRows } from './real-data.ts'

/** A file has amounts as text, which is a remark of the reader and no error. */
function centsOf(text: string | undefined): number {
  const reading = readAmount({ kind: 'text', value: text ?? '' })
  if (reading.status !== 'ok' && reading.status !== 'warning') throw new Error(`${text} is not an amount.`)
  return reading.value
}

describe('[S-104] the proposals of 2022', () => {
  const years = [2022, 2023, 2024, 2025]
  const proposals = (context: TestContext): readonly BudgetLine[] =>
    realRows('zwolle/zwolle_begroting_2022_structurele_bestedingsvoorstellen_deel.csv', context).map((row, i) =>
      budgetLineSchema.parse({
        table: 'begroting',
        lineNumber: `V-${i}`,
        // The rows of one proposal are added up as a programme is.
        programmeCode: row['Nr'],
        description: row['Omschrijving'],
        side: 'L',
        nature: 'S',
        ...Object.fromEntries(amountFields.map((field, offset) => [field, centsOf(row[String(years[offset])])])),
      }),
    )
  const perYear = (lines: readonly BudgetLine[]) => {
    const key = { areaCode: 'STAD', year: 2022, version: 'primitief' }
    const { total, rows } = consolidate(totalsOf(key, lines), 'programma', years)
    return { total: total.years.map(({ lastenCents }) => lastenCents / 100n), rows }
  }

  test('add up to 2,559,000 in each of the four years, coverage taken off', (context) => {
    expect(perYear(proposals(context)).total).toEqual([2_559_000n, 2_559_000n, 2_559_000n, 2_559_000n])
  })

  test('that bring their own coverage cost nothing, each in every year', (context) => {
    const covered = perYear(proposals(context).filter(({ programmeCode }) => ['3', '10'].includes(programmeCode ?? '')))
    expect(
      covered.rows.map(({ key, lineCount, years: amounts }) => [
        key,
        lineCount,
        amounts.map(({ lastenCents }) => lastenCents),
      ]),
    ).toEqual([
      ['3', 2, [0n, 0n, 0n, 0n]],
      ['10', 2, [0n, 0n, 0n, 0n]],
    ])
  })
})

describe('[S-104] the reserves of 2019', () => {
  const columns = ['Stand 1-1-2019', 'Toevoegingen', 'Onttrekkingen', 'Stand 31-12-2019'] as const
  const reserves = (context: TestContext) =>
    realRows('zwolle/zwolle_begroting_2019_reserves_deel.csv', context).map((row) => ({
      code: row['Nummer reserve'] ?? '',
      amounts: columns.map((column) => centsOf(row[column])),
    }))

  test('close: what was in it and came in, less what went out', (context) => {
    const rows = reserves(context)
    expect(rows.map(({ code }) => code)).toEqual(['A01', 'A03', '', 'B01', 'B02', '', 'C01', 'C03', 'C04'])
    for (const { amounts } of rows) {
      const [opening = 0, added = 0, withdrawn = 0, closing] = amounts
      expect(opening + added - withdrawn).toBe(closing)
    }
  })

  test('add up to the printed subtotal of their kind, in every column', (context) => {
    const rows = reserves(context)
    for (const at of [2, 5]) {
      const sums = columns.map((_, i) =>
        rows.slice(at - 2, at).reduce((sum, { amounts }) => sum + (amounts[i] ?? 0), 0),
      )
      expect(rows[at]?.amounts).toEqual(sums)
    }
  })
})
