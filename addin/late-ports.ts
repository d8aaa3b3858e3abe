/**
 * The ports of the pane before what is behind them is loaded: they show the state in which everything begins, and a command
 * waits for the loading. So the pane stands before most of the add-in has arrived.
 */
import type { PanePorts } from './pane/index.ts'
import { uncheckedState } from './ports/checker.ts'
import { unreadLife } from './ports/life-desk.ts'
import { firstSyncView } from './ports/synchroniser.ts'
import type { Workings } from './workings.ts'

type LatePorts = Pick<
  PanePorts,
  'server' | 'workbook' | 'checker' | 'synchroniser' | 'linker' | 'lifeDesk' | 'live' | 'functions'
>

const noCounters = { asked: 0, fromCache: 0, requests: 0, failed: 0, busy: 0 }

/** `load` gives the same workings every time; a load that failed may be tried again by the next command. */
export function latePorts(load: () => Promise<Workings>): LatePorts {
  let loaded: Workings | null = null
  const ready = async (): Promise<Workings> => {
    loaded = await load()
    return loaded
  }
  const soon = (work: (workings: Workings) => void): void => {
    void ready().then(work, () => undefined)
  }
  /** Listens from the moment that there is something to listen to. */
  const lateListener = (subscribe: (workings: Workings) => () => void): (() => void) => {
    let stop: (() => void) | null = null
    let isStopped = false
    soon((workings) => {
      if (!isStopped) stop = subscribe(workings)
    })
    return () => {
      isStopped = true
      stop?.()
    }
  }
  /** And hears at once how things stand then. */
  const follow = <State>(
    listener: (state: State) => void,
    portOf: (workings: Workings) => {
      readonly current: () => State
      readonly subscribe: (listener: (state: State) => void) => () => void
    },
  ) =>
    lateListener((workings) => {
      const { current, subscribe } = portOf(workings)
      listener(current())
      return subscribe(listener)
    })

  return {
    server: {
      health: async (signal) => (await ready()).server.health(signal),
      me: async () => (await ready()).server.me(),
      areas: async (year) => (await ready()).server.areas(year),
    },
    workbook: {
      select: async (sheet, cell) => (await ready()).workbook.select(sheet, cell),
      repairFormulas: async () => (await ready()).workbook.repairFormulas(),
      recalculateFunctions: async () => (await ready()).workbook.recalculateFunctions(),
    },
    checker: {
      current: () => loaded?.checker.current() ?? uncheckedState,
      subscribe: (listener) => follow(listener, ({ checker }) => checker),
      check: async () => (await ready()).checker.check(),
      follow: async () => (await ready()).checker.follow(),
      unfollow: async () => (await ready()).checker.unfollow(),
      goTo: async (finding) => (await ready()).checker.goTo(finding),
      fix: async (finding) => (await ready()).checker.fix(finding),
      fixAll: async (rule) => (await ready()).checker.fixAll(rule),
      cleanUp: async () => (await ready()).checker.cleanUp(),
    },
    synchroniser: {
      current: () => loaded?.synchroniser.current() ?? firstSyncView,
      subscribe: (listener) => follow(listener, ({ synchroniser }) => synchroniser),
      preview: async () => (await ready()).synchroniser.preview(),
      send: async (choices) => (await ready()).synchroniser.send(choices),
      cancel: () => soon(({ synchroniser }) => synchroniser.cancel()),
      settle: async (decision) => (await ready()).synchroniser.settle(decision),
      answer: async (question) => (await ready()).synchroniser.answer(question),
      recover: async () => (await ready()).synchroniser.recover(),
      retryNow: () => soon(({ synchroniser }) => synchroniser.retryNow()),
      serverChanged: (seq) => soon(({ synchroniser }) => synchroniser.serverChanged(seq)),
      workbookChanged: () => soon(({ synchroniser }) => synchroniser.workbookChanged()),
    },
    linker: {
      linked: async () => (await ready()).linker.linked(),
      create: async (budget, isExample) => (await ready()).linker.create(budget, isExample),
    },
    lifeDesk: {
      current: () => loaded?.lifeDesk.current() ?? unreadLife,
      subscribe: (listener) => follow(listener, ({ lifeDesk }) => lifeDesk),
      refresh: async () => (await ready()).lifeDesk.refresh(),
      renew: async () => (await ready()).lifeDesk.renew(),
      synchronised: async () => (await ready()).lifeDesk.synchronised(),
      take: async (name, remark, decision) => (await ready()).lifeDesk.take(name, remark, decision),
      signOff: async (outcome, remark) => (await ready()).lifeDesk.signOff(outcome, remark),
      waive: async (key, reason) => (await ready()).lifeDesk.waive(key, reason),
      withdrawWaiver: async (waiverId) => (await ready()).lifeDesk.withdrawWaiver(waiverId),
    },
    live: {
      status: () => loaded?.live.status() ?? 'stopped',
      onStatus: (listener) => follow(listener, ({ live }) => ({ current: live.status, subscribe: live.onStatus })),
    },
    functions: {
      errors: () => loaded?.functions.errors() ?? [],
      counters: () => loaded?.functions.counters() ?? noCounters,
      subscribe: (listener) => lateListener(({ functions }) => functions.subscribe(listener)),
      forgetAll: () => soon(({ functions }) => functions.forgetAll()),
    },
  }
}
