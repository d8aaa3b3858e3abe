/** A rectangle of cells as the Excel API counts it: first row and column from zero, and how many of each. */
export interface Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** What `load` asks for to know where a range lies. */
export const boxMembers = 'rowIndex,columnIndex,rowCount,columnCount'

/** Of a range whose `boxMembers` were loaded. */
export function boxOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Box {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount }
}

export function rangeAt(sheet: Excel.Worksheet, { row, column, rows, columns }: Box): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns)
}

/** More cells than this are not read from one sheet: Excel itself gives up there. */
export const sheetCellsMax = 5_000_000

export function cellCount({ rows, columns }: Box): number {
  return rows * columns
}

/** The same rectangle in bands of at most this many rows. */
export function bandsOf(box: Box, rowsMax: number): readonly Box[] {
  const bands: Box[] = []
  for (let done = 0; done < box.rows; done += rowsMax) {
    bands.push({ ...box, row: box.row + done, rows: Math.min(rowsMax, box.rows - done) })
  }
  return bands
}

/** Sheets, tables and headings are the same to Excel whatever their capitals. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
