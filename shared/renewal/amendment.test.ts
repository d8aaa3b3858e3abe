import { describe, expect, test } from 'vitest'
import { readAreaWorkbook } from '#shared/workbook/index.ts'
import { sampleGrid, sampleRow } from '#shared/workbook/sample-workbook.ts'
import { amendment } from './amendment.ts'

const base = readAreaWorkbook(
  sampleGrid([
    sampleRow('begroting', {
      areaCode: 'HOL',
      lineNumber: 'HOL-001',
      goalCode: '6.1.1',
      side: 'L',
      nature: 'I',
      sourceCode: 'SP-1',
      amount0: 100,
      amount1: 200,
      creditCents: 300,
      basis: 'offerte',
      note: 'uitleg',
      decisionNumber: 'B-1',
    }),
    sampleRow('begroting', { areaCode: 'HOL', lineNumber: 'HOL-012', changesNumber: 'HOL-007' }),
    sampleRow('begroting', { areaCode: 'SPZ', lineNumber: 'SPZ-900' }),
    sampleRow('inzet', { lineNumber: 'HOL-I001', budgetLineNumber: 'HOL-001', year: 2023 }),
  ]),
)

describe('the workbook of an amendment', () => {
  test('[S-111] begins without rows, for the same area and year', () => {
    expect(amendment(base, 'wijziging-1', [])).toEqual({
      budget: { areaCode: 'HOL', year: 2023, version: 'wijziging-1' },
      rows: { begroting: [] },
      remarks: [],
      unknown: [],
    })
  })

  test('[S-111] has a mutation for each chosen line: classified like it, without amounts, numbered after the budget', () => {
    const { rows } = amendment(base, 'wijziging-2', ['HOL-012', 'HOL-001', 'HOL-001'])
    expect(rows.begroting).toEqual([
      {
        row: sampleRow('begroting', { areaCode: 'HOL', lineNumber: 'HOL-013', changesNumber: 'HOL-007' }),
        token: null,
      },
      {
        row: sampleRow('begroting', {
          areaCode: 'HOL',
          lineNumber: 'HOL-014',
          changesNumber: 'HOL-001',
          goalCode: '6.1.1',
          side: 'L',
          nature: 'I',
          sourceCode: 'SP-1',
        }),
        token: null,
      },
    ])
  })

  test('[S-111] names the lines that the budget does not have', () => {
    expect(amendment(base, 'wijziging-1', ['HOL-001', 'HOL-002']).unknown).toEqual(['HOL-002'])
  })
})
