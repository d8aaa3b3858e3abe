import type { WireEntry, WireRequest } from '../host/wire.ts'

/** The way between a client of the Excel API and its host. */
export interface Transport {
  /** Gives the JSON of the answer. */
  readonly send: (request: WireRequest) => Promise<string>
  /** Events, and calls of custom functions. */
  readonly listen: (listener: (entries: readonly WireEntry[]) => void) => void
}
