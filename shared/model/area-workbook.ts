/**
 * An area's workbook after reading: typed rows with their places, and everything that could not be read or that the grid
 * itself shows. `shared/workbook` makes it from a grid, the Worker from its store (then without places), and
 * `shared/rules` judges it.
 */
import type { ReadingError, ReadingWarning } from '#shared/cells/index.ts'
import type { BudgetKey } from './budget.ts'
import type { TableId } from './fields.ts'
import type { Reference } from './reference.ts'
import type { Row, RowOf } from './rows.ts'

/** A row with its place. Fields that could not be read are null in `row` and named in `unreadable`. */
export interface PlacedRow<Table extends TableId = TableId> {
  readonly row: RowOf<Table>
  /** Does not fit the schema or has unreadable cells: held back from a push. */
  readonly isHeldBack: boolean
  readonly unreadable: ReadonlySet<string>
  /** Text of the hidden token cell; null when it is empty. */
  readonly token: string | null
  /** Row in the sheet, from zero; null when the row comes from the store. */
  readonly gridRow: number | null
}

/** A cell whose content could not be read, or only with a remark. */
export interface ReadingIssue {
  readonly table: TableId | null
  readonly sheet: string
  readonly gridRow: number
  readonly gridColumn: number
  readonly field: string
  readonly lineNumber: string | null
  readonly code: ReadingError | ReadingWarning
  readonly isError: boolean
  /** What the cell holds, as text. */
  readonly raw: string
  /** What was read, for a remark about an amount: Dutch text such as `500.000,00`. */
  readonly read: string | null
  /** The field holds a number cell whose code can mean several codes (0.1 and 0.10). */
  readonly candidates?: readonly string[]
}

/** What the grid shows apart from the values of cells. */
export type GridIssue =
  | { readonly kind: 'missing-table'; readonly table: TableId; readonly name: string }
  | { readonly kind: 'duplicate-table'; readonly table: TableId; readonly name: string; readonly sheet: string }
  | { readonly kind: 'missing-column'; readonly table: TableId; readonly sheet: string; readonly heading: string }
  | { readonly kind: 'duplicate-column'; readonly table: TableId; readonly sheet: string; readonly heading: string }
  | { readonly kind: 'too-many-rows'; readonly table: TableId; readonly sheet: string; readonly rows: number }
  | {
      readonly kind: 'merged'
      readonly table: TableId
      readonly sheet: string
      readonly gridRow: number
      readonly gridColumn: number
      readonly area: string
    }
  | {
      readonly kind: 'hidden-amounts'
      readonly table: TableId
      readonly sheet: string
      readonly count: number
      readonly cents: number
    }
  | {
      readonly kind: 'total-row'
      readonly table: TableId
      readonly sheet: string
      readonly gridRow: number
      readonly label: string
    }
  | {
      readonly kind: 'formula-overwritten' | 'external-link'
      readonly table: TableId
      readonly sheet: string
      readonly gridRow: number
      readonly gridColumn: number
      readonly field: string
      readonly lineNumber: string | null
      /** Heading of the column, or the file referred to. */
      readonly text: string
    }
  | { readonly kind: 'not-our-workbook'; readonly sheets: readonly string[] }
  | { readonly kind: 'bad-cover'; readonly sheet: string; readonly label: string; readonly raw: string }

/** What the cover says should come out, per calendar year and side, in cents. */
export interface ControlTotal {
  readonly year: number
  readonly side: 'L' | 'B'
  readonly cents: number
  readonly sheet: string
  readonly gridRow: number
  readonly gridColumn: number
}

export interface AreaWorkbook {
  readonly budget: BudgetKey
  /** Amounts are in whole euros, or the cover says `x € 1.000`. */
  readonly unit: 'euro' | 'duizend'
  readonly controlTotals: readonly ControlTotal[]
  readonly rows: { readonly [Table in TableId]: readonly PlacedRow<Table>[] }
  readonly readingIssues: readonly ReadingIssue[]
  readonly gridIssues: readonly GridIssue[]
  /** Address of a field's column, from zero, by table; absent when rows come from the store. */
  readonly columns: Readonly<
    Partial<Record<TableId, { readonly sheet: string; readonly byField: ReadonlyMap<string, number> }>>
  >
  /** The snapshot of the sheet Codes; null when the workbook has none. */
  readonly reference: Reference | null
}

/** Rows that do not come from a file as a workbook: without a cover, cells or places, so only the rows can be judged. */
export function workbookOfRows(budget: BudgetKey, rows: readonly Row[]): AreaWorkbook {
  const placed = <Table extends TableId>(table: Table): readonly PlacedRow<Table>[] =>
    rows
      .filter((row) => row.table === table)
      .map((row) => ({ row: row as RowOf<Table>, isHeldBack: false, unreadable: nothing, token: null, gridRow: null }))
  return {
    budget,
    unit: 'euro',
    controlTotals: [],
    rows: {
      begroting: placed('begroting'),
      inzet: placed('inzet'),
      dekking: placed('dekking'),
      besluiten: placed('besluiten'),
      jaarplan: placed('jaarplan'),
    },
    readingIssues: [],
    gridIssues: [],
    columns: {},
    reference: null,
  }
}

const nothing: ReadonlySet<string> = new Set()
