/** What differs between two readings of one workbook, and the later one with everything that is the same taken from the earlier. */
import { type AreaWorkbook, fieldsByTable, fieldValue, type TableId, tableIds } from '#shared/model/index.ts'
import type { FieldsRead, PlacedIn } from './rule.ts'

export interface Edit {
  readonly workbook: AreaWorkbook
  readonly touched: ReadonlyMap<TableId, Touched>
}

/** Fields in which rows of a table differ; `all`: rows came, went or moved, or other cells of them can be read. Not tokens. */
type Touched = 'all' | ReadonlySet<string>

/** Undefined when more differs than rows and issues: then nothing that was judged may be kept. */
export function editBetween(before: AreaWorkbook, after: AreaWorkbook): Edit | undefined {
  if (!isSame(frameIn(before), frameIn(after))) return undefined
  const rows = Object.fromEntries(
    tableIds.map((table) => [table, keep(before.rows[table], after.rows[table], isSameRow)]),
  )
  const workbook: AreaWorkbook = {
    ...after,
    rows: rows as unknown as AreaWorkbook['rows'],
    readingIssues: keep(before.readingIssues, after.readingIssues, isSame),
    gridIssues: keep(before.gridIssues, after.gridIssues, isSame),
  }
  return { workbook, touched: touchedTables(before, workbook) }
}

/** All but rows and issues; and but the lists in the workbook, since it is judged by lists that are given beside it. */
function frameIn(workbook: AreaWorkbook) {
  return { ...workbook, rows: null, readingIssues: null, gridIssues: null, reference: null }
}

/** Whether the edit touches what a rule over the workbook reads; by their place its findings name rows. */
export function isTouched(reads: FieldsRead | undefined, touched: Edit['touched']): boolean {
  if (reads === undefined) return true
  for (const [table, fields] of touched) {
    if (fields === 'all') return true
    if (reads[table]?.some((field) => fields.has(field))) return true
  }
  return false
}

/** Where the same item stood: at the same place from the start, or else from the end; -1 when at neither. */
export function placeBefore<T>(item: T, index: number, before: readonly T[], shift: number): number {
  if (before[index] === item) return index
  return before[index - shift] === item ? index - shift : -1
}

/** The later list with the earlier items where they are the same; the earlier list itself when all are. */
function keep<T>(before: readonly T[], after: readonly T[], isSameItem: (a: T, b: T) => boolean): readonly T[] {
  if (before === after) return before
  const shift = after.length - before.length
  const orSame = (item: T, old: T | undefined) =>
    old !== undefined && (old === item || isSameItem(old, item)) ? old : undefined
  let isAllKept = shift === 0
  const kept = after.map((item, index) => {
    const old = orSame(item, before[index]) ?? (shift === 0 ? undefined : orSame(item, before[index - shift]))
    if (old === undefined) isAllKept = false
    return old ?? item
  })
  return isAllKept ? before : kept
}

function touchedTables(before: AreaWorkbook, after: AreaWorkbook): Edit['touched'] {
  const touched = new Map<TableId, Touched>()
  for (const table of tableIds) {
    const rowsBefore: readonly PlacedIn<TableId>[] = before.rows[table]
    const rows: readonly PlacedIn<TableId>[] = after.rows[table]
    if (rowsBefore !== rows) touched.set(table, touchedFields(table, rowsBefore, rows))
  }
  return touched
}

function touchedFields(
  table: TableId,
  before: readonly PlacedIn<TableId>[],
  after: readonly PlacedIn<TableId>[],
): Touched {
  if (before.length !== after.length) return 'all'
  const fields = new Set<string>()
  for (const [index, placed] of after.entries()) {
    const old = before[index]
    if (old === placed) continue
    if (old === undefined || old.isHeldBack !== placed.isHeldBack || !isSamePlace(old, placed)) return 'all'
    for (const { id } of fieldsByTable[table]) {
      if (fieldValue(old.row, id) !== fieldValue(placed.row, id)) fields.add(id)
    }
  }
  return fields
}

function isSameRow(a: PlacedIn<TableId>, b: PlacedIn<TableId>): boolean {
  if (a.token !== b.token || a.isHeldBack !== b.isHeldBack || !isSamePlace(a, b)) return false
  return fieldsByTable[a.row.table].every(({ id }) => fieldValue(a.row, id) === fieldValue(b.row, id))
}

function isSamePlace(a: PlacedIn<TableId>, b: PlacedIn<TableId>): boolean {
  return a.gridRow === b.gridRow && isSame(a.unreadable, b.unreadable)
}

/** Of values as a workbook has them: texts and numbers, and lists, sets, maps and objects of these. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if ((a instanceof Set && b instanceof Set) || (a instanceof Map && b instanceof Map)) {
    return a.size === b.size && (a.size === 0 || isSame([...a], [...b]))
  }
  const entries = Object.entries(a)
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, item]) => isSame(item, (b as Readonly<Record<string, unknown>>)[key]))
  )
}
