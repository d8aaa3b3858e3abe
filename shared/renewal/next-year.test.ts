import { describe, expect, test } from 'vitest'
import type { FieldValue, Row } from '#shared/model/index.ts'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { sampleGrid, sampleReference, sampleRow } from '#shared/workbook/sample-workbook.ts'
import { nextYear } from './next-year.ts'

const line = (lineNumber: string, fields: Readonly<Record<string, FieldValue>>) =>
  sampleRow('begroting', { areaCode: 'HOL', lineNumber, side: 'L', nature: 'I', ...fields })

function renewed(rows: readonly Row[], lists = sampleReference) {
  const renewal = nextYear(readAreaWorkbook(sampleGrid(rows)), lists)
  const rowsOf = (table: 'begroting' | 'inzet' | 'dekking' | 'jaarplan') =>
    (renewal.rows[table] ?? []).map(({ row }): Row => row)
  return { ...renewal, rowsOf }
}

describe('the workbook of the next year', () => {
  test('[S-110] has every amount one year further to the left and makes up none for the new last year', () => {
    const { rowsOf, budget, remarks } = renewed([
      line('HOL-001', { nature: 'S', amount0: 100, amount1: 200, amount2: 300, amount3: 400, creditCents: 5 }),
      line('HOL-002', { amount0: 100, amount2: 300 }),
    ])
    expect(budget).toEqual({ areaCode: 'HOL', year: 2024, version: 'primitief' })
    expect(rowsOf('begroting')).toMatchObject([
      { lineNumber: 'HOL-001', amount0: 200, amount1: 300, amount2: 400, amount3: null, creditCents: 5 },
      { lineNumber: 'HOL-002', amount0: null, amount1: 300, amount2: null, amount3: null },
    ])
    expect(remarks).toEqual([{ kind: 'to-fill', lineNumber: 'HOL-001', year: 2027 }])
  })

  test('[S-110] leaves out and names lines without an amount, with their hours and coverage, and those of years that are gone', () => {
    const { rowsOf, remarks } = renewed([
      line('HOL-001', { amount0: 100, amount1: 0 }),
      line('HOL-002', { amount1: 100 }),
      sampleRow('inzet', { lineNumber: 'HOL-I001', budgetLineNumber: 'HOL-001', year: 2024 }),
      sampleRow('inzet', { lineNumber: 'HOL-I002', budgetLineNumber: 'HOL-002', year: 2023 }),
      sampleRow('inzet', { lineNumber: 'HOL-I003', budgetLineNumber: 'HOL-002', year: 2024, hours: 100 }),
      sampleRow('dekking', { lineNumber: 'HOL-D001', budgetLineNumber: 'HOL-002', year: 2023 }),
      sampleRow('dekking', { lineNumber: 'HOL-D002', budgetLineNumber: 'HOL-002', sourceCode: 'SP-1' }),
    ])
    expect(rowsOf('begroting')).toMatchObject([{ lineNumber: 'HOL-002', amount0: 100 }])
    expect(rowsOf('inzet')).toMatchObject([{ lineNumber: 'HOL-I003', year: 2024, hours: 100 }])
    expect(rowsOf('dekking')).toMatchObject([{ lineNumber: 'HOL-D002' }])
    expect(remarks).toEqual([
      { kind: 'left-out', table: 'begroting', lineNumber: 'HOL-001', reason: 'no-amount' },
      { kind: 'left-out', table: 'inzet', lineNumber: 'HOL-I001', reason: 'line-left-out' },
      { kind: 'left-out', table: 'inzet', lineNumber: 'HOL-I002', reason: 'past-year' },
      { kind: 'left-out', table: 'dekking', lineNumber: 'HOL-D001', reason: 'past-year' },
    ])
  })

  test('[S-110] has no decisions, and a line keeps its own only when that carries over', () => {
    const { rows, rowsOf, remarks } = renewed([
      line('HOL-001', { amount1: 100, decisionNumber: 'B-1' }),
      line('HOL-002', { amount1: 100, decisionNumber: 'B-2' }),
      line('HOL-003', { amount1: 100, decisionNumber: 'B-3' }),
      sampleRow('besluiten', { lineNumber: 'HOL-B001', decisionNumber: 'B-2', carriesOverTo: 2024 }),
      sampleRow('besluiten', { lineNumber: 'HOL-B002', decisionNumber: 'B-3', carriesOverTo: 2023 }),
    ])
    expect(rows.besluiten ?? []).toEqual([])
    // B-1 carries over in the lists of finance, B-2 in the workbook.
    expect(rowsOf('begroting')).toMatchObject([
      { decisionNumber: 'B-1' },
      { decisionNumber: 'B-2' },
      { decisionNumber: null },
    ])
    expect(remarks).toEqual([
      { kind: 'left-out', table: 'besluiten', lineNumber: 'HOL-B001', reason: 'decision' },
      { kind: 'left-out', table: 'besluiten', lineNumber: 'HOL-B002', reason: 'decision' },
      { kind: 'emptied', lineNumber: 'HOL-003', field: 'decisionNumber', value: 'B-3' },
    ])
  })

  test('[S-110] leaves out actions that end before it, and no line names them any more', () => {
    const { rowsOf, remarks } = renewed([
      line('HOL-001', { amount1: 100, planActionNumber: 'HOL-A001' }),
      line('HOL-002', { amount1: 100, planActionNumber: 'HOL-A002' }),
      sampleRow('jaarplan', { lineNumber: 'HOL-A001', to: '2023-12-31' }),
      sampleRow('jaarplan', { lineNumber: 'HOL-A002', to: '2024-01-01' }),
      sampleRow('jaarplan', { lineNumber: 'HOL-A003' }),
    ])
    expect(rowsOf('jaarplan').map(({ lineNumber }) => lineNumber)).toEqual(['HOL-A002', 'HOL-A003'])
    expect(rowsOf('begroting')).toMatchObject([{ planActionNumber: null }, { planActionNumber: 'HOL-A002' }])
    expect(remarks).toEqual([
      { kind: 'left-out', table: 'jaarplan', lineNumber: 'HOL-A001', reason: 'past-action' },
      { kind: 'emptied', lineNumber: 'HOL-001', field: 'planActionNumber', value: 'HOL-A001' },
    ])
  })

  test('[S-110] takes no token along: its rows are new to the server', () => {
    const { rows } = renewed([line('HOL-001', { amount1: 100 })])
    expect(rows.begroting?.map(({ token }) => token)).toEqual([null])
  })
})
