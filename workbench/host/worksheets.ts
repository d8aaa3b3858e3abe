import type { BookSheet } from '../book/book.ts'
import { wholeSheet } from '../book/box.ts'
import { readAddress } from './address.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument, itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { NamedItemCollection } from './names.ts'
import { textOf, wholeOf } from './read-arguments.ts'
import { TableCollection } from './tables.ts'
import { workbookTarget } from './wire.ts'
import { WorksheetFreezePanes, WorksheetProtection } from './worksheet-parts.ts'

export class WorksheetCollection extends HostCollection {
  readonly kind = 'WorksheetCollection'
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
  }

  get items(): readonly HostObject[] {
    return this.#context.book.sheets().map(({ id }) => this.#context.worksheet(id))
  }

  add(name: unknown) {
    const { book } = this.#context
    const given =
      name === undefined || name === null ? freeName(book.sheets()) : textOf(name, 'WorksheetCollection.add')
    return this.#context.worksheet(book.addSheet(given))
  }

  getItem(key: unknown) {
    const sheet = this.getItemOrNullObject(key)
    if (sheet === null) throw itemNotFound('WorksheetCollection.getItem')
    return sheet
  }

  getItemOrNullObject(key: unknown) {
    const text = textOf(key, 'WorksheetCollection.getItemOrNullObject')
    const found = this.#context.book
      .sheets()
      .find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase())
    return found === undefined ? null : this.#context.worksheet(found.id)
  }

  getActiveWorksheet() {
    return this.#context.worksheet(this.#context.book.selection().sheet)
  }

  getFirst(isVisibleOnly: unknown) {
    return this.#context.worksheet(this.#among(isVisibleOnly)[0]?.id ?? '')
  }

  getLast(isVisibleOnly: unknown) {
    return this.#context.worksheet(this.#among(isVisibleOnly).at(-1)?.id ?? '')
  }

  getCount(isVisibleOnly: unknown) {
    return this.#among(isVisibleOnly).length
  }

  _RegisterDataChangedEvent() {
    this.#context.events.add('worksheet', workbookTarget)
  }

  _UnregisterDataChangedEvent() {
    this.#context.events.remove('worksheet', workbookTarget)
  }

  #among(isVisibleOnly: unknown) {
    return this.#context.book.sheets().filter(({ visibility }) => isVisibleOnly !== true || visibility === 'visible')
  }
}

/** `Sheet3`: what Excel calls a sheet that nobody named. */
function freeName(sheets: readonly BookSheet[]): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()))
  let number = sheets.length + 1
  while (taken.has(`sheet${number}`)) number += 1
  return `Sheet${number}`
}

export class Worksheet extends HostObject {
  readonly kind = 'Worksheet'
  readonly scalars = ['id', 'name', 'position', 'visibility']
  readonly id: string
  readonly #context: HostContext

  constructor(context: HostContext, id: string) {
    super()
    this.#context = context
    this.id = id
  }

  get name(): string {
    return this.#facts.name
  }

  set name(value: unknown) {
    this.#context.book.renameSheet(this.#facts.id, textOf(value, 'Worksheet.name'))
  }

  get position(): number {
    return this.#context.book.sheets().findIndex(({ id }) => id === this.id)
  }

  get visibility(): string {
    const { visibility } = this.#facts
    return visibility.charAt(0).toUpperCase() + visibility.slice(1)
  }

  set visibility(value: unknown) {
    const visibility = visibilities.get(textOf(value, 'Worksheet.visibility'))
    if (visibility === undefined) throw invalidArgument('Worksheet.visibility')
    this.#context.book.setSheet(this.#facts.id, { visibility })
  }

  get names() {
    return new NamedItemCollection(this.#context)
  }

  get tables() {
    return new TableCollection(this.#context, this.#facts.id)
  }

  get protection() {
    return new WorksheetProtection(this.#context, () => this.#facts)
  }

  get freezePanes() {
    return new WorksheetFreezePanes(this.#context, () => this.#facts)
  }

  /** An address, the name of a range, or nothing for all cells. */
  getRange(address: unknown) {
    if (address === undefined || address === null) return this.#context.range(this.#facts.id, wholeSheet)
    const text = textOf(address, 'Worksheet.getRange')
    const box = readAddress(text)?.box ?? readAddress(this.#formulaOfName(text))?.box
    if (box === undefined) throw invalidArgument('Worksheet.getRange')
    return this.#context.range(this.#facts.id, box)
  }

  getCell(row: unknown, column: unknown) {
    return this.getRangeByIndexes(row, column, 1, 1)
  }

  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown) {
    const place = 'Worksheet.getRangeByIndexes'
    const [first, left, count, width] = [row, column, rows, columns].map((value) => wholeOf(value, place))
    const box = { row: first ?? 0, column: left ?? 0, rows: count ?? 1, columns: width ?? 1 }
    return this.#context.range(this.#facts.id, box)
  }

  getUsedRange() {
    return this.getUsedRangeOrNullObject() ?? this.getCell(0, 0)
  }

  getUsedRangeOrNullObject() {
    const used = this.#context.book.usedBox(this.#facts.id)
    return used === null ? null : this.#context.range(this.id, used)
  }

  activate() {
    const { id, visibility } = this.#facts
    if (visibility !== 'visible') throw invalidArgument('Worksheet.activate')
    const { sheet, box } = this.#context.book.selection()
    this.#context.book.select(id, sheet === id ? box : { row: 0, column: 0, rows: 1, columns: 1 })
  }

  delete() {
    this.#context.book.removeSheet(this.#facts.id)
  }

  _RegisterDataChangedEvent() {
    this.#context.events.add('worksheet', this.id)
  }

  _UnregisterDataChangedEvent() {
    this.#context.events.remove('worksheet', this.id)
  }

  get #facts(): BookSheet {
    const found = this.#context.book.sheets().find(({ id }) => id === this.id)
    if (found === undefined) throw itemNotFound('Worksheet')
    return found
  }

  #formulaOfName(text: string): string {
    const found = this.#context.book.names().find(({ name }) => name.toLowerCase() === text.toLowerCase())
    return found?.formula ?? ''
  }
}

const visibilities: ReadonlyMap<string, BookSheet['visibility']> = new Map([
  ['Visible', 'visible'],
  ['Hidden', 'hidden'],
  ['VeryHidden', 'veryHidden'],
])
