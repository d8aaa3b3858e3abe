import type { HostContext } from './host-context.ts'
import { itemNotFound } from './host-error.ts'
import { HostCollection, HostObject } from './host-object.ts'
import { textOf } from './read-arguments.ts'

/** Small values that the add-in keeps in the file. */
export class SettingCollection extends HostCollection {
  readonly kind = 'SettingCollection'
  readonly #context: HostContext

  constructor(context: HostContext) {
    super()
    this.#context = context
  }

  get items() {
    return [...this.#context.settings.keys()].map((key) => new Setting(this.#context, key))
  }

  add(key: unknown, value: unknown) {
    const name = textOf(key, 'SettingCollection.add')
    this.#context.settings.set(name, value)
    return new Setting(this.#context, name)
  }

  getItem(key: unknown) {
    const item = this.getItemOrNullObject(key)
    if (item === null) throw itemNotFound('SettingCollection.getItem')
    return item
  }

  getItemOrNullObject(key: unknown) {
    return this.items.find((item) => item.key === key) ?? null
  }

  getCount() {
    return this.#context.settings.size
  }
}

class Setting extends HostObject {
  readonly kind = 'Setting'
  readonly scalars = ['key', 'value']
  readonly key: string
  readonly #context: HostContext

  constructor(context: HostContext, key: string) {
    super()
    this.#context = context
    this.key = key
  }

  /** By this a client finds the same setting again. */
  get _Id() {
    return this.key
  }

  get value(): unknown {
    if (!this.#context.settings.has(this.key)) throw itemNotFound('Setting')
    return this.#context.settings.get(this.key)
  }

  set value(value: unknown) {
    this.#context.settings.set(this.key, value)
  }

  delete() {
    this.#context.settings.delete(this.key)
  }
}
