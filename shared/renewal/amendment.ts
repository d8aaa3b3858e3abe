/**
 * The workbook of an amendment from that of the budget that it changes. An amendment holds signed mutations only, so it
 * begins empty, or with a row for each line that somebody wants to change: classified like that line, without amounts.
 */
import type { AreaWorkbook, BudgetLine, Version } from '#shared/model/index.ts'
import { untouched } from './next-year.ts'
import type { Renewal } from './remark.ts'

/** `unknown`: asked for, but no line of the budget has such a number. */
export interface Amendment extends Renewal {
  readonly unknown: readonly string[]
}

export function amendment(workbook: AreaWorkbook, version: Version, lineNumbers: readonly string[]): Amendment {
  const { budget, rows } = workbook
  const lines = new Map(rows.begroting.map(({ row }) => [row.lineNumber, row]))
  const chosen = [...new Set(lineNumbers)]
  const numbers = numbersAfter([...lines.keys()], budget.areaCode)
  const mutations = chosen.flatMap((number) => lines.get(number) ?? []).map((line, at) => mutationOf(line, numbers(at)))
  return {
    budget: { ...budget, version },
    rows: { begroting: untouched(mutations) },
    remarks: [],
    unknown: chosen.filter((number) => !lines.has(number)),
  }
}

/** What belongs to the amount (its grounds, its note, its decision) is not that of the mutation. */
function mutationOf(line: BudgetLine, lineNumber: string): BudgetLine {
  return {
    ...line,
    lineNumber,
    // A mutation is itself no line of the budget: what it changes is.
    changesNumber: line.changesNumber ?? line.lineNumber,
    creditCents: null,
    amount0: null,
    amount1: null,
    amount2: null,
    amount3: null,
    basis: null,
    note: null,
    decisionNumber: null,
  }
}

/** Numbers after the highest one of the budget, so that a mutation is never taken for one of its lines. */
function numbersAfter(taken: readonly string[], areaCode: string): (at: number) => string {
  const serials = taken.flatMap((number) => {
    const digits = /(\d{1,9})$/.exec(number)?.[1]
    return number.startsWith(`${areaCode}-`) && digits !== undefined ? [Number(digits)] : []
  })
  const highest = Math.max(0, ...serials)
  return (at) => `${areaCode}-${String(highest + 1 + at).padStart(3, '0')}`
}
