import type { BookTable, Box } from '../book/book.ts'
import { type Grid, mapGrid, type WireCell, wireCellOf } from './cell-values.ts'
import type { HostContext } from './host-context.ts'
import { itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { wholeOf } from './read-arguments.ts'

type Facts = () => BookTable

export class TableColumnCollection extends HostCollection {
  readonly kind = 'TableColumnCollection'
  override readonly scalars = ['count']
  readonly #context: HostContext
  readonly #facts: Facts

  constructor(context: HostContext, facts: Facts) {
    super()
    this.#context = context
    this.#facts = facts
  }

  get items() {
    return Array.from({ length: this.count }, (_, index) => new TableColumn(this.#context, this.#facts, index))
  }

  get count() {
    return this.#facts().box.columns
  }

  getCount() {
    return this.count
  }

  getItem(key: unknown) {
    const column = this.getItemOrNullObject(key)
    if (column === null) throw itemNotFound('TableColumnCollection.getItem')
    return column
  }

  getItemOrNullObject(key: unknown) {
    return this.items.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase()) ?? null
  }

  getItemAt(index: unknown) {
    const column = this.items[wholeOf(index, 'TableColumnCollection.getItemAt')]
    if (column === undefined) throw itemNotFound('TableColumnCollection.getItemAt')
    return column
  }
}

class TableColumn extends HostObject {
  readonly kind = 'TableColumn'
  readonly scalars = ['id', 'name', 'index', 'values']
  readonly index: number
  readonly #context: HostContext
  readonly #facts: Facts

  constructor(context: HostContext, facts: Facts, index: number) {
    super()
    this.#context = context
    this.#facts = facts
    this.index = index
  }

  get id() {
    return this.index + 1
  }

  get name(): string {
    const { sheet, box } = this.#facts()
    const heading = this.#context.book.values(sheet, { ...box, column: box.column + this.index, rows: 1, columns: 1 })
    return String(wireCellOf(heading[0]?.[0] ?? null))
  }

  get values() {
    return valuesOf(this.#context, this.#facts().sheet, this.#box)
  }

  getRange() {
    return this.#context.range(this.#facts().sheet, this.#box)
  }

  getHeaderRowRange() {
    return this.#context.range(this.#facts().sheet, { ...this.#box, rows: 1 })
  }

  getDataBodyRange() {
    const { sheet, hasTotalsRow } = this.#facts()
    const box = this.#box
    return this.#context.range(sheet, { ...box, row: box.row + 1, rows: box.rows - (hasTotalsRow ? 2 : 1) })
  }

  get #box(): Box {
    const { box } = this.#facts()
    return { ...box, column: box.column + this.index, columns: 1 }
  }
}

/** Read-only: rows are added and removed by writing to the range and resizing the table. */
export class TableRowCollection extends HostCollection {
  readonly kind = 'TableRowCollection'
  override readonly scalars = ['count']
  readonly #context: HostContext
  readonly #facts: Facts

  constructor(context: HostContext, facts: Facts) {
    super()
    this.#context = context
    this.#facts = facts
  }

  get items() {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.#context, this.#facts, index))
  }

  get count() {
    const { box, hasTotalsRow } = this.#facts()
    return box.rows - (hasTotalsRow ? 2 : 1)
  }

  getCount() {
    return this.count
  }

  getItemAt(index: unknown) {
    const row = this.items[wholeOf(index, 'TableRowCollection.getItemAt')]
    if (row === undefined) throw itemNotFound('TableRowCollection.getItemAt')
    return row
  }
}

class TableRow extends HostObject {
  readonly kind = 'TableRow'
  readonly scalars = ['index', 'values']
  readonly index: number
  readonly #context: HostContext
  readonly #facts: Facts

  constructor(context: HostContext, facts: Facts, index: number) {
    super()
    this.#context = context
    this.#facts = facts
    this.index = index
  }

  get values() {
    return valuesOf(this.#context, this.#facts().sheet, this.#box)
  }

  getRange() {
    return this.#context.range(this.#facts().sheet, this.#box)
  }

  get #box(): Box {
    const { box } = this.#facts()
    return { ...box, row: box.row + 1 + this.index, rows: 1 }
  }
}

const valuesOf = (context: HostContext, sheet: string, box: Box): Grid<WireCell> =>
  mapGrid(context.book.values(sheet, box), wireCellOf)
