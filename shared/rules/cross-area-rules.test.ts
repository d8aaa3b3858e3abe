import { expect, test } from 'vitest'
import type { Draw } from '#shared/model/index.ts'
import { checkDraws } from './index.ts'
import { ceiling, source, stelpost } from './sample-workbook.test-data.ts'

const draw = (areaCode: string, euros: number, fields: Partial<Draw> = {}): Draw => ({
  areaCode,
  budgetYear: 2023,
  version: 'primitief',
  year: 2023,
  sourceCode: 'SP-GGW-2023',
  component: '',
  cents: euros * 100,
  ...fields,
})

test('[GB-701] three areas draw 520,000 of a stelpost of 500,000', () => {
  const draws = [draw('HOL', 320_000, { component: 'kernteam' }), draw('SPZ', 120_000), draw('STH', 80_000)]
  expect(checkDraws(draws, [stelpost])).toEqual([
    {
      rule: 'GB-701',
      severity: 'error',
      sheet: null,
      cell: null,
      table: null,
      lineNumber: null,
      field: null,
      message: {
        nl: 'SP-GGW-2023 is over alle gebieden heen overschreden: 520.000 van 500.000.',
        en: 'SP-GGW-2023 is overdrawn across all areas: 520,000 of 500,000.',
      },
    },
  ])
})

test('[GB-701] each year has a ceiling of its own, and a source without one cannot be overdrawn', () => {
  const draws = [draw('HOL', 500_000), draw('SPZ', 400_000, { year: 2024 }), draw('STH', 1, { sourceCode: 'LF' })]
  expect(checkDraws(draws, [stelpost, source({ code: 'LF' })])).toEqual([])
  const later = source({ ...stelpost, ceilings: [ceiling(2023, 500_000), ceiling(2024, 300_000)] })
  expect(checkDraws(draws, [later]).map(({ message }) => message.nl)).toEqual([
    'SP-GGW-2023 is over alle gebieden heen overschreden: 400.000 van 300.000.',
  ])
})
