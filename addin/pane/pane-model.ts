/** The states of the ports as signals, and what the pane itself remembers while it is open. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CheckState } from '../ports/checker.ts'
import type { LifeView } from '../ports/life-desk.ts'
import type { LinkedBudget } from '../ports/linker.ts'
import type { LiveStatus } from '../ports/live.ts'
import type { Me } from '../ports/server.ts'
import type { SessionState } from '../ports/session.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import { everything, type FindingFilter } from './check/filter.ts'
import type { PaneIntent, PanePorts } from './ports.ts'
import { changeCount } from './start/todo.ts'
import { type Speaker, speaker, type Texts } from './text/speak.ts'

export const tabIds = ['start', 'check', 'sync', 'submit', 'about'] as const
export type TabId = (typeof tabIds)[number]

/** Something that a person asked for and that did not work. */
export interface Failure {
  readonly error: unknown
  readonly atMs: number
  /** For what nobody clicked on, so that there is no button for it elsewhere. */
  readonly retry?: () => unknown
}

export interface PaneModel extends Speaker {
  readonly ports: PanePorts
  readonly session: ReadonlySignal<SessionState>
  readonly check: ReadonlySignal<CheckState>
  readonly sync: ReadonlySignal<SyncView>
  readonly life: ReadonlySignal<LifeView>
  readonly live: ReadonlySignal<LiveStatus>
  /** Goes up when the errors or counters of the functions change. */
  readonly functionsTick: ReadonlySignal<number>
  /** Null while nobody is signed in or the server has not answered. */
  readonly me: Signal<Me | null>
  /** Undefined until the workbook was read. */
  readonly linked: Signal<LinkedBudget | null | undefined>
  readonly tab: Signal<TabId>
  readonly filter: Signal<FindingFilter>
  /** What the person wants; following begins with the first check. */
  readonly isFollowing: Signal<boolean>
  readonly failure: Signal<Failure | null>
  /** What a screen reader says next. */
  readonly announcement: Signal<string>
  /** A command is under way; another one waits until it is done. */
  readonly isBusy: Signal<boolean>
  /** A command in the workbook takes so long that the person is probably typing in a cell. */
  readonly isExcelSlow: Signal<boolean>
  /** Does what a click asked for and keeps what went wrong for the notice. Gives whether it worked. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>
  /** The same for work that Excel holds up while somebody types in a cell. */
  readonly attemptInWorkbook: (work: () => Promise<unknown>) => Promise<boolean>
  /** The same for work that must not begin twice: while it is under way another such click does nothing. */
  readonly attemptAlone: (work: () => Promise<unknown>) => Promise<boolean>
  readonly checkWorkbook: () => Promise<void>
  readonly previewSync: () => Promise<void>
  readonly readLinked: () => Promise<void>
  /** Undefined when the words are there already. */
  readonly wordsToCome: Promise<void> | undefined
  readonly stop: () => void
}

/** Excel answers a command within this time, unless a cell is being edited. */
const excelPatienceMs = 1_500

export function createPaneModel(ports: PanePorts): PaneModel {
  const { session, checker, synchroniser, lifeDesk, live, functions } = ports
  const stops: (() => void)[] = []
  const follow = <State>(current: () => State, subscribe: (listener: (state: State) => void) => () => void) => {
    const state = signal(current())
    stops.push(subscribe((next) => (state.value = next)))
    return state
  }
  const functionsTick = signal(0)
  stops.push(functions.subscribe(() => (functionsTick.value += 1)))

  const english = signal<Texts | null>(null)
  const model: PaneState = {
    ...speaker(ports.language, english, ports.nowMs),
    ports,
    session: follow(session.current, session.subscribe),
    check: follow(checker.current, checker.subscribe),
    sync: follow(synchroniser.current, synchroniser.subscribe),
    life: follow(lifeDesk.current, lifeDesk.subscribe),
    live: follow(live.status, live.onStatus),
    functionsTick,
    me: signal(null),
    linked: signal(undefined),
    tab: signal('start'),
    filter: signal(everything),
    isFollowing: signal(true),
    failure: signal(null),
    announcement: signal(''),
    isBusy: signal(false),
    isExcelSlow: signal(false),
  }
  const commands = commandsOf(model)
  stops.push(...reactionsOf({ ...model, ...commands }))
  let wordsToCome: Promise<void> | undefined
  stops.push(
    effect(() => {
      if (ports.language.value === 'en') wordsToCome ??= fetchEnglish(english)
    }),
  )
  return { ...model, ...commands, wordsToCome, stop: () => stops.forEach((stop) => stop()) }
}

type PaneCommands = Pick<
  PaneModel,
  'attempt' | 'attemptInWorkbook' | 'attemptAlone' | 'checkWorkbook' | 'previewSync' | 'readLinked'
>
type PaneState = Omit<PaneModel, keyof PaneCommands | 'wordsToCome' | 'stop'>

