/** Edits that follow each other quickly are looked at together, a moment after the first. */
import type { Timers } from '../ports/timers.ts'

/** Edits that come within this time are checked together. */
const gatheringMs = 300
/** After this the workbook is tried again when a person was typing in a cell. */
const cellEditMs = 2_000

export interface GatheredEdits {
  readonly add: (sheet: string) => void
  /** These could not be looked at: later, or with the next edit. */
  readonly putBack: (sheets: ReadonlySet<string>) => void
  readonly stop: () => void
}

export function gatherEdits({ after }: Timers, onDue: (sheets: ReadonlySet<string>) => void): GatheredEdits {
  let sheets = new Set<string>()
  let pending: { readonly ms: number; readonly cancel: () => void } | null = null

  const wait = (ms: number) => {
    pending?.cancel()
    const cancel = after(ms, () => {
      const edited = sheets
      sheets = new Set()
      pending = null
      onDue(edited)
    })
    pending = { ms, cancel }
  }
  return {
    add: (sheet) => {
      sheets.add(sheet)
      if (pending === null || pending.ms > gatheringMs) wait(gatheringMs)
    },
    putBack: (late) => {
      for (const sheet of late) sheets.add(sheet)
      if (pending === null) wait(cellEditMs)
    },
    stop: () => {
      pending?.cancel()
      pending = null
      sheets.clear()
    },
  }
}
