/** The open workbook as a synchronisation needs it, or why it cannot be synchronised. */
import { type AreaWorkbook, type TableId, tableIds } from '#shared/model/index.ts'
import { identify, type OwnedRow, type Replica } from '#shared/sync/index.ts'
import {
  linkOf,
  readAreaWorkbook,
  type WorkbookGrid,
  type WorkbookLink,
  type WorkbookRow,
  workbookRows,
  type WorkbookState,
} from '#shared/workbook/index.ts'
import { type Workbook, WorkbookError } from '../ports/workbook.ts'

export interface OpenBudget {
  readonly grid: WorkbookGrid
  readonly workbook: AreaWorkbook
  readonly rows: readonly WorkbookRow[]
  readonly state: WorkbookState
  readonly replica: Replica
}

/** Excel gives every row of a table, the hidden and filtered ones too. */
export const allTables: ReadonlySet<TableId> = new Set(tableIds)

/** Null: this workbook is no budget of an area. Throws WorkbookError when it is one that may not be synchronised. */
export async function openBudget(port: Workbook): Promise<OpenBudget | null> {
  const grid = await port.read()
  const workbook = readAreaWorkbook(grid)
  const link = linkOf(grid, workbook)
  if (link.kind === 'unlinked') return null
  if (link.kind !== 'linked') throw refusalOf(link, workbook)
  const { state } = link
  const replica = { known: new Map(state.known.map((known) => [known.id, known])), head: state.head }
  return { grid, workbook, rows: workbookRows(workbook), state, replica }
}

/** The row that bears this id now; undefined when it is gone from the sheet. */
export function ownedRow({ rows, replica }: OpenBudget, id: string): OwnedRow<WorkbookRow> | undefined {
  return identify(rows, replica.known, allTables).owned.find(({ token }) => token.id === id)
}

function refusalOf(
  link: Exclude<WorkbookLink, { kind: 'linked' | 'unlinked' }>,
  { budget }: AreaWorkbook,
): WorkbookError {
  switch (link.kind) {
    case 'stateless':
      return new WorkbookError('missing-sheet', '_gebied')
    case 'other-budget': {
      const { areaCode, year, version } = link.state
      const made = `${areaCode} ${year} ${version}`
      return new WorkbookError(
        'other-budget',
        'Voorblad',
        `${budget.areaCode} ${budget.year} ${budget.version}, ${made}`,
      )
    }
    case 'incomplete': {
      const { issue } = link
      if (issue.kind === 'too-many-rows') return new WorkbookError('too-large', issue.sheet, String(issue.rows))
      if ('heading' in issue) return new WorkbookError('missing-column', `${issue.sheet}: ${issue.heading}`, issue.kind)
      return new WorkbookError('missing-table', issue.name, issue.kind)
    }
  }
}
