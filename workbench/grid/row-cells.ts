/** The cells of the rows on the screen, kept until the book changes. */
import type { Book, BookSheet, BookTable, Box, Scalar } from '../book/book.ts'
import { type CellLook, cellLook, cellPadding, fittingText, type TablePart } from './cell-look.ts'
import { mergeAt } from './selection.ts'
import type { SheetLayout } from './sheet-layout.ts'
import type { Span } from './visible-window.ts'

export interface ShownCell {
  readonly column: number
  /** Cells that it covers when merged; 1 by 1 for a usual cell. */
  readonly rows: number
  readonly columns: number
  readonly look: CellLook
  readonly text: string
  /** Pixels of empty cells to its right that its text may run over. */
  readonly runsOver: number
}

/** Id of a cell in the page, for `aria-activedescendant`. */
export const cellId = (row: number, column: number) => `cel-${row}-${column}`

export interface RowCells {
  /** The same list for the same row until something changed. */
  readonly of: (row: number, columns: Span) => readonly ShownCell[]
}

/** `measure` gives the width of a text in pixels. */
export function createRowCells(
  book: Book,
  sheet: BookSheet,
  layout: SheetLayout,
  measure: (text: string, isBold: boolean) => number,
): RowCells {
  const tables = book.tables().filter((table) => table.sheet === sheet.id)
  const known = new Map<string, readonly ShownCell[]>()
  return {
    of: (row, columns) => {
      const key = `${row}:${columns.first}:${columns.last}`
      const cells = known.get(key) ?? cellsOf(row, columns)
      known.set(key, cells)
      return cells
    },
  }

  function cellsOf(row: number, { first, last }: Span): readonly ShownCell[] {
    const box = { row, column: first, rows: 1, columns: Math.max(last - first + 1, 1) }
    const texts = book.texts(sheet.id, box)[0] ?? []
    const values = book.values(sheet.id, box)[0] ?? []
    const shown: ShownCell[] = []
    for (let column = first; column <= last; column++) {
      if (layout.columns.sizeOf(column) === 0) continue
      const merge = mergeAt({ row, column }, sheet.merges)
      if (merge !== undefined && (merge.row !== row || merge.column !== column)) continue
      const value = values[column - first] ?? null
      const look = cellLook({
        text: texts[column - first] ?? '',
        value,
        format: book.format(sheet.id, row, column),
        look: book.conditionalLook(sheet.id, row, column),
        part: partAt(tables, row, column),
      })
      const width = widthOf(column, merge?.columns ?? 1)
      const text = fittingText(look, value, width, (some) => measure(some, look.isBold))
      const isRunning =
        typeof value === 'string' &&
        !look.wraps &&
        look.align === 'left' &&
        merge === undefined &&
        text.length * letterWidthMax > width - cellPadding &&
        measure(text, look.isBold) > width - cellPadding
      const runsOver = isRunning ? emptyWidth(values, column - first + 1, first, row) : 0
      shown.push({ column, rows: merge?.rows ?? 1, columns: merge?.columns ?? 1, look, text, runsOver })
    }
    return shown
  }

  function widthOf(column: number, columns: number): number {
    return layout.columns.offsetOf(column + columns) - layout.columns.offsetOf(column)
  }

  /** How far the empty cells reach from this index on. */
  function emptyWidth(values: readonly Scalar[], from: number, first: number, row: number): number {
    let width = 0
    for (let index = from; index < values.length; index++) {
      if (values[index] !== null || mergeAt({ row, column: first + index }, sheet.merges) !== undefined) break
      width += layout.columns.sizeOf(first + index)
    }
    return width
  }
}

/** Pixels that no letter is wider than: what surely fits need not be measured. */
const letterWidthMax = 13

function partAt(tables: readonly BookTable[], row: number, column: number): TablePart | null {
  const table = tables.find(({ box, style }) => style !== '' && holds(box, row, column))
  if (table === undefined) return null
  const index = row - table.box.row
  if (index === 0) return 'heading'
  if (table.hasTotalsRow && index === table.box.rows - 1) return 'totals'
  return index % 2 === 1 ? 'odd' : 'even'
}

function holds(box: Box, row: number, column: number): boolean {
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
}
