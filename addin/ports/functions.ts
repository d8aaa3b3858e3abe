/** What the pane may know and do about the custom functions. `addin/functions` implements it. */
import type { AreaChange } from './server.ts'

export interface FunctionDesk {
  /** The newest first; at most 50. */
  readonly errors: () => readonly FunctionErrorEntry[]
  readonly counters: () => FunctionCounters
  readonly subscribe: (listener: () => void) => () => void
  /** Forgets what this change touches; cells that show it ask again. */
  readonly changed: (change: AreaChange) => void
  /** Forgets everything: another person signed in, or a person asked for it. */
  readonly forgetAll: () => void
}

export interface FunctionErrorEntry {
  /** `Voorblad!D12`; null when Excel did not say. */
  readonly address: string | null
  /** `GEBIED.RESTANT` */
  readonly name: string
  readonly message: { readonly nl: string; readonly en: string }
  readonly atMs: number
}

export interface FunctionCounters {
  readonly asked: number
  readonly fromCache: number
  readonly requests: number
  readonly failed: number
  readonly busy: number
}
