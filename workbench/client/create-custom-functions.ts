/// <reference types="custom-functions-runtime" />
import { messageCategories, requestFlags, type WireEntry } from '../host/wire.ts'
import { callService } from './service-call.ts'
import type { Transport } from './transport.ts'

const service = 'Microsoft.ExcelServices.CustomFunctions'

type FunctionBody = (...values: readonly unknown[]) => unknown

/** What a function is given after its own arguments. */
interface Invocation {
  readonly functionName: string
  readonly address?: string
  readonly parameterAddresses?: readonly (string | null)[]
  setResult?: (value: unknown) => void
  onCanceled?: () => void
}

const errorCodes = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const

/** Only these two carry a text. */
const codesWithText: ReadonlySet<string> = new Set([errorCodes.invalidValue, errorCodes.notAvailable])

const numberOfCode: Readonly<Record<string, number>> = { '#N/A': 1, '#DIV/0!': 5, '#NUM!': 6, '#NULL!': 8 }
const numberOfValueError = 7
const numberWhenThrown = 2
const numberWhenRejected = 3

class FunctionError extends Error {
  readonly code: string

  constructor(code: string = errorCodes.invalidValue, message = '') {
    super(message)
    this.code = code
  }

  toJSON() {
    const message = codesWithText.has(this.code) && this.message !== '' ? { message: this.message } : {}
    return { type: 'Error', basicType: 'Error', basicValue: this.code, code: this.code, ...message }
  }
}

/** Id, whether it is good, the value, and the number of the error. */
type Result = readonly [number, boolean, unknown, number?]

/**
 * The namespace `CustomFunctions` over a transport. Results go back together, once for all that were set in the same
 * turn. Calls that come before a function is associated wait for it.
 */
export function createCustomFunctions(transport: Transport): typeof CustomFunctions {
  const bodies = new Map<string, FunctionBody>()
  const running = new Map<number, Invocation>()
  let results: Result[] = []

  const report = (result: Result) => {
    results.push(result)
    if (results.length > 1) return
    queueMicrotask(() => {
      const sent = results
      results = []
      void callService(transport, service, 'SetInvocationArrayResults', [sent], requestFlags.functions)
    })
  }

  const succeed = (id: number, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      report([id, false, String(value), Number.isNaN(value) ? 0 : 6])
    } else report([id, true, value ?? null])
  }

  const fail = (id: number, thrown: unknown, otherwise: number) => {
    if (!(thrown instanceof FunctionError)) {
      report([id, false, typeof thrown === 'string' ? thrown : '', otherwise])
      return
    }
    report([id, false, thrown.message, numberOfCode[thrown.code] ?? numberOfValueError])
  }

  const invoke = (message: InvokeMessage) => {
    const [id, name, values, address, flags, parameterAddresses] = message
    const body = bodies.get(name.toUpperCase())
    if (body === undefined) {
      report([id, false, '', 1])
      return
    }
    const isStreaming = (flags & 2) !== 0
    const invocation: Invocation = {
      functionName: name,
      ...(address === null ? {} : { address }),
      ...(parameterAddresses === null ? {} : { parameterAddresses }),
    }
    if ((flags & 3) !== 0) running.set(id, invocation)
    if (isStreaming) {
      invocation.setResult = (value) => {
        if (running.has(id)) succeed(id, value)
      }
    }
    try {
      const value = body(...values.map(withError), invocation)
      if (isStreaming) return
      if (!isPromise(value)) succeed(id, value)
      else {
        value.then(
          (result) => succeed(id, result),
          (reason: unknown) => fail(id, reason, numberWhenRejected),
        )
      }
    } catch (thrown) {
      fail(id, thrown, numberWhenThrown)
    }
  }

  const cancel = ({ invocationId }: { readonly invocationId: number }) => {
    const invocation = running.get(invocationId)
    running.delete(invocationId)
    invocation?.onCanceled?.()
  }

  transport.listen((entries) => {
    for (const entry of entries.filter(isOfFunctions)) {
      if (entry.messageType === 1000) invoke(JSON.parse(entry.message) as InvokeMessage)
      else if (entry.messageType === 1001) cancel(JSON.parse(entry.message) as { invocationId: number })
    }
  })
  let isAnnounced = false

  /** The host sends calls from the moment that the first functions are there. */
  const announce = () => {
    if (isAnnounced) return
    isAnnounced = true
    const method = '_SetOsfControlContainerReadyForCustomFunctions'
    queueMicrotask(() => void callService(transport, service, method, [], requestFlags.functions))
  }

  const associate = (ids: string | Readonly<Record<string, FunctionBody>>, body?: FunctionBody) => {
    if (typeof ids !== 'string') for (const [id, own] of Object.entries(ids)) bodies.set(id.toUpperCase(), own)
    else if (body !== undefined) bodies.set(ids.toUpperCase(), body)
    announce()
  }

  return { associate, Error: FunctionError, ErrorCode: errorCodes } as unknown as typeof CustomFunctions
}

type InvokeMessage = readonly [
  number,
  string,
  readonly unknown[],
  string | null,
  number,
  readonly (string | null)[] | null,
]

const isOfFunctions = (entry: WireEntry) => entry.messageCategory === messageCategories.customFunction

/** An error among the arguments becomes an object that the function can tell apart. */
function withError(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withError)
  if (typeof value !== 'object' || value === null || !('code' in value)) return value
  return new FunctionError(String(value.code))
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
