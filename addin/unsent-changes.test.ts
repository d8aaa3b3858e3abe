import { expect, test } from 'vitest'
import { firstSyncView, type SyncView } from './ports/synchroniser.ts'
import { warnOfUnsentChanges } from './unsent-changes.ts'

test('closing is warned about after an edit, once, until it was synchronised', () => {
  const asked: string[] = []
  let show: (view: SyncView) => void = () => undefined
  const synchroniser = {
    subscribe: (listener: (view: SyncView) => void) => {
      show = listener
      return () => undefined
    },
  }
  const notice = {
    enable: async () => void asked.push('on'),
    disable: async () => {
      asked.push('off')
      throw new Error('refused by Office')
    },
  }
  warnOfUnsentChanges(synchroniser, notice)
  show(firstSyncView)
  expect(asked).toEqual([])
  show({ ...firstSyncView, hasEdits: true })
  show({ ...firstSyncView, hasEdits: true, kind: 'sending' })
  expect(asked).toEqual(['on'])
  show({ ...firstSyncView, syncedAtMs: 5 })
  expect(asked).toEqual(['on', 'off'])
})
