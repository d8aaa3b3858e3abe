/** Overviews that spill: a heading row, then a row for each domain, area, taakveld or programme, or each source. */
import { consolidate, coverageOf, type Grouping } from '#shared/consolidation/index.ts'
import type { Draw, Total } from '#shared/model/index.ts'
import type { CellQuestion, MatrixCell } from '#shared/questions/index.ts'
import { isInHorizon } from '../store/cell-lists.ts'
import type { YearBudget } from '../store/load-sums.ts'
import type { Facts } from './facts.ts'
import { type CellValue, noBudget } from './values.ts'

type Question = Extract<CellQuestion, { functie: 'consolidatie' }>

/** In the budget's own year. Lines without L or B are in no row, as in the consolidation of `shared`. */
export function answerConsolidation(facts: Facts, { per, jaar, versie }: Question): CellValue {
  const budgets = facts.counted(jaar, versie, null)
  if (budgets.length === 0) return noBudget(null, jaar, versie)
  return {
    soort: 'matrix',
    rijen: per === 'bron' ? coverageRows(facts, budgets, jaar) : groupRows(facts, budgets, per, jaar),
  }
}

const headings: Readonly<Record<Grouping, string>> = {
  domein: 'Domein',
  gebied: 'Gebied',
  taakveld: 'Taakveld',
  programma: 'Programma',
}

function groupRows(facts: Facts, budgets: readonly YearBudget[], per: Grouping, year: number): MatrixCell[][] {
  const totals = budgets.flatMap((budget) => totalsOfYear(facts, budget, year))
  const { rows, total } = consolidate(totals, per, [year])
  const cells = (name: string, row: typeof total) => {
    const { lastenCents = 0n, batenCents = 0n, saldoCents = 0n } = row.years[0] ?? {}
    return [name, money(lastenCents), money(batenCents), money(saldoCents)]
  }
  return [
    [headings[per], 'Lasten', 'Baten', 'Saldo'],
    ...rows.map((row) => cells(row.key === '' ? `zonder ${per}` : row.key, row)),
    cells('Totaal', total),
  ]
}

function totalsOfYear(facts: Facts, budget: YearBudget, year: number): Total[] {
  const { areaCode, version } = budget
  return facts.indexOf(budget).sums.totals.flatMap(({ cents, lineCounts, ...key }) =>
    lineCounts[0] === 0
      ? []
      : [
          {
            ...key,
            areaCode,
            version,
            budgetYear: year,
            year,
            // Overviews go by no category, and the sums are of all of them.
            categoryCode: '',
            cents: cents[0] ?? 0,
            lineCount: lineCounts[0] ?? 0,
          },
        ],
  )
}

function coverageRows(facts: Facts, budgets: readonly YearBudget[], year: number): MatrixCell[][] {
  const draws = budgets.flatMap((budget): Draw[] =>
    facts.indexOf(budget).sums.draws.map((draw) => ({
      ...draw,
      areaCode: budget.areaCode,
      version: budget.version,
      budgetYear: year,
    })),
  )
  const sources = facts.lists.sources.filter((source) => isInHorizon(source, year))
  const rows = coverageOf(draws, sources, [year]).map(
    ({ sourceCode, component, ceilingCents, drawCents, remainingCents }) => [
      sourceCode,
      component === '' ? 'zonder onderdeel' : component,
      ceilingCents === null ? null : money(ceilingCents),
      money(drawCents),
      remainingCents === null ? null : money(remainingCents),
    ],
  )
  return [['Bron', 'Onderdeel', 'Plafond', 'Beroep', 'Restant'], ...rows]
}

function money(cents: bigint): MatrixCell {
  return { cents: String(cents) }
}
