/** The last workbook of this browser, kept so that a closed tab loses nothing. */

export interface KeptWorkbook {
  readonly fileName: string
  readonly bytes: Uint8Array
}

export interface KeptWorkbooks {
  /** Null: nothing was kept, or this browser keeps nothing. */
  readonly read: () => Promise<KeptWorkbook | null>
  /** False: this browser keeps nothing, as in a private window. */
  readonly keep: (workbook: KeptWorkbook) => Promise<boolean>
}

const databaseName = 'werkbank'
const storeName = 'werkboek'
const key = 'laatste'

export function browserStore(databases: IDBFactory): KeptWorkbooks {
  return {
    read: async () => {
      try {
        return readKept(await inStore(databases, 'readonly', (store) => store.get(key)))
      } catch {
        // Who has no kept workbook begins with a new one: nothing else depends on this.
        return null
      }
    },
    keep: async (workbook) => {
      try {
        await inStore(databases, 'readwrite', (store) => store.put(workbook, key))
        return true
      } catch {
        return false
      }
    },
  }
}

async function inStore<T>(
  databases: IDBFactory,
  mode: IDBTransactionMode,
  action: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = databases.open(databaseName, 1)
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName))
  const database = await resultOf(opening)
  try {
    return await resultOf(action(database.transaction(storeName, mode).objectStore(storeName)))
  } finally {
    database.close()
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })
}

function readKept(value: unknown): KeptWorkbook | null {
  if (typeof value !== 'object' || value === null || !('fileName' in value) || !('bytes' in value)) return null
  const { fileName, bytes } = value
  return typeof fileName === 'string' && bytes instanceof Uint8Array ? { fileName, bytes } : null
}
