import { messageCategories, type WireEntry } from '../host/wire.ts'
import type { Transport } from './transport.ts'

type Listener = (facts: Readonly<Record<string, unknown>>) => void

/** Hands the events of the host to those who listen, by number and target. */
export class EventListeners {
  readonly #listeners = new Map<string, Set<Listener>>()

  constructor(transport: Transport) {
    transport.listen((entries) => {
      for (const entry of entries) if (entry.messageCategory === messageCategories.event) this.#handOut(entry)
    })
  }

  /** Calling what is returned stops it. */
  listen(type: number, target: string, listener: Listener): () => void {
    const key = `${type} ${target}`
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  #handOut(entry: WireEntry) {
    const facts = JSON.parse(entry.message) as Readonly<Record<string, unknown>>
    for (const listener of this.#listeners.get(`${entry.messageType} ${entry.targetId}`) ?? []) listener(facts)
  }
}
