/** A clock whose hands a test turns, with the timers that hang on it. */
import type { Timers } from './timers.ts'

export class HandClock implements Timers {
  nowMs = 1_700_000_000_000
  private planned: { readonly atMs: number; readonly run: () => void }[] = []

  readonly now = (): number => this.nowMs

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { atMs: this.nowMs + ms, run }
    this.planned.push(timer)
    return () => {
      this.planned = this.planned.filter((other) => other !== timer)
    }
  }

  get waiting(): number {
    return this.planned.length
  }

  /** Turns the clock on and runs what was due, in order of time. */
  pass(ms: number): void {
    this.nowMs += ms
    const due = this.planned.filter(({ atMs }) => atMs <= this.nowMs).sort((a, b) => a.atMs - b.atMs)
    this.planned = this.planned.filter((timer) => !due.includes(timer))
    for (const { run } of due) run()
  }
}
