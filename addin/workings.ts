/** Everything behind the pane and the cells: loaded when the pane stands, or when a formula cell asks first. */
import { v7 as uuidV7 } from 'uuid'
import { coverSheet } from '#shared/workbook/cover-layout.ts'
import { templateTables } from '#shared/workbook/tables.ts'
import { createChecker } from './checking/checker.ts'
import { boundFetch } from './choose-session.ts'
import { createWorkbook } from './excel/index.ts'
import { functionImplementations, pageClock, startFunctions, startWatchdog } from './functions/index.ts'
import { linkedBudget } from './linked-budget.ts'
import { joinLifeAndSync } from './life-and-sync.ts'
import { createLifeDesk } from './lifecycle/life-desk.ts'
import { createLinker } from './linking/linker.ts'
import { createLive } from './live/live.ts'
import { openSocket } from './live/open-socket.ts'
import type { Surroundings } from './office/index.ts'
import type { Checker } from './ports/checker.ts'
import type { FunctionDesk } from './ports/functions.ts'
import type { LifeDesk } from './ports/life-desk.ts'
import type { Linker } from './ports/linker.ts'
import type { Live } from './ports/live.ts'
import type { Server } from './ports/server.ts'
import type { Session, SessionState } from './ports/session.ts'
import type { Synchroniser } from './ports/synchroniser.ts'
import type { Workbook } from './ports/workbook.ts'
import { type Preferences, syncStore } from './preferences.ts'
import { createServer } from './server/server.ts'
import { createSynchroniser } from './sync/synchroniser.ts'
import { nextTask, waitFor } from './turns.ts'
import { warnOfUnsentChanges } from './unsent-changes.ts'
import { workbookLists } from './workbook-lists.ts'

export interface Workings {
  readonly server: Server
  readonly workbook: Workbook
  readonly checker: Checker
  readonly synchroniser: Synchroniser
  readonly linker: Linker
  readonly lifeDesk: LifeDesk
  readonly live: Live
  readonly functions: FunctionDesk
  readonly implementations: typeof functionImplementations
}

export interface WorkingsParts {
  readonly surroundings: Surroundings
  readonly preferences: Preferences
  /** Resolves once it is known how people sign in. */
  readonly session: Promise<Session>
}

export function createWorkings({ surroundings, preferences, session }: WorkingsParts): Workings {
  const server = createServer({
    origin: location.origin,
    session: { token: async (options) => (await session).token(options) },
    fetch: boundFetch,
  })
  const workbook = createWorkbook(Excel, surroundings)
  const lists = workbookLists(workbook)
  const clock = pageClock()
  const timers = { after: clock.after }
  const functions = startFunctions({
    server,
    reference: lists.current,
    language: surroundings.language,
    clock,
    random: Math.random,
    isFormattedNumberSupported: surroundings.isSupported('CustomFunctionsRuntime', '1.4'),
  })
  const checker = createChecker({ workbook, clock: clock.now, idle: nextTask, timers })
  const store = syncStore(preferences)
  const synchroniser = createSynchroniser({
    workbook,
    server,
    clock: clock.now,
    random: Math.random,
    timers,
    newId,
    store,
  })
  const linker = createLinker({ workbook, server, newId, functionNamespace: namespaceIn(location.search) })
  const budget = linkedBudget(linker.linked)
  const lifeDesk = createLifeDesk({ server, workbook, linked: budget.refresh, clock: clock.now })
  const live = createLive({
    server,
    open: (ticket, stop) => openSocket(location.origin, ticket, stop, timers),
    wait: waitFor,
    random: Math.random,
  })

  live.subscribe((change) => {
    functions.changed(change)
    const isOwn = budget.isOf(change)
    // A step in the life of the budget changes no row, so there is nothing to fetch.
    if (isOwn && change.isStep !== true) synchroniser.serverChanged(change.seq)
    const isTouched = isOwn || change.touches?.some((areaCode) => budget.isOf({ ...change, areaCode })) === true
    if (isTouched) void lifeDesk.renew()
  })
  checkAfterPull(synchroniser, checker)
  joinLifeAndSync(synchroniser, lifeDesk)
  startWhenSignedIn(session, functions, live)
  startWatchdog({ workbook, desk: functions, clock })
  // Without events nothing is known of edits; everything else works.
  void workbook
    .watch(({ sheet, isRemote }) => {
      if (!isRemote && budget.isLinked() && tableSheets.has(sheet)) synchroniser.workbookChanged()
    })
    .catch(() => undefined)
  if (surroundings.isSupported('SharedRuntime', '1.2')) {
    warnOfUnsentChanges(synchroniser, Office.addin.beforeDocumentCloseNotification)
  }
  // Neither stops the add-in: functions that need lists say that there are none, and a person can synchronise again.
  void lists.refresh().catch(() => undefined)
  void budget
    .refresh()
    .then((linked) => (linked === null ? undefined : synchroniser.resume(linked.workbookId)))
    .catch(() => undefined)

  return {
    server,
    workbook,
    checker,
    synchroniser,
    linker: {
      linked: budget.refresh,
      create: async (wanted, isExample) => {
        await linker.create(wanted, isExample)
        await Promise.all([lists.refresh(), budget.refresh(), workbook.select(coverSheet, 'A1')])
      },
    },
    lifeDesk,
    live,
    functions,
    implementations: functionImplementations,
  }
}

const newId = () => uuidV7()

/** As the manifest of a test version says it; what is no plain name does not get into a formula. */
function namespaceIn(search: string): string | undefined {
  const given = new URLSearchParams(search).get('ns') ?? ''
  return /^[A-Z]{1,20}$/.test(given) ? given : undefined
}

const tableSheets: ReadonlySet<string> = new Set(Object.values(templateTables).map(({ sheet }) => sheet))

/** The add-in's own writes give no hint, so what came from the server is judged when it was written. */
function checkAfterPull(synchroniser: Synchroniser, checker: Checker): void {
  let judged = synchroniser.current().outcome
  synchroniser.subscribe(({ kind, outcome }) => {
    if (kind === 'writing' || outcome === null || outcome === judged) return
    judged = outcome
    if (outcome.pulled > 0 && checker.current().kind !== 'unchecked') void checker.check().catch(() => undefined)
  })
}

/** Another person may see other things, so what the functions know is forgotten; nobody follows what others change. */
function startWhenSignedIn(ready: Promise<Session>, functions: FunctionDesk, live: Live): void {
  let account: string | null = null
  const follow = (state: SessionState) => {
    if (state.kind === 'signed-out') live.stop()
    if (state.kind !== 'signed-in') return
    if (account !== state.account) functions.forgetAll()
    account = state.account
    live.start()
  }
  const begin = async () => {
    const session = await ready
    follow(session.current())
    session.subscribe(follow)
  }
  void begin()
}
