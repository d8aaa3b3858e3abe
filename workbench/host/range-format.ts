import type { Book, Box, CellFormat } from '../book/book.ts'
import { sharedBox } from '../book/box.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument } from './host-error.ts'
import { HostObject } from './host-object.ts'
import { colorOf, numberOf, textOf, truthOf } from './read-arguments.ts'

/** What the four objects of a range's look have in common. */
abstract class Look extends HostObject {
  protected readonly context: HostContext
  protected readonly sheet: string
  protected readonly box: Box

  constructor(context: HostContext, sheet: string, box: Box) {
    super()
    this.context = context
    this.sheet = sheet
    this.box = box
  }

  /** The value that all cells share; null when they differ, as in Excel. */
  protected shared<T>(read: (format: CellFormat) => T): T | null {
    const { book } = this.context
    const first = read(book.format(this.sheet, this.box.row, this.box.column))
    return cellsToLookAt(book, this.sheet, this.box).every(
      ([row, column]) => read(book.format(this.sheet, row, column)) === first,
    )
      ? first
      : null
  }

  protected change(format: Partial<CellFormat>) {
    this.context.book.setFormat(this.sheet, this.box, format)
  }
}

export class RangeFormat extends Look {
  readonly kind = 'RangeFormat'
  readonly scalars = ['columnWidth', 'horizontalAlignment', 'wrapText']

  get fill() {
    return new RangeFill(this.context, this.sheet, this.box)
  }

  get font() {
    return new RangeFont(this.context, this.sheet, this.box)
  }

  get protection() {
    return new FormatProtection(this.context, this.sheet, this.box)
  }

  get horizontalAlignment(): string | null {
    const align = this.shared((format) => format.align ?? 'general')
    return align === null ? null : align.charAt(0).toUpperCase() + align.slice(1)
  }

  set horizontalAlignment(value: unknown) {
    const align = alignments.get(textOf(value, 'RangeFormat.horizontalAlignment'))
    if (align === undefined) throw invalidArgument('RangeFormat.horizontalAlignment')
    this.change({ align })
  }

  get wrapText(): boolean | null {
    return this.shared((format) => format.wraps)
  }

  set wrapText(value: unknown) {
    this.change({ wraps: truthOf(value, 'RangeFormat.wrapText') })
  }

  get columnWidth(): number | null {
    const widths = this.context.book.sheets().find(({ id }) => id === this.sheet)?.columnWidths
    const points = Array.from({ length: Math.min(this.box.columns, 100) }, (_, index) =>
      pointsOfChars(widths?.get(this.box.column + index) ?? charsDefault),
    )
    return points.every((width) => width === points[0]) ? (points[0] ?? null) : null
  }

  set columnWidth(value: unknown) {
    const points = numberOf(value, 'RangeFormat.columnWidth')
    if (points < 0) throw invalidArgument('RangeFormat.columnWidth')
    this.context.book.setColumnWidth(this.sheet, this.box.column, this.box.columns, charsOfPoints(points))
  }
}

class RangeFill extends Look {
  readonly kind = 'RangeFill'
  readonly scalars = ['color']

  get color(): string | null {
    return this.shared((format) => format.fill ?? '#FFFFFF')
  }

  set color(value: unknown) {
    this.change({ fill: colorOf(value, 'RangeFill.color') })
  }

  clear() {
    this.change({ fill: null })
  }
}

class RangeFont extends Look {
  readonly kind = 'RangeFont'
  readonly scalars = ['bold', 'italic', 'color', 'size']

  get bold(): boolean | null {
    return this.shared((format) => format.isBold)
  }

  set bold(value: unknown) {
    this.change({ isBold: truthOf(value, 'RangeFont.bold') })
  }

  get italic(): boolean | null {
    return this.shared((format) => format.isItalic)
  }

  set italic(value: unknown) {
    this.change({ isItalic: truthOf(value, 'RangeFont.italic') })
  }

  get color(): string | null {
    return this.shared((format) => format.color ?? '#000000')
  }

  set color(value: unknown) {
    this.change({ color: colorOf(value, 'RangeFont.color') })
  }

  get size() {
    return sizeDefault
  }

  /** The book keeps no sizes. */
  set size(value: unknown) {
    numberOf(value, 'RangeFont.size')
    this.context.ignored('RangeFont.size')
  }
}

class FormatProtection extends Look {
  readonly kind = 'FormatProtection'
  readonly scalars = ['locked']

  get locked(): boolean | null {
    return this.shared((format) => format.isLocked)
  }

  set locked(value: unknown) {
    this.change({ isLocked: truthOf(value, 'FormatProtection.locked') })
  }
}

const alignments: ReadonlyMap<string, CellFormat['align']> = new Map<string, CellFormat['align']>([
  ['General', null],
  ['Left', 'left'],
  ['Center', 'center'],
  ['Right', 'right'],
])

const sizeDefault = 11
const charsDefault = 8.43

/** Excel counts a column's width in points here; the book in characters of 7 pixels beside 5 pixels of margin. */
const pointsOfChars = (chars: number) => (chars * 7 + 5) * 0.75
const charsOfPoints = (points: number) => Math.max(0, (points / 0.75 - 5) / 7)

/** Beyond the used cells all look the same, so the first row and column after them stand for the rest. */
function cellsToLookAt(book: Book, sheet: string, box: Box): readonly (readonly [number, number])[] {
  const used = book.usedBox(sheet)
  const reach = used === null ? box : { ...used, rows: used.rows + 1, columns: used.columns + 1 }
  const inside = sharedBox(box, reach) ?? { ...box, rows: 1, columns: 1 }
  const cellsMax = 100_000
  const rows = Math.min(inside.rows, Math.ceil(cellsMax / inside.columns))
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: inside.columns }, (__, column): [number, number] => [
      inside.row + row,
      inside.column + column,
    ]),
  ).flat()
}
