/** Small choices of a person that outlive the pane. A browser that keeps nothing is no error: then they last as long as it. */
import type { SyncStore } from './sync/remembered-state.ts'

export interface Preferences {
  readonly get: (key: string) => string | null
  readonly set: (key: string, value: string) => void
}

/** `prefix` is that of Office where it does not give each add-in a storage of its own. */
export function preferencesIn(storage: Pick<Storage, 'getItem' | 'setItem'>, prefix: string): Preferences {
  const memory = new Map<string, string>()
  return {
    get: (key) => {
      try {
        return storage.getItem(`${prefix}gebied.${key}`) ?? memory.get(key) ?? null
      } catch {
        return memory.get(key) ?? null
      }
    },
    set: (key, value) => {
      memory.set(key, value)
      try {
        storage.setItem(`${prefix}gebied.${key}`, value)
      } catch {
        // Full or forbidden: the choice lasts until the pane closes.
      }
    },
  }
}

const key = (workbookId: string) => `synchronisatie.${workbookId}`

/** What is left to synchronise, by workbook: a pane that was closed goes on with it. */
export function syncStore({ get, set }: Preferences): SyncStore {
  return {
    get: (workbookId) => get(key(workbookId)) || null,
    set: (workbookId, text) => set(key(workbookId), text ?? ''),
  }
}
