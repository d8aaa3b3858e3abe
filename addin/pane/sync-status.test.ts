import { describe, expect, test } from 'vitest'
import { demoSyncs } from './demo-sync.test-data.ts'
import { demoStates } from './demo-states.test-data.ts'
import { type SyncFacts, syncStatus } from './sync-status.ts'

const neverSent = { ...demoStates.gekoppeld.linked, headSeq: null }
const facts: SyncFacts = {
  session: { kind: 'signed-in', name: 'Controller', account: 'controller-hol' },
  linked: { ...demoStates.gekoppeld.linked, headSeq: 41 },
  sync: demoSyncs.idle,
  live: 'live',
}

describe('the line under the title', () => {
  test('says when the workbook was last synchronised', () => {
    expect(syncStatus(facts)).toEqual({ key: 'statusSynced', tone: 'good', atMs: demoSyncs.idle.syncedAtMs })
  })

  test.for([
    [{ linked: undefined }, 'statusReading'],
    [{ linked: null }, 'statusUnlinked'],
    [{ session: { kind: 'signed-out' } }, 'statusSignedOut'],
    [{ sync: demoSyncs.never, linked: neverSent }, 'statusNever'],
    [{ sync: demoSyncs.never }, 'statusSyncedBefore'],
    [{ sync: { ...demoSyncs.idle, hasEdits: true } }, 'statusEdited'],
    [{ sync: demoSyncs.sending }, 'statusBusy'],
    [{ sync: demoSyncs.writing }, 'statusBusy'],
    [{ sync: demoSyncs.waiting }, 'statusWaiting'],
    [{ sync: demoSyncs.asking }, 'statusAsking'],
    [{ sync: demoSyncs.refused }, 'statusRefused'],
    [{ sync: demoSyncs.news }, 'statusNews'],
    [{ live: 'offline' }, 'statusOffline'],
  ] as const)('with %o it is %s', ([change, key]) => {
    expect(syncStatus({ ...facts, ...change }).key).toBe(key)
  })

  test('what cannot go on comes before news, and no connection before both', () => {
    expect(syncStatus({ ...facts, sync: { ...demoSyncs.refused, hasNews: true } }).key).toBe('statusRefused')
    expect(syncStatus({ ...facts, sync: demoSyncs.news, live: 'offline' }).key).toBe('statusOffline')
  })
})
