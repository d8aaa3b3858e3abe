/**
 * Workbooks and edits by chance, in which rows of all tables name each other often: numbers, sources and decisions come
 * from short lists, and every field that the model has takes part.
 */
import * as fc from 'fast-check'
import { exampleReference } from '#shared/example/index.ts'
import {
  type AreaWorkbook,
  deliveredVersion,
  type Field,
  fieldsByTable,
  type FieldValue,
  type GridIssue,
  type PlacedRow,
  type ReadingIssue,
  type Reference,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import type { CheckOptions } from './facts.ts'
import { ceiling, lists, source, workbook as soundWorkbook } from './sample-workbook.test-data.ts'

/** What a person sees of a workbook: rows as cells, some of which cannot be read. */
export interface Sheets {
  readonly version: string
  readonly unit: AreaWorkbook['unit']
  readonly controlCents: number
  readonly rows: readonly SheetRow[]
}

interface SheetRow {
  readonly table: TableId
  readonly values: Readonly<Record<string, FieldValue>>
  readonly unreadable: readonly string[]
  readonly isTotal: boolean
  readonly hasLink: boolean
}

const lineNumbers = ['HOL-001', 'HOL-002', 'HOL-003', 'HOL-004', 'HOL-005', '']
const decisionNumbers = [null, 'B-1', 'B-2', 'B-2023-GGW']
const cents = [null, 0, -100, 4_000, 5_000_000, 31_888_000, 50_000_000_000]
const sourceCodes = [null, 'PB-6', 'SP-GGW-2023', 'R-1', 'SUB-1', 'NTB', 'LF-2023', 'X']

/** Values by field, where what the kind gives would seldom meet another row or a list. */
const valuesByField: Readonly<Record<string, readonly FieldValue[]>> = {
  lineNumber: lineNumbers,
  budgetLineNumber: [null, ...lineNumbers.slice(0, 5), 'HOL-999'],
  changesNumber: [null, ...lineNumbers.slice(0, 5)],
  decisionNumber: decisionNumbers,
  sourceCode: sourceCodes,
  areaCode: [null, 'HOL', 'SPZ'],
  goalCode: [null, '6.1.1', '9.9'],
  programmeCode: [null, '6', '5'],
  side: [null, 'L', 'B', 'X'],
  nature: [null, 'I', 'S'],
  taakveldCode: [null, '8.1', '0.8', '0.10', '0.4', '6.', '6.72'],
  categoryCode: [null, '3.8', '7.1', '4.2', '6.1', 'L1.1'],
  lineType: [null, 'exploitatie', 'reserve', 'taakstelling'],
  description: [null, 'Kernteam', 'Park'],
  domain: [null, 'fysiek', 'Fysiek', 'economie'],
  tags: [null, 'gebiedsgericht werken', 'regulier programma'],
  allocationKeyCode: [null, 'K-1', 'VS-GEBIED'],
  reserveCode: [null, 'H12', 'V03'],
  role: [null, 'wijkmanager', 'strateeg', 'gebiedscontroller'],
  roles: [null, 'strateeg; verandermanager'],
  body: [null, 'raad', 'college'],
  outcome: [null, 'aangehouden', 'vastgesteld'],
  component: [null, 'kernteam'],
  person: [null, 'P-1', 'P-2'],
  carriesOverTo: [null, 2024, 2026],
}

const valuesByKind: Readonly<Record<Field['kind'], readonly FieldValue[]>> = {
  cents,
  hours: [null, 0, 100, 100_000, 400_000],
  year: [null, 2023, 2024, 2026, 2030],
  date: [null, '2023-02-01', '2024-12-31'],
  code: [null, 'x', 'y'],
  text: [null, 'x', 'ja'],
}

/** Lists in which every kind of source, decision and key occurs. */
export const editReference: Reference = lists({
  ...exampleReference,
  sources: [
    ...exampleReference.sources,
    source({ code: 'R-1', type: 'reserve', decisionNumber: 'B-1', ceilings: [ceiling(2023, 100, null, 'HOL')] }),
    source({ code: 'SUB-1', type: 'subsidie', years: [2023, 2024] }),
    source({ code: 'NTB', status: 'nog te besluiten', years: [2023] }),
  ],
  allocationKeys: [
    ...exampleReference.allocationKeys,
    { code: 'K-1', name: 'Half', shares: [{ areaCode: 'HOL', basisPoints: 5_000 }], validFrom: 2020, validTo: 2030 },
  ],
})

/** All that rules may be held against, so that none of them stops early for want of it: the workbook as it is. */
export function editOptions({ rows }: AreaWorkbook): CheckOptions {
  const lines = rows.begroting.map(({ row }) => row)
  return {
    previous: lines,
    versions: { original: lines, amendments: [], delivered: null },
    server: {
      today: '2024-02-01',
      state: 'goedgekeurd',
      staffing: new Set(['wethouder']),
      checksum: { submitted: 'a', current: 'a' },
      linesOfOtherAreas: lines.slice(0, 2),
    },
  }
}

const anyField = (table: TableId) => fc.constantFrom(...fieldsByTable[table])
const anyValue = ({ id, kind }: Field) => fc.constantFrom(...(valuesByField[id] ?? valuesByKind[kind]))
const anyTable = fc.constantFrom(...tableIds)
/** Most edits are of fields by which rows meet each other and the lists. */
const anyTypedField = (table: TableId) => {
  const meeting = fieldsByTable[table].filter(({ id }) => id in valuesByField)
  return fc.oneof({ weight: 1, arbitrary: anyField(table) }, { weight: 3, arbitrary: fc.constantFrom(...meeting) })
}

const anyRow = anyTable.chain((table) =>
  fc.record({
    table: fc.constant(table),
    values: fc.record(Object.fromEntries(fieldsByTable[table].map((field) => [field.id, anyValue(field)]))),
    unreadable: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(anyField(table).map(({ id }) => id))),
    isTotal: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
    hasLink: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
  }),
)

