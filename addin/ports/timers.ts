/** Doing something later; a test turns the hands of the clock itself. */
export interface Timers {
  /** Calling what is returned keeps it from happening. */
  readonly after: (ms: number, run: () => void) => () => void
}
