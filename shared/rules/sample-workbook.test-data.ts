/**
 * Builders for the tests of rules: a sound line, workbook and set of lists, in which each test changes what it is about.
 * Amounts are in cents, hours in hundredths, rows stand from row 5 of the sheet named after their table.
 */
import {
  type AreaWorkbook,
  type BudgetLine,
  budgetLineSchema,
  type Coverage,
  coverageSchema,
  type Decision,
  decisionSchema,
  emptyReference,
  fieldsByTable,
  type GridIssue,
  type HoursLine,
  hoursLineSchema,
  type PlacedRow,
  type ReadingIssue,
  type Reference,
  referenceSchema,
  type Row,
  type RowOf,
  type Source,
  type TableId,
} from '#shared/model/index.ts'
import { check, type CheckOptions } from './index.ts'
import type { ServerFacts } from './server-facts.ts'

type Fields<T> = { readonly [K in keyof T]?: string | number | null }

export function line(fields: Fields<BudgetLine>): BudgetLine {
  return budgetLineSchema.parse({
    table: 'begroting',
    lineNumber: 'HOL-001',
    areaCode: 'HOL',
    programmeCode: '6',
    goalCode: '6.1.1',
    side: 'L',
    nature: 'I',
    taakveldCode: '8.1',
    categoryCode: '3.8',
    sourceCode: 'PB-6',
    amount0: 1_234_500,
    ...fields,
  })
}

export function hoursLine(fields: Fields<HoursLine>): HoursLine {
  return hoursLineSchema.parse({
    table: 'inzet',
    lineNumber: 'HOL-I001',
    budgetLineNumber: 'HOL-001',
    role: 'wijkmanager',
    year: 2023,
    ...fields,
  })
}

export function coverage(fields: Fields<Coverage>): Coverage {
  return coverageSchema.parse({
    table: 'dekking',
    lineNumber: 'HOL-D001',
    budgetLineNumber: 'HOL-001',
    year: 2023,
    sourceCode: 'PB-6',
    ...fields,
  })
}

export function decision(fields: Fields<Decision>): Decision {
  return decisionSchema.parse({ table: 'besluiten', lineNumber: 'HOL-B001', decisionNumber: 'B-1', ...fields })
}

interface WorkbookParts {
  readonly version?: string
  readonly year?: number
  readonly unit?: AreaWorkbook['unit']
  readonly rows?: readonly Row[]
  /** Number of a row -> fields of it that could not be read. */
  readonly unreadable?: Readonly<Record<string, readonly string[]>>
  readonly controlTotals?: AreaWorkbook['controlTotals']
  readonly readingIssues?: readonly ReadingIssue[]
  readonly gridIssues?: readonly GridIssue[]
}

const sheets = {
  begroting: 'Begroting',
  inzet: 'Inzet',
  dekking: 'Dekking',
  besluiten: 'Besluiten',
  jaarplan: 'Jaarplan',
}

/** The workbook of Holtenbroek; the original budget of 2023 when a test says no more. */
export function workbook(parts: WorkbookParts): AreaWorkbook {
  const {
    version = 'primitief',
    year = 2023,
    unit = 'euro',
    controlTotals = [],
    readingIssues = [],
    gridIssues = [],
  } = parts
  const rowsOf = <Table extends TableId>(table: Table): readonly PlacedRow<Table>[] =>
    (parts.rows ?? [])
      .filter((row) => row.table === table)
      .map((row, i) => {
        const unreadable = new Set(parts.unreadable?.[row.lineNumber])
        return { row: row as RowOf<Table>, isHeldBack: unreadable.size > 0, unreadable, token: null, gridRow: i + 4 }
      })
  return {
    budget: { areaCode: 'HOL', year, version },
    unit,
    controlTotals,
    readingIssues,
    gridIssues,
    rows: {
      begroting: rowsOf('begroting'),
      inzet: rowsOf('inzet'),
      dekking: rowsOf('dekking'),
      besluiten: rowsOf('besluiten'),
      jaarplan: rowsOf('jaarplan'),
    },
    columns: {
      begroting: columnsOf('begroting'),
      inzet: columnsOf('inzet'),
      dekking: columnsOf('dekking'),
      besluiten: columnsOf('besluiten'),
      jaarplan: columnsOf('jaarplan'),
    },
    reference: null,
  }
}

function columnsOf(table: TableId) {
  return { sheet: sheets[table], byField: new Map(fieldsByTable[table].map(({ id }, column) => [id, column])) }
}

const always = { validFrom: 2020, validTo: 2030 }

export function source(fields: Partial<Source>): Source {
  return {
    code: 'PB-6',
    name: 'Programmabudget 6',
    type: 'programmabudget',
    purpose: 'Toekomstgerichte stad',
    purposeTags: [],
    nature: 'S',
    years: [],
    status: 'vast',
    ceilings: [],
    decisionNumber: null,
    decisionBody: null,
    awardReference: null,
    remainderDestination: null,
    reserveCode: null,
    ...always,
    ...fields,
  }
}

export function ceiling(year: number, euros: number, component: string | null = null, areaCode: string | null = null) {
  return { year, areaCode, component, cents: euros * 100 } as Source['ceilings'][number]
}

/** The stelpost of the memo: 500,000 in 2023, of which 318,880 for the core team and 181,120 for experiments. */
export const stelpost = source({
  code: 'SP-GGW-2023',
  type: 'stelpost',
  purpose: 'gebieds- en wijkgericht werken',
  purposeTags: ['gebiedsgericht werken'],
  nature: 'I',
  years: [2023],
  ceilings: [ceiling(2023, 500_000), ceiling(2023, 318_880, 'kernteam'), ceiling(2023, 181_120, 'experimenten')],
})

/** Lists of which a test needs only some; a list that it does not name is empty. */
export function lists(fields: Partial<Readonly<Record<keyof Reference, unknown>>>): Reference {
  return referenceSchema.parse({ ...emptyReference, ...fields })
}

export function valid<T>(item: T): T & typeof always {
  return { ...item, ...always }
}

/** A budget in concept that is in time, wholly staffed and alone. */
export function serverFacts(fields: Partial<ServerFacts>): ServerFacts {
  return {
    today: '2023-01-15',
    state: 'concept',
    staffing: new Set(['gebiedscontroller', 'opdrachtgever', 'wethouder']),
    checksum: null,
    linesOfOtherAreas: [],
    ...fields,
  }
}

/** What one rule finds: the part of its findings that differs from rule to rule. */
export function found(rule: string, judged: AreaWorkbook, reference = emptyReference, options: CheckOptions = {}) {
  return check(judged, reference, options)
    .filter((finding) => finding.rule === rule)
    .map(({ rule, field, message }) => ({ rule, field, nl: message.nl, en: message.en }))
}

/** The severities, cells and fixes of what one rule finds. */
export function details(rule: string, judged: AreaWorkbook, reference = emptyReference) {
  return check(judged, reference)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, sheet, cell, lineNumber, fix }) => ({ severity, sheet, cell, lineNumber, fix: fix?.value }))
}

/** A cell of tblBegroting or tblInzet that was not read, or with a remark. */
export function reading(fields: Partial<ReadingIssue> & Pick<ReadingIssue, 'field' | 'code' | 'raw'>): ReadingIssue {
  const table = fields.table ?? 'begroting'
  return {
    table,
    sheet: sheets[table],
    gridRow: 4,
    gridColumn: fieldsByTable[table].findIndex(({ id }) => id === fields.field),
    lineNumber: 'HOL-001',
    isError: true,
    read: null,
    ...fields,
  }
}
