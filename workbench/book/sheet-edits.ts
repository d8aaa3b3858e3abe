/** Sheets, and which of their rows and columns are seen. */
import { BookError } from './book-error.ts'
import type { Book, BookSheet } from './book.ts'
import { renamedSheet, withoutSheet } from './formula/rename.ts'
import { isSheetName } from './names.ts'
import type { BookParts } from './parts.ts'
import { refuseProtected } from './protection.ts'
import { rewriteFormulas } from './rewrite.ts'
import { SheetCells } from './sheet-cells.ts'
import { newSheet, sheetById, type SheetRecord, withHiddenRows, withSheet } from './structure.ts'

type SheetEdits = Pick<
  Book,
  'addSheet' | 'removeSheet' | 'renameSheet' | 'setSheet' | 'hideRows' | 'hideColumns' | 'setColumnWidth'
>

export function sheetEdits(parts: BookParts): SheetEdits {
  const { state, edits } = parts
  const change = (sheet: string, facts: (record: SheetRecord) => SheetRecord) => {
    refuseProtected(parts, sheet)
    edits.putStructure(withSheet(state.structure, sheet, facts))
  }
  return {
    addSheet: (name) => {
      refuseName(parts, name, null)
      const id = sheetId(parts.nextNumber())
      state.cells.set(id, new SheetCells())
      edits.putStructure({ ...state.structure, sheets: [...state.structure.sheets, newSheet(id, name)] })
      return id
    },
    removeSheet: (sheet) => removeSheet(parts, sheet),
    renameSheet: (sheet, name) => {
      const before = sheetById(state.structure, sheet).name
      if (name === before) return
      refuseName(parts, name, sheet)
      rewriteFormulas(parts, (formula) => renamedSheet(formula, before, name))
      edits.putStructure(withSheet(state.structure, sheet, (record) => ({ ...record, name })))
    },
    setSheet: (sheet, facts) => {
      if (facts.visibility !== undefined && facts.visibility !== 'visible') refuseLast(parts, sheet)
      edits.putStructure(withSheet(state.structure, sheet, (record) => ({ ...record, ...facts })))
    },
    hideRows: (sheet, row, count, isHidden) =>
      change(sheet, (record) => {
        const rowsHiddenByHand = toggled(record.rowsHiddenByHand, row, count, isHidden)
        const filteredRows = isHidden ? record.filteredRows : toggled(record.filteredRows, row, count, false)
        return withHiddenRows(record, { rowsHiddenByHand, filteredRows })
      }),
    hideColumns: (sheet, column, count, isHidden) =>
      change(sheet, (record) => ({
        ...record,
        hiddenColumns: toggled(record.hiddenColumns, column, count, isHidden),
      })),
    setColumnWidth: (sheet, column, count, widthChars) =>
      change(sheet, (record) => {
        const columnWidths = new Map(record.columnWidths)
        for (let index = column; index < column + count; index++) columnWidths.set(index, widthChars)
        return { ...record, columnWidths }
      }),
  }
}

/** As Excel writes the id of a worksheet. */
export function sheetId(number: number): string {
  return `{00000000-0001-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`
}

function removeSheet(parts: BookParts, sheet: string): void {
  const { state, edits } = parts
  const { name } = sheetById(state.structure, sheet)
  refuseLast(parts, sheet)
  const { extent } = state.cells.get(sheet) ?? { extent: { rows: 0, columns: 0 } }
  if (extent.rows > 0) {
    edits.putSlots(
      sheet,
      0,
      0,
      Array.from({ length: extent.rows }, () => Array.from({ length: extent.columns })),
    )
  }
  rewriteFormulas(parts, (formula) => withoutSheet(formula, name))
  const { structure } = state
  const stays = (item: { readonly sheet: string }) => item.sheet !== sheet
  edits.putStructure({
    ...structure,
    sheets: structure.sheets.filter(({ id }) => id !== sheet),
    tables: structure.tables.filter(stays),
    validations: structure.validations.filter(stays),
    conditionalFormats: structure.conditionalFormats.filter(stays),
  })
}

function toggled(indexes: ReadonlySet<number>, first: number, count: number, isIn: boolean): ReadonlySet<number> {
  const changed = new Set(indexes)
  for (let index = first; index < first + count; index++) {
    if (isIn) changed.add(index)
    else changed.delete(index)
  }
  return changed
}

function refuseName({ lookup }: BookParts, name: string, sheet: string | null): void {
  if (!isSheetName(name)) throw new BookError('bad-name', `"${name}" kan geen naam van een werkblad zijn.`)
  const other = lookup.sheetNamed(name)
  if (other !== undefined && other !== sheet) {
    throw new BookError('sheet-exists', `Er is al een werkblad dat ${name} heet.`)
  }
}

function refuseLast({ state }: BookParts, sheet: string): void {
  const isOther = ({ id, visibility }: BookSheet) => id !== sheet && visibility === 'visible'
  if (!state.structure.sheets.some(isOther)) {
    throw new BookError('last-sheet', 'Een werkmap heeft ten minste één zichtbaar werkblad.')
  }
}
