/** The totals on the cover: what should come out, what the table adds up to, and what the server holds. */
import { amountFields, type BudgetKey, type BudgetLine, yearsOf } from '#shared/model/index.ts'
import { controlTotalFields, coverFields, labelColumn, totalsRow, valueColumn } from './cover-layout.ts'
import type { CellDesign } from './design.ts'
import { columnLetters } from './grid.ts'
import { templateTables } from './tables.ts'

/** Control totals of each side, in cents, for the four years of the budget; null: an empty cell. */
export type ControlTotalInput = Readonly<Record<'L' | 'B', readonly (number | null)[]>>

export interface CoverTotalsInput {
  readonly budget: BudgetKey
  readonly lines: readonly BudgetLine[]
  readonly controlTotals: ControlTotalInput | null
  /** In front of the add-in's functions; left out: `GEBIED`. A test or development version of the add-in has its own. */
  readonly functionNamespace?: string | undefined
}

/** The namespace of the add-in of the municipality. */
export const standardNamespace = 'GEBIED'

/** Three pairs of rows under the years, so that what differs stands in one column. */
export function coverTotals(input: CoverTotalsInput): readonly CellDesign[] {
  const years = yearsOf(input.budget.year)
  return [
    { row: totalsRow, column: labelColumn, value: 'Totalen per jaar', style: 'heading' },
    ...years.map(
      (year, offset): CellDesign => ({ row: totalsRow, column: valueColumn + offset, value: year, style: 'year' }),
    ),
    ...sideCells(input, 'L', 'Lasten', years),
    ...sideCells(input, 'B', 'Baten', years),
  ]
}

function sideCells(
  { lines, controlTotals, functionNamespace = standardNamespace }: CoverTotalsInput,
  side: 'L' | 'B',
  word: string,
  years: readonly number[],
): readonly CellDesign[] {
  const { row: controlRow, label } = controlTotalFields[side]
  const ownRow = controlRow + 2
  const serverRow = controlRow + 4
  return [
    { row: controlRow, column: labelColumn, value: label, style: 'label' },
    { row: ownRow, column: labelColumn, value: `${word} in dit werkboek`, style: 'label' },
    { row: serverRow, column: labelColumn, value: `${word} op de server`, style: 'label' },
    ...years.flatMap((year, offset): readonly CellDesign[] => {
      const column = valueColumn + offset
      const control = controlTotals?.[side][offset] ?? null
      const formula = `SUMIFS(${tableColumn(String(year))},${tableColumn('L/B')},"${side}")`
      const sum = sumOf(lines, side, offset) / 100
      return [
        { row: controlRow, column, value: control === null ? null : control / 100, style: 'euro' },
        { row: ownRow, column, value: sum, style: 'euro', formula },
        {
          row: serverRow,
          column,
          value: null,
          style: 'euro',
          formula: serverTotal(functionNamespace, column, side),
          isAddInFormula: true,
        },
      ]
    }),
  ]
}

function tableColumn(heading: string): string {
  return `${templateTables.begroting.name}[${heading}]`
}

/** No cached value: what the server holds is not known while the workbook is made. */
function serverTotal(namespace: string, column: number, side: 'L' | 'B'): string {
  const { areaCode, year, version } = coverFields
  const calendarYear = `${columnLetters(column)}$${totalsRow + 1}`
  return `${namespace}.TOTAAL(${areaCode.name},${year.name},${version.name},"${side}",,,,${calendarYear})`
}

function sumOf(lines: readonly BudgetLine[], side: 'L' | 'B', offset: number): number {
  const field = amountFields[offset]
  if (field === undefined) return 0
  return lines.reduce((sum, line) => (line.side === side ? sum + (line[field] ?? 0) : sum), 0)
}
