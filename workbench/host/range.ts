import type { Box, Input } from '../book/book.ts'
import { inputOfValue } from '../book/index.ts'
import { fullAddressOf } from './address.ts'
import { formulaCellOf, type Grid, gridOfSize, mapGrid, valueTypeOf, type WireCell, wireCellOf } from './cell-values.ts'
import { ConditionalFormatCollection } from './conditional-formats.ts'
import { DataValidation } from './data-validation.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument, itemNotFound, responseTooLarge, wrongSize } from './host-error.ts'
import type { HostObject } from './host-object.ts'
import { RangeFormat } from './range-format.ts'
import { RangePlace } from './range-place.ts'
import { truthOf } from './read-arguments.ts'

/** More cells than this are not answered in one piece. */
const cellsReadMax = 5_000_000

/** Cells of one sheet. What it holds is read from the book at the moment of asking. */
export class Range extends RangePlace {
  readonly kind = 'Range'
  readonly scalars = [
    'address',
    'rowIndex',
    'columnIndex',
    'rowCount',
    'columnCount',
    'cellCount',
    'values',
    'formulas',
    'text',
    'valueTypes',
    'numberFormat',
    'rowHidden',
    'columnHidden',
    'hidden',
  ]
  readonly #context: HostContext

  constructor(context: HostContext, sheet: string, box: Box) {
    super(context.book, sheet, box)
    this.#context = context
  }

  get #book() {
    return this.#context.book
  }

  get address(): string {
    const sheet = this.#book.sheets().find(({ id }) => id === this.sheet)
    if (sheet === undefined) throw itemNotFound('Range.address')
    return fullAddressOf(sheet.name, this.box)
  }

  get worksheet(): HostObject {
    return this.#context.worksheet(this.sheet)
  }

  get format() {
    return new RangeFormat(this.#context, this.sheet, this.box)
  }

  get dataValidation() {
    return new DataValidation(this.#context, this.sheet, this.box)
  }

  get conditionalFormats() {
    return new ConditionalFormatCollection(this.#context, this.sheet, this.box)
  }

  get values(): Grid<WireCell> {
    return mapGrid(this.#read('values'), wireCellOf)
  }

  set values(value: unknown) {
    this.#write(value, 'Range.values')
  }

  get formulas(): Grid<WireCell> {
    const values = this.#read('formulas')
    const inputs = this.#book.inputs(this.sheet, this.box)
    return mapGrid(values, (value, row, column) => formulaCellOf(inputs[row]?.[column], value))
  }

  set formulas(value: unknown) {
    this.#write(value, 'Range.formulas')
  }

  get formulasLocal() {
    return this.formulas
  }

  get text() {
    this.#read('text')
    return this.#book.texts(this.sheet, this.box)
  }

  get valueTypes() {
    return mapGrid(this.#read('valueTypes'), valueTypeOf)
  }

  get numberFormat() {
    this.#read('numberFormat')
    return this.#book.numberFormats(this.sheet, this.box)
  }

  set numberFormat(value: unknown) {
    const grid = gridOfSize(value, this.box.rows, this.box.columns)
    if (grid === undefined) throw wrongSize('Range.numberFormat')
    const now = grid.flat().includes(null) ? this.#book.numberFormats(this.sheet, this.box) : []
    const formats = mapGrid(grid, (format, row, column) => (format === null ? now[row]?.[column] : format))
    if (!formats.flat().every((format) => typeof format === 'string')) throw invalidArgument('Range.numberFormat')
    this.#book.setNumberFormats(this.sheet, this.box, mapGrid(formats, String))
  }

  get rowHidden(): boolean | null {
    return allOrNull(this.box.row, this.box.rows, this.#facts.hiddenRows)
  }

  set rowHidden(value: unknown) {
    this.#book.hideRows(this.sheet, this.box.row, this.box.rows, truthOf(value, 'Range.rowHidden'))
  }

  get columnHidden(): boolean | null {
    return allOrNull(this.box.column, this.box.columns, this.#facts.hiddenColumns)
  }

  set columnHidden(value: unknown) {
    this.#book.hideColumns(this.sheet, this.box.column, this.box.columns, truthOf(value, 'Range.columnHidden'))
  }

  get hidden(): boolean | null {
    const [rows, columns] = [this.rowHidden, this.columnHidden]
    if (rows === true || columns === true) return true
    return rows === false && columns === false ? false : null
  }

  get hasSpill(): boolean {
    return this.#book.spillOf(this.sheet, this.box.row, this.box.column) !== null
  }

  calculate() {
    this.#book.recalculate(this.sheet, this.box)
  }

  clear(applyTo: unknown) {
    const what = clearing.get(String(applyTo ?? 'All'))
    if (what === undefined) throw invalidArgument('Range.clear')
    this.#book.clear(this.sheet, this.box, what)
  }

  select() {
    this.#book.select(this.sheet, this.box)
  }

  _ValidateArraySize(rows: unknown, columns: unknown) {
    if (rows !== this.box.rows || columns !== this.box.columns) throw wrongSize('Range.values')
  }

  _KeepReference() {}

  get #facts() {
    const sheet = this.#book.sheets().find(({ id }) => id === this.sheet)
    if (sheet === undefined) throw itemNotFound('Range')
    return sheet
  }

  #read(member: string) {
    if (this.cellCount > cellsReadMax) throw responseTooLarge(`Range.${member}`)
    return this.#book.values(this.sheet, this.box)
  }

  /** Null leaves a cell as it is. */
  #write(value: unknown, place: string) {
    const grid = gridOfSize(value, this.box.rows, this.box.columns)
    if (grid === undefined) throw wrongSize(place)
    const now = grid.some((row) => row.includes(null)) ? this.#book.inputs(this.sheet, this.box) : []
    const formats = this.#book.numberFormats(this.sheet, this.box)
    const inputs = mapGrid(grid, (cell, row, column): Input => {
      if (cell === null) return now[row]?.[column] ?? { kind: 'empty' }
      if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean')
        throw invalidArgument(place)
      return inputOfValue(cell, formats[row]?.[column] ?? 'General')
    })
    this.#book.write(this.sheet, this.box, inputs)
  }

  protected override at(box: Box) {
    return new Range(this.#context, this.sheet, box)
  }
}

const clearing: ReadonlyMap<string, 'all' | 'contents' | 'formats'> = new Map([
  ['All', 'all'],
  ['Contents', 'contents'],
  ['Formats', 'formats'],
])

/** Whether all of these are hidden; null when some are. */
function allOrNull(first: number, count: number, hidden: ReadonlySet<number>): boolean | null {
  const inside = [...hidden].filter((index) => index >= first && index < first + count).length
  if (inside === 0) return false
  return inside === count ? true : null
}
