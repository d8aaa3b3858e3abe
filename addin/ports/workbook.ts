/**
 * The open workbook as the rest of the add-in needs it. `addin/excel` is the only implementation that speaks to Excel; it
 * runs unchanged in the real Excel and over the workbench's host.
 */
import type { SheetEdit, WorkbookDesign, WorkbookGrid } from '#shared/workbook/index.ts'

export interface Workbook {
  /** Every sheet of the template that is there (all of them, also hidden), each table read once; empty in another workbook. */
  readonly read: () => Promise<WorkbookGrid>
  /** The same grid with the named sheets read anew: for a check after an edit. */
  readonly reread: (grid: WorkbookGrid, sheets: readonly string[]) => Promise<WorkbookGrid>
  /** Makes the sheets, tables, names and rules of a design in the open workbook. Refuses when a sheet of that name exists. */
  readonly create: (design: WorkbookDesign) => Promise<void>
  /**
   * Writes the cells and grows the tables in one undo step; text always stays text. Each cell says what it held when it was
   * planned (`expected`): where a person typed meanwhile, that cell is left as it is and comes back in `skipped`.
   */
  readonly write: (edits: readonly GuardedEdit[]) => Promise<WriteOutcome>
  /** Fills the column Bevindingen of each table and keeps one conditional format a table; rows without a mark are emptied. */
  readonly mark: (marks: readonly RowMark[]) => Promise<void>
  /** Removes every trace of `mark`: texts and conditional formats. */
  readonly clearMarks: () => Promise<void>
  /** Shows the sheet and selects the cell (`T7`). */
  readonly select: (sheet: string, cell: string) => Promise<void>
  /** Edits by the person or a co-author, never the add-in's own. A hint to look again; calling what is returned stops it. */
  readonly watch: (onChange: (hint: ChangeHint) => void) => Promise<() => Promise<void>>
  /** Assigns the formulas that call the add-in anew where they show #NAME?, and computes our cells that stay busy. */
  readonly repairFormulas: () => Promise<RepairOutcome>
  /** Computes every cell that calls a function of the add-in anew. Gives how many there are. */
  readonly recalculateFunctions: () => Promise<number>
  /** Cells of our functions that show #BUSY! now, as `Voorblad!D12`. */
  readonly busyCells: () => Promise<readonly string[]>
}

/**
 * `expected` by `cellKey(row, column)` of `shared/workbook`; null is an empty cell. A cell without an entry is written
 * whatever it holds.
 */
export interface GuardedEdit extends SheetEdit {
  readonly expected?: ReadonlyMap<number, string | number | boolean | null>
}

export interface WriteOutcome {
  /** `Begroting!T7` */
  readonly skipped: readonly string[]
  /** The writes are one step for Undo (ExcelApi 1.20); otherwise several. */
  readonly isOneUndoStep: boolean
}

export interface RowMark {
  readonly sheet: string
  readonly gridRow: number
  /** Begins with `fout`, `let op` or `info`; the conditional format goes by that. */
  readonly text: string
}

export interface ChangeHint {
  readonly sheet: string
  /** `A4:C10`; not to be relied on. */
  readonly address: string
  readonly isRemote: boolean
}

export interface RepairOutcome {
  readonly repaired: number
  /** Sheets that are protected and hold broken formulas. */
  readonly protectedSheets: readonly string[]
}

export type WorkbookErrorReason =
  | 'cell-edit' // somebody is typing in a cell
  | 'protected' // the sheet or a cell is protected
  | 'sheet-exists'
  | 'missing-sheet'
  | 'missing-table'
  | 'missing-column' // a column of the template is gone, doubled, or of a later template
  | 'filtered' // the table is filtered, so rows cannot be added safely
  | 'no-room'
  | 'other-budget' // the cover names another budget than the workbook was made for
  | 'changed' // the cell holds something else than what was judged
  | 'too-large'
  | 'not-supported' // this Excel lacks an API that is needed
  | 'excel' // anything else that Excel said

export class WorkbookError extends Error {
  override name = 'WorkbookError'
  readonly reason: WorkbookErrorReason
  /** Sheet, table or cell that it is about; empty when there is none. */
  readonly place: string
  /** Error code of Excel, for the diagnostics. */
  readonly code: string

  constructor(reason: WorkbookErrorReason, place = '', code = '', options?: ErrorOptions) {
    super(`${reason} ${place} ${code}`.trim(), options)
    this.reason = reason
    this.place = place
    this.code = code
  }
}
