/** Writes to the cells of whole rows. */
import { type FieldValue, fieldValue, type Row } from '#shared/model/index.ts'
import { parseToken } from '#shared/sync/index.ts'
import { type CellWrite, shownFields, tableOfKey } from './sheet-rows.ts'
import type { World } from './world.ts'

export function removalCells(key: string): readonly CellWrite[] {
  const columns = [...shownFields[tableOfKey(key)], 'token', 'uid', 'order']
  return columns.map((column) => ({ cell: `${key}:${column}`, value: undefined }))
}

export function newRowCells(world: World, row: Row, token: string): readonly CellWrite[] {
  const table = tableOfKey(row.table)
  const key = world.newRowKey(table)
  const values = Object.fromEntries(shownFields[table].map((field) => [field, fieldValue(row, field)]))
  return [
    ...cellsOf(key, values),
    { cell: `${key}:uid`, value: world.uidById.get(parseToken(token)?.id ?? '') },
    { cell: `${key}:order`, value: world.next() },
    { cell: `${key}:token`, value: token },
  ]
}

export function cellsOf(key: string, values: Readonly<Record<string, FieldValue>>): readonly CellWrite[] {
  return Object.entries(values).map(([field, value]) => ({ cell: `${key}:${field}`, value: value ?? undefined }))
}
