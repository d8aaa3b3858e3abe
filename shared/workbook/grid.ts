/**
 * A workbook as any source holds it (an .xlsx file, Excel itself, the workbench): sheets of cells with the facts about
 * the grid that rules need. Rows and columns count from zero at A1. Sources make this; `shared/workbook` reads rows from it.
 */
import type { Cell } from '#shared/cells/index.ts'
import { cellAddress } from '#shared/model/address.ts'

export { cellAddress, columnLetters } from '#shared/model/address.ts'

/** A rectangle of cells, its edges included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** An Excel table: where it stands (header row included) and the headings as the table itself names them. */
export interface TablePlace {
  readonly name: string
  readonly area: Area
  readonly headings: readonly string[]
  readonly hasTotalsRow: boolean
}

export interface SheetGrid {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** `rows[row]?.[column]`: a missing row or cell is an empty cell. */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[]
  /** Formula text without the leading `=`, by `cellKey(row, column)`. */
  readonly formulas: ReadonlyMap<number, string>
  readonly merges: readonly Area[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly tables: readonly TablePlace[]
}

export interface WorkbookGrid {
  readonly sheets: readonly SheetGrid[]
  /** Defined names of the whole workbook: name -> reference such as `Voorblad!$B$3`. */
  readonly names: ReadonlyMap<string, string>
}

/** The widest sheet of Excel has 16,384 columns. */
const columnsMax = 16_384

/** The area of one cell. */
export function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column }
}

/** One number for a place in a sheet: cheaper as a map key than the text of its address. */
export function cellKey(row: number, column: number): number {
  return row * columnsMax + column
}

/** The place behind a `cellKey`. */
export function cellPlace(key: number): { row: number; column: number } {
  return { row: Math.floor(key / columnsMax), column: key % columnsMax }
}

/** `areaAddress({ top: 3, left: 0, bottom: 9, right: 2 })` is `A4:C10`. */
export function areaAddress(area: Area): string {
  return `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`
}
