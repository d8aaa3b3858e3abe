/**
 * Puts the questions of many cells into few requests and sees to it that each of them gets an outcome, whatever the server
 * or the network does.
 */
import type { CellAnswer, CellAnswers, CellQuestion } from '#shared/questions/index.ts'
import type { Server } from '../ports/server.ts'
import { ServerError } from '../ports/server.ts'
import { bytesOf, nextBatch, questionsPerBatchMax } from './batch.ts'
import { afterFailure, closedBreaker, isPaused } from './breaker.ts'
import type { CellFailure } from './cell-failure.ts'
import type { Clock } from './clock.ts'
import type { Answer, Question } from './question.ts'
import { type RequestFailure, requestFailure, unanswered } from './server-failure.ts'

export interface BatcherParts {
  readonly server: Pick<Server, 'askCells'>
  readonly clock: Clock
  readonly random: () => number
}

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly seq: number }
  /** Not final: the question is asked again by itself, and another outcome follows. */
  | { readonly kind: 'failed'; readonly failure: CellFailure; readonly isFinal: boolean }

export interface Ticket {
  /** Whether the question is on its way to the server at this moment. */
  readonly isSent: () => boolean
  /** No outcome follows any more. The request is broken off when nobody else waits for it. */
  readonly cancel: () => void
}

export interface Batcher {
  readonly ask: (question: Question, onOutcome: (outcome: Outcome) => void) => Ticket
  /** Ends a pause: there is reason to think that the server answers now. */
  readonly resume: () => void
  readonly requests: () => number
}

const requestsAtOnceMax = 2
const timeoutMs = 15_000
const aloneDelayMsMin = 2_000
const aloneDelayMsMax = 300_000

interface Waiting {
  readonly key: string
  readonly question: Question
  readonly bytes: number
  readonly onOutcome: (outcome: Outcome) => void
  flight: Flight | null
  /** Answers that the server had given when this question was first sent. */
  answersBefore: number | null
  /** It failed by itself while the server answered others, so it is not to spoil their requests. */
  isAlone: boolean
  aloneDelayMs: number
  stopTimer: (() => void) | null
}

interface Flight {
  readonly items: Set<Waiting>
  readonly aborter: AbortController
  readonly stopTimer: () => void
}

