/** Adding to the kept totals and draws: parameter 1 holds the differences, parameter 2 the budget. */
import { type Draw, horizonYears, type Total } from '#shared/model/index.ts'

const classification = [
  'programme_code',
  'goal_code',
  'domain',
  'taakveld_code',
  'category_code',
  'side',
  'nature',
] as const
const sums = Array.from({ length: horizonYears }, (_, offset) => [`cents${offset}`, `lines${offset}`]).flat()
const totalColumns = [...classification, ...sums]

/** One row of values a classification, with the sum and the number of lines of each year of the horizon. */
export function totalRows(totals: readonly Total[]): readonly (readonly (string | number)[])[] {
  const rows = new Map<string, { readonly key: readonly string[]; readonly sums: number[] }>()
  for (const total of totals) {
    const { programmeCode, goalCode, domain, taakveldCode, categoryCode, side, nature } = total
    const key = [programmeCode, goalCode, domain, taakveldCode, categoryCode, side, nature]
    const text = JSON.stringify(key)
    const row = rows.get(text) ?? { key, sums: sums.map(() => 0) }
    rows.set(text, row)
    const at = 2 * (total.year - total.budgetYear)
    row.sums[at] = (row.sums[at] ?? 0) + total.cents
    row.sums[at + 1] = (row.sums[at + 1] ?? 0) + total.lineCount
  }
  return [...rows.values()].map((row) => [...row.key, ...row.sums])
}

export const addTotalsSql = `INSERT INTO total (budget_id, ${totalColumns.join(', ')})
  SELECT ?2, ${totalColumns.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET ${sums.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`

export function drawValues(draw: Draw): readonly (string | number)[] {
  return [draw.year, draw.sourceCode, draw.component, draw.cents]
}

export const addDrawsSql = `INSERT INTO draw (budget_id, year, source_code, component, cents)
  SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1) WHERE true
  ON CONFLICT DO UPDATE SET cents = cents + excluded.cents`
