import type { BookTable } from '../book/book.ts'
import { readAddress } from './address.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument, itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { Range } from './range.ts'
import { textOf, truthOf, wholeOf } from './read-arguments.ts'
import { TableColumnCollection, TableRowCollection } from './table-parts.ts'

/** The tables of the workbook, or of one sheet. */
export class TableCollection extends HostCollection {
  readonly kind = 'TableCollection'
  override readonly scalars = ['count']
  readonly #context: HostContext
  readonly #sheet: string | null

  /** Sheet null: of the whole workbook. */
  constructor(context: HostContext, sheet: string | null) {
    super()
    this.#context = context
    this.#sheet = sheet
  }

  get items(): readonly HostObject[] {
    return this.#found.map(({ id }) => this.#context.table(id))
  }

  get count() {
    return this.#found.length
  }

  getCount() {
    return this.count
  }

  add(address: unknown, hasHeadings: unknown) {
    const range = this.#rangeOf(address)
    const id = this.#context.book.addTable(range.sheet, range.box, truthOf(hasHeadings, 'TableCollection.add'))
    return this.#context.table(id)
  }

  getItem(key: unknown) {
    const table = this.getItemOrNullObject(key)
    if (table === null) throw itemNotFound('TableCollection.getItem')
    return table
  }

  getItemOrNullObject(key: unknown) {
    const text = String(key)
    const found = this.#found.find(({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase())
    return found === undefined ? null : this.#context.table(found.id)
  }

  getItemAt(index: unknown) {
    const table = this.items[wholeOf(index, 'TableCollection.getItemAt')]
    if (table === undefined) throw itemNotFound('TableCollection.getItemAt')
    return table
  }

  get #found(): readonly BookTable[] {
    return this.#context.book.tables().filter(({ sheet }) => this.#sheet === null || sheet === this.#sheet)
  }

  #rangeOf(address: unknown): Range {
    if (address instanceof Range) return address
    const place = 'TableCollection.add'
    const read = readAddress(textOf(address, place))
    if (read === undefined) throw invalidArgument(place)
    const { book } = this.#context
    const named = book.sheets().find(({ name }) => name === read.sheetName)
    if (read.sheetName !== null && named === undefined) throw invalidArgument(place)
    return new Range(this.#context, named?.id ?? this.#sheet ?? book.selection().sheet, read.box)
  }
}

export class Table extends HostObject {
  readonly kind = 'Table'
  readonly scalars = ['id', 'name', 'showTotals', 'style']
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
    this.#context.book.setTable(this.#facts.id, { name: textOf(value, 'Table.name') })
  }

  get style(): string {
    return this.#facts.style
  }

  set style(value: unknown) {
    this.#context.book.setTable(this.#facts.id, { style: textOf(value, 'Table.style') })
  }

  get showTotals(): boolean {
    return this.#facts.hasTotalsRow
  }

  set showTotals(value: unknown) {
    this.#context.book.setTable(this.#facts.id, { hasTotalsRow: truthOf(value, 'Table.showTotals') })
  }

  get worksheet(): HostObject {
    return this.#context.worksheet(this.#facts.sheet)
  }

  get autoFilter() {
    return new AutoFilter(this.#context, this.id)
  }

  get columns() {
    return new TableColumnCollection(this.#context, () => this.#facts)
  }

  get rows() {
    return new TableRowCollection(this.#context, () => this.#facts)
  }

  getRange() {
    return this.#context.range(this.#facts.sheet, this.#facts.box)
  }

  getHeaderRowRange() {
    const { sheet, box } = this.#facts
    return this.#context.range(sheet, { ...box, rows: 1 })
  }

  getDataBodyRange() {
    const { sheet, box, hasTotalsRow } = this.#facts
    return this.#context.range(sheet, { ...box, row: box.row + 1, rows: box.rows - (hasTotalsRow ? 2 : 1) })
  }

  getTotalRowRange() {
    const { sheet, box, hasTotalsRow } = this.#facts
    if (!hasTotalsRow) throw itemNotFound('Table.getTotalRowRange')
    return this.#context.range(sheet, { ...box, row: box.row + box.rows - 1, rows: 1 })
  }

  /** The heading row stays where it is, as Excel asks. */
  resize(target: unknown) {
    const { sheet, box: old } = this.#facts
    const read = target instanceof Range ? target : readAddress(textOf(target, 'Table.resize'))
    const isElsewhere = target instanceof Range && target.sheet !== sheet
    if (read === undefined || isElsewhere || read.box.row !== old.row) throw invalidArgument('Table.resize')
    this.#context.book.setTable(this.id, { box: read.box })
  }

  convertToRange() {
    const range = this.getRange()
    this.#context.book.removeTable(this.id)
    return range
  }

  /** Takes the cells away too. */
  delete() {
    const { sheet, box } = this.#facts
    this.#context.book.removeTable(this.id)
    this.#context.book.clear(sheet, box, 'all')
  }

  _RegisterDataChangedEvent() {
    this.#context.events.add('table', this.id)
  }

  _UnregisterDataChangedEvent() {
    this.#context.events.remove('table', this.id)
  }

  get #facts(): BookTable {
    const found = this.#context.book.tables().find(({ id }) => id === this.id)
    if (found === undefined) throw itemNotFound('Table')
    return found
  }
}

class AutoFilter extends HostObject {
  readonly kind = 'AutoFilter'
  readonly scalars = ['enabled', 'isDataFiltered']
  readonly enabled = true
  readonly #context: HostContext
  readonly #table: string

  constructor(context: HostContext, table: string) {
    super()
    this.#context = context
    this.#table = table
  }

  get isDataFiltered(): boolean {
    const found = this.#context.book.tables().find(({ id }) => id === this.#table)
    return found !== undefined && found.filters.size > 0
  }
}
