import { exampleReference, exampleYear } from '#shared/example/index.ts'
import {
  type AreaWorkbook,
  type BudgetLine,
  coverageSchema,
  type FieldValue,
  hoursLineSchema,
  type Row,
  withFields,
} from '#shared/model/index.ts'
import { recheck } from '#shared/rules/index.ts'
import type { Bench, Figure } from './figure.ts'
import { makeLines } from './make-lines.ts'
import { cpuMsMin, sized } from './measure.ts'

/** What typing in one cell costs the checker: every edit goes on from the same checked workbook. */
export const recheckRows: Bench = {
  name: 'recheck-rows',
  run(share): readonly Figure[] {
    const rows = sized(2_500, share)
    const workbook = workbookOf(makeLines('HOL', rows, 1))
    const before = recheck(null, workbook, exampleReference)
    const msByKind = Object.entries(typed).map(([kind, edits]): readonly [string, number] => {
      const edited = edits.flatMap((edit) => editsOf(before.judged.workbook, edit))
      const checkAll = () => {
        for (const one of edited) recheck(before, one, exampleReference)
      }
      return [kind, cpuMsMin(10, checkAll) / edited.length]
    })
    const what = `one edited row of ${rows} checked again, processor time`
    const figures = msByKind
      .sort(([, a], [, b]) => b - a)
      .map(([kind, value]): Figure => ({ what: `${what}: ${kind}`, value, unit: 'ms', goal: { atMost: 1 } }))
    const middle = figures[Math.floor(figures.length / 2)]
    return middle === undefined
      ? figures
      : [{ ...middle, what: `${what}, middle of ${figures.length} kinds` }, ...figures]
  },
}

/** One line in ten is covered by a row of tblDekking, and one in ten has hours under it. */
function workbookOf(lines: readonly BudgetLine[]): AreaWorkbook {
  const under = lines.filter((_, i) => i % 10 === 0).map(({ lineNumber }) => lineNumber)
  const coverages = under.map((budgetLineNumber, i) =>
    coverageSchema.parse({
      table: 'dekking',
      lineNumber: `D-${i + 1}`,
      budgetLineNumber,
      year: exampleYear,
      sourceCode: 'PB-5',
      amountCents: 10_000,
    }),
  )
  const hours = under.map((budgetLineNumber, i) =>
    hoursLineSchema.parse({
      table: 'inzet',
      lineNumber: `U-${i + 1}`,
      budgetLineNumber,
      year: exampleYear,
      hours: 800,
    }),
  )
  return {
    budget: { areaCode: 'HOL', year: exampleYear, version: 'primitief' },
    unit: 'euro',
    controlTotals: [{ year: exampleYear, side: 'L', cents: 0, sheet: 'Voorblad', gridRow: 8, gridColumn: 1 }],
    rows: { begroting: placed(lines), inzet: placed(hours), dekking: placed(coverages), besluiten: [], jaarplan: [] },
    readingIssues: [],
    gridIssues: [],
    columns: {},
    reference: exampleReference,
  }
}

function placed<Line extends Row>(rows: readonly Line[]) {
  const unreadable: ReadonlySet<string> = new Set()
  return rows.map((row, i) => ({ row, isHeldBack: false, unreadable, token: null, gridRow: i + 4 }))
}

type TypedIn = readonly [table: 'begroting' | 'inzet' | 'dekking', field: string, value: FieldValue]

/** What people type, by kind: each counts in other sums and is looked up by other rows. */
const typed: Readonly<Record<string, readonly TypedIn[]>> = {
  amount: [
    ['begroting', 'amount0', 1_234_500],
    ['begroting', 'amount3', null],
  ],
  'side or source': [
    ['begroting', 'side', 'B'],
    ['begroting', 'sourceCode', 'SP-GGW-2023'],
  ],
  taakveld: [['begroting', 'taakveldCode', '0.8']],
  text: [
    ['begroting', 'description', 'Onderhoud park'],
    ['begroting', 'note', null],
  ],
  number: [['begroting', 'lineNumber', 'HOL-9999']],
  hours: [['inzet', 'hours', 900]],
  'amount of a coverage': [['dekking', 'amountCents', 250_000]],
  'line of a coverage': [['dekking', 'budgetLineNumber', 'HOL-0002']],
}

type PlacedIn = AreaWorkbook['rows'][keyof AreaWorkbook['rows']][number]

/** In twenty rows from the first to the last. */
function editsOf({ rows, ...workbook }: AreaWorkbook, [table, field, value]: TypedIn): readonly AreaWorkbook[] {
  const own: readonly PlacedIn[] = rows[table]
  return Array.from({ length: 20 }, (_, i) => {
    const at = Math.floor((i * own.length) / 20)
    const edited = own.map((one, place) =>
      place === at ? { ...one, row: withFields(one.row, { [field]: value }) } : one,
    )
    return { ...workbook, rows: { ...rows, [table]: edited } }
  })
}
