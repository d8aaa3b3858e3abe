import type { Source } from './book.ts'
import type { Calculation } from './calculation/calculation.ts'
import type { Edits } from './edits.ts'
import type { Lookup } from './lookup.ts'
import type { BookState } from './state.ts'
import type { Style } from './style.ts'

/** What the methods of a book share. */
export interface BookParts {
  readonly state: BookState
  readonly edits: Edits
  readonly calculation: Calculation
  readonly lookup: Lookup
  /** Gives the shared style that is this one with a change. */
  readonly restyled: (style: Style, change: Partial<Style>) => Style
  /** Who makes the change that is under way. */
  readonly source: () => Source
  /** A number that was not given before. */
  readonly nextNumber: () => number
}
