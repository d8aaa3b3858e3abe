/**
 * The answers that cells show. Cells with the same question share one entry and one request; an answer that is known is
 * given at once; what was shown stays until there is something newer.
 */
import type { AreaChange } from '../ports/server.ts'
import { type Cached, createAnswerCache } from './answer-cache.ts'
import type { Batcher, Outcome, Ticket } from './batcher.ts'
import type { CellFailure } from './cell-failure.ts'
import type { Clock } from './clock.ts'
import { type Answer, isTouched, nameOf, type Question } from './question.ts'

/** What a cell is to show now. */
export type Shown =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly failure: CellFailure }
export type ShowInCell = (shown: Shown) => void

export interface AnswerStore {
  /** Calls `show` now when something is known, and from then on whenever that changes. What is returned stops it. */
  readonly subscribe: (question: Question, show: ShowInCell) => () => void
  /** The answer, when it is known; asks nobody. */
  readonly known: (question: Question) => Answer | undefined
  /** What this touches is asked again, or forgotten when no cell shows it. */
  readonly changed: (change: AreaChange) => void
  /** Forgets every answer; cells keep what they show until the new answer is there. */
  readonly forgetAll: () => void
  readonly counters: () => { readonly asked: number; readonly fromCache: number; readonly busy: number }
}

interface Entry extends Cached {
  readonly question: Question
  readonly cells: Set<ShowInCell>
  /** Null: never answered, or forgotten. */
  answer: Answer | null
  /** There is, or should be, a newer answer than this one. */
  isOld: boolean
  /** Why there is no answer, or no newer one. */
  failure: CellFailure | null
  ticket: Ticket | null
  /** A change came while the question was under way: an answer older than this is not the last word. */
  staleBeforeSeq: number | null
}

/** `notify` is called whenever the counters may have changed, often many times in a row. */
export function createAnswerStore(batcher: Batcher, clock: Clock, notify: () => void): AnswerStore {
  const cache = createAnswerCache<Entry>(clock.now)
  let asked = 0
  let fromCache = 0

  return {
    subscribe(question, show) {
      const name = nameOf(question)
      const entry = cache.take(name) ?? newEntry(name, question)
      asked++
      notify()
      entry.cells.add(show)
      if (entry.answer !== null) {
        fromCache++
        tell(show, { kind: 'answer', answer: entry.answer })
      } else if (entry.ticket !== null && entry.failure !== null) {
        tell(show, { kind: 'failure', failure: entry.failure })
      }
      if (entry.isOld && entry.ticket === null) ask(entry)
      return () => leave(name, entry, show)
    },
    known: (question) => cache.peek(nameOf(question))?.answer ?? undefined,
    changed(change) {
      notify()
      for (const [name, entry] of cache.all()) if (isTouched(entry.question, change)) renew(name, entry, change.seq)
    },
    forgetAll() {
      batcher.resume()
      notify()
      for (const [name, entry] of cache.all()) {
        dropTicket(entry)
        entry.answer = null
        entry.isOld = true
        entry.failure = null
        entry.staleBeforeSeq = null
        if (entry.cells.size === 0) cache.drop(name)
        else ask(entry)
      }
    },
    counters() {
      let busy = 0
      for (const [, entry] of cache.all()) {
        if (entry.answer === null && entry.failure === null) busy += entry.cells.size
      }
      return { asked, fromCache, busy }
    },
  }

  function newEntry(name: string, question: Question): Entry {
    const entry: Entry = {
      question,
      cells: new Set(),
      answer: null,
      isOld: true,
      failure: null,
      ticket: null,
      staleBeforeSeq: null,
      idleSinceMs: null,
    }
    cache.keep(name, entry)
    return entry
  }

  function ask(entry: Entry): void {
    entry.isOld = true
    entry.staleBeforeSeq = null
    // Cells that came since the last failure are to hear of the next one, even when it is the same.
    entry.failure = null
    entry.ticket = batcher.ask(entry.question, (outcome) => settle(entry, outcome))
  }

  function settle(entry: Entry, outcome: Outcome): void {
    const { staleBeforeSeq } = entry
    notify()
    if (outcome.kind === 'answered' || outcome.isFinal) entry.ticket = null
    if (outcome.kind === 'answered') showAnswer(entry, outcome.answer)
    else showFailure(entry, outcome.failure)
    // A question that goes on its way again after a failure is asked after the change anyway.
    entry.staleBeforeSeq = null
    const isOvertaken = staleBeforeSeq !== null && (outcome.kind === 'failed' || outcome.seq < staleBeforeSeq)
    if (!isOvertaken || entry.ticket !== null) return
    if (entry.cells.size > 0) ask(entry)
    else entry.isOld = true
  }

  /** A cell that already shows the answer is left alone, so that nothing that depends on it is computed again. */
  function showAnswer(entry: Entry, answer: Answer): void {
    const isSame = entry.failure === null && entry.answer !== null && isEqual(entry.answer, answer)
    entry.answer = answer
    entry.isOld = false
    entry.failure = null
    if (!isSame) for (const show of entry.cells) tell(show, { kind: 'answer', answer })
  }

  /** The last answer stays in sight; only a cell without one is told why. */
  function showFailure(entry: Entry, failure: CellFailure): void {
    const isSame = entry.failure === failure
    if (entry.answer !== null) return
    entry.failure = failure
    if (!isSame) for (const show of entry.cells) tell(show, { kind: 'failure', failure })
  }

  function renew(name: string, entry: Entry, seq: number): void {
    if (entry.cells.size === 0) {
      dropTicket(entry)
      cache.drop(name)
    } else if (entry.ticket === null) ask(entry)
    else if (entry.ticket.isSent()) entry.staleBeforeSeq = Math.max(entry.staleBeforeSeq ?? 0, seq)
  }

  /**
   * Excel may end a call before or after it makes the one that takes its place, so a question that is under way is kept
   * for one turn.
   */
  function leave(name: string, entry: Entry, show: ShowInCell): void {
    if (!entry.cells.delete(show) || entry.cells.size > 0) return
    if (entry.ticket?.isSent() === false) dropTicket(entry)
    clock.soon(() => {
      if (entry.cells.size > 0 || entry.idleSinceMs !== null || cache.peek(name) !== entry) return
      dropTicket(entry)
      if (entry.isOld) cache.drop(name)
      else cache.rest(name, entry)
    })
  }
}

function dropTicket(entry: Entry): void {
  entry.ticket?.cancel()
  entry.ticket = null
}

/** A cell that cannot take its value must not keep the others from theirs. */
function tell(show: ShowInCell, shown: Shown): void {
  try {
    show(shown)
  } catch {
    // The cell is gone; Excel asks again when it comes back.
  }
}

function isEqual(a: Answer, b: Answer): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
