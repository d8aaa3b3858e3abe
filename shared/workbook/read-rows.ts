/** The body of a table to typed rows, with an issue for every cell that could not be read or only with a remark. */
import { type Cell, type Cents, formatCents, formatHours, type HundredthHours } from '#shared/cells/index.ts'
import {
  type Field,
  fieldsByTable,
  type FieldValue,
  type PlacedRow,
  type ReadingIssue,
  type RowOf,
  rowsPerTableMax,
  type TableId,
} from '#shared/model/index.ts'
import { emptyRows } from './empty-rows.ts'
import type { FoundTable } from './find-table.ts'
import { cellKey } from './grid.ts'
import type { KnownRows } from './known-rows.ts'
import { fieldReader, type FieldReader, type FieldReading, type ReadingScale } from './read-field.ts'
import { formulaFields, tokenColumn } from './tables.ts'

export interface ReadRows<Table extends TableId> {
  readonly rows: readonly PlacedRow<Table>[]
  readonly issues: readonly ReadingIssue[]
  /** Filled rows in the table; those past 5,000 are counted and not read. */
  readonly filledRows: number
}

interface Column {
  readonly id: string
  readonly index: number
  readonly field: Field
  readonly read: FieldReader
  /** The template's own formula stands in this column and does not make a row filled. */
  readonly hasFormula: boolean
}

/**
 * Reads the rows of a found table. Wholly empty rows are skipped, also when their token was left behind: a person who
 * cleared a row meant to remove it. A field without a column of its own is unreadable in every row, so that a renamed
 * heading is never taken for a column that somebody emptied. The result fits the schemas of `shared/model` except that a
 * row without a number has `''` for it; such rows and rows with unreadable cells are held back. Rows that are `known` are
 * given as they were.
 */
export function readRows<Table extends TableId>(
  table: Table,
  found: FoundTable,
  byId: ReadonlyMap<string, number>,
  scale: ReadingScale,
  known: KnownRows<Table>,
): ReadRows<Table> {
  const columns = columnsToRead(table, byId, scale)
  const absent = new Set(fieldsByTable[table].flatMap(({ id }) => (byId.has(id) ? [] : [id])))
  const tokenIndex = byId.get(tokenColumn)
  const { sheet, body } = found
  const rows: PlacedRow<Table>[] = []
  const issues: ReadingIssue[] = []
  let filledRows = 0
  for (let gridRow = body.top; gridRow <= Math.min(body.bottom, sheet.rows.length - 1); gridRow++) {
    const cells = sheet.rows[gridRow]
    if (cells === undefined || !isFilled(cells, columns, sheet.formulas, gridRow)) continue
    filledRows++
    if (filledRows > rowsPerTableMax) continue
    const before = known(gridRow, cells)
    rows.push(before?.row ?? readRow(gridRow, cells))
    if (before !== undefined) issues.push(...before.issues)
  }
  return { rows, issues, filledRows }

  function readRow(gridRow: number, cells: readonly (Cell | undefined)[]): PlacedRow<Table> {
    const row = { ...emptyRows[table] } as RowOf<Table>
    const values = row as unknown as Record<string, FieldValue>
    let unreadable: ReadonlySet<string> = absent
    let remarks: { column: Column; cell: Cell; reading: Remark }[] | undefined
    for (const column of columns) {
      const cell = cells[column.index]
      if (cell === undefined || cell.kind === 'empty') continue
      const reading = column.read(cell)
      if (reading.status === 'ok' || reading.status === 'warning') values[column.id] = reading.value
      if (reading.status === 'ok' || reading.status === 'empty') continue
      remarks = [...(remarks ?? []), { column, cell, reading }]
      if (reading.status !== 'warning') unreadable = new Set([...unreadable, column.id])
    }
    for (const { column, cell, reading } of remarks ?? []) {
      issues.push({
        table,
        sheet: sheet.name,
        gridRow,
        gridColumn: column.index,
        field: column.id,
        lineNumber: row.lineNumber === '' ? null : row.lineNumber,
        raw: rawText(cell),
        ...issueOf(reading, column.field),
      })
    }
    const token = tokenIndex === undefined ? null : tokenText(cells[tokenIndex])
    return { row, isHeldBack: unreadable.size > 0 || row.lineNumber === '', unreadable, token, gridRow }
  }
}

type Remark = Exclude<FieldReading, { status: 'ok' | 'empty' }>

function columnsToRead(table: TableId, byId: ReadonlyMap<string, number>, scale: ReadingScale): readonly Column[] {
  return fieldsByTable[table].flatMap((field) => {
    const index = byId.get(field.id)
    if (index === undefined) return []
    const hasFormula = formulaFields[table].includes(field.id)
    return [{ id: field.id, index, field, read: fieldReader(field, scale), hasFormula }]
  })
}

/** Whether anything but white space and the template's own formulas stands in the row. */
function isFilled(
  cells: readonly (Cell | undefined)[],
  columns: readonly Column[],
  formulas: ReadonlyMap<number, string>,
  gridRow: number,
): boolean {
  return columns.some(({ index, hasFormula }) => {
    const cell = cells[index]
    if (cell === undefined || cell.kind === 'empty') return false
    if (cell.kind === 'text' && cell.value.trim() === '') return false
    return !(hasFormula && formulas.has(cellKey(gridRow, index)))
  })
}

function issueOf(reading: Remark, field: Field): Pick<ReadingIssue, 'code' | 'isError' | 'read' | 'candidates'> {
  switch (reading.status) {
    case 'warning':
      return { code: reading.code, isError: false, read: readAsText(reading.value, field) }
    case 'error':
      return { code: reading.code, isError: true, read: null }
    case 'ambiguous':
      return { code: 'number-as-text', isError: true, read: null, candidates: reading.candidates }
  }
}

function readAsText(value: string | number, field: Field): string {
  if (field.kind === 'cents') return formatCents(value as Cents, 'nl')
  return field.kind === 'hours' ? formatHours(value as HundredthHours, 'nl') : String(value)
}

/** Enough of a cell to recognise it in a message; a cell may hold 32,767 characters. */
const rawCharactersMax = 200

export function rawText(cell: Cell): string {
  const text = cell.kind === 'empty' ? '' : String(cell.value)
  return text.length > rawCharactersMax ? `${text.slice(0, rawCharactersMax)}…` : text
}

/** The token is read as it stands: its own checksum says whether it is whole. */
function tokenText(cell: Cell | undefined): string | null {
  const text = cell?.kind === 'text' ? cell.value.trim() : ''
  return text === '' ? null : text
}
