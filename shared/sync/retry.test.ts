import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSyncState, retryDelay, type SyncState, triesPerBurstMax } from './retry.ts'

const jitters = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('retrying', () => {
  test('a server that stays away is tried at most 8 times in any 5 minutes', () => {
    fc.assert(
      fc.property(fc.array(jitters, { minLength: 30, maxLength: 30 }), (dice) => {
        const tries = [0]
        for (const [at, jitter] of dice.entries()) tries.push((tries.at(-1) ?? 0) + retryDelay(at + 1, jitter))
        const mostInWindow = Math.max(
          ...tries.map((from) => tries.filter((at) => at >= from && at < from + 300_000).length),
        )
        expect(mostInWindow).toBeLessThanOrEqual(triesPerBurstMax)
      }),
    )
  })

  test('waits longer each time, and jitter spreads clients over half of the wait', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempt) => retryDelay(attempt, 0))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 300_000, 300_000,
    ])
    expect(retryDelay(1, 0.99)).toBe(995)
  })

  test('a failure waits, keeps count, and respects what the server says', () => {
    const sending: SyncState = { kind: 'sending', pushId: 'p1', failures: 2, isDirty: false }
    const failed = { kind: 'failed', pushId: 'p1' } as const
    expect(nextSyncState(sending, failed, 1_000, 0)).toEqual({ kind: 'due', atMs: 3_000, failures: 3 })
    const told = nextSyncState(sending, { ...failed, retryAfterMs: 60_000 }, 1_000, 0)
    expect(told).toEqual({ kind: 'due', atMs: 61_000, failures: 3 })
  })

  test('typing while a request is under way makes another round', () => {
    const sending = nextSyncState({ kind: 'due', atMs: 0, failures: 1 }, { kind: 'sent', pushId: 'p1' }, 0, 0)
    const dirty = nextSyncState(sending, { kind: 'changed' }, 5, 0)
    const answered = { kind: 'answered', pushId: 'p1', hasMore: false } as const
    expect(nextSyncState(sending, answered, 9, 0)).toEqual({ kind: 'idle' })
    expect(nextSyncState(dirty, answered, 9, 0)).toEqual({ kind: 'due', atMs: 9, failures: 0 })
    expect(nextSyncState(sending, { ...answered, hasMore: true }, 9, 0)).toEqual({ kind: 'due', atMs: 9, failures: 0 })
  })

  test('typing does not bring a retry forward', () => {
    const waiting: SyncState = { kind: 'due', atMs: 90_000, failures: 6 }
    expect(nextSyncState(waiting, { kind: 'changed' }, 5, 0)).toEqual(waiting)
    expect(nextSyncState({ kind: 'idle' }, { kind: 'changed' }, 5, 0)).toEqual({ kind: 'due', atMs: 5, failures: 0 })
  })

  test('[I4] an answer, failure or refusal of another push changes nothing', () => {
    const sending: SyncState = { kind: 'sending', pushId: 'p2', failures: 0, isDirty: false }
    const late = [
      { kind: 'answered', pushId: 'p1', hasMore: false },
      { kind: 'failed', pushId: 'p1' },
      { kind: 'refused', pushId: 'p1', problem: 'begroting-vergrendeld' },
    ] as const
    expect(late.map((event) => nextSyncState(sending, event, 0, 0))).toEqual([sending, sending, sending])
  })

  test('[I10] a refusal waits for a person; what was under way at a restart is tried again', () => {
    const sending: SyncState = { kind: 'sending', pushId: 'p1', failures: 0, isDirty: true }
    const refused = { kind: 'refused', pushId: 'p1', problem: 'geschiedenis-wijkt-af' } as const
    const asking = nextSyncState(sending, refused, 0, 0)
    expect(asking).toEqual({ kind: 'asking', problem: 'geschiedenis-wijkt-af' })
    expect(nextSyncState(asking, { kind: 'changed' }, 1, 0)).toEqual(asking)
    expect(nextSyncState(asking, { kind: 'decided' }, 7, 0)).toEqual({ kind: 'due', atMs: 7, failures: 0 })
    expect(nextSyncState(asking, { kind: 'restarted' }, 7, 0)).toEqual(asking)
    const restarted = nextSyncState(sending, { kind: 'restarted' }, 1_000, 0)
    expect(restarted).toEqual({ kind: 'due', atMs: 1_500, failures: 1 })
    expect(nextSyncState(sending, { kind: 'decided' }, 7, 0)).toEqual(sending)
  })
})
