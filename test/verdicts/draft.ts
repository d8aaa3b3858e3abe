/** A workbook under construction: rows of the model, and what only a sheet can hold. Plants damage it before it becomes a file. */
import { exampleReference, exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import {
  type BudgetLine,
  budgetLineSchema,
  type FieldValue,
  type Reference,
  type Row,
  rowSchema,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'

/** What somebody typed over the value of a cell: text, number, formula, or an error such as `#REF!`. */
export interface TypedCell {
  readonly table: TableId
  readonly lineNumber: string
  readonly field: string
  readonly content: string | number
}

export interface Draft {
  readonly areaCode: string
  readonly year: number
  readonly version: string
  reference: Reference
  readonly rows: { readonly [Table in TableId]: Row[] }
  readonly typed: TypedCell[]
  /** Numbers of lines whose row is hidden, and pairs of lines whose cells in a column are merged. */
  readonly hidden: string[]
  readonly merged: { readonly field: string; readonly from: string; readonly to: string }[]
  /** Headings of columns that somebody renamed, by table. */
  readonly renamed: { readonly table: TableId; readonly field: string; readonly heading: string }[]
  /** Control totals of the budget year in cents; null: none on the cover. */
  controlTotals: { readonly L: number; readonly B: number } | null
  /** As the cover says it. */
  unit: string
}

/** The example's workbook of an area, or an empty one of another version or year. */
export function draftOf(areaCode: string, version = 'primitief', year = exampleYear): Draft {
  const example = version === 'primitief' && year === exampleYear ? exampleWorkbooks.get(areaCode) : undefined
  return {
    areaCode,
    year,
    version,
    reference: exampleReference,
    rows: Object.fromEntries(
      tableIds.map((table) => [table, [...(example?.[table] ?? [])]]),
    ) as unknown as Draft['rows'],
    typed: [],
    hidden: [],
    merged: [],
    renamed: [],
    controlTotals: null,
    unit: 'euro',
  }
}

type Filled = Readonly<Record<string, FieldValue>>

/** Adds a structural line of EUR 1.000 a year that no rule has a word about, but for what is given. Gives its number. */
export function addLine(draft: Draft, fields: Filled = {}): string {
  const lineNumber = nextNumber(draft, 'begroting', '')
  draft.rows.begroting.push(budgetLineSchema.parse({ ...soundLine(draft, lineNumber), ...fields, table: 'begroting' }))
  return String(fields['lineNumber'] ?? lineNumber)
}

/** Adds a row of another table with these fields. Gives its number. */
export function addRow(draft: Draft, table: Exclude<TableId, 'begroting'>, fields: Filled): string {
  const lineNumber = nextNumber(draft, table, letters[table])
  draft.rows[table].push(rowSchema.parse({ lineNumber, ...fields, table }))
  return lineNumber
}

const letters = { inzet: 'I', dekking: 'D', besluiten: 'B', jaarplan: 'A' } as const

/** Far beyond those of the example, in the order in which plants add them. */
function nextNumber({ areaCode, rows }: Draft, table: TableId, letter: string): string {
  return `${areaCode}-${letter}${700 + rows[table].length}`
}

function soundLine(
  { areaCode, version, rows }: Draft,
  lineNumber: string,
): Readonly<Partial<Record<keyof BudgetLine, FieldValue>>> {
  return {
    areaCode,
    lineNumber,
    programmeCode: '6',
    goalCode: '6.1.1',
    planActionNumber: rows.jaarplan[0]?.lineNumber ?? null,
    description: `Proefregel ${lineNumber}`,
    domain: 'fysiek',
    policyField: 'Ruimtelijke ordening',
    lineType: 'exploitatie',
    side: 'L',
    nature: 'S',
    taakveldCode: '8.1',
    categoryCode: '3.8',
    costCentreCode: '6100',
    costTypeCode: 'diensten',
    amount0: 100_000,
    amount1: 101_000,
    amount2: 102_000,
    amount3: 103_000,
    sourceCode: 'PB-6',
    vatTreatment: 'kostprijsverhogend',
    index: 'prijsindex',
    changesNumber: version.startsWith('wijziging-') ? `${areaCode}-001` : null,
  }
}
