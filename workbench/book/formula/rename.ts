/** Formula texts after something they refer to moved or got another name. All else in the text stays as it was. */
import {
  isReference,
  parseA1Ref,
  parseStructRef,
  type RangeA1,
  stringifyA1Ref,
  stringifyStructRef,
  stringifyTokens,
  tokenize,
  tokenTypes,
} from '@borgar/fx'
import { quotedSheetName } from '../address.ts'
import { columnsMax, rowsMax } from '../box.ts'

/** Rows that come (`count` above zero) or go at `row` of a sheet. */
export interface RowShift {
  readonly sheetName: string
  readonly row: number
  readonly count: number
}

/** `ownSheetName` is the sheet on which the formula stands, which references without a sheet mean. */
export function shiftedRows(formula: string, ownSheetName: string | null, shift: RowShift): string {
  return withRanges(formula, (range, sheetName) => {
    const isHere = (sheetName ?? ownSheetName)?.toLowerCase() === shift.sheetName.toLowerCase()
    return isHere ? shiftedRange(range, shift) : range
  })
}

/** The formula as it reads in a cell so many rows and columns further: relative references move along. */
export function movedFormula(formula: string, down: number, right: number): string {
  return withRanges(formula, (range) => ({
    ...range,
    top: moved(range.top, range.$top, down, rowsMax),
    bottom: moved(range.bottom, range.$bottom, down, rowsMax),
    left: moved(range.left, range.$left, right, columnsMax),
    right: moved(range.right, range.$right, right, columnsMax),
  }))
}

type Optional<T> = T | null | undefined

/** Beyond the last row or column it goes on at the first, as in Excel. */
function moved(index: Optional<number>, isFixed: Optional<boolean>, by: number, size: number): number | null {
  if (index === null || index === undefined) return null
  return isFixed === true ? index : (index + by + size) % size
}

export function renamedSheet(formula: string, from: string, to: string): string {
  return mapTokens(formula, (value, sheetName) =>
    sheetName?.toLowerCase() === from.toLowerCase() ? quotedSheetName(to) + value.slice(value.lastIndexOf('!')) : value,
  )
}

/** References to a sheet that is gone become #REF!, for good. */
export function withoutSheet(formula: string, name: string): string {
  return mapTokens(formula, (value, sheetName) => (sheetName?.toLowerCase() === name.toLowerCase() ? '#REF!' : value))
}

export function renamedTable(formula: string, from: string, to: string): string {
  return mapTokens(formula, (value, _sheetName, type) => {
    if (type !== tokenTypes.REF_STRUCT && type !== tokenTypes.REF_NAMED) return value
    const bracket = value.indexOf('[')
    const table = bracket < 0 ? value : value.slice(0, bracket)
    return table.toLowerCase() === from.toLowerCase() ? to + value.slice(table.length) : value
  })
}

/** `names` gives the new heading by the old one in small letters; `isInside`: the formula stands in the table. */
export function renamedColumns(
  formula: string,
  {
    table,
    names,
    isInside,
  }: { readonly table: string; readonly names: ReadonlyMap<string, string>; readonly isInside: boolean },
): string {
  return mapTokens(formula, (value, _sheetName, type) => {
    if (type !== tokenTypes.REF_STRUCT) return value
    const reference = parseStructRef(value)
    if (!reference) return value
    const isThis = reference.table ? reference.table.toLowerCase() === table.toLowerCase() : isInside
    const columns = (reference.columns ?? []).map((column) => names.get(column.toLowerCase()) ?? column)
    if (!isThis || columns.every((column, index) => column === reference.columns?.[index])) return value
    return stringifyStructRef({ ...reference, columns }, { thisRow: /#this row/i.test(value) })
  })
}

function shiftedRange(range: RangeA1, { row, count }: RowShift): RangeA1 | null {
  if (range.top === null || range.top === undefined) return range
  const bottom = range.bottom ?? range.top
  const shifted =
    count > 0 ? rowsAfterInsert(range.top, bottom, row, count) : rowsAfterDelete(range.top, bottom, row, -count)
  return shifted && { ...range, ...shifted }
}

type Rows = { readonly top: number; readonly bottom: number }

export function rowsAfterInsert(top: number, bottom: number, row: number, count: number): Rows | null {
  const moved = (edge: number) => (edge >= row ? edge + count : edge)
  return moved(top) >= rowsMax ? null : { top: moved(top), bottom: Math.min(moved(bottom), rowsMax - 1) }
}

/** Null when all rows are gone. */
export function rowsAfterDelete(top: number, bottom: number, row: number, count: number): Rows | null {
  const moved = (edge: number, gone: number) => (edge < row ? edge : edge >= row + count ? edge - count : gone)
  const rows = { top: moved(top, row), bottom: moved(bottom, row - 1) }
  return rows.bottom < rows.top ? null : rows
}

/** Null makes the reference #REF!. */
function withRanges(formula: string, change: (range: RangeA1, sheetName: string | null) => RangeA1 | null): string {
  return mapTokens(formula, (value, sheetName, type) => {
    if (type !== tokenTypes.REF_RANGE && type !== tokenTypes.REF_BEAM) return value
    const reference = parseA1Ref(value)
    if (!reference || !('range' in reference)) return value
    const changed = change(reference.range, sheetName)
    if (changed === null) return '#REF!'
    if (changed === reference.range) return value
    return value.slice(0, value.lastIndexOf('!') + 1) + stringifyA1Ref({ range: changed })
  })
}

/** `sheetName` is null where the reference names no sheet, or one of another workbook. */
function mapTokens(formula: string, change: (value: string, sheetName: string | null, type: string) => string): string {
  const tokens = tokenize(formula, { withLocation: false })
  const mapped = tokens.map((token) =>
    isReference(token) ? { ...token, value: change(token.value, sheetNameOf(token.value), token.type) } : token,
  )
  return stringifyTokens(mapped)
}

function sheetNameOf(reference: string): string | null {
  const [, quoted, plain] = /^(?:'((?:[^']|'')+)'|([^'![\]]+))!/.exec(reference) ?? []
  const name = quoted?.replaceAll("''", "'") ?? plain
  return name === undefined || name.includes('[') ? null : name
}
