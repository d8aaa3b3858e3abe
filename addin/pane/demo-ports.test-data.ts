/**
 * Ports that stand in one state, and change only as far as a person in the gallery must see something happen. Every call is
 * written down, so that a test in the browser can see what the pane asked for.
 */
import { signal } from '@preact/signals'
import { examplePeople } from '#shared/example/index.ts'
import type { CheckState } from '../ports/checker.ts'
import type { SessionState } from '../ports/session.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import { demoNowMs } from './demo-moment.test-data.ts'
import { type DemoState, demoStates, type PaneStateName } from './demo-states.test-data.ts'
import type { PanePorts, PaneTheme, RequirementSupport } from './ports.ts'

export interface DemoChoices {
  readonly state: PaneStateName
  readonly language: 'nl' | 'en'
  readonly theme: PaneTheme
}

/** `calls`: `synchroniser.send {"deletions":[]}`, in the order in which they came. */
export function createDemoPorts({ state, language, theme }: DemoChoices): {
  ports: PanePorts
  calls: readonly string[]
} {
  const demo: DemoState = demoStates[state]
  const calls: string[] = []
  const noted =
    (name: string, change: () => void = () => undefined) =>
    async (...values: readonly unknown[]) => {
      calls.push([name, ...values.map((value) => JSON.stringify(value))].join(' '))
      change()
    }
  let { linked } = demo
  const rest = {
    linker: {
      linked: async () => linked,
      create: noted('linker.create', () => (linked = demoStates.gekoppeld.linked)),
    },
    functions: {
      errors: () => demo.functionErrors,
      counters: () => ({ asked: 1_284, fromCache: 1_190, requests: 12, failed: demo.functionErrors.length, busy: 0 }),
      subscribe: () => () => undefined,
      forgetAll: () => void calls.push('functions.forgetAll'),
    },
    lifeDesk: {
      current: () => demo.life,
      subscribe: () => () => undefined,
      refresh: noted('lifeDesk.refresh'),
      renew: noted('lifeDesk.renew'),
      synchronised: noted('lifeDesk.synchronised'),
      take: noted('lifeDesk.take'),
      signOff: noted('lifeDesk.signOff'),
      waive: noted('lifeDesk.waive'),
      withdrawWaiver: noted('lifeDesk.withdrawWaiver'),
    },
    live: { status: () => demo.live, onStatus: () => () => undefined },
    workbook: {
      select: noted('workbook.select'),
      repairFormulas: async () => ({ repaired: 3, protectedSheets: ['Voorblad'] }),
      recalculateFunctions: async () => 42,
    },
    server: demoServer(demo),
    copyText: noted('copyText'),
    openHelp: (page: string) => void calls.push(`openHelp ${page}`),
    openRulePage: (rule: string) => void calls.push(`openRulePage ${rule}`),
    startup: { isOn: async () => false, set: noted('startup.set') },
    nowMs: () => demoNowMs,
    onIntent: () => () => undefined,
  }
  const ports: PanePorts = {
    ...rest,
    session: demoSession(demo, noted),
    checker: demoChecker(demo, noted),
    synchroniser: demoSynchroniser(demo, noted),
    support,
    versions: { addin: '0.1.0', manifest: '1.0.0.0', metadata: '1', rules: '2023.1' },
    host: 'Excel 16.0 (PC)',
    theme: signal(theme),
    language: signal(language),
    isFirstRun: signal(demo.isFirstRun),
    newBudgetYear: 2023,
  }
  return { ports, calls }
}

type Note = (name: string, change?: () => void) => (...values: readonly unknown[]) => Promise<void>

