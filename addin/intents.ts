/** From the buttons on the ribbon to the pane: a press that comes before the pane is there waits for it. */
import type { Intent } from './office/index.ts'

export interface IntentHub {
  readonly tell: (intent: Intent) => void
  readonly subscribe: (listener: (intent: Intent) => void) => () => void
}

export function intentHub(): IntentHub {
  const listeners = new Set<(intent: Intent) => void>()
  let waiting: Intent | null = null
  return {
    tell: (intent) => {
      if (listeners.size === 0) waiting = intent
      for (const listener of listeners) listener(intent)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (waiting !== null) listener(waiting)
      waiting = null
      return () => listeners.delete(listener)
    },
  }
}
