import type { BookSheet } from '../book/book.ts'
import { columnsMax } from '../book/box.ts'
import type { HostContext } from './host-context.ts'
import { accessDenied } from './host-error.ts'
import { HostObject } from './host-object.ts'
import { wholeOf } from './read-arguments.ts'

export class WorksheetProtection extends HostObject {
  readonly kind = 'WorksheetProtection'
  readonly scalars = ['protected']
  readonly #context: HostContext
  readonly #facts: () => BookSheet

  constructor(context: HostContext, facts: () => BookSheet) {
    super()
    this.#context = context
    this.#facts = facts
  }

  get protected(): boolean {
    return this.#facts().isProtected
  }

  protect() {
    if (this.protected) throw accessDenied('WorksheetProtection.protect')
    this.#context.book.setSheet(this.#facts().id, { isProtected: true })
  }

  unprotect() {
    this.#context.book.setSheet(this.#facts().id, { isProtected: false })
  }
}

export class WorksheetFreezePanes extends HostObject {
  readonly kind = 'WorksheetFreezePanes'
  readonly scalars = []
  readonly #context: HostContext
  readonly #facts: () => BookSheet

  constructor(context: HostContext, facts: () => BookSheet) {
    super()
    this.#context = context
    this.#facts = facts
  }

  freezeRows(count: unknown) {
    const frozenRows = wholeOf(count ?? 1, 'WorksheetFreezePanes.freezeRows')
    this.#context.book.setSheet(this.#facts().id, { frozenRows })
  }

  unfreeze() {
    this.#context.book.setSheet(this.#facts().id, { frozenRows: 0 })
  }

  getLocationOrNullObject() {
    const { id, frozenRows } = this.#facts()
    const box = { row: 0, column: 0, rows: frozenRows, columns: columnsMax }
    return frozenRows === 0 ? null : this.#context.range(id, box)
  }
}
