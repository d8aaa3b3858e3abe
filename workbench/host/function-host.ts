import type { FunctionCall, FunctionHost } from '../book/book.ts'
import type { Faults } from './faults.ts'
import { errorOf, prepareArguments, shownOf } from './function-arguments.ts'
import { type FunctionFacts, readFunctionMetadata } from './function-metadata.ts'
import { HostObject } from './host-object.ts'
import { messageCategories, type WireEntry } from './wire.ts'

/** Numbers of the messages about custom functions. */
const invokeMessage = 1000
const cancelMessage = 1001

/** Bits that go with a call. */
const callFlags = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const

/** One call that a client was asked to carry out; equal streaming calls share one. */
interface Invocation {
  readonly id: number
  readonly facts: FunctionFacts
  readonly values: readonly unknown[]
  readonly address: string | null
  readonly argumentAddresses: readonly (string | null)[] | null
  /** Null: not shared. */
  readonly streamKey: string | null
  readonly listeners: Set<FunctionCall['onValue']>
  last?: Parameters<FunctionCall['onValue']>[0]
}

export interface CustomFunctionHost extends FunctionHost {
  /** Reads `functions.json` of an add-in; its functions then exist as `GEBIED.NAAM`. */
  readonly useMetadata: (namespace: string, json: unknown) => void
  /** The object that clients report to. */
  readonly service: HostObject
  /** Calls sent to the client so far. */
  readonly invoked: () => number
  /** Calls that may still give a value. */
  readonly open: () => number
}

/**
 * Drives the custom functions of an add-in through messages, as Excel does. Until the client says that it is ready
 * calls wait; when it says so again (its page was loaded anew) the open calls are sent again.
 */
export function createFunctionHost(push: (entries: readonly WireEntry[]) => void, faults: Faults): CustomFunctionHost {
  const functions = new Map<string, FunctionFacts>()
  const invocations = new Map<number, Invocation>()
  const streams = new Map<string, Invocation>()
  let queue: WireEntry[] = []
  let isReady = false
  let idLast = 0
  let invokedCount = 0

  const enqueue = (entry: WireEntry) => {
    queue.push(entry)
    if (queue.length > 1) return
    queueMicrotask(() => {
      const entries = queue
      queue = []
      if (entries.length > 0) push(entries)
    })
  }

  const invoke = (invocation: Invocation) => {
    if (!isReady) return
    invokedCount += 1
    enqueue(invokeEntry(invocation, invocation.id))
    if (!faults.invokesTwice) return
    idLast += 1
    invokedCount += 1
    enqueue(invokeEntry(invocation, idLast))
  }

  const start = (facts: FunctionFacts, call: FunctionCall, values: readonly unknown[]): Invocation => {
    const { requiresAddress, requiresStreamAddress, requiresParameterAddresses, stream } = facts.options
    const address = (stream ? requiresStreamAddress : requiresAddress) ? call.address : null
    const argumentAddresses = requiresParameterAddresses ? call.argumentAddresses : null
    const streamKey = stream ? JSON.stringify([facts.id, values, address, argumentAddresses]) : null
    const running = streamKey === null ? undefined : streams.get(streamKey)
    if (running !== undefined) return running
    idLast += 1
    const invocation = {
      id: idLast,
      facts,
      values,
      address,
      argumentAddresses,
      streamKey,
      listeners: new Set<FunctionCall['onValue']>(),
    }
    invocations.set(invocation.id, invocation)
    if (streamKey !== null) streams.set(streamKey, invocation)
    invoke(invocation)
    return invocation
  }

  const end = (invocation: Invocation) => {
    invocations.delete(invocation.id)
    if (invocation.streamKey !== null) streams.delete(invocation.streamKey)
  }

  const call = (request: FunctionCall) => {
    const facts = functions.get(request.name)
    if (facts === undefined) return answerAtOnce(request, { error: '#NAME?' })
    const prepared = prepareArguments(facts, request.arguments)
    if (prepared.kind === 'error') return answerAtOnce(request, prepared.error)
    const invocation = start(facts, request, prepared.values)
    // Two cells may pass the same function as listener, so each call gets one of its own.
    const listener: FunctionCall['onValue'] = (value) => request.onValue(value)
    invocation.listeners.add(listener)
    const { last } = invocation
    if (last !== undefined) queueMicrotask(() => invocation.listeners.has(listener) && listener(last))
    const cancel = () => {
      if (!invocation.listeners.delete(listener) || invocation.listeners.size > 0) return
      end(invocation)
      const isCancelable = facts.options.cancelable || facts.options.stream
      if (isCancelable && isReady) enqueue(messageEntry(cancelMessage, { invocationId: invocation.id }))
    }
    return { cancel }
  }

  const settle = (id: unknown, isGood: unknown, value: unknown, code: unknown) => {
    const invocation = invocations.get(Number(id))
    if (invocation === undefined) return
    const shown = isGood === true ? shownOf(value) : errorOf(errorOfCode[Number(code)], reasonOf(value, code))
    invocation.last = shown
    if (!invocation.facts.options.stream) end(invocation)
    for (const listener of invocation.listeners) listener(shown)
  }

  const whenReady = () => {
    isReady = true
    for (const invocation of invocations.values()) invoke(invocation)
  }

  return {
    has: (name) => functions.has(name),
    call,
    useMetadata: (namespace, json) => {
      for (const [name, facts] of readFunctionMetadata(namespace, json)) functions.set(name, facts)
    },
    service: new CustomFunctionService(settle, whenReady),
    invoked: () => invokedCount,
    open: () => invocations.size,
  }
}

