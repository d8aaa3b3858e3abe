import { readAddress } from './address.ts'
import type { HostContext } from './host-context.ts'
import { invalidArgument, itemAlreadyExists, itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { Range } from './range.ts'
import { textOf } from './read-arguments.ts'

/** Names of the workbook; this host has no names of one sheet. */
export class NamedItemCollection extends HostCollection {
  readonly kind = 'NamedItemCollection'
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
  }

  get items() {
    return this.#context.book.names().map(({ name }) => new NamedItem(this.#context, name))
  }

  add(name: unknown, reference: unknown) {
    const given = textOf(name, 'NamedItemCollection.add')
    if (this.getItemOrNullObject(given) !== null) throw itemAlreadyExists('NamedItemCollection.add')
    this.#context.book.setName(given, formulaOf(reference))
    return new NamedItem(this.#context, given)
  }

  getItem(name: unknown) {
    const item = this.getItemOrNullObject(name)
    if (item === null) throw itemNotFound('NamedItemCollection.getItem')
    return item
  }

  getItemOrNullObject(name: unknown) {
    const given = textOf(name, 'NamedItemCollection.getItemOrNullObject').toLowerCase()
    return this.items.find((item) => item.name.toLowerCase() === given) ?? null
  }

  getCount() {
    return this.items.length
  }
}

class NamedItem extends HostObject {
  readonly kind = 'NamedItem'
  readonly scalars = ['name', 'formula', 'type', 'value', 'visible', 'scope']
  readonly scope = 'Workbook'
  readonly visible = true
  readonly name: string
  readonly #context: HostContext

  constructor(context: HostContext, name: string) {
    super()
    this.#context = context
    this.name = name
  }

  /** By this a client finds the same name again. */
  get _Id() {
    return this.name
  }

  get formula(): string {
    const found = this.#context.book.names().find(({ name }) => name === this.name)
    if (found === undefined) throw itemNotFound('NamedItem')
    return found.formula
  }

  set formula(value: unknown) {
    this.#context.book.setName(this.name, formulaOf(value))
  }

  get type() {
    return this.getRangeOrNullObject() === null ? 'String' : 'Range'
  }

  get value() {
    return this.formula.slice(1)
  }

  getRange() {
    const range = this.getRangeOrNullObject()
    if (range === null) throw itemNotFound('NamedItem.getRange')
    return range
  }

  getRangeOrNullObject() {
    const address = readAddress(this.formula)
    const sheet = this.#context.book.sheets().find(({ name }) => name === address?.sheetName)
    return address === undefined || sheet === undefined ? null : this.#context.range(sheet.id, address.box)
  }

  delete() {
    this.#context.book.removeName(this.name)
  }
}

/** A name stands for a range, a formula, or text that is one without its `=`. */
function formulaOf(reference: unknown): string {
  if (reference instanceof Range) return `=${absolute(reference.address)}`
  const text = textOf(reference, 'NamedItemCollection.add')
  if (text === '') throw invalidArgument('NamedItemCollection.add')
  return text.startsWith('=') ? text : `=${text}`
}

/** `Voorblad!B3` as Excel keeps it in a name: `Voorblad!$B$3`. */
function absolute(address: string): string {
  const cut = address.lastIndexOf('!') + 1
  return address.slice(0, cut) + address.slice(cut).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}
