/**
 * Cells can stay #BUSY! in Excel although their value was given (office-js issue 6930). When nothing is under way and the
 * same cells are busy twice in a row, they are computed anew, once, and then left in peace for a while.
 */
import type { FunctionDesk } from '../ports/functions.ts'
import type { Workbook } from '../ports/workbook.ts'
import type { Clock } from './clock.ts'

export interface WatchdogParts {
  readonly workbook: Pick<Workbook, 'busyCells' | 'recalculateFunctions'>
  readonly desk: Pick<FunctionDesk, 'counters' | 'subscribe'>
  readonly clock: Clock
}

export interface Watchdog {
  /** How often it computed cells anew. */
  readonly recalculations: () => number
  readonly stop: () => void
}

const graceMs = 5_000
const cooldownMs = 60_000

/** Looks only after functions did something, and once at the start. */
export function startWatchdog({ workbook, desk, clock }: WatchdogParts): Watchdog {
  let stopTimer: (() => void) | null = null
  let isLooking = false
  let isStopped = false
  let suspects: ReadonlySet<string> = new Set()
  let recalculations = 0
  let quietUntilMs = 0

  const lookLater = (ms: number) => {
    if (isStopped || isLooking || stopTimer !== null) return
    stopTimer = clock.after(ms, () => {
      stopTimer = null
      void lookOnce()
    })
  }

  const lookOnce = async () => {
    isLooking = true
    const isToBeContinued = await look()
    isLooking = false
    if (isToBeContinued) lookLater(Math.max(graceMs, quietUntilMs - clock.now()))
  }

  /** Whether to look again. */
  const look = async (): Promise<boolean> => {
    if (desk.counters().busy > 0) return true
    try {
      const busy = await workbook.busyCells()
      const isStuck = busy.some((cell) => suspects.has(cell))
      suspects = new Set(busy)
      if (busy.length === 0) return false
      if (isStuck && !isStopped && desk.counters().busy === 0) await recalculate()
      return true
    } catch {
      // Somebody is typing, or Excel is not ready: the next look will do.
      return true
    }
  }

  const recalculate = async () => {
    suspects = new Set()
    quietUntilMs = clock.now() + cooldownMs
    recalculations++
    await workbook.recalculateFunctions()
  }

  const unsubscribe = desk.subscribe(() => lookLater(Math.max(graceMs, quietUntilMs - clock.now())))
  lookLater(graceMs)
  return {
    recalculations: () => recalculations,
    stop() {
      isStopped = true
      unsubscribe()
      stopTimer?.()
      stopTimer = null
    },
  }
}
