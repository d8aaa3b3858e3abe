/**
 * Synchronising the open workbook. This file says who goes when; what is sent and written is decided in `shared/sync`
 * and carried out in `rounds.ts` and `decide.ts`, which are loaded when they are first needed.
 */
import { noDecisions } from '#shared/sync/replica.ts'
import { firstSyncView, type Synchroniser, type SyncView } from '../ports/synchroniser.ts'
import { WorkbookError } from '../ports/workbook.ts'
import type * as Decisions from './decide.ts'
import type { Desk, Memory } from './desk.ts'
import { type Failure, failureOf } from './failure.ts'
import type * as Rounds from './rounds.ts'
import { createSchedule, type ScheduleParts } from './schedule.ts'

export type SynchroniserParts = Pick<Desk, 'workbook' | 'server' | 'clock' | 'newId'> &
  Pick<ScheduleParts, 'random' | 'timers' | 'store'>

export interface ResumableSynchroniser extends Synchroniser {
  /** Goes on with what a pane that was closed had left to send. Call it once the workbook is known to be linked. */
  readonly resume: (workbookId: string) => void
  /** The budget takes changes again: that it did not is no longer told. What was refused waits for the next time. */
  readonly unlocked: () => void
}

export function createSynchroniser(parts: SynchroniserParts): ResumableSynchroniser {
  const { workbook, server, clock, newId } = parts
  const schedule = createSchedule({ ...parts, holder: newId() })
  const memory = newMemory()
  const listeners = new Set<(view: SyncView) => void>()
  let view = firstSyncView
  let lastTurn: Promise<unknown> = Promise.resolve()
  let sending: Promise<void> | null = null
  let isRunning = false
  let decisionsWaiting = 0

  let isEditedSinceReading = false
  const show = (change: Partial<SyncView>) => {
    if (change.kind === 'reading') isEditedSinceReading = false
    // What was typed while the rest was under way did not go along.
    const edits = change.syncedAtMs === undefined ? {} : { hasEdits: isEditedSinceReading }
    view = { ...view, ...change, ...edits }
    for (const listener of listeners) listener(view)
  }
  const desk: Desk = { workbook, server, clock, newId, schedule, memory, show, view: () => view }

  /** One thing at a time: each waits for the one before it, whatever came of that. */
  const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const turn = lastTurn.then(
      () => task(),
      () => task(),
    )
    lastTurn = turn
    return turn
  }
  const rest = (change: Partial<SyncView> = {}) => {
    schedule.arm(() => void inTurn(runWhenDue))
    show({ kind: restingKind(schedule.state().kind, memory), retryAtMs: schedule.dueAtMs(), progress: null, ...change })
  }
  /** Throws what is our own fault, after everything is at rest. */
  const known = (error: unknown): Failure => {
    const failure = failureOf(error)
    if (failure !== undefined) return failure
    schedule.stop()
    rest()
    throw error
  }
  const fail = (error: unknown) => {
    const failure = known(error)
    const state = schedule.state()
    const pushId = state.kind === 'sending' ? state.pushId : newId()
    if (state.kind !== 'sending') schedule.step({ kind: 'sent', pushId })
    schedule.step({ ...failure.event, pushId })
    show({ error: failure.error })
  }

  const run = async (prepare: (rounds: typeof Rounds) => Promise<void> = async () => {}) => {
    schedule.disarm()
    memory.isCancelled = false
    isRunning = true
    try {
      const rounds = await import('./rounds.ts')
      show({ error: null, retryAtMs: null })
      await prepare(rounds)
      await rounds.runRounds(desk)
    } catch (error) {
      fail(error)
    } finally {
      isRunning = false
    }
    if (memory.isCancelled) schedule.stop()
    rest()
  }
  const runWhenDue = async () => {
    const dueAtMs = schedule.dueAtMs()
    if (dueAtMs !== null && dueAtMs <= clock()) await run()
  }
  /** Several decisions shortly after each other go with one request. */
  const decide = (carryOut: (decisions: typeof Decisions) => Promise<boolean>): Promise<void> => {
    decisionsWaiting++
    return inTurn(async () => {
      decisionsWaiting--
      let error: SyncView['error'] = null
      try {
        if (await carryOut(await import('./decide.ts'))) schedule.step({ kind: 'decided' })
      } catch (thrown) {
        error = known(thrown).error
      }
      if (error !== null) rest({ error })
      else if (decisionsWaiting === 0) await run()
    })
  }

  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume: (workbookId) => {
      schedule.adopt(workbookId)
      rest()
    },
    unlocked: () => {
      const state = schedule.state()
      if (state.kind !== 'asking' || state.problem !== 'begroting-vergrendeld') return
      schedule.stop()
      if (view.kind === 'refused') rest({ error: null, preview: null, hasEdits: true })
    },
    preview: () =>
      sending ??
      inTurn(async () => {
        try {
          const rounds = await import('./rounds.ts')
          show({ error: null })
          await rounds.look(desk)
          const isFree = memory.isLinked && schedule.dueAtMs() === null
          rest(isFree ? { kind: 'previewed' } : {})
        } catch (thrown) {
          const { error } = known(thrown)
          rest(isPassing(error) ? { error } : { kind: 'refused', error })
        }
      }),
    send: (choices) => {
      sending ??= inTurn(() => run((rounds) => rounds.choose(desk, choices))).finally(() => {
        sending = null
      })
      return sending
    },
    cancel: () => {
      memory.isCancelled = true
      if (isRunning) return
      schedule.stop()
      rest()
    },
    settle: (decision) => decide(({ settleConflict }) => settleConflict(desk, decision)),
    answer: (question) => decide(({ answerQuestion }) => answerQuestion(desk, question)),
    recover: () =>
      inTurn(async () => {
        memory.decisions = { ...memory.decisions, isRecovering: true }
        await run()
      }),
    retryNow: () => {
      if (!isRunning) void inTurn(() => run())
    },
    workbookChanged: () => {
      isEditedSinceReading = true
      if (!view.hasEdits) show({ hasEdits: true })
    },
    serverChanged: (seq) => {
      memory.newestSeq = Math.max(memory.newestSeq, seq)
      show({ hasNews: memory.newestSeq > (memory.seenSeq ?? 0) })
    },
  }
}

function newMemory(): Memory {
  return {
    decisions: noDecisions,
    matters: { conflicts: new Map(), questions: new Map() },
    reason: undefined,
    tally: null,
    shownMissing: new Map(),
    isLinked: true,
    isCancelled: false,
    newestSeq: 0,
    seenSeq: null,
  }
}

function restingKind(state: ReturnType<Desk['schedule']['state']>['kind'], memory: Memory): SyncView['kind'] {
  if (!memory.isLinked) return 'unlinked'
  if (state === 'due') return 'waiting'
  if (state === 'asking') return 'refused'
  const { conflicts, questions } = memory.matters
  return conflicts.size + questions.size > 0 ? 'asking' : 'idle'
}

/** A person who types in a cell is done in a moment; anything else must be put right first. */
function isPassing(error: SyncView['error']): boolean {
  return error instanceof WorkbookError && error.reason === 'cell-edit'
}
