import type { Timers } from '../ports/timers.ts'

/** Time as the functions need it; a test puts its own in. */
export interface Clock extends Timers {
  readonly now: () => number
  /** Runs when what is going on now has ended, also while the pane is hidden. */
  readonly soon: (run: () => void) => void
}

/**
 * The clock of the page. A hidden pane gets its timers only once a second, so `soon` goes by a message: Excel asks for
 * thousands of cells in one turn, and the first message comes right after it.
 */
export function pageClock(): Clock {
  const waiting: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    for (const run of waiting.splice(0)) run()
  })
  port1.start()
  return {
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    soon: (run) => {
      if (waiting.push(run) === 1) port2.postMessage(null)
    },
  }
}
