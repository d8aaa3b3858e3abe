import type { WireArguments, WireObjectPath } from '../host/wire.ts'

/** What an object is called on the wire, and how that changes when the host says what the object is. */
export class ObjectPath {
  readonly id: number
  readonly parent: ObjectPath | null
  readonly isCollection: boolean
  /** Made by a method that gives another object each time: without a reference it ends with its batch. */
  readonly isOnce: boolean
  /** The objects among the arguments. */
  readonly given: readonly ObjectPath[]
  isValid = true
  #type: number
  #name: string
  #arguments: WireArguments | undefined
  #before: { readonly type: number; readonly name: string; readonly info: WireArguments | undefined } | undefined

  constructor(facts: {
    readonly id: number
    readonly type: number
    readonly name: string
    readonly parent: ObjectPath | null
    readonly info?: WireArguments
    readonly given?: readonly ObjectPath[]
    readonly isCollection?: boolean
    readonly isOnce?: boolean
  }) {
    this.id = facts.id
    this.parent = facts.parent
    this.#type = facts.type
    this.#name = facts.name
    this.#arguments = facts.info
    this.given = facts.given ?? []
    this.isCollection = facts.isCollection ?? false
    this.isOnce = facts.isOnce ?? false
  }

  get isOverAfterRequest(): boolean {
    return this.isOnce && this.#type === 3
  }

  /** Paths that this one needs. */
  get needs(): readonly ObjectPath[] {
    if (this.#type === 6 || this.#type === 7 || this.parent === null) return []
    return this.#type === 3 ? [this.parent, ...this.given] : [this.parent]
  }

  toWire(): WireObjectPath {
    const wire = { Id: this.id, ObjectPathType: this.#type, Name: this.#name }
    const isAlone = this.#type === 6 || this.#type === 7 || this.parent === null
    return {
      ...wire,
      ...(isAlone ? {} : { ParentObjectPathId: this.parent?.id ?? 0 }),
      ...(this.#arguments === undefined ? {} : { ArgumentInfo: this.#arguments }),
    }
  }

  becomeNull() {
    this.#become(7, '', {})
  }

  /** Takes the reference or the id that the host gave; an id names the object in its collection. */
  learn(identity: Readonly<Record<string, unknown>>) {
    const reference = identity['_ReferenceId']
    if (typeof reference === 'string') {
      if (!this.isOnce && this.#type !== 6) {
        this.#before = { type: this.#type, name: this.#name, info: this.#arguments }
      }
      this.#become(6, reference, {})
      return
    }
    const id = identity['Id'] ?? identity['_Id']
    if (this.parent?.isCollection === true && id !== undefined && id !== null) this.#become(5, '', { Arguments: [id] })
  }

  /** After the host let go of the reference. */
  release() {
    this.isValid = false
    if (this.#before === undefined) return
    const { type, name, info } = this.#before
    this.#become(type, name, info)
    this.#before = undefined
  }

  /** `getRange()` with what it hangs on, for messages. */
  get expression(): string {
    const before = this.parent === null ? '' : this.parent.expression
    const own = this.#type === 3 ? `${lower(this.#name)}()` : this.#type === 5 ? 'getItem()' : lower(this.#name)
    return [before, this.#type === 6 ? '_reference()' : own].filter((part) => part !== '').join('.')
  }

  #become(type: number, name: string, info: WireArguments | undefined) {
    this.#type = type
    this.#name = name
    this.#arguments = info
    this.isValid = true
  }
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
