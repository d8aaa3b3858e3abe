import { expect, test } from 'vitest'
import { firstSyncView, type SyncView } from './ports/synchroniser.ts'
import type { ChangeHint } from './ports/workbook.ts'
import { watchUnsentChanges } from './unsent-changes.ts'

/** A workbook and its synchronisation by the hand of the test; `asked` is what Office was asked. */
async function watched(isLinked: boolean) {
  const asked: string[] = []
  let edit: (hint: ChangeHint) => void = () => undefined
  let show: (view: SyncView) => void = () => undefined
  let view = firstSyncView
  await watchUnsentChanges({
    workbook: {
      watch: async (onChange) => {
        edit = onChange
        return async () => undefined
      },
    },
    synchroniser: {
      current: () => view,
      subscribe: (listener) => {
        show = listener
        return () => undefined
      },
    },
    isLinked: () => isLinked,
    notice: {
      enable: async () => void asked.push('on'),
      disable: async () => void asked.push('off'),
    },
  })
  return {
    asked,
    edit: (isRemote = false) => edit({ sheet: 'Begroting', address: 'S5', isRemote }),
    become: (change: Partial<SyncView>) => {
      view = { ...view, ...change }
      show(view)
    },
  }
}

test('closing is warned about after an edit, once, until it was synchronised', async () => {
  const { asked, edit, become } = await watched(true)
  edit()
  edit()
  expect(asked).toEqual(['on'])
  become({ kind: 'reading' })
  become({ kind: 'sending' })
  become({ kind: 'waiting', retryAtMs: 1 })
  expect(asked).toEqual(['on'])
  become({ kind: 'idle', syncedAtMs: 5 })
  expect(asked).toEqual(['on', 'off'])
  edit()
  expect(asked).toEqual(['on', 'off', 'on'])
})

test('what was typed while a synchronisation was under way is warned about until the next one', async () => {
  const { asked, edit, become } = await watched(true)
  edit()
  become({ kind: 'reading' })
  become({ kind: 'sending' })
  edit()
  become({ kind: 'idle', syncedAtMs: 5 })
  expect(asked).toEqual(['on'])
  become({ kind: 'reading' })
  become({ kind: 'idle', syncedAtMs: 6 })
  expect(asked).toEqual(['on', 'off'])
})

test('what a co-author types, or what is typed in another workbook, is not ours to warn about', async () => {
  const linked = await watched(true)
  linked.edit(true)
  const other = await watched(false)
  other.edit()
  expect([linked.asked, other.asked]).toEqual([[], []])
})
