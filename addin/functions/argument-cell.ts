/**
 * What Excel hands to a function: plain values, null for what was left out, `''` for an empty cell in a range, and objects
 * for errors, formatted numbers and other rich values.
 */
import type { Cell } from '#shared/cells/index.ts'
import { CellFailure, invalid } from './cell-failure.ts'

/** An argument as a cell, so that it is read by the same rules as the cells of a workbook. */
export function cellOf(argument: unknown): Cell {
  const value = withoutFrame(argument)
  if (value === null || value === undefined || value === '') return { kind: 'empty' }
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  return typeof value === 'object' ? richCell(value) : { kind: 'text', value: String(value) }
}

/** The cells of a range, row by row; a single value is a range of one cell. */
export function cellsOf(argument: unknown): readonly (readonly Cell[])[] {
  if (!Array.isArray(argument)) return [[cellOf(argument)]]
  return argument.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]))
}

/** The cell; throws when it holds an error, which is the fault of the cell that it came from. */
export function soundCell(argument: unknown, name: string): Cell {
  const cell = cellOf(argument)
  if (cell.kind === 'error') throw inherited(cell.value, name)
  return cell
}

/** #N/A stays #N/A, so that functions that deal with it work as people expect. */
export function inherited(error: string, name: string): CellFailure {
  const failure = invalid(
    `Argument ${name} bevat de fout ${error}: herstel eerst de cel waar die vandaan komt.`,
    `Argument ${name} holds the error ${error}: repair the cell that it comes from first.`,
  )
  return error === '#N/A' || error === '#N/B' ? new CellFailure('notAvailable', failure.wording) : failure
}

/** A range of one cell counts as its value. */
function withoutFrame(argument: unknown): unknown {
  if (!Array.isArray(argument) || argument.length !== 1) return argument
  const [row]: readonly unknown[] = argument
  if (!Array.isArray(row)) return row
  return row.length === 1 ? row[0] : argument
}

function richCell(value: object): Cell {
  if ('code' in value && typeof value.code === 'string' && value.code.startsWith('#')) {
    return { kind: 'error', value: value.code }
  }
  if (!('basicValue' in value)) return { kind: 'error', value: '#VALUE!' }
  const { basicValue } = value
  if ('type' in value && value.type === 'Error') return { kind: 'error', value: String(basicValue) }
  if (typeof basicValue !== 'number') return cellOf(typeof basicValue === 'object' ? String(basicValue) : basicValue)
  const format = 'numberFormat' in value && typeof value.numberFormat === 'string' ? value.numberFormat : undefined
  return { kind: 'number', value: basicValue, ...(format !== undefined && { numberFormat: format }) }
}
