import path from 'node:path'
import { describe, expect, test, type TestContext } from 'vitest'
import { amendedLines, type BudgetLine, emptyReference, lineVariances, workbookOfRows } from '#shared/model/index.ts'
import { checkOnServer } from '#shared/rules/index.ts'
import { realData } from '../../test/real-figures/real-data.ts'
import { readMapping } from './mapping.ts'
import { planImport } from './plan-import.ts'
import { readCsv } from './read-csv.ts'

const mappingFile = path.join(import.meta.dirname, '../../docs/import/madrid.json')

function madrid(year: number, context: TestContext) {
  const file = realData(`madrid/${year}_gastos.csv`, context)
  const mapping = readMapping(mappingFile, year)
  return planImport(file, readCsv(file, mapping), mapping)
}

test.for([
  [2023, 2_162],
  [2022, 1_265],
] as const)('[S-101] Madrid %d has %d lines over', ([year, over], context) => {
  const { budgets } = madrid(year, context)
  const linesOf = (version: string) =>
    budgets.filter((budget) => budget.version === version).flatMap(({ lines }) => lines.map(({ fields }) => fields))
  const budgeted = amendedLines(linesOf('primitief'), [linesOf('wijziging-1')])
  const variances = lineVariances(budgeted, linesOf('realisatie'), 'amount0')
  expect(variances.filter(({ actualCents, budgetedCents }) => actualCents > budgetedCents)).toHaveLength(over)
})

/** Seccion 310: money for what nobody foresees, as a stelpost on taakveld 0.8 is in a Dutch budget. */
function contingency(year: number, context: TestContext) {
  const { budgets } = madrid(year, context)
  return (version: string): readonly BudgetLine[] => {
    const budget = budgets.find((one) => one.areaCode === '310' && one.version === version)
    return budget?.lines.map(({ fields }) => ({ ...fields, taakveldCode: '0.8' })) ?? []
  }
}

const amounts = (lines: readonly BudgetLine[]) => lines.map(({ amount0 }) => amount0)

function placeholderFindings(version: string, lines: readonly BudgetLine[]) {
  const workbook = workbookOfRows({ areaCode: '310', year: 2023, version }, lines)
  return checkOnServer(workbook, emptyReference)
    .filter(({ rule }) => rule === 'GB-208')
    .map(({ lineNumber, severity }) => [lineNumber, severity])
}

describe('the contingency of Madrid is a stelpost', () => {
  test.for([
    [2023, [-500_000_000, -4_409_559_964, -519_200_900], [0, 2_238_715_736, 0]],
    [2022, [-500_000_000, -6_646_137_813, -519_200_900], [0, 2_137_887, 0]],
  ] as const)(
    '[S-102] %d: amendments only take from it, and nothing is spent on it',
    ([year, taken, left], context) => {
      const linesOf = contingency(year, context)
      expect(amounts(linesOf('primitief'))).toEqual([500_000_000, 6_648_275_700, 519_200_900])
      expect(amounts(linesOf('wijziging-1'))).toEqual(taken)
      expect(amounts(amendedLines(linesOf('primitief'), [linesOf('wijziging-1')]))).toEqual(left)
      expect(amounts(linesOf('realisatie'))).toEqual([0, 0, 0])
    },
  )

  test('[S-102] what is taken from it is right, and a cent spent on it is an error', (context) => {
    const linesOf = contingency(2023, context)
    const [first, second, third] = linesOf('realisatie')
    expect(placeholderFindings('primitief', linesOf('primitief'))).toEqual([])
    expect(placeholderFindings('wijziging-1', linesOf('wijziging-1'))).toEqual([])
    expect(placeholderFindings('realisatie', linesOf('realisatie'))).toEqual([])
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three lines stand there.')
    const spent = { ...second, amount0: linesOf('primitief')[1]?.amount0 ?? null }
    expect(placeholderFindings('realisatie', [first, spent, third])).toEqual([[second.lineNumber, 'error']])
  })
})
