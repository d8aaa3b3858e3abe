import { BookError } from './book-error.ts'
import { SheetCells } from './sheet-cells.ts'
import { newSheet, type Structure } from './structure.ts'

/** The workbook itself: its cells by sheet, and all else. Cells of a sheet that was removed stay, for undo. */
export interface BookState {
  structure: Structure
  readonly cells: Map<string, SheetCells>
}

export function newState(firstSheet: { readonly id: string; readonly name: string }): BookState {
  return {
    structure: {
      sheets: [newSheet(firstSheet.id, firstSheet.name)],
      tables: [],
      names: [],
      validations: [],
      conditionalFormats: [],
    },
    cells: new Map([[firstSheet.id, new SheetCells()]]),
  }
}

export function cellsOf(state: BookState, sheet: string): SheetCells {
  const cells = state.cells.get(sheet)
  if (cells === undefined) throw new BookError('no-such-sheet', 'Dit werkblad bestaat niet (meer).')
  return cells
}
