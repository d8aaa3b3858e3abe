/**
 * One workbook file against the server: preview, tokens, push, and what comes back. The file is written twice: before
 * sending, so that a new row keeps its id when the answer is lost, and after, with what the server answered.
 */
import { v7 as uuidV7 } from 'uuid'
import { type BudgetKey, rowsPerTableMax, type TableId, tableIds } from '#shared/model/index.ts'
import {
  applyAnswer,
  type Decisions,
  noDecisions,
  planSync,
  type Replica,
  stampOf,
  type SyncPreview,
} from '#shared/sync/index.ts'
import {
  linkOf,
  stateEdits,
  type WorkbookLink,
  type WorkbookRow,
  workbookRows,
  type WorkbookState,
} from '#shared/workbook/index.ts'
import type { Api } from '../api.ts'
import { CliError } from '../cli-error.ts'
import { openWorkbook, type WorkbookFile } from '../workbook-file.ts'
import { answerWrites, tokenWrites, writeRows } from './file-rows.ts'
import { mergedOutcome, outcomeOf, type SyncOutcome, type SyncStep } from './outcome.ts'

/** What the person said beforehand about rows that vanished and about conflicts; undefined: leave them open. */
export interface SyncChoices {
  readonly missing: 'delete' | 'return' | undefined
  readonly conflicts: 'mine' | 'server' | undefined
  /** The person accepts that the server was put back to an earlier state. */
  readonly isRecovering: boolean
  readonly reason: string | undefined
}

/** Rounds for deferred rows, rows that the server lost, and settled conflicts; more means that somebody else keeps changing the same rows. */
const roundsMax = 20
const allTables: ReadonlySet<TableId> = new Set(tableIds)

/** Throws CliError when the file cannot be synchronised or the server refuses; the file then holds what it held. */
export async function syncFile(file: string, api: Api, choices: SyncChoices): Promise<SyncOutcome> {
  let decisions: Decisions = { ...noDecisions, isRecovering: choices.isRecovering }
  let outcome: SyncOutcome | undefined
  for (let round = 0; round < roundsMax; round++) {
    const step = await syncOnce(file, api, decisions, choices)
    outcome = outcome === undefined ? outcomeOf(step) : mergedOutcome(outcome, outcomeOf(step))
    const next = nextDecisions(step, choices)
    if (next === undefined) return outcome
    decisions = next
  }
  throw new CliError(`${file}: na ${roundsMax} rondes zijn er nog verschillen. Synchroniseer straks opnieuw.`)
}

/** What would be sent, without sending or writing anything. Throws CliError as `syncFile` does. */
export function previewFile(file: string): { readonly budget: BudgetKey; readonly preview: SyncPreview<WorkbookRow> } {
  const opened = openWorkbook(file)
  const state = stateOf(opened)
  const preview = previewOf(opened, state, noDecisions, undefined)
  return { budget: opened.workbook.budget, preview }
}

async function syncOnce(file: string, api: Api, decisions: Decisions, choices: SyncChoices): Promise<SyncStep> {
  const opened = openWorkbook(file)
  const state = stateOf(opened)
  const { budget } = opened.workbook
  const decided = withMissing(opened, state, decisions, choices)
  const preview = previewOf(opened, state, decided, choices.reason)
  writeRows(opened, tokenWrites(preview), [])
  const answer = await api.synchronise(budget.areaCode, preview.request)
  const headSeq = state.head?.seq ?? 0
  if (answer === undefined) return { file, budget, headSeq, decisions: decided, preview, answer, plan: undefined }
  const now = openWorkbook(file)
  const replica = replicaOf(state)
  const plan = applyAnswer({
    answer,
    preview,
    rows: workbookRows(now.workbook),
    completeTables: allTables,
    replica,
    decisions: decided,
  })
  const known = [...plan.replica.known.values()].map((entry) => ({ ...entry, pend: { ...entry.pend } }))
  const nextState = stateEdits(now.grid, { ...state, head: plan.replica.head, known })
  writeRows(now, answerWrites(plan, choices.conflicts === 'server'), [nextState])
  return { file, budget, headSeq, decisions: decided, preview, answer, plan }
}

