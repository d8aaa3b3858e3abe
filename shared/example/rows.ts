/** Short forms for writing example rows: amounts in euros, empty fields left out, numbers made from area and position. */
import {
  type BudgetLine,
  budgetLineSchema,
  type Coverage,
  coverageSchema,
  decisionSchema,
  type HoursLine,
  hoursLineSchema,
  type PlanAction,
  planActionSchema,
  type RowOf,
  type TableId,
} from '#shared/model/index.ts'

export type ExampleRows = { readonly [Table in TableId]: readonly RowOf<Table>[] }

/** Of a row the fields that hold a text, as an example gives them. */
type Texts<T> = { readonly [K in keyof T]?: T[K] extends string | null ? string : never }

/** `euros`: year t to t+3; a missing year is an empty cell, not 0. A text of '' leaves its field empty. */
export function line(
  lineNumber: string,
  side: 'L' | 'B',
  nature: 'I' | 'S',
  euros: readonly number[],
  texts: Omit<Texts<BudgetLine>, 'table' | 'lineNumber' | 'side' | 'nature'>,
): BudgetLine {
  const filled = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== ''))
  const amounts = Object.fromEntries(euros.map((amount, offset) => [`amount${offset}`, Math.round(amount * 100)]))
  return budgetLineSchema.parse({
    table: 'begroting',
    areaCode: lineNumber.slice(0, lineNumber.indexOf('-')),
    lineNumber,
    lineType: 'exploitatie',
    track: 'gebiedsgericht',
    vatTreatment: 'BCF',
    side,
    nature,
    ...amounts,
    ...filled,
  })
}

/** Whole hours in 2023 at EUR 80, paid from the stelpost. */
export function hoursLine(lineNumber: string, budgetLineNumber: string, role: string, hours: number): HoursLine {
  return hoursLineSchema.parse({
    table: 'inzet',
    lineNumber,
    budgetLineNumber,
    role,
    person: `P-${lineNumber.slice(-3)}`,
    year: 2023,
    hours: hours * 100,
    rateCents: 8_000,
    amountCents: hours * 8_000,
    sourceCode: 'SP-GGW-2023',
    from: '2023-01-01',
    to: '2023-12-31',
  })
}

/** `euros`: what the source pays of the line in that calendar year. */
export function coverage(
  lineNumber: string,
  budgetLineNumber: string,
  year: number,
  sourceCode: string,
  euros: number,
): Coverage {
  return coverageSchema.parse({
    table: 'dekking',
    lineNumber,
    budgetLineNumber,
    year,
    sourceCode,
    amountCents: Math.round(euros * 100),
  })
}

/** An action of 2023 that is under way. */
export function planAction(lineNumber: string, title: string, goalCode: string, domain: string): PlanAction {
  return planActionSchema.parse({
    table: 'jaarplan',
    lineNumber,
    instrument: 'gebiedsjaarplan 2023',
    title,
    goalCode,
    domain,
    from: '2023-01-01',
    to: '2023-12-31',
    status: 'lopend',
  })
}

/** The memo's decision as an area proposes it: not taken yet, so without date and outcome. */
export function memoDecision(lineNumber: string, euros: number, hours?: number) {
  return decisionSchema.parse({
    table: 'besluiten',
    lineNumber,
    decisionNumber: 'B-2023-GGW',
    body: 'college',
    description: 'Vervolg gebieds- en wijkgericht werken: vrijgeven stelpost',
    sourceCode: 'SP-GGW-2023',
    amountCents: euros * 100,
    hours: hours === undefined ? null : hours * 100,
    amendsBudget: 'ja',
    isNewPolicy: 'nee',
    isNeutral: 'ja',
    councilRoute: 'n.v.t.',
    isPublic: 'ja',
  })
}
