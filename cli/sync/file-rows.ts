/** The rows of a workbook file as synchronisation sees them, and what must be written back into them. */
import type { AnswerPlan, SyncPreview } from '#shared/sync/index.ts'
import {
  editsForRows,
  plannedRowWrites,
  type RowWrite,
  type SheetEdit,
  type WorkbookRow,
} from '#shared/workbook/index.ts'
import { patchXlsx, recalculatedOnOpen } from '../../xlsx/index.ts'
import { CliError } from '../cli-error.ts'
import { saveBytes, type WorkbookFile } from '../workbook-file.ts'

/** Tokens that go into the file before anything is sent. */
export function tokenWrites({ tokenWrites }: SyncPreview<WorkbookRow>): readonly RowWrite[] {
  return plannedRowWrites({ cellWrites: [], tokenWrites, inserts: [], removals: [] })
}

/** `takeTheirs`: fields in conflict get the server's value, which settles them at the next round. */
export function answerWrites(plan: AnswerPlan<WorkbookRow>, takeTheirs: boolean): readonly RowWrite[] {
  const taken = takeTheirs ? plan.conflicts : []
  const cellWrites = taken.map(({ source, fieldId, theirs }) => ({ source, values: { [fieldId]: theirs } }))
  return plannedRowWrites({ ...plan, cellWrites: [...plan.cellWrites, ...cellWrites] })
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
