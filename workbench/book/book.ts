/**
 * The workbook of the workbench: what Excel keeps in memory, as far as this product needs it. The host shows it to the add-in as
 * Office.js objects, the grid shows it to a person, and both change it through these methods only. Rows and columns count
 * from zero; formulas are in the file's notation (en-US: `=SUM(A1,B1)`); boxes are within one sheet.
 */
export interface Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type ErrorText =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!'

/** An error value; `reason` is the hover text that a custom function may give. */
export interface CellError {
  readonly error: ErrorText
  readonly reason?: string
}

/** What a cell shows; null is an empty cell. */
export type Scalar = number | string | boolean | null | CellError

/** What stands in a cell: a formula with its `=`, or a value. Text that looks like a formula or number is told apart by `isText`. */
export type Input =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: number | string | boolean | CellError }
  | { readonly kind: 'formula'; readonly formula: string }

export type Source = 'person' | 'addin' | 'remote' | 'calculation' | 'file'

/** One step, after it was carried out: what a listener must look at again. */
export interface BookChange {
  readonly source: Source
  /** Cells whose input changed, by sheet id. Empty for a mere recalculation. */
  readonly edited: readonly { readonly sheet: string; readonly box: Box }[]
  /** Cells whose value changed, those computed anew included. */
  readonly recalculated: readonly { readonly sheet: string; readonly box: Box }[]
  /** Sheets, tables, names, formats, visibility or protection changed. */
  readonly isStructural: boolean
  readonly isSelection: boolean
}

export interface CellFormat {
  readonly fill: string | null
  readonly color: string | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly align: 'left' | 'center' | 'right' | null
  readonly wraps: boolean
  readonly isLocked: boolean
}

export interface BookTable {
  readonly id: string
  readonly name: string
  readonly sheet: string
  /** Heading row included. */
  readonly box: Box
  readonly hasTotalsRow: boolean
  readonly style: string
  /** Texts that each filtered column lets through, by column from zero; no entry: not filtered. */
  readonly filters: ReadonlyMap<number, ReadonlySet<string>>
}

export interface BookSheet {
  readonly id: string
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  readonly isProtected: boolean
  readonly frozenRows: number
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** In characters. */
  readonly columnWidths: ReadonlyMap<number, number>
  readonly merges: readonly Box[]
}

export interface BookName {
  readonly name: string
  /** `=Voorblad!$B$3` */
  readonly formula: string
}

export interface BookValidation {
  readonly sheet: string
  readonly box: Box
  readonly rule:
    | { readonly kind: 'list'; readonly source: string }
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'date'; readonly minSerial: number; readonly maxSerial: number }
    | { readonly kind: 'textLength'; readonly max: number }
  readonly severity: 'stop' | 'warning'
  readonly title: string
  readonly message: string
}

export interface BookConditionalFormat {
  readonly id: string
  readonly sheet: string
  readonly box: Box
  /** With its `=`, relative to the box's first cell. */
  readonly formula: string
  readonly fill: string | null
  readonly color: string | null
}

/** A failing change throws `BookError` and leaves the book as it was. */
export type BookErrorReason =
  | 'sheet-exists'
  | 'no-such-sheet'
  | 'last-sheet'
  | 'bad-name'
  | 'table-overlap'
  | 'no-such-table'
  | 'protected'
  | 'bad-size'
  | 'spill-part'
  | 'bad-formula'
  | 'name-exists'

export interface Book {
  readonly sheets: () => readonly BookSheet[]
  readonly tables: () => readonly BookTable[]
  readonly names: () => readonly BookName[]
  readonly validations: () => readonly BookValidation[]
  readonly conditionalFormats: () => readonly BookConditionalFormat[]

  /** Values row by row, null beyond what is used. */
  readonly values: (sheet: string, box: Box) => readonly (readonly Scalar[])[]
  readonly inputs: (sheet: string, box: Box) => readonly (readonly Input[])[]
  /** As shown on screen in Dutch notation. */
  readonly texts: (sheet: string, box: Box) => readonly (readonly string[])[]
  readonly numberFormats: (sheet: string, box: Box) => readonly (readonly string[])[]
  readonly format: (sheet: string, row: number, column: number) => CellFormat
  /** What conditional formats add at this moment. */
  readonly conditionalLook: (
    sheet: string,
    row: number,
    column: number,
  ) => { readonly fill: string | null; readonly color: string | null }
  /** The smallest box with everything that was entered or spilled; null in an empty sheet. */
  readonly usedBox: (sheet: string) => Box | null
  /** The box that the formula in this cell spills over; null when it does not spill. */
  readonly spillOf: (sheet: string, row: number, column: number) => Box | null

