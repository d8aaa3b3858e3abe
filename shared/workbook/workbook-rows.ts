/** The rows of a whole workbook, whichever table they are in, and a synchronisation's plan as writes to them. */
import { type AreaWorkbook, type FieldValue, type PlacedRow, type Row, tableIds } from '#shared/model/index.ts'
import type { RowWrite } from './write-rows.ts'

export interface WorkbookRow {
  readonly row: Row
  readonly isHeldBack: boolean
  readonly token: string | null
  /** Row in the sheet, from zero. */
  readonly gridRow: number
}

type RowInSheet = Omit<WorkbookRow, 'gridRow'> & Pick<PlacedRow, 'gridRow'>

/** Every row that was read, held back or not, table by table. */
export function workbookRows({ rows }: AreaWorkbook): readonly WorkbookRow[] {
  return tableIds
    .flatMap((table): readonly RowInSheet[] => rows[table])
    .map(({ row, isHeldBack, token, gridRow }) => ({ row, isHeldBack, token, gridRow: gridRow ?? 0 }))
}

/** What a synchronisation decided to write: the part of the plans of `shared/sync` that is about cells. */
export interface PlannedWrites {
  readonly cellWrites: readonly {
    readonly source: WorkbookRow
    readonly values: Readonly<Record<string, FieldValue>>
  }[]
  readonly tokenWrites: readonly { readonly source: WorkbookRow; readonly token: string | null }[]
  readonly inserts: readonly { readonly row: Row; readonly token: string }[]
  readonly removals: readonly WorkbookRow[]
}

/** Values before tokens: a row that arrives by halves is then dirty for a moment, never wrong. */
export function plannedRowWrites({ cellWrites, tokenWrites, inserts, removals }: PlannedWrites): readonly RowWrite[] {
  return [
    ...cellWrites.map(({ source, values }): RowWrite => ({ kind: 'change', ...placeOf(source), values })),
    ...tokenWrites.map(({ source, token }): RowWrite => ({ kind: 'change', ...placeOf(source), values: {}, token })),
    ...removals.map((source): RowWrite => ({ kind: 'clear', ...placeOf(source) })),
    ...inserts.map(({ row: { table, ...values }, token }): RowWrite => ({ kind: 'add', table, values, token })),
  ]
}

function placeOf({ row, gridRow }: WorkbookRow): Pick<Extract<RowWrite, { kind: 'clear' }>, 'table' | 'gridRow'> {
  return { table: row.table, gridRow }
}