function previewOf(opened: WorkbookFile, state: WorkbookState, decisions: Decisions, reason: string | undefined) {
  return planSync({
    rows: workbookRows(opened.workbook),
    completeTables: allTables,
    replica: replicaOf(state),
    decisions,
    workbookId: state.workbookId,
    budgetYear: opened.workbook.budget.year,
    version: opened.workbook.budget.version,
    ...(reason === undefined ? {} : { reason }),
    pushId: uuidV7(),
    newId: () => uuidV7(),
  })
}

/** What the workbook remembers. Throws CliError for one that may not be synchronised. */
function stateOf({ file, grid, workbook }: WorkbookFile): WorkbookState {
  const link = linkOf(grid, workbook)
  if (link.kind === 'linked') return link.state
  throw new CliError(`${file}: ${refusalOf(link, workbook.budget)}`)
}

function refusalOf(link: Exclude<WorkbookLink, { kind: 'linked' }>, { areaCode, year, version }: BudgetKey): string {
  switch (link.kind) {
    case 'unlinked':
    case 'stateless':
      return 'kan niet worden gesynchroniseerd: het verborgen blad _gebied ontbreekt of is beschadigd. Maak een nieuw werkboek met "gebied template" en neem de regels over.'
    case 'other-budget': {
      const made = `${link.state.areaCode} ${link.state.year} ${link.state.version}`
      return `het voorblad zegt ${areaCode} ${year} ${version}, maar het werkboek is gemaakt voor ${made}. Zet het voorblad terug of maak een nieuw werkboek.`
    }
    case 'incomplete':
      if ('heading' in link.issue) {
        return `op het blad ${link.issue.sheet} ontbreekt de kolom "${link.issue.heading}" of staat hij er twee keer, dus er is niets gesynchroniseerd. Zet de kolomkop terug; is het werkboek van een ouder sjabloon, maak dan een nieuw bestand met "gebied template --uit".`
      }
      return `de tabellen zijn niet volledig te lezen (meer dan ${rowsPerTableMax} regels, of een tabel die ontbreekt of dubbel is). Controleer met "gebied check" en herstel het werkboek.`
  }
}

function replicaOf(state: WorkbookState): Replica {
  return { known: new Map(state.known.map((known) => [known.id, known])), head: state.head }
}

function withMissing(
  opened: WorkbookFile,
  state: WorkbookState,
  decisions: Decisions,
  { missing: choice, reason }: SyncChoices,
): Decisions {
  if (choice === undefined) return decisions
  const { missing } = previewOf(opened, state, decisions, reason)
  if (choice === 'return') return { ...decisions, returns: new Set(missing.map(({ id }) => id)) }
  return { ...decisions, deletions: new Map(missing.map((known) => [known.id, stampOf(known)])) }
}

/** The next round's decisions; undefined when another round would do nothing. */
function nextDecisions({ plan, preview }: SyncStep, choices: SyncChoices): Decisions | undefined {
  if (plan === undefined) return undefined
  if (preview.deferredCount > 0) return plan.decisions
  const lost = plan.questions.filter(({ kind }) => kind === 'lost').map(({ id }) => id)
  if (choices.isRecovering && lost.length > 0) return { ...plan.decisions, orphans: new Set(lost) }
  if (plan.conflicts.length === 0 || choices.conflicts === undefined) return undefined
  if (choices.conflicts === 'server') return plan.decisions
  const resolves = new Map<string, Record<string, string>>()
  for (const { id, field, shown } of plan.conflicts) resolves.set(id, { ...resolves.get(id), [field]: shown })
  return { ...plan.decisions, resolves }
}
