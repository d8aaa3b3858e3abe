import type { Book, Box } from '../book/book.ts'
import { boxAround, columnsMax, fitsSheet, rowsMax, sharedBox } from '../book/box.ts'
import { readAddress } from './address.ts'
import { invalidArgument, itemNotFound } from './host-error.ts'
import { HostObject } from './host-object.ts'
import { wholeOf, wholeOr } from './read-arguments.ts'

/** Where a range lies, and the ranges that lie around and in it. */
export abstract class RangePlace extends HostObject {
  readonly book: Book
  /** The id of the sheet. */
  readonly sheet: string
  readonly box: Box

  constructor(book: Book, sheet: string, box: Box) {
    super()
    if (!fitsSheet(box)) throw invalidArgument('Range')
    this.book = book
    this.sheet = sheet
    this.box = box
  }

  protected abstract at(box: Box): RangePlace

  get rowIndex() {
    return this.box.row
  }

  get columnIndex() {
    return this.box.column
  }

  get rowCount() {
    return this.box.rows
  }

  get columnCount() {
    return this.box.columns
  }

  get cellCount() {
    return this.box.rows * this.box.columns
  }

  getCell(row: unknown, column: unknown): RangePlace {
    return this.part(wholeOf(row, 'Range.getCell'), wholeOf(column, 'Range.getCell'), 1, 1)
  }

  getRow(row: unknown): RangePlace {
    return this.part(wholeOf(row, 'Range.getRow'), 0, 1, this.box.columns)
  }

  getColumn(column: unknown): RangePlace {
    return this.part(0, wholeOf(column, 'Range.getColumn'), this.box.rows, 1)
  }

  getOffsetRange(rows: unknown, columns: unknown): RangePlace {
    const place = 'Range.getOffsetRange'
    return this.part(wholeOf(rows, place), wholeOf(columns, place), this.box.rows, this.box.columns)
  }

  getResizedRange(rows: unknown, columns: unknown): RangePlace {
    const place = 'Range.getResizedRange'
    return this.part(0, 0, this.box.rows + wholeOf(rows, place), this.box.columns + wholeOf(columns, place))
  }

  getAbsoluteResizedRange(rows: unknown, columns: unknown): RangePlace {
    const place = 'Range.getAbsoluteResizedRange'
    return this.part(0, 0, wholeOf(rows, place), wholeOf(columns, place))
  }

  getBoundingRect(other: unknown): RangePlace {
    return this.at(boxAround([this.box, this.boxOf(other, 'Range.getBoundingRect')]) ?? this.box)
  }

  getLastRow(): RangePlace {
    return this.getRow(this.box.rows - 1)
  }

  getLastColumn(): RangePlace {
    return this.getColumn(this.box.columns - 1)
  }

  getLastCell(): RangePlace {
    return this.getCell(this.box.rows - 1, this.box.columns - 1)
  }

  getRowsBelow(count: unknown): RangePlace {
    const rows = wholeOr(count, 1, 'Range.getRowsBelow')
    return this.part(rows < 0 ? this.box.rows + rows : this.box.rows, 0, Math.abs(rows), this.box.columns)
  }

  getRowsAbove(count: unknown): RangePlace {
    const rows = wholeOr(count, 1, 'Range.getRowsAbove')
    return this.part(rows < 0 ? 0 : -rows, 0, Math.abs(rows), this.box.columns)
  }

  getEntireRow(): RangePlace {
    return this.at({ ...this.box, column: 0, columns: columnsMax })
  }

  getEntireColumn(): RangePlace {
    return this.at({ ...this.box, row: 0, rows: rowsMax })
  }

  getUsedRange(): RangePlace {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0)
  }

  getUsedRangeOrNullObject(): RangePlace | null {
    const used = this.book.usedBox(this.sheet)
    const common = used === null ? null : sharedBox(used, this.box)
    return common === null ? null : this.at(common)
  }

  getIntersection(other: unknown): RangePlace {
    const common = this.getIntersectionOrNullObject(other)
    if (common === null) throw itemNotFound('Range.getIntersection')
    return common
  }

  getIntersectionOrNullObject(other: unknown): RangePlace | null {
    const common = sharedBox(this.box, this.boxOf(other, 'Range.getIntersectionOrNullObject'))
    return common === null ? null : this.at(common)
  }

  getSpillingToRangeOrNullObject(): RangePlace | null {
    const spill = this.book.spillOf(this.sheet, this.box.row, this.box.column)
    return spill === null ? null : this.at(spill)
  }

  protected part(row: number, column: number, rows: number, columns: number) {
    return this.at({ row: this.box.row + row, column: this.box.column + column, rows, columns })
  }

  protected boxOf(other: unknown, place: string): Box {
    if (other instanceof RangePlace) return other.box
    const address = typeof other === 'string' ? readAddress(other) : undefined
    if (address === undefined) throw invalidArgument(place)
    return address.box
  }
}
