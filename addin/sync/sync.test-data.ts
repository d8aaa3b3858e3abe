/** A pane over a workbook and a server in memory, with a clock that the test turns. */
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import {
  type BudgetKey,
  cellAddress,
  type FieldValue,
  type Row,
  rowSchema,
  type RowOf,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/protocol.ts'
import { editsForRows, readAreaWorkbook, templateDesign, type WorkbookDesign } from '#shared/workbook/index.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { HandClock } from '../ports/hand-clock.test-data.ts'
import { MemoryServer } from '../ports/memory-server.test-data.ts'
import { MemoryWorkbook } from '../ports/memory-workbook.test-data.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import type { SyncStore } from './remembered-state.ts'
import { createSynchroniser, type ResumableSynchroniser } from './synchroniser.ts'

let lastId = 0
export const newId = () => `0190a2b4-0000-7000-8000-${String(++lastId).padStart(12, '0')}`

export const holtenbroek: BudgetKey = { areaCode: 'HOL', year: 2023, version: 'primitief' }
export const nothingChosen = { deletions: [], returns: [] }

export class MemoryStore implements SyncStore {
  readonly texts = new Map<string, string>()
  readonly get = (workbookId: string) => this.texts.get(workbookId) ?? null
  readonly set = (workbookId: string, text: string | null) => {
    if (text === null) this.texts.delete(workbookId)
    else this.texts.set(workbookId, text)
  }
}

export interface World {
  readonly server: MemoryServer
  readonly clock: HandClock
  readonly store: MemoryStore
}

export const newWorld = (): World => ({ server: new MemoryServer(), clock: new HandClock(), store: new MemoryStore() })

export interface Pane {
  readonly workbook: MemoryWorkbook
  readonly sync: ResumableSynchroniser
  readonly workbookId: string
  /** Every view that was shown. */
  readonly views: SyncView[]
}

export function openPane({ server, clock, store }: World, workbook: MemoryWorkbook, workbookId: string): Pane {
  const sync = createSynchroniser({ workbook, server, clock: clock.now, random: () => 0, timers: clock, newId, store })
  const views: SyncView[] = []
  sync.subscribe((view) => views.push(view))
  return { workbook, sync, workbookId, views }
}

/** A pane over a new workbook of Holtenbroek with these rows, which nobody has synchronised. */
export function paneWith(world: World, rows: readonly Row[]): Pane {
  const workbookId = newId()
  return openPane(world, new MemoryWorkbook(gridOfDesign(designOf(rows, holtenbroek, workbookId))), workbookId)
}

/** A pane over the example workbook of an area. */
export function examplePane(world: World, areaCode: string): Pane {
  const example = exampleWorkbooks.get(areaCode)
  const rows = tableIds.flatMap((table): readonly Row[] => example?.[table] ?? [])
  const workbookId = newId()
  const design = designOf(rows, { ...holtenbroek, areaCode }, workbookId)
  return openPane(world, new MemoryWorkbook(gridOfDesign(design)), workbookId)
}

function designOf(rows: readonly Row[], budget: BudgetKey, workbookId: string): WorkbookDesign {
  const ofTable = (table: TableId) => rows.filter((row) => row.table === table).map((row) => ({ row, token: null }))
  return templateDesign({
    budget,
    state: 'concept',
    reference: exampleReference,
    templateVersion,
    workbookId,
    rows: Object.fromEntries(tableIds.map((table) => [table, ofTable(table)])),
    controlTotals: null,
    head: null,
    known: [],
  })
}

export function line(lineNumber: string, filled: Readonly<Record<string, FieldValue>> = {}): RowOf<'begroting'> {
  const fields = { table: 'begroting', lineNumber, description: `Regel ${lineNumber}`, side: 'L', ...filled }
  return rowSchema.parse(fields) as RowOf<'begroting'>
}

export const begroting = ({ workbook }: Pane) => readAreaWorkbook(workbook.grid).rows.begroting
export const lineOf = (pane: Pane, lineNumber: string) =>
  begroting(pane).find(({ row }) => row.lineNumber === lineNumber)?.row
export const tokenOf = (pane: Pane, lineNumber: string) =>
  begroting(pane).find(({ row }) => row.lineNumber === lineNumber)?.token ?? null

/** Where a field of a line stands, such as `T5`. */
export function cellOf({ workbook }: Pane, lineNumber: string, fieldId: string): string {
  const read = readAreaWorkbook(workbook.grid)
  const placed = read.rows.begroting.find(({ row }) => row.lineNumber === lineNumber)
  const column = read.columns.begroting?.byField.get(fieldId)
  if (placed?.gridRow === undefined || placed.gridRow === null || column === undefined) throw new Error(lineNumber)
  return cellAddress(placed.gridRow, column)
}

/** What a person types: texts as they are, amounts in euros. */
export function type(pane: Pane, lineNumber: string, fieldId: string, value: string | number | null): void {
  pane.workbook.type('Begroting', cellOf(pane, lineNumber, fieldId), value)
}

/** A person clears every cell of a line, its token too. */
export function clearLine({ workbook }: Pane, lineNumber: string): void {
  const read = readAreaWorkbook(workbook.grid)
  const gridRow = read.rows.begroting.find(({ row }) => row.lineNumber === lineNumber)?.gridRow ?? 0
  const { edits } = editsForRows(read, workbook.grid, [{ kind: 'clear', table: 'begroting', gridRow }])
  for (const { sheet, cells } of edits)
    for (const { row, column, value } of cells) workbook.type(sheet, cellAddress(row, column), value)
}
