/** Every state of the pane by name, for the gallery, the pictures and the tests in the browser. */
import type { CheckState } from '../ports/checker.ts'
import type { FunctionErrorEntry } from '../ports/functions.ts'
import { type LifeView, unreadLife } from '../ports/life-desk.ts'
import type { LinkedBudget } from '../ports/linker.ts'
import type { LiveStatus } from '../ports/live.ts'
import type { SessionState } from '../ports/session.ts'
import type { SyncView } from '../ports/synchroniser.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { demoLives } from './demo-life.test-data.ts'
import { demoFindings } from './demo-findings.test-data.ts'
import { demoNowMs } from './demo-moment.test-data.ts'
import { demoSyncs } from './demo-sync.test-data.ts'
import type { TabId } from './pane-model.ts'

export interface DemoState {
  readonly tab: TabId
  readonly session: SessionState
  /** At a local server people are chosen from a list. */
  readonly isLocal: boolean
  readonly role: string
  readonly isFirstRun: boolean
  readonly linked: LinkedBudget | null
  readonly check: CheckState
  readonly sync: SyncView
  readonly life: LifeView
  readonly live: LiveStatus
  readonly functionErrors: readonly FunctionErrorEntry[]
}

const linked: LinkedBudget = {
  areaCode: 'HOL',
  areaName: 'Holtenbroek',
  year: 2023,
  version: 'primitief',
  workbookId: '0193dddd-0000-7000-8000-000000000001',
  state: 'concept',
  headSeq: 41,
  referenceVersion: '2023.1',
}

const neverSent: LinkedBudget = { ...linked, headSeq: null }
const unchecked: CheckState = {
  kind: 'unchecked',
  findings: [],
  rowCount: 0,
  checkedAtMs: null,
  isWithoutLists: false,
  isOtherWorkbook: false,
  notJudged: ['GB-312', 'GB-608', 'GB-613'],
  isMarked: false,
  error: null,
}
const checked: CheckState = { ...unchecked, kind: 'checked', rowCount: 128, checkedAtMs: demoNowMs, isMarked: true }

const functionErrors: readonly FunctionErrorEntry[] = [
  {
    address: 'Voorblad!D12',
    name: 'GEBIED.RESTANT',
    message: { nl: 'Bron "SP-GGW-2032" bestaat niet.', en: 'There is no source "SP-GGW-2032".' },
    atMs: demoNowMs - 40_000,
  },
  {
    address: null,
    name: 'GEBIED.TOTAAL',
    message: { nl: 'Niet aangemeld: open het taakvenster.', en: 'Not signed in: open the task pane.' },
    atMs: demoNowMs - 3_600_000,
  },
]

const base: DemoState = {
  tab: 'start',
  session: { kind: 'signed-in', name: 'Controller Holtenbroek', account: 'controller-hol' },
  isLocal: false,
  role: 'gebiedscontroller',
  isFirstRun: false,
  linked,
  check: checked,
  sync: demoSyncs.idle,
  life: unreadLife,
  live: 'live',
  functionErrors: [],
}
const signedOut: DemoState = {
  ...base,
  session: { kind: 'signed-out' },
  linked: null,
  check: unchecked,
  sync: demoSyncs.never,
}
const checking = (check: Partial<CheckState>): DemoState => ({ ...base, tab: 'check', check: { ...checked, ...check } })
const submitting = (life: LifeView): DemoState => ({ ...base, tab: 'submit', sync: demoSyncs.nothing, life })
const syncing = (sync: SyncView): DemoState => ({ ...base, tab: 'sync', sync })

export const demoStates = {
  afgemeld: signedOut,
  proefomgeving: { ...signedOut, isLocal: true },
  'aanmelden-bezig': { ...signedOut, session: { kind: 'signing-in' } },
  'aanmelden-geblokkeerd': { ...signedOut, session: { kind: 'interaction-needed', reason: 'blocked' } },
  'aanmelden-offline': { ...signedOut, session: { kind: 'interaction-needed', reason: 'offline' }, live: 'offline' },
  'eerste-keer': { ...signedOut, isFirstRun: true },
  'nog-geen-werkboek': { ...base, linked: null, check: unchecked, sync: demoSyncs.never },
  gekoppeld: { ...base, linked: neverSent, check: unchecked, sync: demoSyncs.never },
  'gekoppeld-bezig': { ...base, check: { ...checked, findings: demoFindings(12) }, sync: demoSyncs.news },
  'gekoppeld-klaar': { ...base, sync: demoSyncs.nothing },
  'controle-begin': { ...base, tab: 'check', check: unchecked },
  'controle-loopt': checking({ ...unchecked, kind: 'checking' }),
  'controle-goed': checking({}),
  'controle-12': checking({ findings: demoFindings(12) }),
  'controle-3000': checking({ findings: demoFindings(3_000), rowCount: 2_950 }),
  'controle-zonder-lijsten': checking({ findings: demoFindings(3), isWithoutLists: true }),
  'controle-ander-werkboek': {
    ...checking({ isOtherWorkbook: true, notJudged: [], isMarked: false, rowCount: 0 }),
    linked: null,
  },
  'controle-mislukt': checking({ kind: 'failed', error: new WorkbookError('protected', 'Begroting', 'AccessDenied') }),
  'sync-begin': syncing(demoSyncs.never),
  'sync-lezen': syncing(demoSyncs.reading),
  'sync-vooraf': syncing(demoSyncs.previewed),
  'sync-vooraf-financien': { ...syncing(demoSyncs.previewed), role: 'financien' },
  'sync-niets': syncing(demoSyncs.nothing),
  'sync-nieuws': syncing(demoSyncs.nothingButNews),
  'sync-versturen': syncing(demoSyncs.sending),
  'sync-schrijven': syncing(demoSyncs.writing),
  'sync-wachten': { ...syncing(demoSyncs.waiting), live: 'offline' },
  'sync-beslissen': syncing(demoSyncs.asking),
  'sync-geweigerd': syncing(demoSyncs.refused),
  'sync-vergrendeld': { ...syncing(demoSyncs.refused), life: demoLives.submitted },
  'sync-teruggezet': syncing(demoSyncs.restored),
  'sync-klaar': syncing(demoSyncs.done),
  'sync-zonder-werkboek': { ...syncing(demoSyncs.never), linked: null },
  'sync-afgemeld': { ...syncing(demoSyncs.idle), session: { kind: 'signed-out' } },
  'indienen-lezen': submitting(demoLives.reading),
  'indienen-concept': submitting(demoLives.concept),
  'indienen-lijsten-oud': submitting(demoLives.stale),
  'indienen-klaar': submitting(demoLives.ready),
  'indienen-geweigerd': submitting(demoLives.refused),
  'indienen-financien': { ...submitting(demoLives.submitted), role: 'concerncontroller' },
  'indienen-paraaf': { ...submitting(demoLives.signable), role: 'opdrachtgever' },
  'indienen-teruggegeven': submitting(demoLives.returned),
  'indienen-afgemeld': { ...submitting(unreadLife), session: { kind: 'signed-out' } },
  over: { ...base, tab: 'about', isLocal: true, functionErrors },
  'over-afgemeld': { ...signedOut, tab: 'about', live: 'stopped' },
} as const satisfies Record<string, DemoState>

export type PaneStateName = keyof typeof demoStates

export const paneStates = Object.keys(demoStates) as readonly PaneStateName[]
