/// <reference types="office-js" />
import { requestFlags } from '../host/wire.ts'
import { ClientContext, contextBehind, type SendOptions } from './client-context.ts'
import { invalidArgument, runMustReturnPromise } from './client-error.ts'
import { EventListeners } from './event-listeners.ts'
import { excelNames } from './excel-names.ts'
import type { Transport } from './transport.ts'

interface RunOptions {
  readonly delayForCellEdit?: boolean
  readonly mergeUndoGroup?: boolean
}

type Batch = (context: object) => unknown

/** The namespace `Excel` over a transport, without Microsoft's code. It has what `object-kinds.ts` lists. */
export function createExcel(transport: Transport): typeof Excel {
  const events = new EventListeners(transport)
  let groupLast = 0

  /** Excel.run(batch), Excel.run(options, batch), or Excel.run(context, batch) to go on with an earlier context. */
  const run = async (...given: readonly unknown[]): Promise<unknown> => {
    const batch = given.at(-1)
    if (typeof batch !== 'function' || given.length > 2) throw invalidArgument('batch', 'Excel.run')
    const first = given.length === 2 ? given[0] : {}
    groupLast += 1
    const earlier = contextBehind(first)
    const context = earlier ?? new ClientContext(transport, events)
    context.sending = sendingOf(earlier === undefined ? (first as RunOptions) : {}, `run ${groupLast}`)
    context.isRunning = true
    try {
      const outcome = (batch as Batch)(context.face)
      if (!isPromise(outcome)) throw runMustReturnPromise()
      const result = await outcome
      await context.sync()
      return result
    } finally {
      context.isRunning = false
      context.releaseAll()
    }
  }

  function RequestContext() {
    return new ClientContext(transport, events).face
  }

  // The proxies have no static types: which members exist is a table, not a class.
  return { ...excelNames, run, RequestContext } as unknown as typeof Excel
}

const sendingOf = ({ delayForCellEdit, mergeUndoGroup }: RunOptions, group: string): SendOptions => ({
  flags: delayForCellEdit === true ? requestFlags.delayForCellEdit : 0,
  undoGroup: mergeUndoGroup === true ? group : undefined,
})

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
