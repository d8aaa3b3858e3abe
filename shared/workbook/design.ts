/**
 * A workbook to be made, as plain data: what `template.ts` says and what `xlsx/` (a file) or `addin/excel` (an open
 * workbook) carries out. Rows and columns count from zero at A1.
 */
import type { Area } from './grid.ts'

/** What a cell looks like and how it may be used; each writer maps these names to its own styles. */
export type StyleName =
  | 'title' // the sheet's title
  | 'label' // the caption of a value on the cover
  | 'heading' // header row of a table
  | 'text' // free text, number format @
  | 'code' // a code, number format @
  | 'euro' // whole euros shown, cents kept
  | 'cents' // euros with two decimals
  | 'hours' // hours with two decimals
  | 'year' // a calendar year, no grouping
  | 'date' // dd-mm-jjjj
  | 'locked' // computed or read-only
  | 'note' // grey explanation

/** Number formats in the notation of the file format (US). */
export const numberFormats = {
  title: 'General',
  label: 'General',
  heading: '@',
  text: '@',
  code: '@',
  euro: '#,##0;[Red]-#,##0',
  cents: '#,##0.00;[Red]-#,##0.00',
  hours: '#,##0.00',
  year: '0',
  date: 'dd\\-mm\\-yyyy',
  locked: 'General',
  note: 'General',
} as const satisfies Record<StyleName, string>

/** Dates are written as their serial of the 1900 system, with style `date`. Text is always written as text. */
export type CellValue = string | number | boolean | null

export interface CellDesign {
  readonly row: number
  readonly column: number
  readonly value: CellValue
  readonly style?: StyleName
  /** Formula without `=`, in the file's notation; `value` is its cached result. */
  readonly formula?: string
  /** The formula calls a function of the add-in: written as a dynamic array formula with `_xldudf_` names. */
  readonly isAddInFormula?: boolean
}

export interface TableDesign {
  readonly name: string
  readonly area: Area
  readonly columns: readonly {
    readonly heading: string
    readonly style: StyleName
    readonly isHidden?: boolean
    readonly widthChars: number
  }[]
}

export interface ValidationDesign {
  readonly area: Area
  readonly rule:
    | { readonly kind: 'list'; readonly source: string } // a defined name, or a quoted list "L,B"
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'date'; readonly minSerial: number; readonly maxSerial: number }
    | { readonly kind: 'textLength'; readonly max: number }
  /** Shown when the rule is broken; a warning may be overruled by the user. */
  readonly severity: 'stop' | 'warning'
  readonly title: string
  readonly message: string
}

export interface ConditionalFormatDesign {
  readonly area: Area
  /** Formula without `=`, relative to the area's first cell. */
  readonly formula: string
  readonly look: 'error' | 'warning' | 'info'
}

export interface SheetDesign {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  readonly cells: readonly CellDesign[]
  readonly tables: readonly TableDesign[]
  readonly validations: readonly ValidationDesign[]
  readonly conditionalFormats: readonly ConditionalFormatDesign[]
  /** Rows above this one stay in view. */
  readonly frozenRows?: number
  /** Widths of columns outside tables, in characters, by column. */
  readonly columnWidths?: ReadonlyMap<number, number>
}

export interface WorkbookDesign {
  readonly title: string
  readonly sheets: readonly SheetDesign[]
  readonly names: readonly { readonly name: string; readonly refersTo: string }[]
  /** Makes the workbook open its task pane in Excel. */
  readonly addIn: { readonly manifestId: string; readonly version: string; readonly functionIds: readonly string[] }
}

/** Changes to an existing file: all other cells and parts stay as they are. */
export interface SheetEdit {
  readonly sheet: string
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[]
  /** Tables that grow downwards to hold new rows, with their new last row. */
  readonly tables?: readonly { readonly name: string; readonly bottom: number }[]
}
