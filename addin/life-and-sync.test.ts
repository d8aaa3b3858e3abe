import { expect, test } from 'vitest'
import { lifeSchema } from '#shared/lifecycle/index.ts'
import { joinLifeAndSync } from './life-and-sync.ts'
import { type LifeView, unreadLife } from './ports/life-desk.ts'
import { refusal } from './ports/memory-server.test-data.ts'
import { firstSyncView, type SyncView } from './ports/synchroniser.ts'

/** Both sides, what they asked of each other, and how each of them shows something new. */
function joined(life: LifeView['life']) {
  const asked: string[] = []
  let showSync: (view: SyncView) => void = () => undefined
  let showLife: (view: LifeView) => void = () => undefined
  joinLifeAndSync(
    {
      current: () => firstSyncView,
      subscribe: (listener) => {
        showSync = listener
        return () => undefined
      },
      unlocked: () => void asked.push('unlocked'),
    },
    {
      current: () => ({ ...unreadLife, life }),
      subscribe: (listener) => {
        showLife = listener
        return () => undefined
      },
      synchronised: async () => void asked.push('synchronised'),
      renew: async () => void asked.push('renew'),
    },
  )
  return {
    asked,
    sync: (change: Partial<SyncView>) => showSync({ ...firstSyncView, ...change }),
    life: (next: LifeView['life']) => showLife({ ...unreadLife, life: next }),
  }
}

const lifeIn = (staat: string) => lifeSchema.parse({ staat, mag: [], indieningen: [] })

test('[S-121] a push refused for a budget that is not open asks for the life anew, once; a synchronisation tells it', () => {
  const { asked, sync } = joined(null)
  const error = refusal('begroting-vergrendeld')
  sync({ kind: 'refused', error })
  sync({ kind: 'refused', error, hasNews: true })
  sync({ kind: 'refused', error: refusal('protocol-te-oud') })
  sync({ syncedAtMs: 5 })
  expect(asked).toEqual(['renew', 'synchronised'])
})

test('[S-121] only a life that was read just now, and is in concept, ends the refusal', () => {
  const before = lifeIn('concept')
  const { asked, life } = joined(before)
  life(before)
  life(lifeIn('ingediend'))
  life(lifeIn('teruggegeven'))
  expect(asked).toEqual([])
  life(lifeIn('concept'))
  expect(asked).toEqual(['unlocked'])
})
