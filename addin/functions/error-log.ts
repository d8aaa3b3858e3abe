/** The last errors in cells, since not every Excel shows the text of an error at its cell. */
import type { FunctionErrorEntry } from '../ports/functions.ts'

const errorsMax = 50

export interface ErrorLog {
  /** An error that the same cell had before takes its place. */
  readonly add: (entry: FunctionErrorEntry) => void
  /** The newest first. */
  readonly entries: () => readonly FunctionErrorEntry[]
}

export function createErrorLog(): ErrorLog {
  /** In the order in which they came. */
  const entries = new Map<string, FunctionErrorEntry>()
  return {
    add(entry) {
      const { address, name, message } = entry
      const key = JSON.stringify([address, name, address === null ? message.nl : null])
      entries.delete(key)
      entries.set(key, entry)
      for (const oldest of entries.keys()) {
        if (entries.size <= errorsMax) break
        entries.delete(oldest)
      }
    },
    entries: () => [...entries.values()].toReversed(),
  }
}
