/** What the status bar says of the selected cells. */
import { displayText } from '../book/index.ts'
import type { Book, Box } from '../book/book.ts'
import { usedPart } from '../grid/clipboard.ts'

export interface SelectionFigures {
  /** Filled cells. */
  readonly count: number
  /** Null without numbers. As the cells show them, when they all do so alike. */
  readonly sum: string | null
  readonly average: string | null
}

/** More cells than this take longer than a key press may. */
const cellsMax = 400_000

/** Null for a single cell, and for more cells than can be added up at once. Hidden rows do not count. */
export function selectionFigures(book: Book, sheet: string, box: Box): SelectionFigures | null {
  const part = usedPart(book, sheet, box)
  const cells = part.rows * part.columns
  if (cells <= 1 || cells > cellsMax) return null
  const hidden = book.sheets().find(({ id }) => id === sheet)?.hiddenRows ?? new Set()
  const formats = new Set<string>()
  const numberFormats = book.numberFormats(sheet, part)
  let count = 0
  let numbers = 0
  let sum = 0
  book.values(sheet, part).forEach((line, row) => {
    if (hidden.has(part.row + row)) return
    line.forEach((value, column) => {
      if (value === null) return
      count++
      if (typeof value !== 'number') return
      numbers++
      sum += value
      formats.add(numberFormats[row]?.[column] ?? 'General')
    })
  })
  if (numbers === 0) return { count, sum: null, average: null }
  const [format = 'General', ...others] = formats
  const shown = (value: number) => displayText(value, others.length > 0 || /[dy]/i.test(format) ? plainFormat : format)
  return { count, sum: shown(sum), average: shown(sum / numbers) }
}

/** For numbers that are shown in different ways. */
const plainFormat = '#,##0.##'