export const anySheets: fc.Arbitrary<Sheets> = fc.record({
  version: fc.constantFrom('primitief', 'primitief', 'wijziging-1', 'realisatie', deliveredVersion),
  unit: fc.constantFrom('euro', 'duizend'),
  controlCents: fc.constantFrom(0, 4_000),
  rows: fc.array(anyRow, { maxLength: 16 }),
})

/** What one edit makes of a workbook; one that has nothing to change leaves it as it is. */
export const anyEdit: fc.Arbitrary<(sheets: Sheets) => Sheets> = fc.oneof(
  { weight: 12, arbitrary: editOfCell((row, { id }, value) => ({ ...row, values: { ...row.values, [id]: value } })) },
  {
    weight: 2,
    arbitrary: editOfCell((row, { id }) => ({ ...row, unreadable: row.unreadable.includes(id) ? [] : [id] })),
  },
  { weight: 1, arbitrary: editOfCell((row) => ({ ...row, isTotal: !row.isTotal })) },
  { weight: 1, arbitrary: editOfCell((row) => ({ ...row, hasLink: !row.hasLink })) },
  { weight: 2, arbitrary: anyPlace().map((at) => withRows((rows) => rows.filter((_, i) => i !== at % rows.length))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anyPlace(), anyRow)
      .map(([at, row]) => withRows((rows) => rows.toSpliced(at % (rows.length + 1), 0, row))),
  },
  { weight: 1, arbitrary: fc.constant(withRows((rows) => rows.toSorted(byDescription))) },
  { weight: 1, arbitrary: fc.constant(withRows((rows) => rows.toReversed())) },
  { weight: 1, arbitrary: fc.constantFrom('primitief', 'wijziging-1').map((version) => withParts({ version })) },
  { weight: 1, arbitrary: fc.constantFrom('euro' as const, 'duizend' as const).map((unit) => withParts({ unit })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 4_000).map((controlCents) => withParts({ controlCents })) },
)

