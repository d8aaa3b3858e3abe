/**
 * What a budget's decisions say: finance's list first, else the area's own table. An area's table holds its part of the
 * amount, the list the whole, so amounts are asked where they are meant.
 */
import { amountFields, type BudgetLine } from '#shared/model/index.ts'
import { drawsOfBudget } from './draws.ts'
import { type Facts, sourceOf, type WholeFacts } from './facts.ts'
import { itemIn } from './lists.ts'
import type { PlacedIn } from './rule.ts'

export interface DecisionTerms {
  readonly number: string
  /** The area's own row; undefined when lines only name the decision. */
  readonly row: PlacedIn<'besluiten'> | undefined
  readonly body: string | null
  readonly date: string | null
  readonly outcome: string | null
  /** As proposed: of the list, else of the area's row. */
  readonly amountCents: number | null
  readonly amendsBudget: boolean | null
  readonly isNewPolicy: boolean | null
  readonly isNeutral: boolean | null
}

/** What terms are read from, for rules that look at them. */
export const readsOfTerms = {
  begroting: ['decisionNumber'],
  besluiten: [
    'lineNumber',
    'decisionNumber',
    'body',
    'date',
    'outcome',
    'amountCents',
    'amendsBudget',
    'isNewPolicy',
    'isNeutral',
  ],
} as const

/** Of the area's own table and of every line that names one; a number that is in no list and no table is left out. */
export function decisionTerms(facts: Facts): readonly DecisionTerms[] {
  const rows = new Map(facts.workbook.rows.besluiten.map((placed) => [placed.row.decisionNumber, placed]))
  const named = facts.workbook.rows.begroting.map(({ row }) => row.decisionNumber)
  return [...new Set([...rows.keys(), ...named])].flatMap((number) => termsOf(number, rows, facts) ?? [])
}

/** The decisions that free the sources on which this budget draws. */
export function sourceDecisions(facts: WholeFacts): readonly DecisionTerms[] {
  const codes = new Set(drawsOfBudget(facts).map(({ sourceCode }) => sourceCode))
  const numbers = new Set([...codes].map((code) => sourceOf(facts, code)?.decisionNumber ?? null))
  return [...numbers].flatMap((number) => termsOf(number, new Map(), facts) ?? [])
}

function termsOf(
  number: string | null,
  rows: ReadonlyMap<string | null, PlacedIn<'besluiten'>>,
  { lists, budget }: Facts,
): DecisionTerms | undefined {
  const placed = rows.get(number)
  const item = number === null ? undefined : itemIn(lists.decisions, number, budget.year)
  if (number === null || (placed === undefined && item === undefined)) return undefined
  const row = placed?.row
  return {
    number,
    row: placed,
    body: item?.body ?? lowerCase(row?.body),
    date: item?.date ?? row?.date ?? null,
    outcome: item?.outcome ?? lowerCase(row?.outcome),
    amountCents: item?.amountCents ?? row?.amountCents ?? null,
    amendsBudget: item?.amendsBudget ?? yesOrNo(row?.amendsBudget),
    isNewPolicy: item?.isNewPolicy ?? yesOrNo(row?.isNewPolicy),
    isNeutral: item?.isNeutral ?? yesOrNo(row?.isNeutral),
  }
}

/** Lines of this budget that name the decision; with only one decision in the table also lines that name none. */
export function linesOfDecision(facts: Facts, number: string): readonly BudgetLine[] {
  const isOnly = facts.workbook.rows.besluiten.length === 1 && facts.decisionsByNumber.has(number)
  return facts.workbook.rows.begroting
    .map(({ row }) => row)
    .filter(({ decisionNumber }) => decisionNumber === number || (isOnly && decisionNumber === null))
}

/**
 * What lines ask a decision for, in cents: the lasten that come on top. An incidental line counts all its years, a
 * structural one its highest year, since a decision names what a structural measure costs a year.
 */
export function releasedCents(lines: readonly BudgetLine[]): number {
  return lines.reduce((sum, line) => sum + askedCents(line), 0)
}

function askedCents(line: BudgetLine): number {
  if (line.side !== 'L') return 0
  const increases = amountFields.map((field) => Math.max(0, line[field] ?? 0))
  return line.nature === 'S' ? Math.max(...increases) : increases.reduce((sum, cents) => sum + cents, 0)
}

function yesOrNo(text: string | null | undefined): boolean | null {
  const word = lowerCase(text)
  if (word === 'ja') return true
  return word === 'nee' ? false : null
}

function lowerCase(text: string | null | undefined): string | null {
  return text?.trim().toLowerCase() ?? null
}
