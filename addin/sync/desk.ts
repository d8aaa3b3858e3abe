/** What the parts of a synchronisation share while a pane is open: ports, schedule, what is shown, and what is remembered. */
import type { Decisions } from '#shared/sync/replica.ts'
import type { Server } from '../ports/server.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import type { Workbook } from '../ports/workbook.ts'
import type { OpenMatters } from './open-matters.ts'
import type { Schedule } from './schedule.ts'
import type { Tally } from './tally.ts'

export interface Desk {
  readonly workbook: Workbook
  readonly server: Pick<Server, 'synchronise'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** A new UUID v7. */
  readonly newId: () => string
  readonly schedule: Schedule
  readonly view: () => SyncView
  readonly show: (change: Partial<SyncView>) => void
  readonly memory: Memory
}

/** In memory only: after a restart the questions come back. */
export interface Memory {
  decisions: Decisions
  matters: OpenMatters
  /** Why finance changes an area's rows. */
  reason: string | undefined
  /** Null: nothing was sent yet. */
  tally: Tally | null
  /** Stamps of the missing rows that the person was shown, by id. */
  shownMissing: ReadonlyMap<string, string>
  isLinked: boolean
  isCancelled: boolean
  /** The newest commit of the store that was heard of, and that this workbook has; null: it never synchronised here. */
  newestSeq: number
  seenSeq: number | null
}