  /**
   * One step for undo and one change for listeners, however many methods are called inside; a step within a step is part of
   * it. Throwing undoes the step. Steps of the same group that follow each other are undone and redone together.
   * `calculation` makes no step for undo; after `file` nothing before it can be undone. A method that is called outside
   * a step is a step of the add-in.
   */
  readonly transact: <T>(source: Source, action: () => T, undoGroup?: string) => T
  readonly write: (
    sheet: string,
    at: { readonly row: number; readonly column: number },
    inputs: readonly (readonly Input[])[],
  ) => void
  /** As many formats as cells, or one for all of them. */
  readonly setNumberFormats: (sheet: string, box: Box, formats: readonly (readonly string[])[]) => void
  readonly setFormat: (sheet: string, box: Box, format: Partial<CellFormat>) => void
  readonly clear: (sheet: string, box: Box, what: 'contents' | 'formats' | 'all') => void
  readonly insertRows: (sheet: string, row: number, count: number) => void
  readonly deleteRows: (sheet: string, row: number, count: number) => void

  readonly addSheet: (name: string) => string
  readonly removeSheet: (sheet: string) => void
  readonly renameSheet: (sheet: string, name: string) => void
  readonly setSheet: (
    sheet: string,
    facts: Partial<Pick<BookSheet, 'visibility' | 'isProtected' | 'frozenRows' | 'merges'>>,
  ) => void
  readonly hideRows: (sheet: string, row: number, count: number, isHidden: boolean) => void
  readonly hideColumns: (sheet: string, column: number, count: number, isHidden: boolean) => void
  readonly setColumnWidth: (sheet: string, column: number, count: number, widthChars: number) => void
  /** Without headings the cells move one row down to make room for them. Gives the id. */
  readonly addTable: (sheet: string, box: Box, hasHeadings: boolean) => string
  /** A totals row that comes makes the box a row higher, unless a box is given too; one that goes is cleared. */
  readonly setTable: (table: string, facts: Partial<Pick<BookTable, 'name' | 'box' | 'hasTotalsRow' | 'style'>>) => void
  readonly removeTable: (table: string) => void
  /** Null takes the filter of the column away. */
  readonly filterTable: (table: string, column: number, texts: ReadonlySet<string> | null) => void
  readonly sortTable: (table: string, column: number, isAscending: boolean) => void
  readonly setName: (name: string, formula: string) => void
  readonly removeName: (name: string) => void
  readonly setValidation: (validation: BookValidation) => void
  readonly clearValidation: (sheet: string, box: Box) => void
  /** Gives its id. */
  readonly addConditionalFormat: (format: Omit<BookConditionalFormat, 'id'>) => string
  readonly setConditionalFormat: (
    id: string,
    facts: Partial<Pick<BookConditionalFormat, 'formula' | 'fill' | 'color'>>,
  ) => void
  readonly removeConditionalFormat: (id: string) => void

  readonly selection: () => { readonly sheet: string; readonly box: Box }
  readonly select: (sheet: string, box: Box) => void
  /** False when there is nothing to undo. Recalculates; listeners hear source `person`. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly subscribe: (listener: (change: BookChange) => void) => () => void

  /**
   * Computes these cells anew even when nothing changed: what `Range.calculate()` does. A custom function that gave a value
   * goes on; one that never did is called again.
   */
  readonly recalculate: (sheet: string, box: Box) => void
  /**
   * Who carries out custom functions from now on; null: nobody. Formulas that were entered while their functions were there
   * are called again; others stay #NAME? until they are entered anew or recalculated.
   */
  readonly useFunctions: (functions: FunctionHost | null) => void
  /** Names of functions that the engine does not have and that formulas call. */
  readonly unknownFunctions: () => ReadonlySet<string>
}

/** An argument of a custom function: a single value, or rows of a range or array. */
export type FunctionArgument = Scalar | readonly (readonly Scalar[])[]

export interface FunctionCall {
  /** `GEBIED.RESTANT` in capitals. */
  readonly name: string
  /** Null: left out. */
  readonly arguments: readonly (FunctionArgument | null)[]
  /** `Voorblad!D12`, quoted where needed. */
  readonly address: string
  readonly argumentAddresses: readonly (string | null)[]
  /** May be called again by a streaming function. A rectangle spills. */
  readonly onValue: (value: Scalar | readonly (readonly Scalar[])[]) => void
}

/** Who carries out custom functions: the host of the add-in. */
export interface FunctionHost {
  readonly has: (name: string) => boolean
  /** The cell shows #BUSY! until the first value. `cancel` is called when the formula goes or its arguments change. */
  readonly call: (call: FunctionCall) => { readonly cancel: () => void }
}
