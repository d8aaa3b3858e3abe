/**
 * A workbook of an older template, or with older lists, as one of the present template with the lists given: the cells as
 * they are typed, with their tokens, and what the workbook remembers of the server. What is made is read back and compared, so that nothing is lost unnoticed.
 */
import {
  type AreaWorkbook,
  type BudgetState,
  budgetStates,
  type PlacedRow,
  type Reference,
  type TableId,
  tableIds,
} from '#shared/model/index.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import {
  readAreaWorkbook,
  readCoverState,
  templateDesign,
  type TemplateRow,
  type WorkbookDesign,
  type WorkbookGrid,
  type WorkbookState,
} from '#shared/workbook/index.ts'
import { cellsElsewhere, type LeftBehind } from './left-behind.ts'
import { guardedKnown, guardedTokens } from './later-fields.ts'
import { withCoverOf } from './migrate-cover.ts'
import { withTablesOf } from './migrate-tables.ts'
import { untouched } from './next-year.ts'
import { type AnyPlacedRow, unreadFields } from './obstacle.ts'

export interface Migration {
  readonly design: WorkbookDesign
  /** What stays in the old file only, or changed its form on the way. */
  readonly left: readonly LeftBehind[]
  /** Rows that would not read the same; then the design must not be used. */
  readonly differing: readonly string[]
}

export interface MigrationInput {
  readonly grid: WorkbookGrid
  /** What `readAreaWorkbook` made of this very grid. */
  readonly workbook: AreaWorkbook
  readonly state: WorkbookState
  readonly reference: Reference
  /** The template to go to. */
  readonly templateVersion: number
}

export function migrate({ grid, workbook, state, reference, templateVersion }: MigrationInput): Migration {
  const { rows, budget } = workbook
  const tokens = guardedTokens(workbook, state.templateVersion)
  const plain = templateDesign({
    budget,
    state: stateOf(grid),
    reference,
    templateVersion,
    workbookId: state.workbookId,
    rows: {
      begroting: templateRows(rows.begroting),
      inzet: templateRows(rows.inzet),
      dekking: templateRows(rows.dekking),
      besluiten: templateRows(rows.besluiten),
      jaarplan: templateRows(rows.jaarplan),
    },
    controlTotals: null,
    head: state.head,
    known: guardedKnown(state.known, tokens, budget.year, state.templateVersion),
  })
  const filled = withTablesOf(withCoverOf(plain, grid), grid, workbook, tokens)
  return {
    design: filled.design,
    left: [...filled.left, ...cellsElsewhere(grid, plain)],
    differing: differingRows(workbook, readAreaWorkbook(gridOfDesign(filled.design)), state.templateVersion, tokens),
  }
}

function stateOf(grid: WorkbookGrid): BudgetState {
  const said = readCoverState(grid)
  return budgetStates.find((state) => state === said) ?? 'concept'
}

/** For the sums on the cover; the cells themselves are carried over as they are typed. */
function templateRows<Table extends TableId>(placed: readonly PlacedRow<Table>[]): readonly TemplateRow<Table>[] {
  return untouched(placed.map(({ row }) => row))
}

function differingRows(
  old: AreaWorkbook,
  made: AreaWorkbook,
  template: number,
  tokens: ReadonlyMap<string, string>,
): readonly string[] {
  return tableIds.flatMap((table) => {
    const before: readonly AnyPlacedRow[] = old.rows[table]
    const after: readonly AnyPlacedRow[] = made.rows[table]
    const expected = before.map((placed) => ({
      ...contentOf(placed, template),
      token: tokens.get(placed.token ?? '') ?? placed.token,
    }))
    const found = after.map((placed) => ({ ...contentOf(placed, template), token: placed.token }))
    const places = before.map(({ row, gridRow }) => row.lineNumber || `${table}, rij ${(gridRow ?? 0) + 1}`)
    const differing = places.filter((_place, at) => JSON.stringify(expected[at]) !== JSON.stringify(found[at]))
    return before.length === after.length ? differing : [...differing, table]
  })
}

function contentOf(placed: AnyPlacedRow, template: number) {
  return { row: placed.row, unread: [...unreadFields(placed, template)].sort() }
}
