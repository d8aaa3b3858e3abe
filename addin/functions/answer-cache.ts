/** Remembers answers by question: those that a cell shows as long as it does, the others for a while. */

export interface Cached {
  /** When the last cell that showed it went away; null while there is one. */
  idleSinceMs: number | null
}

/** How long an answer that nobody shows is trusted: changes are told only while the pane lives. */
const idleMsMax = 300_000
const idleEntriesMax = 2_000

export interface AnswerCache<T extends Cached> {
  /** For a cell that shows it from now on. Undefined when it was never kept, or lay idle for too long. */
  readonly take: (name: string) => T | undefined
  /** Only looks. */
  readonly peek: (name: string) => T | undefined
  readonly keep: (name: string, entry: T) => void
  readonly drop: (name: string) => void
  /** From now on nobody shows it. Beyond 2,000 such answers the one that was shown longest ago goes. */
  readonly rest: (name: string, entry: T) => void
  readonly all: () => Iterable<readonly [name: string, entry: T]>
}

export function createAnswerCache<T extends Cached>(nowMs: () => number): AnswerCache<T> {
  const entries = new Map<string, T>()
  /** In the order in which they came to rest. */
  const idle = new Map<string, T>()
  const drop = (name: string) => {
    entries.delete(name)
    idle.delete(name)
  }
  const peek = (name: string) => {
    const entry = entries.get(name)
    const isOld = entry !== undefined && entry.idleSinceMs !== null && nowMs() - entry.idleSinceMs > idleMsMax
    return isOld ? undefined : entry
  }
  return {
    take(name) {
      const entry = peek(name)
      if (entry === undefined) drop(name)
      else if (entry.idleSinceMs !== null) {
        entry.idleSinceMs = null
        idle.delete(name)
      }
      return entry
    },
    peek,
    keep: (name, entry) => void entries.set(name, entry),
    drop,
    rest(name, entry) {
      entry.idleSinceMs = nowMs()
      idle.set(name, entry)
      for (const oldest of idle.keys()) {
        if (idle.size <= idleEntriesMax) break
        drop(oldest)
      }
    },
    all: () => entries,
  }
}
