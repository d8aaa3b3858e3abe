import type { WireAction, WireBatch, WireResult } from '../host/wire.ts'
import { invalidObjectPath } from './client-error.ts'
import type { ObjectPath } from './object-path.ts'

type ResultHandler = (value: unknown) => void

/** What was asked of the host since the last sync. */
export class PendingRequest {
  readonly #nextId: () => number
  readonly #actions: WireAction[] = []
  readonly #handlers = new Map<number, ResultHandler>()
  readonly #paths = new Map<number, ObjectPath>()
  readonly #instantiated = new Set<number>()

  constructor(nextId: () => number) {
    this.#nextId = nextId
  }

  get hasActions(): boolean {
    return this.#actions.length > 0
  }

  /** Asks what the object is. */
  instantiate(path: ObjectPath, handler: ResultHandler) {
    this.#ensure(path.needs)
    this.#instantiated.add(path.id)
    this.#push({ ActionType: 1, Name: '', ObjectPathId: path.id }, path, handler)
  }

  act(
    action: Omit<WireAction, 'Id' | 'ObjectPathId'>,
    path: ObjectPath,
    given: readonly ObjectPath[],
    handler: ResultHandler,
  ) {
    for (const used of [path, ...given]) assertValid(used)
    this.#ensure([path, ...given])
    for (const used of given) this.#refer(used)
    this.#push({ ...action, ObjectPathId: path.id }, path, handler)
  }

  /** A mark whose handler runs when all before it was carried out. */
  trace(handler: () => void) {
    this.#push({ ActionType: 5, Name: 'Trace', ObjectPathId: 0 }, null, handler)
  }

  toBatch(): WireBatch {
    const paths = [...this.#paths.values()].map((path) => [String(path.id), path.toWire()])
    return { Actions: this.#actions, ObjectPaths: Object.fromEntries(paths) }
  }

  /** Objects that a method made for this batch alone cannot be used again, unless the answer says how. */
  endPaths() {
    for (const path of this.#paths.values()) if (path.isOverAfterRequest) path.isValid = false
  }

  takeResults(results: readonly WireResult[]) {
    for (const { ActionId, Value } of results) this.#handlers.get(ActionId)?.(Value)
  }

  #ensure(paths: readonly ObjectPath[]) {
    for (const path of paths) {
      if (this.#instantiated.has(path.id)) continue
      this.instantiate(path, (value) => {
        if (value === null || value === undefined) path.becomeNull()
        else path.learn(value as Readonly<Record<string, unknown>>)
      })
    }
  }

  #push(action: Omit<WireAction, 'Id'>, path: ObjectPath | null, handler: ResultHandler) {
    const id = this.#nextId()
    if (path !== null) this.#refer(path)
    this.#actions.push({ Id: id, ...action })
    this.#handlers.set(id, handler)
  }

  #refer(path: ObjectPath) {
    if (this.#paths.has(path.id)) return
    this.#paths.set(path.id, path)
    for (const needed of path.needs) this.#refer(needed)
  }
}

function assertValid(path: ObjectPath) {
  for (let step: ObjectPath | null = path; step !== null; step = step.needs[0] ?? null) {
    if (!step.isValid) throw invalidObjectPath(step.expression)
  }
}
