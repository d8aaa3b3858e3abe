/** What a workbook consists of besides its cells, as one value that is never changed but replaced. */
import type { BookConditionalFormat, BookName, BookSheet, BookTable, BookValidation } from './book.ts'
import { BookError } from './book-error.ts'

export interface Structure {
  readonly sheets: readonly SheetRecord[]
  readonly tables: readonly BookTable[]
  readonly names: readonly BookName[]
  readonly validations: readonly BookValidation[]
  readonly conditionalFormats: readonly BookConditionalFormat[]
}

/** Rows that a filter hides are kept apart from rows that a person hid: SUBTOTAL tells them apart. */
export interface SheetRecord extends BookSheet {
  readonly filteredRows: ReadonlySet<number>
  readonly rowsHiddenByHand: ReadonlySet<number>
}

export function newSheet(id: string, name: string): SheetRecord {
  return {
    id,
    name,
    visibility: 'visible',
    isProtected: false,
    frozenRows: 0,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    columnWidths: new Map(),
    merges: [],
    filteredRows: new Set(),
    rowsHiddenByHand: new Set(),
  }
}

export function withHiddenRows(
  sheet: SheetRecord,
  hidden: Partial<Pick<SheetRecord, 'filteredRows' | 'rowsHiddenByHand'>>,
): SheetRecord {
  const { filteredRows, rowsHiddenByHand } = { ...sheet, ...hidden }
  return { ...sheet, filteredRows, rowsHiddenByHand, hiddenRows: new Set([...filteredRows, ...rowsHiddenByHand]) }
}

export function sheetById(structure: Structure, id: string): SheetRecord {
  const sheet = structure.sheets.find((candidate) => candidate.id === id)
  if (sheet === undefined) throw new BookError('no-such-sheet', 'Dit werkblad bestaat niet (meer).')
  return sheet
}

export function tableById(structure: Structure, id: string): BookTable {
  const table = structure.tables.find((candidate) => candidate.id === id)
  if (table === undefined) throw new BookError('no-such-table', 'Deze tabel bestaat niet (meer).')
  return table
}

export function withSheet(structure: Structure, id: string, change: (sheet: SheetRecord) => SheetRecord): Structure {
  sheetById(structure, id)
  return { ...structure, sheets: structure.sheets.map((sheet) => (sheet.id === id ? change(sheet) : sheet)) }
}

export function withTable(structure: Structure, id: string, facts: Partial<BookTable>): Structure {
  tableById(structure, id)
  return {
    ...structure,
    tables: structure.tables.map((table) => (table.id === id ? { ...table, ...facts } : table)),
  }
}
