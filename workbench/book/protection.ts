import { BookError } from './book-error.ts'
import type { Box } from './book.ts'
import { rowsMax } from './box.ts'
import type { BookParts } from './parts.ts'
import { cellsOf } from './state.ts'
import { sheetById } from './structure.ts'

/** Throws `protected` when a person or the add-in would change a locked cell of a protected sheet. */
export function refuseLocked(parts: BookParts, sheet: string, box: Box): void {
  if (!isProtectedNow(parts, sheet)) return
  const cells = cellsOf(parts.state, sheet)
  const rows = box.rows === rowsMax ? cells.extent.rows + 1 : box.rows
  for (let row = box.row; row < box.row + rows; row++) {
    for (let column = box.column; column < box.column + box.columns; column++) {
      if (cells.style(row, column).isLocked) throw refusal(parts, sheet)
    }
  }
}

/** Throws `protected` for changes of rows, columns and tables: no cell needs to be locked for those. */
export function refuseProtected(parts: BookParts, sheet: string): void {
  if (isProtectedNow(parts, sheet)) throw refusal(parts, sheet)
}

/** What comes from a file, from others or from calculation was allowed where it was made. */
function isProtectedNow(parts: BookParts, sheet: string): boolean {
  const source = parts.source()
  return sheetById(parts.state.structure, sheet).isProtected && (source === 'person' || source === 'addin')
}

function refusal(parts: BookParts, sheet: string): BookError {
  return new BookError('protected', `Het blad ${parts.lookup.sheetName(sheet)} is beveiligd.`)
}
