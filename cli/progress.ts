/** A line on the terminal that says how far long work is; work that ends within half a second shows nothing. */
import { styleText } from 'node:util'

const silentMs = 500
const refreshMs = 100
/** In a log file every line stays. */
const refreshMsLog = 2_000

export interface Progress {
  readonly step: (done: number, what: string) => void
  readonly end: () => void
}

/** `total`: how many steps make the work. Writes to stderr, so that the output stays clean. */
export function startProgress(label: string, total: number): Progress {
  const startedMs = performance.now()
  let shownMs = 0
  let isShown = false
  const isTerminal = process.stderr.isTTY === true
  return {
    step(done, what) {
      const nowMs = performance.now()
      if (nowMs - startedMs < silentMs || nowMs - shownMs < (isTerminal ? refreshMs : refreshMsLog)) return
      shownMs = nowMs
      isShown = true
      const line = `${label} ${done}/${total} ${what}`
      process.stderr.write(isTerminal ? `\r\u001b[K${styleText('dim', line)}` : `${line}\n`)
    },
    end() {
      if (isShown && isTerminal) process.stderr.write('\r\u001b[K')
    },
  }
}