export function createBatcher({ server, clock, random }: BatcherParts): Batcher {
  const queue = new Set<Waiting>()
  const flights = new Set<Flight>()
  let breaker = closedBreaker
  let lastFailure: CellFailure = unanswered
  let stopPause: (() => void) | null = null
  let isFlushDue = false
  let batchMax = questionsPerBatchMax
  let requests = 0
  let answers = 0
  let keys = 0

  return {
    ask(question, onOutcome) {
      const item: Waiting = {
        key: (keys++).toString(36),
        question,
        bytes: bytesOf(question),
        onOutcome,
        flight: null,
        answersBefore: null,
        isAlone: false,
        aloneDelayMs: aloneDelayMsMin,
        stopTimer: null,
      }
      enqueue(item)
      // A new cell does not wait without a word for the end of a pause.
      if (isPaused(breaker, clock.now())) onOutcome({ kind: 'failed', failure: lastFailure, isFinal: false })
      return { isSent: () => item.flight !== null, cancel: () => cancel(item) }
    },
    resume() {
      breaker = closedBreaker
      flushSoon()
    },
    requests: () => requests,
  }

  function enqueue(item: Waiting): void {
    item.flight = null
    queue.add(item)
    flushSoon()
  }

  function flushSoon(): void {
    if (isFlushDue) return
    isFlushDue = true
    clock.soon(flush)
  }

  function flush(): void {
    isFlushDue = false
    stopPause?.()
    stopPause = null
    const nowMs = clock.now()
    if (isPaused(breaker, nowMs)) {
      if (queue.size > 0) stopPause = clock.after(breaker.untilMs - nowMs, flush)
      return
    }
    const atOnceMax = breaker.failures > 0 ? 1 : requestsAtOnceMax
    while (queue.size > 0 && flights.size < atOnceMax) send(nextBatch(queue, batchMax))
  }

  function send(batch: readonly Waiting[]): void {
    const flight: Flight = {
      items: new Set(batch),
      aborter: new AbortController(),
      stopTimer: clock.after(timeoutMs, () => crash(flight, new ServerError('timed-out'))),
    }
    flights.add(flight)
    requests++
    for (const item of batch) {
      queue.delete(item)
      item.flight = flight
      item.answersBefore ??= answers
    }
    const vragen = batch.map(({ key, question }) => ({ ...question, sleutel: key }) as CellQuestion)
    void fly(flight, vragen)
  }

  async function fly(flight: Flight, vragen: readonly CellQuestion[]): Promise<void> {
    try {
      land(flight, await server.askCells({ vragen }, flight.aborter.signal))
    } catch (thrown) {
      crash(flight, thrown)
    }
  }

  /** False: it is over already, because of the time-out or because nobody waits. */
  function end(flight: Flight): boolean {
    flight.stopTimer()
    return flights.delete(flight)
  }

  function land(flight: Flight, { seq, antwoorden }: CellAnswers): void {
    const byKey = firstByKey(antwoorden)
    if (!end(flight)) return
    breaker = closedBreaker
    batchMax = Math.min(questionsPerBatchMax, batchMax * 2)
    answers += byKey.size
    for (const item of flight.items) {
      item.flight = null
      const answer = byKey.get(item.key)
      item.onOutcome(
        answer === undefined
          ? { kind: 'failed', failure: unanswered, isFinal: true }
          : { kind: 'answered', answer: withoutKey(answer), seq },
      )
    }
    flushSoon()
  }

  function crash(flight: Flight, thrown: unknown): void {
    if (!end(flight)) return
    flight.aborter.abort()
    const request = requestFailure(thrown)
    const [first] = flight.items
    const single = flight.items.size === 1 ? first : undefined
    if (single !== undefined && isToBlame(single, request)) sendAloneLater(single, request.failure)
    else failAll(flight, request, request.remedy === 'never' || (request.remedy === 'in-parts' && single !== undefined))
    flushSoon()
  }

  /** Whether it is the question and not the server: others were answered since it was first sent. */
  function isToBlame({ answersBefore }: Waiting, { remedy }: RequestFailure): boolean {
    return remedy === 'again-in-parts' && answers > (answersBefore ?? answers)
  }

  function sendAloneLater(item: Waiting, failure: CellFailure): void {
    item.flight = null
    item.isAlone = true
    item.stopTimer = clock.after(item.aloneDelayMs, () => enqueue(item))
    item.aloneDelayMs = Math.min(aloneDelayMsMax, item.aloneDelayMs * 2)
    item.onOutcome({ kind: 'failed', failure, isFinal: false })
  }

  function failAll({ items }: Flight, { remedy, failure, retryAfterMs }: RequestFailure, isFinal: boolean): void {
    if (remedy === 'again' || remedy === 'again-in-parts') {
      lastFailure = failure
      breaker = afterFailure(breaker, clock.now(), random(), retryAfterMs)
    }
    if (remedy === 'in-parts' || remedy === 'again-in-parts') {
      batchMax = Math.max(1, Math.floor(Math.min(batchMax, items.size) / 2))
    }
    for (const item of items) {
      item.flight = null
      if (!isFinal) enqueue(item)
      // A request that is merely split says nothing about its questions yet.
      if (isFinal || remedy !== 'in-parts') item.onOutcome({ kind: 'failed', failure, isFinal })
    }
  }

  function cancel(item: Waiting): void {
    queue.delete(item)
    item.stopTimer?.()
    const { flight } = item
    if (flight === null) return
    item.flight = null
    flight.items.delete(item)
    if (flight.items.size > 0 || !end(flight)) return
    flight.aborter.abort()
    flushSoon()
  }
}

/** Of two answers to one question the first counts. Throws when the answer has no list, which makes it a bad answer. */
function firstByKey(answers: readonly CellAnswer[]): ReadonlyMap<string, CellAnswer> {
  const byKey = new Map<string, CellAnswer>()
  for (const answer of answers) if (!byKey.has(answer.sleutel)) byKey.set(answer.sleutel, answer)
  return byKey
}

function withoutKey(answer: CellAnswer): Answer {
  const { sleutel: _key, ...rest } = answer
  return rest
}
