/** Everything that the pane needs from outside: it shows these states, calls these methods, and reaches nothing else. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Language } from '#shared/model/index.ts'
import type { Checker } from '../ports/checker.ts'
import type { FunctionDesk } from '../ports/functions.ts'
import type { LifeDesk } from '../ports/life-desk.ts'
import type { Linker } from '../ports/linker.ts'
import type { Live } from '../ports/live.ts'
import type { Server } from '../ports/server.ts'
import type { Session } from '../ports/session.ts'
import type { Synchroniser } from '../ports/synchroniser.ts'
import type { Workbook } from '../ports/workbook.ts'

export interface PanePorts {
  readonly session: Session
  readonly checker: Checker
  readonly synchroniser: Synchroniser
  readonly linker: Linker
  readonly lifeDesk: LifeDesk
  readonly functions: Pick<FunctionDesk, 'errors' | 'counters' | 'subscribe' | 'forgetAll'>
  readonly live: Pick<Live, 'status' | 'onStatus'>
  readonly workbook: Pick<Workbook, 'select' | 'repairFormulas' | 'recalculateFunctions'>
  readonly server: Pick<Server, 'me' | 'areas' | 'health'>
  /** What this Excel can do, in the order in which it is shown. */
  readonly support: readonly RequirementSupport[]
  readonly versions: PaneVersions
  /** `Excel 16.0 (PC)`, for the diagnostics. */
  readonly host: string
  readonly theme: ReadonlySignal<PaneTheme>
  /** The pane's switch writes it; who remembers it listens. */
  readonly language: Signal<Language>
  /** True until the person has seen or skipped the first steps; who remembers it listens. */
  readonly isFirstRun: Signal<boolean>
  /** The budget year that a new workbook is offered first. */
  readonly newBudgetYear: number
  readonly copyText: (text: string) => Promise<void>
  /** Opens a page of the product's site outside the pane. */
  readonly openHelp: (page: HelpPage) => void
  /** Opens the page about a rule, `GB-303`. */
  readonly openRulePage: (rule: string) => void
  /** Absent where Excel has no shared runtime. */
  readonly startup?: { readonly isOn: () => Promise<boolean>; readonly set: (isOn: boolean) => Promise<void> }
  readonly nowMs: () => number
  /** What a button on the ribbon asked for; calling what is returned stops it. */
  readonly onIntent: (listener: (intent: PaneIntent) => void) => () => void
}

export interface RequirementSupport {
  /** `ExcelApi` */
  readonly name: string
  /** `1.14` */
  readonly version: string
  readonly isSupported: boolean
  readonly usedFor: { readonly nl: string; readonly en: string }
}

export interface PaneVersions {
  readonly addin: string
  /** Undefined: the page was opened without a manifest. */
  readonly manifest: string | undefined
  /** Of the custom functions' metadata. */
  readonly metadata: string
  readonly rules: string
}

export interface PaneTheme {
  readonly isDark: boolean
  readonly isHighContrast: boolean
}

export type HelpPage = 'hulp' | 'privacy' | 'versies'

export type PaneIntent = 'controleren' | 'synchroniseren' | 'start'