/** A state that tells its listeners. */
function told<State>(first: State) {
  let state = first
  const listeners = new Set<(state: State) => void>()
  return {
    current: () => state,
    subscribe: (listener: (state: State) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (next: Partial<State>) => {
      state = { ...state, ...next }
      for (const listener of listeners) listener(state)
    },
  }
}

function demoSession(demo: DemoState, noted: Note): PanePorts['session'] {
  const { current, subscribe, change } = told<SessionState>(demo.session)
  return {
    kind: demo.isLocal ? 'local' : 'nested',
    current,
    subscribe,
    token: async () => 'token',
    signIn: noted('session.signIn', () => change(demoStates.gekoppeld.session)),
    ...(demo.isLocal && {
      signOut: noted('session.signOut', () => change({ kind: 'signed-out' })),
      people: examplePeople.map(({ id, name, role }) => ({ id, name, role })),
    }),
  }
}

function demoChecker(demo: DemoState, noted: Note): PanePorts['checker'] {
  const { current, subscribe, change } = told<CheckState>(demo.check)
  const without = (isGone: (finding: CheckState['findings'][number]) => boolean) =>
    change({ findings: current().findings.filter((finding) => !isGone(finding)) })
  return {
    current,
    subscribe,
    check: noted('checker.check', () => change(demoStates['controle-12'].check)),
    follow: noted('checker.follow'),
    unfollow: noted('checker.unfollow'),
    goTo: async ({ sheet, cell }) => noted('checker.goTo')(sheet, cell),
    fix: async (finding) => {
      await noted('checker.fix')(finding.rule, finding.cell)
      without((one) => one === finding)
    },
    fixAll: async (rule) => {
      const before = current().findings.length
      await noted('checker.fixAll')(rule)
      without((one) => one.rule === rule)
      return before - current().findings.length
    },
    cleanUp: noted('checker.cleanUp', () => change({ isMarked: false })),
  }
}

function demoSynchroniser(demo: DemoState, noted: Note): PanePorts['synchroniser'] {
  const { current, subscribe, change } = told<SyncView>(demo.sync)
  return {
    current,
    subscribe,
    preview: noted('synchroniser.preview', () => change(demoStates['sync-vooraf'].sync)),
    send: async (choices) => {
      await noted('synchroniser.send')(choices)
      change(demoStates['sync-klaar'].sync)
    },
    cancel: () => void noted('synchroniser.cancel')(),
    settle: async (decision) => {
      await noted('synchroniser.settle')(decision)
      change({
        conflicts: current().conflicts.filter(({ id, field }) => id !== decision.id || field !== decision.field),
      })
    },
    answer: async (decision) => {
      await noted('synchroniser.answer')(decision)
      change({ questions: current().questions.filter(({ id }) => id !== decision.id) })
    },
    recover: noted('synchroniser.recover', () => change(demoStates['sync-klaar'].sync)),
    retryNow: () => void noted('synchroniser.retryNow')(),
    serverChanged: () => undefined,
    workbookChanged: () => undefined,
  }
}

function demoServer({ role }: DemoState): PanePorts['server'] {
  return {
    health: async () => ({ apiVersion: '1.0', protocolVersion: '1.0' }),
    me: async () => ({ name: 'Controller Holtenbroek', role, areas: ['HOL'] }),
    areas: async (year) =>
      year === 2023
        ? [
            { code: 'HOL', name: 'Holtenbroek', isMine: true },
            { code: 'SPZ', name: 'Spoorzone', isMine: false },
            { code: 'STH', name: 'Stadshagen', isMine: false },
          ]
        : [],
  }
}

const support: readonly RequirementSupport[] = [
  {
    name: 'ExcelApi',
    version: '1.14',
    isSupported: true,
    usedFor: { nl: 'controleren en synchroniseren', en: 'checking and synchronising' },
  },
  {
    name: 'CustomFunctionsRuntime',
    version: '1.4',
    isSupported: true,
    usedFor: { nl: 'bedragen met euroteken', en: 'amounts with a euro sign' },
  },
  {
    name: 'ExcelApi',
    version: '1.20',
    isSupported: false,
    usedFor: { nl: 'ongedaan maken in één stap', en: 'undoing in one step' },
  },
]
