/** The rows of a simulated workbook: which fields its people edit, and cells to rows and back. */
import { fieldIdOf, fieldsByTable, type FieldValue, type Row, type TableId, withFields } from '#shared/model/index.ts'
import type { SheetRow } from '#shared/sync/index.ts'

export const budgetYear = 2026

/** The two tables of the simulation, with the fields that people edit besides the number. */
export const editedFields = {
  begroting: ['description', 'amount0', 'amount1', 'note'],
  dekking: ['component', 'amountCents'],
} as const satisfies Partial<Record<TableId, readonly string[]>>
export type SimulatedTable = keyof typeof editedFields
export const simulatedTables = ['begroting', 'dekking'] as const

export const shownFields: Readonly<Record<SimulatedTable, readonly string[]>> = {
  begroting: ['lineNumber', ...editedFields.begroting],
  dekking: ['lineNumber', ...editedFields.dekking],
}

export type CellValue = FieldValue | undefined

/** `b12:description`, `b12:token`, `known:<id>` or `head`. */
export interface CellWrite {
  readonly cell: string
  readonly value: CellValue
}

/** A row as the simulated Excel has it. `key` stands for the place in the grid; `uid` is the person's idea of the line. */
interface GridRow {
  readonly key: string
  readonly cells: ReadonlyMap<string, CellValue>
}

export interface ReadRow extends SheetRow {
  readonly key: string
  readonly uid: string | undefined
  readonly unreadable: readonly string[]
}

/** Row keys start with the first letter of their table. */
export function tableOfKey(key: string): SimulatedTable {
  return key.startsWith('b') ? 'begroting' : 'dekking'
}

export function isAmount(field: string): boolean {
  return field.toLowerCase().includes('amount')
}

const emptyRows: Readonly<Record<SimulatedTable, Row>> = {
  begroting: emptyRow('begroting'),
  dekking: emptyRow('dekking'),
}

/** The rows that stand in the sheet, in its order. Cells are named `b12:description`. */
export function rowsOf(view: ReadonlyMap<string, CellValue>): readonly ReadRow[] {
  const grid = new Map<string, Map<string, CellValue>>()
  for (const [cell, value] of view) {
    const [key = '', column] = cell.split(':')
    if (column === undefined || key === 'known' || value === undefined) continue
    const cells = grid.get(key) ?? new Map<string, CellValue>()
    grid.set(key, cells.set(column, value))
  }
  const rows: GridRow[] = [...grid].map(([key, cells]) => ({ key, cells }))
  const standing = rows.filter(({ cells }) => cells.has('lineNumber'))
  return standing.sort((a, b) => orderOf(a) - orderOf(b)).map(readRow)
}

function orderOf({ cells }: GridRow): number {
  return Number(cells.get('order') ?? 0)
}

/** Text in an amount's cell cannot be read: the row is held back and the field is empty in it. */
function readRow({ key, cells }: GridRow): ReadRow {
  const table = tableOfKey(key)
  const unreadable = shownFields[table].filter((field) => isAmount(field) && typeof cells.get(field) === 'string')
  const values = shownFields[table].map((field) => [
    field,
    unreadable.includes(field) ? null : (cells.get(field) ?? null),
  ])
  const token = cells.get('token')
  const uid = cells.get('uid')
  return {
    key,
    row: withFields(emptyRows[table], Object.fromEntries(values)),
    unreadable,
    isHeldBack: unreadable.length > 0,
    token: typeof token === 'string' ? token : null,
    uid: typeof uid === 'string' ? uid : undefined,
  }
}

/** The field behind an outside name such as `amount.2026`. */
export function fieldOf(table: TableId, name: string): string {
  return fieldIdOf(table, name, budgetYear) ?? name
}

function emptyRow(table: SimulatedTable): Row {
  const empty = Object.fromEntries(fieldsByTable[table].map((field) => [field.id, null]))
  return { table, ...empty } as unknown as Row
}
