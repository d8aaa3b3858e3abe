/** Starts the custom functions: one cache and one batcher for all cells, and the desk for the pane. */
import type { Language, Reference } from '#shared/model/index.ts'
import type { FunctionDesk } from '../ports/functions.ts'
import type { Server } from '../ports/server.ts'
import { createAnswerStore } from './answer-store.ts'
import { createBatcher } from './batcher.ts'
import type { Clock } from './clock.ts'
import { setContext } from './context.ts'
import { createErrorLog } from './error-log.ts'

export interface FunctionParts {
  readonly server: Pick<Server, 'askCells'>
  /** The lists of the sheet Codes; null when the workbook has none. */
  readonly reference: () => Reference | null
  /** That of Office. */
  readonly language: Language
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  /** CustomFunctionsRuntime 1.4. */
  readonly isFormattedNumberSupported: boolean
}

/** Call it before Excel calls a function. Calling it anew starts with nothing known. */
export function startFunctions({ clock, ...parts }: FunctionParts): FunctionDesk {
  const batcher = createBatcher({ server: parts.server, clock, random: parts.random })
  const errors = createErrorLog()
  const listeners = new Set<() => void>()
  let failed = 0
  let isNoticeDue = false

  /** Thousands of cells in one turn are one notice. */
  const notify = () => {
    if (isNoticeDue || listeners.size === 0) return
    isNoticeDue = true
    clock.soon(() => {
      isNoticeDue = false
      for (const listener of listeners) listener()
    })
  }

  const answers = createAnswerStore(batcher, clock, notify)
  setContext({
    language: parts.language,
    reference: parts.reference,
    isFormattedNumberSupported: parts.isFormattedNumberSupported,
    answers,
    reportError(name, address, failure) {
      failed++
      errors.add({ address: address ?? null, name: `GEBIED.${name}`, message: failure.wording, atMs: clock.now() })
      notify()
    },
  })

  return {
    errors: errors.entries,
    counters: () => ({ ...answers.counters(), requests: batcher.requests(), failed }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed: answers.changed,
    forgetAll: answers.forgetAll,
  }
}
