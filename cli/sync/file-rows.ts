/** The rows of a workbook file as synchronisation sees them, and what must be written back into them. */
import { type PlacedRow, type Row, tableIds } from '#shared/model/index.ts'
import type { AnswerPlan, SyncPreview } from '#shared/sync/index.ts'
import { editsForRows, type RowWrite, type SheetEdit } from '#shared/workbook/index.ts'
import { patchXlsx, recalculatedOnOpen } from '../../xlsx/index.ts'
import { CliError } from '../cli-error.ts'
import { saveBytes, type WorkbookFile } from '../workbook-file.ts'

/** A row of the file, whichever table it is in. */
export interface FileRow {
  readonly row: Row
  readonly isHeldBack: boolean
  readonly token: string | null
  readonly gridRow: number
}

type SheetRowInFile = Omit<FileRow, 'gridRow'> & Pick<PlacedRow, 'gridRow'>

/** Every row that was read, held back or not, table by table. */
export function rowsOf({ workbook }: WorkbookFile): readonly FileRow[] {
  return tableIds
    .flatMap((table): readonly SheetRowInFile[] => workbook.rows[table])
    .map(({ row, isHeldBack, token, gridRow }) => ({ row, isHeldBack, token, gridRow: gridRow ?? 0 }))
}

/** Tokens that go into the file before anything is sent. */
export function tokenWrites(preview: SyncPreview<FileRow>): readonly RowWrite[] {
  return preview.tokenWrites.map(({ source, token }) => changeOf(source, {}, token))
}

/** `takeTheirs`: fields in conflict get the server's value, which settles them at the next round. */
export function answerWrites(plan: AnswerPlan<FileRow>, takeTheirs: boolean): readonly RowWrite[] {
  const theirs = takeTheirs ? plan.conflicts : []
  return [
    ...plan.cellWrites.map(({ source, values }) => changeOf(source, values)),
    ...theirs.map(({ source, fieldId, theirs }) => changeOf(source, { [fieldId]: theirs })),
    ...plan.tokenWrites.map(({ source, token }) => changeOf(source, {}, token)),
    ...plan.removals.map((source): RowWrite => ({ kind: 'clear', table: source.row.table, gridRow: source.gridRow })),
    ...plan.inserts.map(({ row, token }): RowWrite => {
      const { table, ...values } = row
      return { kind: 'add', table, values, token }
    }),
  ]
}

/** Writes only cells that change. Throws CliError when a row has no room; then nothing is written. */
export function writeRows(opened: WorkbookFile, writes: readonly RowWrite[], others: readonly SheetEdit[]): void {
  const { edits, unplaced } = editsForRows(opened.workbook, opened.grid, writes)
  const [first] = unplaced
  if (first) {
    const remedy = first.reason === 'no-room' ? 'maak ruimte onder de tabel' : 'zet de tabel terug'
    throw new CliError(
      `${opened.file}: een regel past niet in de tabel ${first.write.table}; ${remedy} en synchroniseer opnieuw.`,
    )
  }
  const changed = [...edits, ...others].filter(({ cells }) => cells.length > 0)
  if (changed.length === 0) return
  const patched = patchXlsx(opened.bytes, changed)
  saveBytes(opened.file, writes.some(changesValues) ? recalculatedOnOpen(patched) : patched)
}

/** Tokens stand in no formula. */
function changesValues(write: RowWrite): boolean {
  return write.kind !== 'change' || Object.keys(write.values).length > 0
}

type Change = Extract<RowWrite, { kind: 'change' }>

function changeOf(source: FileRow, values: Change['values'], token?: string | null): RowWrite {
  const place = { table: source.row.table, gridRow: source.gridRow }
  return { kind: 'change', ...place, values, ...(token === undefined ? {} : { token }) }
}
