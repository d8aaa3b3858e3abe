import type { Book, Box } from '../book/book.ts'
import type { EventTargets } from './events.ts'
import type { HostObject } from './host-object.ts'

/**
 * What the host objects share. Objects of other files are made here, so that those files need not import each other.
 */
export interface HostContext {
  readonly book: Book
  readonly events: EventTargets
  readonly settings: Map<string, unknown>
  /** Gives the same object each time. */
  readonly worksheet: (id: string) => HostObject
  readonly table: (id: string) => HostObject
  readonly range: (sheet: string, box: Box) => HostObject
  /** Answers ApiNotAvailable and counts the member among those that are missing. */
  readonly refuse: (member: string) => never
  /** Members that were set and that the book does not keep: `RangeFont.size`. */
  readonly ignored: (member: string) => void
}
