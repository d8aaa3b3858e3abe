import type { HostContext } from './host-context.ts'
import { HostObject } from './host-object.ts'
import { NamedItemCollection } from './names.ts'
import { truthOf } from './read-arguments.ts'
import { SettingCollection } from './settings.ts'
import { TableCollection } from './tables.ts'
import { WorksheetCollection } from './worksheets.ts'

/** The root of every batch. */
export class Workbook extends HostObject {
  readonly kind = 'Workbook'
  readonly scalars = ['name']
  readonly name = 'Werkbank.xlsx'
  readonly application: Application
  readonly worksheets: WorksheetCollection
  readonly tables: TableCollection
  readonly names: NamedItemCollection
  readonly settings: SettingCollection
  readonly _Runtime: Runtime
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
    this.application = new Application(context)
    this.worksheets = new WorksheetCollection(context)
    this.tables = new TableCollection(context, null)
    this.names = new NamedItemCollection(context)
    this.settings = new SettingCollection(context)
    this._Runtime = new Runtime(context)
  }

  getSelectedRange() {
    const { sheet, box } = this.#context.book.selection()
    return this.#context.range(sheet, box)
  }

  getActiveCell() {
    const { sheet, box } = this.#context.book.selection()
    return this.#context.range(sheet, { ...box, rows: 1, columns: 1 })
  }

  _RemoveReference() {}
}

class Application extends HostObject {
  readonly kind = 'Application'
  readonly scalars = ['calculationMode']
  readonly calculationMode = 'Automatic'
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
  }

  calculate() {
    const { book } = this.#context
    for (const { id } of book.sheets()) {
      const used = book.usedBox(id)
      if (used !== null) book.recalculate(id, used)
    }
  }

  /** Nothing to do: the book computes once for all writes that stand between two reads. */
  suspendApiCalculationUntilNextSync() {}

  /** Nothing to do: the grid draws after the batch. */
  suspendScreenUpdatingUntilNextSync() {}
}

class Runtime extends HostObject {
  readonly kind = 'Runtime'
  readonly scalars = ['enableEvents']
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
  }

  get enableEvents(): boolean {
    return this.#context.events.isEnabled
  }

  set enableEvents(value: unknown) {
    this.#context.events.isEnabled = truthOf(value, 'Runtime.enableEvents')
  }
}