function answerAtOnce(request: FunctionCall, value: Parameters<FunctionCall['onValue']>[0]) {
  let isCanceled = false
  queueMicrotask(() => isCanceled || request.onValue(value))
  return {
    cancel: () => {
      isCanceled = true
    },
  }
}

type Settle = (id: unknown, isGood: unknown, value: unknown, code: unknown) => void

class CustomFunctionService extends HostObject {
  readonly kind = 'CustomFunctions'
  readonly scalars = []
  readonly #settle: Settle
  readonly #whenReady: () => void

  constructor(settle: Settle, whenReady: () => void) {
    super()
    this.#settle = settle
    this.#whenReady = whenReady
  }

  _SetOsfControlContainerReadyForCustomFunctions() {
    this.#whenReady()
  }

  _GetEnabledFeatures() {
    return []
  }

  /** `[[id, isGood, value, code?], …]` */
  setInvocationArrayResults(results: unknown) {
    for (const result of Array.isArray(results) ? results : []) {
      const [id, isGood, value, code]: readonly unknown[] = Array.isArray(result) ? result : []
      this.#settle(id, isGood, value, code)
    }
  }

  /** The older form of the same. */
  setInvocationResults(results: unknown) {
    for (const result of Array.isArray(results) ? results : []) {
      const { id, failed, value, errorCode } = result as Readonly<Record<string, unknown>>
      this.#settle(id, failed !== true, value, errorCode)
    }
  }
}

/** 2 is thrown, 3 rejected; both are #VALUE!. 9 and 10: the client does not have the function. */
const errorOfCode: Readonly<Record<number, string>> = {
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#N/A',
  10: '#N/A',
}

/** Only #N/A and #VALUE! carry a text. */
const reasonOf = (value: unknown, code: unknown) => (code === 1 || code === 7 ? value : undefined)

function invokeEntry({ facts, values, address, argumentAddresses }: Invocation, id: number): WireEntry {
  const { stream, cancelable } = facts.options
  const flags =
    (stream || cancelable ? callFlags.cancelable : 0) |
    (stream ? callFlags.streaming : 0) |
    (facts.allowsErrors ? callFlags.errorsAllowed : 0)
  return messageEntry(invokeMessage, [id, facts.id, values, address, flags, argumentAddresses])
}

const messageEntry = (messageType: number, message: unknown): WireEntry => ({
  messageCategory: messageCategories.customFunction,
  messageType,
  targetId: '',
  message: JSON.stringify(message),
})
