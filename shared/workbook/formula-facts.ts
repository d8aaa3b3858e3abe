/** What the formulas of a table show: a typed value among formulas, and a formula that looks into another file. */
import { fieldsByTable, fieldValue, type GridIssue, type Row } from '#shared/model/index.ts'
import type { FoundTable } from './find-table.ts'
import { cellKey, cellPlace } from './grid.ts'

/** A row and where it stands; null: nowhere in a sheet. */
export interface RowPlace {
  readonly row: Row
  readonly gridRow: number | null
}

type FormulaIssue = Extract<GridIssue, { kind: 'formula-overwritten' | 'external-link' }>

/** Rules GB-109 and GB-110, for the columns that hold a formula at all. */
export function formulaFacts(
  found: FoundTable,
  byId: ReadonlyMap<string, number>,
  rows: readonly RowPlace[],
): readonly FormulaIssue[] {
  const columns = columnsWithFormulas(found)
  return fieldsByTable[found.table].flatMap(({ id }) => {
    const column = byId.get(id)
    return column === undefined || !columns.has(column) ? [] : columnFacts(found, id, column, rows)
  })
}

function columnsWithFormulas({ sheet, body }: FoundTable): ReadonlySet<number> {
  const columns = new Set<number>()
  for (const key of sheet.formulas.keys()) {
    const { row, column } = cellPlace(key)
    if (row >= body.top && row <= body.bottom) columns.add(column)
  }
  return columns
}

/** A column is one of formulas when most of its cells are: one formula among typed amounts is somebody's own sum. */
function columnFacts(
  { table, sheet, headings, body }: FoundTable,
  field: string,
  gridColumn: number,
  rows: readonly RowPlace[],
): readonly FormulaIssue[] {
  const typed: FormulaIssue[] = []
  const linked: FormulaIssue[] = []
  let computed = 0
  for (const { row, gridRow } of rows) {
    if (gridRow === null) continue
    const lineNumber = row.lineNumber === '' ? null : row.lineNumber
    const place = { table, sheet: sheet.name, gridRow, gridColumn, field, lineNumber }
    const formula = sheet.formulas.get(cellKey(gridRow, gridColumn))
    if (formula !== undefined) {
      computed++
      const file = externalFile(formula)
      if (file !== undefined) linked.push({ ...place, kind: 'external-link', text: file })
    } else if (fieldValue(row, field) !== null) {
      typed.push({ ...place, kind: 'formula-overwritten', text: headings[gridColumn - body.left] ?? field })
    }
  }
  return [...(computed >= 2 && computed > typed.length ? typed : []), ...linked]
}

/**
 * A file name between brackets, an address on the web, or what an .xlsx file has in place of the name: a number between
 * brackets before a sheet, `[1]Blad1!A1`. A column of a table, `tblBegroting[2023]`, follows a name and is none of these.
 */
const externalReference = /https?:\/\/[^"\s)]+|\[([^[\]]+\.xl\w{1,3})\]|(?<![\w.\]])\[\d+\](?=[^[\]+*/(),;<>=&]*!)/iu

/** The file that a formula refers to; undefined when it stays inside its own workbook. */
function externalFile(formula: string): string | undefined {
  const match = externalReference.exec(formula)
  return match === null ? undefined : (match[1] ?? match[0])
}
