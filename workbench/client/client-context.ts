import type { WireAnswer } from '../host/wire.ts'
import { ClientError } from './client-error.ts'
import { ClientObject } from './client-object.ts'
import type { EventListeners } from './event-listeners.ts'
import { ObjectPath } from './object-path.ts'
import { PendingRequest } from './pending-request.ts'
import { objectBehind } from './proxies.ts'
import type { Transport } from './transport.ts'

/** How the batches of a context are sent. */
export interface SendOptions {
  readonly flags: number
  readonly undoGroup: string | undefined
}

/** What stands behind a `RequestContext`: what is asked, what was kept, and how it is sent. */
export class ClientContext {
  readonly events: EventListeners
  readonly root: ClientObject
  /** The `RequestContext` that programs see. */
  readonly face: object
  /** References that the host keeps, by object. */
  readonly kept = new Map<ClientObject, string>()
  pending: PendingRequest
  sending: SendOptions = { flags: 0, undoGroup: undefined }
  /** Inside Excel.run, where objects are kept until its end. */
  isRunning = false
  /** While results are taken in, new objects are not asked for: they are known already. */
  isProcessing = false
  readonly #transport: Transport
  #idLast = 0

  constructor(transport: Transport, events: EventListeners) {
    this.#transport = transport
    this.events = events
    this.pending = this.#newRequest()
    this.isProcessing = true
    this.root = new ClientObject(
      this,
      'Workbook',
      new ObjectPath({ id: this.nextId(), type: 1, name: '', parent: null }),
    )
    this.isProcessing = false
    this.face = faceOf(this)
  }

  nextId(): number {
    this.#idLast += 1
    return this.#idLast
  }

  async sync(): Promise<void> {
    const request = this.pending
    this.pending = this.#newRequest()
    await this.#send(request)
  }

  /** Asks the host to keep the object, so that later batches mean the same one. */
  keep(object: ClientObject) {
    if (object.isTracked) return
    object.isTracked = true
    object.invoke('_KeepReference', [], 'nothing')
    this.pending.instantiate(object.path, (value) => object.takeIdentity(value))
  }

  track(object: ClientObject) {
    this.keep(object)
    this.#tracked.add(object)
  }

  untrack(object: ClientObject) {
    this.#tracked.delete(object)
    this.#letGo(object)
  }

  /** At the end of Excel.run: what nobody tracks is over. */
  releaseAll() {
    const released = [...this.kept.keys()].filter((object) => !this.#tracked.has(object))
    for (const object of released) this.#letGo(object)
    for (const object of released) object.path.release()
    if (this.pending.hasActions) void this.sync().catch(() => undefined)
  }

  readonly #tracked = new Set<ClientObject>()

  #letGo(object: ClientObject) {
    const reference = this.kept.get(object)
    this.kept.delete(object)
    object.isTracked = false
    if (reference !== undefined) this.root.invoke('_RemoveReference', [reference], 'nothing')
  }

  #newRequest() {
    return new PendingRequest(() => this.nextId())
  }

  async #send(request: PendingRequest): Promise<void> {
    if (!request.hasActions) return
    const { flags, undoGroup } = this.sending
    const text = JSON.stringify(request.toBatch())
    request.endPaths()
    const sent = await this.#transport.send({ text, flags, ...(undoGroup === undefined ? {} : { undoGroup }) })
    const answer = JSON.parse(sent) as WireAnswer
    this.isProcessing = true
    try {
      request.takeResults(answer.Results)
    } finally {
      this.isProcessing = false
    }
    if (answer.Error === undefined) return
    throw new ClientError(answer.Error.Code, answer.Error.Message, answer.Error.Location)
  }
}

const behind = new WeakMap<object, ClientContext>()

/** Undefined for what is no `RequestContext`. */
export const contextBehind = (value: unknown): ClientContext | undefined =>
  typeof value === 'object' && value !== null ? behind.get(value) : undefined

/** Of one proxy or a list of them. */
const objectsBehind = (given: unknown): readonly ClientObject[] =>
  (Array.isArray(given) ? given : [given]).flatMap((proxy) => objectBehind(proxy) ?? [])

function faceOf(context: ClientContext): object {
  const face = {
    workbook: context.root.proxy,
    get application() {
      return context.root.objectAt('application').proxy
    },
    get runtime() {
      return context.root.objectAt('_Runtime').proxy
    },
    sync: async (passed: unknown) => {
      await context.sync()
      return passed
    },
    load: (proxy: unknown, option: unknown) => objectBehind(proxy)?.load(option),
    trackedObjects: {
      add: (given: unknown) => {
        for (const object of objectsBehind(given)) context.track(object)
      },
      remove: (given: unknown) => {
        for (const object of objectsBehind(given)) context.untrack(object)
      },
    },
  }
  behind.set(face, context)
  return face
}
