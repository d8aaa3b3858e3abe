/** A small municipality and its workbooks, for the tests of this folder: as the template makes them, then changed by hand. */
import type { Cell } from '#shared/cells/index.ts'
import {
  type FieldValue,
  type Reference,
  referenceSchema,
  type Row,
  type RowOf,
  rowSchema,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import type { CellValue, SheetEdit, WorkbookDesign } from './design.ts'
import { cellAddress, type SheetGrid, type WorkbookGrid } from './grid.ts'
import { gridOfDesign } from './grid-of-design.ts'
import { templateDesign, type TemplateInput } from './template.ts'

const years = { validFrom: 2023, validTo: 2026 }

export const sampleReference: Reference = referenceSchema.parse({
  version: '2023-1',
  municipality: { gmCode: 'GM0193', name: 'Voorbeeldstad', iv3Number: '060193' },
  parameters: {
    hoursNormPerFte: 1320,
    hoursDeviationPercent: 5,
    varianceCents: 5_000_000,
    variancePercent: 10,
    roundAmountCents: 10_000_000,
    incidentalNoteCents: 20_000_000,
    newPolicyCents: 5_000_000,
  },
  areas: [
    {
      code: 'HOL',
      name: 'Holtenbroek',
      isDynamic: true,
      isPilot: true,
      policyFields: ['Wonen', 'Zorg; en meer'],
      ...years,
    },
    { code: 'SPZ', name: 'Spoorzone', isDynamic: true, isPilot: false, policyFields: [], ...years },
  ],
  programmes: [{ code: '6', name: 'Toekomstgerichte stad', ...years }],
  goals: [{ code: '6.1.1', programmeCode: '6', name: 'De kracht van de stad', ...years }],
  sources: [
    {
      code: 'SP-1',
      name: 'Stelpost',
      type: 'stelpost',
      purpose: 'gebieden',
      purposeTags: [],
      nature: 'I',
      years: [2023, 2024],
      status: 'vast',
      ceilings: [
        { year: 2023, areaCode: null, component: null, cents: 50_000_000 },
        { year: 2023, areaCode: 'HOL', component: 'kernteam', cents: 31_888_000 },
      ],
      decisionNumber: null,
      decisionBody: 'college',
      awardReference: null,
      remainderDestination: null,
      ...years,
    },
  ],
  roles: [{ code: 'strateeg', aliases: [], isOverhead: false, isCoreTeam: true, ...years }],
  rates: [{ code: 'strateeg 2023', role: 'strateeg', year: 2023, centsPerHour: 8_000 }],
  phases: [{ code: 'plan', from: '2023-01-01', to: '2023-03-31', ...years }],
  policyFields: [{ code: 'Wonen', usualTaakvelden: ['8.3', '8.1'], ...years }],
  costCentres: [{ code: '0100', name: 'Bestuur', isBlocked: false, ...years }],
  costTypes: [],
  allocationKeys: [{ code: 'VS', name: 'Gelijk', shares: [{ areaCode: 'HOL', basisPoints: 10_000 }], ...years }],
  decisions: [
    {
      code: 'B-1',
      name: 'Vrijgeven',
      body: 'raad',
      date: '2023-02-01',
      outcome: null,
      amountCents: null,
      hours: 400_000,
      roles: [],
      carriesOver: { sourceCode: 'SP-1', toYear: 2024 },
      items: [{ number: '1', text: 'Kernteam', cents: 31_888_000 }],
      isNeutral: true,
      ...years,
    },
  ],
  reserves: [
    {
      code: 'H12',
      name: 'Spoorzone',
      kind: 'reserve',
      type: 'bestemming',
      programmeCode: '6',
      openings: [{ year: 2023, cents: 40_000_000 }],
      undecidedCents: null,
      ...years,
    },
  ],
  deadlines: [{ code: 'berap-2', name: 'Berap 2', year: 2023, version: 'wijziging-2', date: '2023-09-01' }],
  instruments: [],
  capacities: [{ code: 'P-001 2023', person: 'P-001', year: 2023, hours: 132_000 }],
  programmeCeilings: [{ code: '6 2023', programmeCode: '6', year: 2023, cents: 130_000_000 }],
  concernTotals: [{ code: '2023 L', year: 2023, side: 'L', cents: 130_000_000 }],
})

/** A row with these fields filled and the others empty. */
export function sampleRow<Table extends TableId>(
  table: Table,
  filled: Readonly<Record<string, FieldValue>>,
): RowOf<Table> {
  return rowSchema.parse({ table, ...filled }) as RowOf<Table>
}

/** The template of area HOL, budget year 2023, with these rows, each with a token of its own. */
export function sampleDesign(rows: readonly Row[], input: Partial<TemplateInput> = {}): WorkbookDesign {
  const untouched = (table: TableId) =>
    rows.filter((row) => row.table === table).map((row) => ({ row, token: `token van ${row.lineNumber}` }))
  return templateDesign({
    budget: { areaCode: 'HOL', year: 2023, version: 'primitief' },
    state: 'concept',
    reference: sampleReference,
    templateVersion: 2,
    workbookId: '0190a2b4-0000-7000-8000-000000000001',
    rows: Object.fromEntries(tableIds.map((table) => [table, untouched(table)])),
    controlTotals: null,
    head: null,
    known: [],
    ...input,
  })
}

export function sampleGrid(rows: readonly Row[], input: Partial<TemplateInput> = {}): WorkbookGrid {
  return gridOfDesign(sampleDesign(rows, input))
}

/** What a person changes: cells by their address, as values or as whole cells. */
export function withCells(
  grid: WorkbookGrid,
  sheetName: string,
  changes: Readonly<Record<string, CellValue | Cell>>,
): WorkbookGrid {
  return withSheet(grid, sheetName, (sheet) => {
    const rows = sheet.rows.map((cells) => cells && [...cells])
    for (const [address, value] of Object.entries(changes)) {
      const { row, column } = placeOf(address)
      const cells = (rows[row] ??= [])
      cells[column] = cellOf(value)
    }
    return { ...sheet, rows }
  })
}

export function withSheet(
  grid: WorkbookGrid,
  sheetName: string,
  change: (sheet: SheetGrid) => SheetGrid,
): WorkbookGrid {
  return { ...grid, sheets: grid.sheets.map((sheet) => (sheet.name === sheetName ? change(sheet) : sheet)) }
}

/** The workbook after a program carried out the edits, as `xlsx/` does in a file. */
export function withEdits(grid: WorkbookGrid, edits: readonly SheetEdit[]): WorkbookGrid {
  return edits.reduce((edited, { sheet, cells, tables = [] }) => {
    const changes = Object.fromEntries(cells.map(({ row, column, value }) => [cellAddress(row, column), value]))
    return withSheet(withCells(edited, sheet, changes), sheet, (changed) => ({
      ...changed,
      tables: changed.tables.map((place) => {
        const bottom = tables.find(({ name }) => name === place.name)?.bottom ?? place.area.bottom
        return { ...place, area: { ...place.area, bottom } }
      }),
    }))
  }, grid)
}

function cellOf(value: CellValue | Cell): Cell {
  if (value === null) return { kind: 'empty' }
  if (typeof value === 'object') return value
  if (typeof value === 'number') return { kind: 'number', value }
  return typeof value === 'string' ? { kind: 'text', value } : { kind: 'boolean', value }
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
