/** What references stand for at this moment: ranges of cells. */
import type { Box, CellError } from '../book.ts'
import { boxAround, columnsMax, fitsSheet, holds, rowsMax } from '../box.ts'
import { errorValue } from './error-values.ts'
import type { Expression, RangeText } from './expression.ts'
import type { Range } from './operand.ts'
import type { Position, Surroundings, TableFacts } from './surroundings.ts'

type TableReference = Extract<Expression, { kind: 'table' }>

/** The range of `Blad2!A1:B3`; #REF! when there is no such sheet or the range moved off it. */
export function locateRange(
  { sheet: sheetName, range }: Extract<Expression, { kind: 'range' }>,
  position: Position,
  surroundings: Pick<Surroundings, 'sheetNamed'>,
): Range | CellError {
  const sheet = sheetName === null ? position.sheet : surroundings.sheetNamed(sheetName)
  if (sheet === undefined) return errorValue('#REF!', `Het blad ${sheetName} bestaat niet.`)
  const box = movedBox(range, position)
  return fitsSheet(box) ? { sheet, box } : errorValue('#REF!')
}

function movedBox(range: RangeText, { down, right }: Position): Box {
  const top = moved(range.top, range.isTopFixed, down, rowsMax)
  const bottom = moved(range.bottom, range.isBottomFixed, down, rowsMax)
  const left = moved(range.left, range.isLeftFixed, right, columnsMax)
  const end = moved(range.right, range.isRightFixed, right, columnsMax)
  return {
    row: Math.min(top, bottom),
    column: Math.min(left, end),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(end - left) + 1,
  }
}

/** Beyond the last row or column Excel goes on at the first. */
function moved(index: number, isFixed: boolean, by: number, size: number): number {
  return isFixed || by === 0 ? index : (index + by + size) % size
}

/** The range of `tblInzet[Uren]`, `[@Uren]`, `tbl[#All]`; #REF! without such a table or column, #VALUE! beside its rows. */
export function locateTable(
  reference: TableReference,
  position: Position,
  surroundings: Pick<Surroundings, 'tableNamed' | 'tableAround'>,
): Range | CellError {
  const { sheet, row, column } = position
  const table =
    reference.table === '' ? surroundings.tableAround(sheet, row, column) : surroundings.tableNamed(reference.table)
  if (table === undefined) return errorValue('#REF!', `De tabel ${reference.table} bestaat niet.`)
  const columns = columnsOf(reference, table)
  if (columns === undefined) return errorValue('#REF!', `Deze kolom van ${table.name} bestaat niet.`)
  const rows = rowsOf(reference, table, position)
  if ('error' in rows) return rows
  return { sheet: table.sheet, box: { ...columns, ...rows } }
}

function columnsOf(
  { columns }: TableReference,
  { box, columns: known }: TableFacts,
): Pick<Box, 'column' | 'columns'> | undefined {
  const [first, last = first] = columns
  if (first === undefined || last === undefined) return { column: box.column, columns: box.columns }
  const from = known.get(first.toLowerCase())
  const to = known.get(last.toLowerCase())
  if (from === undefined || to === undefined) return undefined
  return { column: box.column + Math.min(from, to), columns: Math.abs(to - from) + 1 }
}

function rowsOf(
  { sections }: TableReference,
  { box, hasTotalsRow, sheet }: TableFacts,
  position: Position,
): Pick<Box, 'row' | 'rows'> | CellError {
  const body = { row: box.row + 1, rows: box.rows - (hasTotalsRow ? 2 : 1) }
  if (sections.includes('this row')) {
    const isBeside =
      position.sheet === sheet && holds({ ...box, ...body, column: 0, columns: columnsMax }, position.row, 0)
    return isBeside ? { row: position.row, rows: 1 } : errorValue('#VALUE!')
  }
  const parts =
    sections.length === 0 ? [body] : sections.flatMap((section) => sectionRows(section, box, body, hasTotalsRow))
  const around = boxAround(parts.map((rows) => ({ ...rows, column: 0, columns: 1 })))
  return around === null ? errorValue('#REF!') : { row: around.row, rows: around.rows }
}

function sectionRows(
  section: TableReference['sections'][number],
  box: Box,
  body: Pick<Box, 'row' | 'rows'>,
  hasTotalsRow: boolean,
): readonly Pick<Box, 'row' | 'rows'>[] {
  switch (section) {
    case 'all':
      return [{ row: box.row, rows: box.rows }]
    case 'headers':
      return [{ row: box.row, rows: 1 }]
    case 'totals':
      return hasTotalsRow ? [{ row: box.row + box.rows - 1, rows: 1 }] : []
    default:
      return [body]
  }
}
