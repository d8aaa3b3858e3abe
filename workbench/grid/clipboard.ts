/** Copying and pasting cells: as text with any program, with formulas and formats within the page. */
import type { Book, Box, Input } from '../book/book.ts'
import { BookError, inputOfTyped, movedFormula, type TypedInput } from '../book/index.ts'
import { attempt } from './commit-edit.ts'
import type { GridTools } from './grid-tools.ts'
import { selectBox } from './selection.ts'
import type { SheetView } from './sheet-view.ts'
import { fromTsv, toTsv } from './tsv.ts'

/** What was copied last in this page. A paste uses it when the clipboard still has its text. */
export interface CopiedCells {
  readonly sheet: string
  readonly box: Box
  readonly text: string
  /** Where the lines of `inputs` stood in the sheet, and their cells. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly inputs: readonly (readonly Input[])[]
  readonly formats: readonly (readonly string[])[]
  readonly isCut: boolean
}

/** More than any table of this product; a paste of more would take the page down. */
const pastedCellsMax = 500_000

/**
 * The selected cells: copied without hidden rows and columns; cut with them, since they leave their place too. A whole column
 * goes as far as the sheet is used.
 */
export function copyCells(view: SheetView, isCut: boolean): CopiedCells {
  const { book } = view
  const sheet = view.sheet.peek()
  const box = usedPart(book, sheet.id, view.selection.peek().box)
  const rows = seen(box.row, box.rows, isCut ? noneHidden : sheet.hiddenRows)
  const columns = seen(box.column, box.columns, isCut ? noneHidden : sheet.hiddenColumns)
  const pick = <T>(cells: readonly (readonly T[])[]) =>
    rows.map((row) => columns.flatMap((column) => cells[row - box.row]?.[column - box.column] ?? []))
  const texts = book.texts(sheet.id, box)
  return {
    sheet: sheet.id,
    box,
    text: toTsv(rows.map((row) => columns.map((column) => texts[row - box.row]?.[column - box.column] ?? ''))),
    rows,
    columns,
    inputs: pick(book.inputs(sheet.id, box)),
    formats: pick(book.numberFormats(sheet.id, box)),
    isCut,
  }
}

/** Pastes at the selection, over all of it when that is so many times the copied cells. Gives whether anything was written. */
export function pasteCells(view: SheetView, tools: GridTools, text: string, copied: CopiedCells | null): boolean {
  const { book } = view
  const isOwn = copied !== null && sameText(copied.text, text)
  const sheet = view.sheet.peek()
  const { box } = view.selection.peek()
  const block = isOwn ? copied.inputs : fromTsv(text)
  const size = { rows: block.length, columns: block[0]?.length ?? 0 }
  if (size.rows === 0 || size.columns === 0) return false
  const target = { row: box.row, column: box.column, ...repeated(box, size) }
  if (target.rows * target.columns > pastedCellsMax) {
    tools.tell(tools.say('pasteTooLarge', { max: pastedCellsMax }))
    return false
  }
  const formats = book.numberFormats(sheet.id, target)
  const typed = Array.from({ length: target.rows }, (_, down) =>
    Array.from({ length: target.columns }, (_, along): TypedInput => {
      const [row, column] = [down % size.rows, along % size.columns]
      if (isOwn) return movedInput(copied, row, column, target.row + down, target.column + along)
      return pastedInput(String(block[row]?.[column] ?? ''), formats[down]?.[along] ?? 'General')
    }),
  )
  return attempt(tools, () => {
    book.transact('person', () => {
      if (isOwn && copied.isCut) book.clear(copied.sheet, copied.box, 'contents')
      book.write(
        sheet.id,
        target,
        typed.map((line) => line.map(contentOf)),
      )
      book.setNumberFormats(sheet.id, target, isOwn ? tiled(copied.formats, target) : shownFormats(typed, formats))
    })
    const pasted = selectBox(target, sheet.merges)
    view.select(pasted, pasted.active)
  })
}

/** The first row of the selection over the rest of it; of a single row the row above. */
export function fillDown(view: SheetView, tools: GridTools): void {
  const { book } = view
  const { id } = view.sheet.peek()
  const box = usedPart(book, id, view.selection.peek().box)
  const isSingleRow = box.rows === 1
  if (isSingleRow && box.row === 0) return
  const from = isSingleRow ? box.row - 1 : box.row
  const target = isSingleRow ? box : { ...box, row: box.row + 1, rows: box.rows - 1 }
  const source = { ...box, row: from, rows: 1 }
  const line = book.inputs(id, source)[0] ?? []
  const formats = book.numberFormats(id, source)
  const inputs = Array.from({ length: target.rows }, (_, down) =>
    line.map((input) => shifted(input, target.row + down - from, 0)),
  )
  attempt(tools, () =>
    book.transact('person', () => {
      book.write(id, target, inputs)
      book.setNumberFormats(id, target, tiled(formats, target))
    }),
  )
}

/** The part of a selection that has anything in it: of whole rows and columns only what is used. */
export function usedPart(book: Book, sheet: string, box: Box): Box {
  const used = book.usedBox(sheet)
  const isWhole = box.rows > 100_000 || box.columns > 10_000
  if (!isWhole) return box
  const rows = Math.max(1, Math.min(box.rows, (used?.row ?? 0) + (used?.rows ?? 0) - box.row))
  const columns = Math.max(1, Math.min(box.columns, (used?.column ?? 0) + (used?.columns ?? 0) - box.column))
  return { ...box, rows, columns }
}

/** As in Excel: a formula that is copied moves its references along; one that is cut keeps them. */
function movedInput(copied: CopiedCells, row: number, column: number, toRow: number, toColumn: number): Input {
  const input = copied.inputs[row]?.[column] ?? { kind: 'empty' }
  if (copied.isCut) return input
  return shifted(input, toRow - (copied.rows[row] ?? 0), toColumn - (copied.columns[column] ?? 0))
}

function shifted(input: Input, rows: number, columns: number): Input {
  return input.kind === 'formula' ? { kind: 'formula', formula: movedFormula(input.formula, rows, columns) } : input
}

/** What looks like a formula but is none stays the text that it is: one cell is no reason to refuse the rest. */
function pastedInput(text: string, numberFormat: string): TypedInput {
  try {
    return inputOfTyped(text, numberFormat)
  } catch (error) {
    if (!(error instanceof BookError)) throw error
    return { kind: 'value', value: text }
  }
}

function contentOf({ numberFormat: _shown, ...input }: TypedInput): Input {
  return input
}

/** Cells without a format of their own show a pasted date as a date and a share as a share. */
function shownFormats(
  typed: readonly (readonly TypedInput[])[],
  formats: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return formats.map((line, row) =>
    line.map((format, column) => (format === 'General' ? (typed[row]?.[column]?.numberFormat ?? format) : format)),
  )
}

function repeated(box: Box, size: { readonly rows: number; readonly columns: number }) {
  const isMultiple = box.rows % size.rows === 0 && box.columns % size.columns === 0
  return isMultiple ? { rows: box.rows, columns: box.columns } : size
}

function tiled(formats: readonly (readonly string[])[], { rows, columns }: Box): readonly (readonly string[])[] {
  const [height, width] = [formats.length, formats[0]?.length ?? 1]
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => formats[row % height]?.[column % width] ?? 'General'),
  )
}

const noneHidden: ReadonlySet<number> = new Set()

function seen(first: number, count: number, hidden: ReadonlySet<number>): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index).filter((index) => !hidden.has(index))
}

/** Programs that pass text on may change how its lines end. */
function sameText(one: string, other: string): boolean {
  return withPlainEnds(one) === withPlainEnds(other)
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '')
}
