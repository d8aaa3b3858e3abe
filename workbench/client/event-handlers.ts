import type { ClientObject } from './client-object.ts'
import type { EventKind } from './object-kinds.ts'

type Handler = (facts: unknown) => unknown

/** The handlers of one event of one object. They are added and removed with the next sync. */
export class EventHandlers {
  static readonly #known = new WeakMap<ClientObject, EventHandlers>()
  readonly #object: ClientObject
  readonly #event: EventKind
  #handlers: readonly Handler[] = []
  #stop: (() => void) | undefined

  private constructor(object: ClientObject, event: EventKind) {
    this.#object = object
    this.#event = event
  }

  /** The same handlers each time. */
  static of(object: ClientObject, event: EventKind): EventHandlers {
    const handlers = EventHandlers.#known.get(object) ?? new EventHandlers(object, event)
    EventHandlers.#known.set(object, handlers)
    return handlers
  }

  add(handler: Handler) {
    const { context } = this.#object
    if (this.#handlers.length === 0) this.#object.invoke('_RegisterDataChangedEvent', [], 'nothing')
    context.pending.trace(() => {
      this.#handlers = [...this.#handlers, handler]
      this.#stop ??= context.events.listen(this.#event.type, this.#target, (facts) => this.#fire(facts))
    })
    let isRemoved = false
    return {
      context: context.face,
      remove: () => {
        if (!isRemoved) this.remove(handler)
        isRemoved = true
      },
    }
  }

  remove(handler: Handler) {
    if (this.#handlers.length === 1) this.#object.invoke('_UnregisterDataChangedEvent', [], 'nothing')
    this.#object.context.pending.trace(() => {
      const at = this.#handlers.lastIndexOf(handler)
      this.#handlers = this.#handlers.filter((_, index) => index !== at)
      if (this.#handlers.length > 0) return
      this.#stop?.()
      this.#stop = undefined
    })
  }

  /** A collection hears for the workbook, another object for its own id. */
  get #target(): string {
    return this.#object.kind.items === null ? String(this.#object.read('id')) : 'Workbook'
  }

  #fire(facts: Readonly<Record<string, unknown>>) {
    const known = this.#event.facts.map((name) => [name, facts[name]])
    const event = { type: this.#event.label, details: undefined, ...Object.fromEntries(known) }
    for (const handler of this.#handlers) {
      // A handler that fails must not keep the others from hearing.
      void Promise.resolve()
        .then(() => handler(event))
        .catch(() => undefined)
    }
  }
}
