/** How the workbook stands towards the server, in one line for the header. */
import type { LinkedBudget } from '../ports/linker.ts'
import type { LiveStatus } from '../ports/live.ts'
import type { SessionState } from '../ports/session.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import type { TextKey } from './text/speak.ts'

export interface SyncStatus {
  readonly key: TextKey
  readonly tone: 'good' | 'busy' | 'attention' | 'bad' | 'plain'
  /** Fills `{when}`. */
  readonly atMs: number | null
}

export interface SyncFacts {
  readonly session: SessionState
  /** Undefined: not read yet. */
  readonly linked: LinkedBudget | null | undefined
  readonly sync: SyncView
  readonly live: LiveStatus
}

/** What most asks for attention comes first. */
export function syncStatus({ session, linked, sync, live }: SyncFacts): SyncStatus {
  const status = (key: TextKey, tone: SyncStatus['tone'], atMs: number | null = null) => ({ key, tone, atMs })
  if (linked === undefined) return status('statusReading', 'busy')
  if (linked === null) return status('statusUnlinked', 'plain')
  if (session.kind !== 'signed-in') return status('statusSignedOut', 'attention')
  switch (sync.kind) {
    case 'reading':
    case 'sending':
    case 'writing':
      return status('statusBusy', 'busy')
    case 'waiting':
      return status('statusWaiting', 'attention')
    case 'asking':
      return status('statusAsking', 'attention')
    case 'refused':
      return status('statusRefused', 'bad')
    case 'unlinked':
    case 'idle':
    case 'previewed':
      break
  }
  if (live === 'offline') return status('statusOffline', 'attention')
  if (sync.hasNews) return status('statusNews', 'attention')
  if (sync.hasEdits) return status('statusEdited', 'plain')
  if (sync.syncedAtMs === null) return status(linked.headSeq === null ? 'statusNever' : 'statusSyncedBefore', 'plain')
  return status('statusSynced', 'good', sync.syncedAtMs)
}
