/** When to synchronise: the state machine of `shared/sync`, kept in the store and hung on a timer. */
import { nextSyncState, type SyncEvent, type SyncState } from '#shared/sync/retry.ts'
import { ServerError } from '../ports/server.ts'
import type { Timers } from '../ports/timers.ts'
import { heldForMs, readRemembered, type SyncStore, writeRemembered } from './remembered-state.ts'

export interface ScheduleParts {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  readonly timers: Timers
  readonly store: SyncStore
  /** Names this pane among others. */
  readonly holder: string
}

export interface Schedule {
  readonly state: () => SyncState
  /** When it goes by itself; null: it does not. */
  readonly dueAtMs: () => number | null
  /** The workbook is this one: goes on with what a pane that was closed had left. */
  readonly adopt: (workbookId: string) => void
  readonly step: (event: SyncEvent) => void
  /** Forgets what was due. */
  readonly stop: () => void
  /** Calls `fire` when it is due. */
  readonly arm: (fire: () => void) => void
  readonly disarm: () => void
  /** Throws ServerError while another pane sends this workbook. */
  readonly takeTurn: () => void
}

export function createSchedule({ clock, random, timers, store, holder }: ScheduleParts): Schedule {
  let state: SyncState = { kind: 'idle' }
  let workbookId: string | null = null
  let cancelTimer = noTimer

  const heldMs = () => (workbookId === null ? 0 : heldForMs(readRemembered(store, workbookId), holder, clock()))
  const become = (next: SyncState) => {
    state = next
    // Writing over the turn of another pane would end it.
    if (workbookId !== null && heldMs() === 0) writeRemembered(store, workbookId, { holder, atMs: clock() }, state)
  }
  const dueAtMs = () => (state.kind === 'due' ? state.atMs : null)
  return {
    state: () => state,
    dueAtMs,
    adopt: (id) => {
      if (workbookId === id) return
      workbookId = id
      const remembered = readRemembered(store, id)
      if (remembered === null || state.kind !== 'idle') return
      const waitMs = heldForMs(remembered, holder, clock())
      const restarted = nextSyncState(remembered.state, { kind: 'restarted' }, clock(), random())
      const isLater = restarted.kind === 'due' && waitMs > 0
      become(isLater ? { ...restarted, atMs: Math.max(restarted.atMs, clock() + waitMs) } : restarted)
    },
    step: (event) => become(nextSyncState(state, event, clock(), random())),
    stop: () => become({ kind: 'idle' }),
    arm: (fire) => {
      cancelTimer()
      const atMs = dueAtMs()
      cancelTimer = atMs === null ? noTimer : timers.after(Math.max(0, atMs - clock()), fire)
    },
    disarm: () => cancelTimer(),
    takeTurn: () => {
      const retryAfterMs = heldMs()
      if (retryAfterMs > 0)
        throw new ServerError('too-busy', { problem: 'werkboek-bezet', retryAfterMs, detail: busyText })
    },
  }
}

const noTimer = () => {}

const busyText = {
  nl: 'Dit werkboek wordt al gesynchroniseerd in een ander venster; zodra dat klaar is, gaat het hier verder.',
  en: 'This workbook is being synchronised in another window already; it goes on here as soon as that is done.',
}
