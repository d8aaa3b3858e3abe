/**
 * The very hidden sheet `_gebied`: what this workbook knows of the server. It travels with the file, so a copy or an old
 * version of the file says itself where it stands (design: sync, "State in the workbook").
 */
import * as z from 'zod/mini'
import { budgetYearSchema, tableIds } from '#shared/model/index.ts'
import { cellAt } from './defined-name.ts'
import type { CellDesign, CellValue, SheetDesign, SheetEdit } from './design.ts'
import type { SheetGrid, WorkbookGrid } from './grid.ts'

const stateSheet = '_gebied'

const text = z.string().check(z.minLength(1), z.maxLength(100))
const whole = z.int().check(z.minimum(0))

const knownRowSchema = z.strictObject({
  id: text,
  table: z.enum(tableIds),
  rev: whole,
  hash: text,
  lineNumber: text,
  /** Fields with an older base: outside name -> `rev-hash`. */
  pend: z.record(text, text),
})
export type KnownRow = z.infer<typeof knownRowSchema>

const headerSchema = z.strictObject({
  workbookId: text,
  areaCode: text,
  year: budgetYearSchema,
  version: text,
  templateVersion: whole,
  headSeq: z.nullable(whole),
  headHash: z.nullable(z.string().check(z.maxLength(100))),
})

export interface WorkbookState {
  readonly workbookId: string
  readonly areaCode: string
  readonly year: number
  readonly version: string
  readonly templateVersion: number
  /** The area's audit chain when this workbook last synchronised; null: never. */
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly known: readonly KnownRow[]
}

const headerKeys = ['workbookId', 'areaCode', 'year', 'version', 'templateVersion', 'headSeq', 'headHash'] as const
const knownKeys = ['id', 'table', 'rev', 'hash', 'lineNumber', 'pend'] as const
const firstKnownRow = headerKeys.length + 2

export function stateDesign(state: WorkbookState): SheetDesign {
  const cells = stateCells(state).map(({ row, column, value }): CellDesign => ({ row, column, value, style: 'code' }))
  return { name: stateSheet, visibility: 'veryHidden', cells, tables: [], validations: [], conditionalFormats: [] }
}

/**
 * The state that the workbook holds; null when it has none or a damaged head, which is: never synchronised. A damaged
 * row among the known ones is left out, so its line counts as one that the workbook does not know yet.
 */
export function readState(grid: WorkbookGrid): WorkbookState | null {
  const sheet = grid.sheets.find(({ name }) => name === stateSheet)
  if (sheet === undefined) return null
  const header = headerSchema.safeParse(Object.fromEntries(headerKeys.map((key, row) => [key, valueAt(sheet, row, 1)])))
  if (!header.success) return null
  const { headSeq, headHash, ...budget } = header.data
  const known: KnownRow[] = []
  for (let row = firstKnownRow; row < sheet.rows.length; row++) {
    const values = Object.fromEntries(knownKeys.map((key, column) => [key, valueAt(sheet, row, column)]))
    const parsed = knownRowSchema.safeParse({ ...values, pend: pendOf(values['pend']) })
    if (parsed.success) known.push(parsed.data)
  }
  const head = headSeq === null || headHash === null ? null : { seq: headSeq, hash: headHash }
  return { ...budget, head, known }
}

/** What to write so that the sheet holds this state: changed cells only, and rows no longer known made empty. */
export function stateEdits(grid: WorkbookGrid, state: WorkbookState): SheetEdit {
  const sheet = grid.sheets.find(({ name }) => name === stateSheet)
  const cells = stateCells(state)
  const end = firstKnownRow + state.known.length
  const emptied = Array.from({ length: Math.max((sheet?.rows.length ?? 0) - end, 0) }, (_, index) => end + index)
  const blanks = emptied.flatMap((row) => knownKeys.map((_key, column) => ({ row, column, value: null })))
  const changed = [...cells, ...blanks].filter(
    ({ row, column, value }) => sheet === undefined || valueAt(sheet, row, column) !== value,
  )
  return { sheet: stateSheet, cells: changed }
}

function stateCells(state: WorkbookState): readonly { row: number; column: number; value: CellValue }[] {
  const header: Readonly<Record<(typeof headerKeys)[number], CellValue>> = {
    workbookId: state.workbookId,
    areaCode: state.areaCode,
    year: state.year,
    version: state.version,
    templateVersion: state.templateVersion,
    headSeq: state.head?.seq ?? null,
    headHash: state.head?.hash ?? null,
  }
  return [
    ...headerKeys.flatMap((key, row) => [
      { row, column: 0, value: key },
      { row, column: 1, value: header[key] },
    ]),
    ...knownKeys.map((key, column) => ({ row: firstKnownRow - 1, column, value: key })),
    ...state.known.flatMap((known, index) =>
      knownKeys.map((key, column) => ({ row: firstKnownRow + index, column, value: knownValue(known, key) })),
    ),
  ]
}

/** An empty `pend` is an empty cell: nearly all rows have none. */
function knownValue(known: KnownRow, key: (typeof knownKeys)[number]): CellValue {
  if (key !== 'pend') return known[key]
  return Object.keys(known.pend).length === 0 ? null : JSON.stringify(known.pend)
}

function pendOf(value: CellValue | undefined): unknown {
  if (value === null) return {}
  try {
    return JSON.parse(String(value))
  } catch {
    return undefined
  }
}

function valueAt(sheet: SheetGrid, row: number, column: number): CellValue {
  const cell = cellAt(sheet, row, column)
  return cell.kind === 'text' || cell.kind === 'number' ? cell.value : null
}
