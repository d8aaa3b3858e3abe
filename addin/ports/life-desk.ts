/** The life of the open workbook's budget on the server. `addin/lifecycle` implements it; the pane shows it. */
import type { Life, SignOffOutcome, TransitionName, Verdict } from '#shared/lifecycle/index.ts'

/** No method throws: what goes wrong stands in the view. */
export interface LifeDesk {
  readonly current: () => LifeView
  readonly subscribe: (listener: (view: LifeView) => void) => () => void
  /** Asks where the budget is in its life and what the server says of its rows. */
  readonly refresh: () => Promise<void>
  /**
   * Reads anew what was read before, at least how far the budget is: after word from the server, or for another person.
   * While something is under way it waits for that. What cannot be read now stays as it was.
   */
  readonly renew: () => Promise<void>
  /** The same after a synchronisation, and writes on the cover how far the budget is, as every step taken here does. */
  readonly synchronised: () => Promise<void>
  /** `decision`: its number, for the transitions that need one. */
  readonly take: (name: TransitionName, remark: string, decision: string) => Promise<void>
  readonly signOff: (outcome: SignOffOutcome, remark: string) => Promise<void>
  /** `key`: `findingKey` of a finding of the verdict. */
  readonly waive: (key: string, reason: string) => Promise<void>
  readonly withdrawWaiver: (waiverId: string) => Promise<void>
}

export interface LifeView {
  /** `unread`: nobody asked for the verdict yet; the life may be known. */
  readonly kind: 'unread' | 'reading' | 'read' | 'working'
  /** Null: not read yet, or the workbook is no budget. */
  readonly life: Life | null
  readonly verdict: Verdict | null
  readonly readAtMs: number | null
  /** Titles on the sheet Codes of the lists that the server has otherwise by now; it judges by its own. */
  readonly staleLists: readonly string[]
  /** What went wrong last; a ServerError or WorkbookError. A refusal of the server says which findings block. */
  readonly error: unknown
  /** Findings for which the server refused the last transition. */
  readonly blocking: Verdict['bevindingen']
}

export const unreadLife: LifeView = {
  kind: 'unread',
  life: null,
  verdict: null,
  readAtMs: null,
  staleLists: [],
  error: null,
  blocking: [],
}
