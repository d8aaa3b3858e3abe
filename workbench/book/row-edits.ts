/** Inserting and deleting rows: everything that points at a place in the sheet moves along. */
import { BookError } from './book-error.ts'
import type { Book, BookTable, Box } from './book.ts'
import { fitsSheet } from './box.ts'
import { rowsAfterDelete, rowsAfterInsert, shiftedRows } from './formula/rename.ts'
import type { BookParts } from './parts.ts'
import { refuseProtected } from './protection.ts'
import { rewriteFormulas } from './rewrite.ts'
import { cellsOf } from './state.ts'
import { type SheetRecord, sheetById, type Structure, withHiddenRows } from './structure.ts'
import { fillNewRows } from './table-growth.ts'

export function rowEdits(parts: BookParts): Pick<Book, 'insertRows' | 'deleteRows'> {
  return {
    insertRows: (sheet, row, count) => insertRows(parts, sheet, row, count),
    deleteRows: (sheet, row, count) => deleteRows(parts, sheet, row, count),
  }
}

function insertRows(parts: BookParts, sheet: string, row: number, count: number): void {
  refuse(parts, sheet, row, count)
  moveRows(parts, sheet, row, count)
  const { state, edits } = parts
  const inside = state.structure.tables.find(
    (table) => table.sheet === sheet && row > table.box.row + 1 && row < table.box.row + table.box.rows,
  )
  const above = cellsOf(state, sheet).rows[row - 1]?.styles
  if (above !== undefined && above.length > 0) {
    edits.putStyles(
      sheet,
      row,
      0,
      Array.from({ length: count }, () => [...above]),
    )
  }
  if (inside !== undefined) fillNewRows(parts, inside.id, row, count)
}

function deleteRows(parts: BookParts, sheet: string, row: number, count: number): void {
  refuse(parts, sheet, row, count)
  const { tables } = parts.state.structure
  for (const { sheet: on, box, name } of tables) {
    const losesHeadings = on === sheet && box.row >= row && box.row < row + count
    if (losesHeadings && box.row + box.rows > row + count) {
      throw new BookError('table-overlap', `De rij met koppen van ${name} kan niet weg zonder de hele tabel.`)
    }
  }
  const emptied = tables.find((table) => table.sheet === sheet && losesBody(table.box, row, count))
  if (emptied === undefined) {
    moveRows(parts, sheet, row, -count)
    return
  }
  clearRow(parts, emptied)
  const { box } = emptied
  const others = count - 1
  if (others > 0) moveRows(parts, sheet, box.row + 2, -others)
}

/** A table whose rows all go keeps an empty one. */
function losesBody(box: Box, row: number, count: number): boolean {
  return row === box.row + 1 && row + count >= box.row + box.rows
}

function clearRow({ edits, state }: BookParts, { sheet, box }: BookTable): void {
  const { columns } = cellsOf(state, sheet).extent
  edits.putSlots(sheet, box.row + 1, 0, [Array.from({ length: columns })])
}

function refuse(parts: BookParts, sheet: string, row: number, count: number): void {
  sheetById(parts.state.structure, sheet)
  refuseProtected(parts, sheet)
  if (!fitsSheet({ row, column: 0, rows: count, columns: 1 })) {
    throw new BookError('bad-size', 'Zoveel rijen heeft een werkblad niet.')
  }
}

/** `count` below zero takes rows away. */
function moveRows(parts: BookParts, sheet: string, row: number, count: number): void {
  const { edits, lookup, state } = parts
  const shift = { sheetName: lookup.sheetName(sheet), row, count }
  rewriteFormulas(parts, (formula, place) =>
    shiftedRows(formula, place.sheet === null ? null : lookup.sheetName(place.sheet), shift),
  )
  edits.putStructure(movedStructure(state.structure, sheet, row, count))
  if (count > 0) edits.insertRows(sheet, row, count)
  else edits.deleteRows(sheet, row, -count)
}

function movedStructure(structure: Structure, sheet: string, row: number, count: number): Structure {
  const keep = <T extends { readonly sheet: string; readonly box: Box }>(items: readonly T[]): readonly T[] =>
    items.flatMap((item) => {
      if (item.sheet !== sheet) return [item]
      const box = movedBox(item.box, row, count)
      return box === null ? [] : [{ ...item, box }]
    })
  return {
    ...structure,
    sheets: structure.sheets.map((record) => (record.id === sheet ? movedSheet(record, row, count) : record)),
    tables: keep(structure.tables),
    validations: keep(structure.validations),
    conditionalFormats: keep(structure.conditionalFormats),
  }
}

function movedBox(box: Box, row: number, count: number): Box | null {
  const bottom = box.row + box.rows - 1
  const rows = count > 0 ? rowsAfterInsert(box.row, bottom, row, count) : rowsAfterDelete(box.row, bottom, row, -count)
  return rows && { ...box, row: rows.top, rows: rows.bottom - rows.top + 1 }
}

function movedSheet(sheet: SheetRecord, row: number, count: number): SheetRecord {
  const moved = (rows: ReadonlySet<number>) =>
    new Set(
      [...rows].flatMap((hidden) => movedBox({ row: hidden, column: 0, rows: 1, columns: 1 }, row, count)?.row ?? []),
    )
  return {
    ...withHiddenRows(sheet, {
      filteredRows: moved(sheet.filteredRows),
      rowsHiddenByHand: moved(sheet.rowsHiddenByHand),
    }),
    merges: sheet.merges.flatMap((merge) => movedBox(merge, row, count) ?? []),
  }
}