/** Without them people read Dutch, which is better than nothing. */
async function fetchEnglish(english: Signal<Texts | null>): Promise<void> {
  try {
    english.value = (await import('./text/en.ts')).en
  } catch {
    // Offline, or replaced by a newer version: the next time that the pane opens it is tried again.
  }
}

function commandsOf(model: PaneState): PaneCommands {
  const { ports, failure, isBusy, isExcelSlow } = model
  const attempt = async (work: () => Promise<unknown>) => {
    failure.value = null
    try {
      await work()
      return true
    } catch (error) {
      failure.value = { error, atMs: ports.nowMs() }
      return false
    }
  }
  const attemptInWorkbook = async (work: () => Promise<unknown>) => {
    const slow = setTimeout(() => (isExcelSlow.value = true), excelPatienceMs)
    try {
      return await attempt(work)
    } finally {
      clearTimeout(slow)
      isExcelSlow.value = false
    }
  }
  const attemptAlone = async (work: () => Promise<unknown>) => {
    if (isBusy.value) return false
    isBusy.value = true
    try {
      return await attemptInWorkbook(work)
    } finally {
      isBusy.value = false
    }
  }
  let isFollowed = false
  const checkWorkbook = async () => {
    model.announcement.value = model.say('checking')
    await attemptAlone(async () => {
      await ports.checker.check()
      if (!isFollowed && model.isFollowing.value) {
        isFollowed = true
        await ports.checker.follow()
      }
    })
    const { kind, findings } = model.check.value
    if (kind === 'checked') model.announcement.value = model.count('checkDone', findings.length)
  }
  const readLinked = async () => {
    try {
      model.linked.value = await ports.linker.linked()
    } catch (error) {
      failure.value = { error, atMs: ports.nowMs(), retry: () => attempt(readLinked) }
    }
  }
  return {
    attempt,
    attemptInWorkbook,
    attemptAlone,
    checkWorkbook,
    previewSync: async () => {
      await attemptAlone(ports.synchroniser.preview)
    },
    readLinked,
  }
}

/** What follows by itself: the account after signing in, the link after a synchronisation, the tab after a ribbon button. */
function reactionsOf(model: PaneState & PaneCommands): readonly (() => void)[] {
  const { ports, session, sync, me, tab } = model
  let account: string | undefined
  /** An answer about somebody who is not signed in any more is dropped. */
  const readMe = async () => {
    const asked = account
    try {
      const found = await ports.server.me()
      if (asked === account) me.value = found
    } catch (error) {
      if (asked !== account) return
      model.failure.value = { error, atMs: ports.nowMs(), retry: () => model.attempt(readMe) }
    }
  }
  const followAccount = effect(() => {
    const state = session.value
    const next = state.kind === 'signed-in' ? state.account : undefined
    if (next === account) return
    account = next
    me.value = null
    if (next !== undefined) void readMe()
  })
  /** Whose rights and whose budget the life was read for. */
  let livesFor: string | undefined
  const followLife = effect(() => {
    const budget = model.linked.value
    const isKnown = session.value.kind === 'signed-in' && budget !== null && budget !== undefined
    const next = isKnown ? [account, budget.areaCode, budget.year, budget.version].join(' ') : undefined
    if (next === livesFor) return
    livesFor = next
    // Nobody asked for it; that the rest of the add-in does not load is told by what somebody asks for.
    if (next !== undefined) void ports.lifeDesk.renew().catch(() => undefined)
  })
  let syncedAtMs: number | null | undefined
  const followLink = effect(() => {
    const next = sync.value.syncedAtMs
    if (next === syncedAtMs) return
    syncedAtMs = next
    void model.readLinked()
  })
  const onIntent = ports.onIntent((intent: PaneIntent) => {
    tab.value = tabOfIntent[intent]
    if (intent === 'controleren') void model.checkWorkbook()
    if (intent === 'synchroniseren') void model.previewSync()
  })
  let spoken = sync.peek().kind
  const speakProgress = effect(() => {
    const { kind } = sync.value
    if (kind === spoken) return
    spoken = kind
    const words = wordsOfProgress(model, sync.value)
    if (words !== undefined) model.announcement.value = words
  })
  return [followAccount, followLife, followLink, speakProgress, onIntent]
}

/** A screen reader hears what began and what is asked, not every row that was sent. */
function wordsOfProgress(
  { say, count }: Speaker,
  { kind, conflicts, questions, preview }: SyncView,
): string | undefined {
  switch (kind) {
    case 'reading':
    case 'sending':
    case 'writing':
      return say(kind)
    case 'previewed':
      return preview === null ? undefined : count('previewReady', changeCount(preview))
    case 'waiting':
      return say('waitingTitle')
    case 'asking':
      return count('questionsBadge', conflicts.length + questions.length)
    case 'idle':
      return say('syncFinished')
    case 'refused':
    case 'unlinked':
      // What is shown then is an alert of its own, or nothing that happened just now.
      return undefined
  }
}

const tabOfIntent: Readonly<Record<PaneIntent, TabId>> = {
  controleren: 'check',
  synchroniseren: 'sync',
  start: 'start',
}
