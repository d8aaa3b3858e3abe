/** Why no workbook can be made of another one: something in it cannot be read, and would be lost without a word. */
import {
  type AreaWorkbook,
  fieldsByTable,
  type GridIssue,
  type PlacedRow,
  type Row,
  tableIds,
} from '#shared/model/index.ts'

/** A row of whichever table, with its place. */
export type AnyPlacedRow = Omit<PlacedRow, 'row'> & { readonly row: Row }

export type Obstacle =
  | { readonly kind: 'not-ours' }
  /** The cover does not say which budget it is. */
  | { readonly kind: 'no-budget' }
  | { readonly kind: 'grid'; readonly issue: Extract<GridIssue, { kind: GridObstacle }> }
  | { readonly kind: 'rows'; readonly places: readonly string[] }

const gridObstacles = [
  'missing-table',
  'duplicate-table',
  'missing-column',
  'duplicate-column',
  'too-many-rows',
] as const
type GridObstacle = (typeof gridObstacles)[number]

/** Null: everything can be read. `template`: version of the template that the workbook was made with. */
export function obstacleTo(workbook: AreaWorkbook, template: number): Obstacle | null {
  const obstacle = wholeObstacle(workbook, template)
  if (obstacle !== null) return obstacle
  const places = tableIds.flatMap((table) => {
    const placedRows: readonly AnyPlacedRow[] = workbook.rows[table]
    const held = placedRows.filter((placed) => isUnread(placed, template))
    return held.map(({ row, gridRow }) => {
      const place = `${workbook.columns[table]?.sheet ?? table}, rij ${(gridRow ?? 0) + 1}`
      return row.lineNumber === '' ? place : `${row.lineNumber} (${place})`
    })
  })
  return places.length === 0 ? null : { kind: 'rows', places }
}

/** As `obstacleTo`, but single cells that cannot be read are none. */
export function wholeObstacle({ budget, gridIssues }: AreaWorkbook, template: number): Obstacle | null {
  if (gridIssues.some(({ kind }) => kind === 'not-our-workbook')) return { kind: 'not-ours' }
  if (budget.areaCode === '' || budget.year === 0 || budget.version === '') return { kind: 'no-budget' }
  const issue = gridIssues.find((candidate) => isGridObstacle(candidate) && !isOfLaterTemplate(candidate, template))
  return issue !== undefined && isGridObstacle(issue) ? { kind: 'grid', issue } : null
}

/** The fields of a row that could not be read, without those that its template did not have. */
export function unreadFields({ row, unreadable }: AnyPlacedRow, template: number): ReadonlySet<string> {
  const later = new Set(fieldsByTable[row.table].flatMap(({ id, since = 1 }) => (since > template ? [id] : [])))
  return new Set([...unreadable].filter((id) => !later.has(id)))
}

function isUnread(placed: AnyPlacedRow, template: number): boolean {
  return placed.row.lineNumber === '' || unreadFields(placed, template).size > 0
}

function isGridObstacle(issue: GridIssue): issue is Extract<GridIssue, { kind: GridObstacle }> {
  return gridObstacles.some((kind) => kind === issue.kind)
}

function isOfLaterTemplate(issue: GridIssue, template: number): boolean {
  if (issue.kind !== 'missing-column') return false
  return fieldsByTable[issue.table].some(({ heading, since = 1 }) => heading === issue.heading && since > template)
}
