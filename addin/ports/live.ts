/** Word of what other people synchronised, the moment it happens. */
import type { AreaChange } from './server.ts'

export interface Live {
  readonly status: () => LiveStatus
  readonly subscribe: (listener: (change: AreaChange) => void) => () => void
  readonly onStatus: (listener: (status: LiveStatus) => void) => () => void
  readonly start: () => void
  readonly stop: () => void
}

/** `polling`: no WebSocket, so asked every so often. */
export type LiveStatus = 'stopped' | 'connecting' | 'live' | 'polling' | 'offline'
