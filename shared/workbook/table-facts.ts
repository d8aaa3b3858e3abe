/** What the grid shows around and behind the values of a table: merges, hidden amounts, totals, formulas. */
import { fieldsByTable, fieldValue, type GridIssue, type TableId } from '#shared/model/index.ts'
import type { FoundTable } from './find-table.ts'
import { formulaFacts, type RowPlace } from './formula-facts.ts'
import { areaAddress } from './grid.ts'

/** The issues of one table, those of the whole table before those of its cells. */
export function tableFacts(
  found: FoundTable,
  byId: ReadonlyMap<string, number>,
  rows: readonly RowPlace[],
): readonly GridIssue[] {
  return [
    ...mergesIn(found),
    ...hiddenAmounts(found, byId, rows),
    ...totalRows(found, rows),
    ...formulaFacts(found, byId, rows),
  ]
}

function mergesIn({ table, sheet, body }: FoundTable): readonly GridIssue[] {
  return sheet.merges
    .filter(
      (area) =>
        area.top <= body.bottom && body.top <= area.bottom && area.left <= body.right && body.left <= area.right,
    )
    .map((area) => ({
      kind: 'merged',
      table,
      sheet: sheet.name,
      gridRow: area.top,
      gridColumn: area.left,
      area: areaAddress(area),
    }))
}

/** Amounts of a table add up to its total; a rate an hour does not. */
function amountIds(table: TableId): readonly string[] {
  return fieldsByTable[table].flatMap(({ id, kind }) => (kind === 'cents' && id !== 'rateCents' ? [id] : []))
}

/** Counts hidden rows and hidden columns that hold an amount, and adds up each hidden amount once. */
function hiddenAmounts(
  { table, sheet }: FoundTable,
  byId: ReadonlyMap<string, number>,
  rows: readonly RowPlace[],
): readonly GridIssue[] {
  const ids = amountIds(table)
  const hiddenIds = ids.filter((id) => sheet.hiddenColumns.has(byId.get(id) ?? -1))
  if (hiddenIds.length === 0 && sheet.hiddenRows.size === 0) return []
  const places = new Set<string>()
  let cents = 0
  for (const { row, gridRow } of rows) {
    const isHiddenRow = gridRow !== null && sheet.hiddenRows.has(gridRow)
    for (const id of isHiddenRow ? ids : hiddenIds) {
      const amount = Number(fieldValue(row, id) ?? 0)
      if (amount !== 0) places.add(isHiddenRow ? `row ${gridRow}` : `column ${id}`)
      cents += amount
    }
  }
  return places.size === 0 ? [] : [{ kind: 'hidden-amounts', table, sheet: sheet.name, count: places.size, cents }]
}

/** Rule GB-106. Only columns that a total is labelled in: "totaal" in a note is about something else. */
const labelFields = ['areaCode', 'lineNumber', 'budgetLineNumber', 'programmeCode', 'description', 'role', 'title']
const totalLabel = /^(sub)?tota(al|l)\b/i

function totalRows({ table, sheet }: FoundTable, rows: readonly RowPlace[]): readonly GridIssue[] {
  const ids = labelFields.filter((id) => fieldsByTable[table].some((field) => field.id === id))
  const issues: GridIssue[] = []
  for (const { row, gridRow } of rows) {
    for (const id of ids) {
      const label = fieldValue(row, id)
      if (gridRow === null || typeof label !== 'string' || !totalLabel.test(label)) continue
      issues.push({ kind: 'total-row', table, sheet: sheet.name, gridRow, label })
      break
    }
  }
  return issues
}
