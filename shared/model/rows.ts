/**
 * One row of each synchronised table. A row that fits its schema can be stored and synchronised; whether it is *right*
 * is for the rules. An empty cell is `null`, never an empty text and never 0; on the wire empty fields may be left out.
 */
import * as z from 'zod/mini'
import { centsSchema, hundredthHoursSchema, isoDateSchema } from '#shared/cells/index.ts'

const orEmpty = <T extends z.core.$ZodType>(schema: T) => z._default(z.nullable(schema), null)
const text = (max: number) => orEmpty(z.string().check(z.minLength(1), z.maxLength(max)))
const code = text(60)
const longText = text(500)
const cents = orEmpty(centsSchema)
const hours = orEmpty(hundredthHoursSchema)
const date = orEmpty(isoDateSchema)
const year = orEmpty(z.int().check(z.minimum(2000), z.maximum(2100)))
/** The visible number; a row without one cannot be found again by a person, so it is held back. */
const lineNumber = z.string().check(z.minLength(1), z.maxLength(60))

export const budgetLineSchema = z.strictObject({
  table: z.literal('begroting'),
  areaCode: code,
  lineNumber,
  programmeCode: code,
  goalCode: code,
  planActionNumber: code,
  description: text(200),
  domain: text(60),
  policyField: text(100),
  track: text(60),
  phase: text(60),
  lineType: text(60),
  side: code,
  nature: code,
  taakveldCode: code,
  categoryCode: code,
  costCentreCode: code,
  costTypeCode: code,
  creditCents: cents,
  amount0: cents,
  amount1: cents,
  amount2: cents,
  amount3: cents,
  sourceCode: code,
  component: code,
  counterpartAreaCode: code,
  allocationKeyCode: code,
  vatTreatment: text(60),
  basis: longText,
  note: longText,
  decisionNumber: code,
  changesNumber: code,
  index: text(60),
  from: date,
  to: date,
  tags: text(200),
  /** Reserve or voorziening that the line moves. */
  reserveCode: code,
  /** Contract, order or obligation: the same one in two areas is the same cost. */
  contractNumber: code,
  experiment: text(100),
})

export const hoursLineSchema = z.strictObject({
  table: z.literal('inzet'),
  lineNumber,
  budgetLineNumber: code,
  role: text(100),
  person: code,
  year,
  hours,
  rateCents: cents,
  amountCents: cents,
  sourceCode: code,
  from: date,
  to: date,
})

export const coverageSchema = z.strictObject({
  table: z.literal('dekking'),
  lineNumber,
  budgetLineNumber: code,
  year,
  sourceCode: code,
  component: code,
  amountCents: cents,
})

export const decisionSchema = z.strictObject({
  table: z.literal('besluiten'),
  lineNumber,
  decisionNumber: code,
  date,
  body: text(60),
  description: longText,
  sourceCode: code,
  amountCents: cents,
  hours,
  roles: longText,
  amendsBudget: text(10),
  isNewPolicy: text(10),
  isNeutral: text(10),
  councilRoute: text(60),
  isPublic: text(10),
  carriesOverTo: year,
  outcome: text(60),
  decidedCents: cents,
})

export const planActionSchema = z.strictObject({
  table: z.literal('jaarplan'),
  lineNumber,
  instrument: text(100),
  title: text(200),
  goalCode: code,
  domain: text(60),
  owner: text(100),
  from: date,
  to: date,
  status: text(60),
})

export const rowSchema = z.discriminatedUnion('table', [
  budgetLineSchema,
  hoursLineSchema,
  coverageSchema,
  decisionSchema,
  planActionSchema,
])

export type BudgetLine = z.infer<typeof budgetLineSchema>
export type HoursLine = z.infer<typeof hoursLineSchema>
export type Coverage = z.infer<typeof coverageSchema>
export type Decision = z.infer<typeof decisionSchema>
export type PlanAction = z.infer<typeof planActionSchema>
export type Row = z.infer<typeof rowSchema>
export type RowOf<Table extends Row['table']> = Extract<Row, { table: Table }>

/** What any field of any row holds. */
export type FieldValue = string | number | null

/** A field by its id, for code that treats all fields alike (hash, diff, merge). */
export function fieldValue(row: Row, fieldId: string): FieldValue {
  return (row as unknown as Readonly<Record<string, FieldValue>>)[fieldId] ?? null
}

/** The same row with other values in some fields; the values must fit the schema, which the caller has checked. */
export function withFields(row: Row, values: Readonly<Record<string, FieldValue>>): Row {
  return { ...row, ...values } as Row
}

/** JSON of a row leaves empty fields out: a push of 5,000 rows stays below the body limit. */
export function sparseRow(row: Row): Readonly<Record<string, string | number>> {
  const filled: Record<string, string | number> = {}
  for (const fieldId in row) {
    const value = fieldValue(row, fieldId)
    if (value !== null) filled[fieldId] = value
  }
  return filled
}