/** The workbook as a reading of those sheets gives it: every reading makes all its rows anew. */
export function workbookOf({ version, unit, controlCents, rows }: Sheets): AreaWorkbook {
  const placed = Object.fromEntries(tableIds.map((table) => [table, placedRows(table, rows)]))
  const sound = soundWorkbook({
    version,
    unit,
    controlTotals: [{ year: 2023, side: 'L', cents: controlCents, sheet: 'Voorblad', gridRow: 8, gridColumn: 1 }],
  })
  const all = tableIds.flatMap((table) => placedRows(table, rows).map((row) => ({ table, ...row })))
  return {
    ...sound,
    rows: Object.fromEntries(
      Object.entries(placed).map(([table, own]) => [table, own.map(({ placed }) => placed)]),
    ) as unknown as AreaWorkbook['rows'],
    readingIssues: all.flatMap(({ issues }) => issues),
    gridIssues: all.flatMap(({ gridIssues }) => gridIssues),
  }
}

/** The same rows as the server holds them: no sheet, no cells. */
export function storedWorkbookOf(sheets: Sheets): AreaWorkbook {
  const { rows, ...workbook } = workbookOf(sheets)
  const withoutPlaces = Object.fromEntries(
    tableIds.map((table) => [table, rows[table].map((placed) => ({ ...placed, gridRow: null }))]),
  )
  return { ...workbook, rows: withoutPlaces as unknown as AreaWorkbook['rows'], columns: {}, gridIssues: [] }
}

function placedRows(table: TableId, rows: readonly SheetRow[]) {
  return rows.filter((row) => row.table === table).map((row, i) => placedRow(row, i + 4))
}

function placedRow({ table, values, unreadable, isTotal, hasLink }: SheetRow, gridRow: number) {
  const row = { table, ...values, ...Object.fromEntries(unreadable.map((id) => [id, id === 'lineNumber' ? '' : null])) }
  const lineNumber = (row as Readonly<Record<string, FieldValue>>)['lineNumber']
  const placed = { row, isHeldBack: unreadable.length > 0, unreadable: new Set(unreadable), token: null, gridRow }
  const place = {
    table,
    sheet: table,
    gridRow,
    gridColumn: 1,
    lineNumber: lineNumber === '' ? null : String(lineNumber),
  }
  const total: GridIssue = { kind: 'total-row', table, sheet: table, gridRow, label: 'Totaal' }
  const link: GridIssue = { kind: 'external-link', ...place, field: 'note', text: 'ander.xlsx' }
  const issues = unreadable.map(
    (field): ReadingIssue => ({ ...place, field, code: 'too-long', isError: true, raw: '…', read: null }),
  )
  return {
    placed: placed as unknown as PlacedRow,
    issues,
    gridIssues: [...(isTotal ? [total] : []), ...(hasLink ? [link] : [])],
  }
}

function anyPlace() {
  return fc.nat({ max: 20 })
}

function editOfCell(change: (row: SheetRow, field: Field, value: FieldValue) => SheetRow) {
  const anyCell = anyTable.chain((table) =>
    anyTypedField(table).chain((field) =>
      fc.record({ table: fc.constant(table), field: fc.constant(field), value: anyValue(field) }),
    ),
  )
  return fc.tuple(anyPlace(), anyCell).map(([at, { table, field, value }]) =>
    withRows((rows) => {
      const own = rows.filter((row) => row.table === table)
      const chosen = own[at % own.length]
      return rows.map((row) => (row === chosen ? change(row, field, value) : row))
    }),
  )
}

function withRows(change: (rows: readonly SheetRow[]) => readonly SheetRow[]) {
  return (sheets: Sheets): Sheets => ({ ...sheets, rows: change(sheets.rows) })
}

function withParts(parts: Partial<Sheets>) {
  return (sheets: Sheets): Sheets => ({ ...sheets, ...parts })
}

function byDescription(a: SheetRow, b: SheetRow): number {
  return String(a.values['description'] ?? '').localeCompare(String(b.values['description'] ?? ''))
}
