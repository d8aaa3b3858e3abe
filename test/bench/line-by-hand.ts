/**
 * A budget line read as somebody would write it by hand for speed alone: the same checks as `budgetLineSchema` and a row
 * of its own as the result, but no word about what is wrong. What the schema is measured against.
 */
import { type Cents, centsMax, isoDateSchema } from '#shared/cells/index.ts'
import { type BudgetLine, fieldsByTable } from '#shared/model/index.ts'

/** Undefined when the value is no budget line. */
export function readLineByHand(input: unknown): BudgetLine | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const value = input as Readonly<Record<string, unknown>>
  for (const name in value) if (!names.has(name)) return undefined
  if (value['table'] !== 'begroting' || !isText(value['lineNumber'], 60)) return undefined
  const line = {
    table: 'begroting',
    areaCode: text(value['areaCode'], 60),
    lineNumber: value['lineNumber'],
    programmeCode: text(value['programmeCode'], 60),
    goalCode: text(value['goalCode'], 60),
    planActionNumber: text(value['planActionNumber'], 60),
    description: text(value['description'], 200),
    domain: text(value['domain'], 60),
    policyField: text(value['policyField'], 100),
    track: text(value['track'], 60),
    phase: text(value['phase'], 60),
    lineType: text(value['lineType'], 60),
    side: text(value['side'], 60),
    nature: text(value['nature'], 60),
    taakveldCode: text(value['taakveldCode'], 60),
    categoryCode: text(value['categoryCode'], 60),
    costCentreCode: text(value['costCentreCode'], 60),
    costTypeCode: text(value['costTypeCode'], 60),
    creditCents: cents(value['creditCents']),
    amount0: cents(value['amount0']),
    amount1: cents(value['amount1']),
    amount2: cents(value['amount2']),
    amount3: cents(value['amount3']),
    sourceCode: text(value['sourceCode'], 60),
    component: text(value['component'], 60),
    counterpartAreaCode: text(value['counterpartAreaCode'], 60),
    allocationKeyCode: text(value['allocationKeyCode'], 60),
    vatTreatment: text(value['vatTreatment'], 60),
    basis: text(value['basis'], 500),
    note: text(value['note'], 500),
    decisionNumber: text(value['decisionNumber'], 60),
    changesNumber: text(value['changesNumber'], 60),
    index: text(value['index'], 60),
    from: date(value['from']),
    to: date(value['to']),
    tags: text(value['tags'], 200),
    reserveCode: text(value['reserveCode'], 60),
    contractNumber: text(value['contractNumber'], 60),
    experiment: text(value['experiment'], 100),
  }
  for (const name in line) if (line[name as keyof typeof line] === undefined) return undefined
  return line as BudgetLine
}

const names: ReadonlySet<string> = new Set(['table', ...fieldsByTable.begroting.map(({ id }) => id)])

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= max
}

/** Null: the cell is empty. Undefined: the value is not allowed. So it is with the two that follow. */
function text(value: unknown, max: number): string | null | undefined {
  if (value === undefined || value === null) return null
  return isText(value, max) ? value : undefined
}

function cents(value: unknown): Cents | null | undefined {
  if (value === undefined || value === null) return null
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= centsMax ? (value as Cents) : undefined
}

/** Few lines have one, so the schema may do it. */
function date(value: unknown) {
  return value === undefined || value === null ? null : isoDateSchema.safeParse(value).data
}
