import type { HostObject } from './host-object.ts'

/** Objects that a client keeps from one batch to the next. */
export class References {
  readonly #objects = new Map<string, HostObject>()
  readonly #ids = new Map<HostObject, string>()
  #count = 0

  keep(object: HostObject): string {
    const known = this.#ids.get(object)
    if (known !== undefined) return known
    this.#count += 1
    const id = `ref${this.#count}`
    this.#objects.set(id, object)
    this.#ids.set(object, id)
    return id
  }

  drop(id: string): void {
    const object = this.#objects.get(id)
    this.#objects.delete(id)
    if (object !== undefined) this.#ids.delete(object)
  }

  get(id: string): HostObject | undefined {
    return this.#objects.get(id)
  }

  idOf(object: HostObject): string | undefined {
    return this.#ids.get(object)
  }
}
