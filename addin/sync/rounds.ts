/** Synchronising from reading to written answer, round after round, until nothing is left to send. */
import { type Decisions, type SyncAnswer, stampOf } from '#shared/sync/index.ts'
import { ServerError } from '../ports/server.ts'
import type { SendChoices, SyncView } from '../ports/synchroniser.ts'
import { WorkbookError } from '../ports/workbook.ts'
import type { Desk } from './desk.ts'
import { mattersAfter, withChoices, withLostRows } from './open-matters.ts'
import {
  openBudget,
  type OpenBudget,
  type Plan,
  planAnswer,
  planRound,
  type Preview,
  writeAnswer,
  writeTokens,
} from './round.ts'
import { conflictView, previewView, questionView } from './row-views.ts'
import { nothingDone, outcomeView, tallied } from './tally.ts'

/** Rounds for deferred rows and rows that the server lost; more means that somebody else keeps changing the same rows. */
const roundsMax = 20

/** Shows what would be sent. Throws WorkbookError. */
export async function look(desk: Desk): Promise<void> {
  const { memory, show, newId } = desk
  const opened = await openLinked(desk)
  if (opened === null) return
  const preview = planRound(opened, memory.decisions, memory.reason, newId)
  memory.shownMissing = stampsOfMissing(preview)
  const headSeq = opened.state.head?.seq ?? null
  const view = previewView(opened.workbook, preview, (id) => isDecided(desk, memory.decisions, id))
  show({ kind: 'previewed', preview: view, headSeq })
}

/** Takes over what the person chose before sending; rows that were never shown are looked up first. */
export async function choose(desk: Desk, choices: SendChoices): Promise<void> {
  const { memory } = desk
  memory.reason = choices.reason
  memory.tally = null
  if (choices.deletions.some((id) => !memory.shownMissing.has(id))) await look(desk)
  memory.decisions = withChoices(memory.decisions, choices, memory.shownMissing)
}

/** Throws ServerError and WorkbookError; what was stored stays stored, and the next run goes on from there. */
export async function runRounds(desk: Desk): Promise<void> {
  const progress = { done: 0, total: 0 }
  for (let round = 0; round < roundsMax; round++) {
    const hasMore = await runRound(desk, progress)
    if (!hasMore || desk.memory.isCancelled) return
  }
  throw new ServerError('too-busy', { detail: restlessText })
}

const restlessText = {
  nl: `Na ${roundsMax} rondes zijn er nog verschillen; straks gaat het verder.`,
  en: `After ${roundsMax} rounds there are still differences; it goes on in a while.`,
}

async function runRound(desk: Desk, progress: { done: number; total: number }): Promise<boolean> {
  const { memory, schedule, show, newId } = desk
  const opened = await openLinked(desk)
  if (opened === null) return false
  schedule.takeTurn()
  const preview = planRound(opened, memory.decisions, memory.reason, newId)
  const { request } = preview
  // A token that was changed meanwhile may belong to another row now: look again.
  if (!(await writeTokens(desk.workbook, opened, preview))) return true
  if (memory.isCancelled) return false
  schedule.step({ kind: 'sent', pushId: request.pushId })
  const count = request.rows.length + request.deletions.length
  progress.total = progress.done + count + preview.deferredCount
  show({ kind: 'sending', progress: { ...progress } })
  const heardSeq = memory.newestSeq
  const answer = await desk.server.synchronise(opened.workbook.budget.areaCode, request)
  progress.done += count
  memory.seenSeq = Math.max(memory.seenSeq ?? 0, answer?.seq ?? heardSeq)
  show({ kind: 'writing', progress: { ...progress } })
  const hasMore =
    answer === undefined ? takeSilence(desk, opened, preview) : await takeAnswer(desk, opened, preview, answer)
  schedule.step({ kind: 'answered', pushId: request.pushId, hasMore })
  return schedule.dueAtMs() !== null
}

/** Null: no budget of an area, which is shown. Throws WorkbookError. */
async function openLinked({ workbook, schedule, memory, show }: Desk): Promise<OpenBudget | null> {
  show({ kind: 'reading' })
  const opened = await openBudget(workbook)
  memory.isLinked = opened !== null
  if (opened === null) {
    schedule.stop()
    show({ kind: 'unlinked', preview: null })
  } else schedule.adopt(opened.state.workbookId)
  return opened
}

/** The server had nothing to say: equal heads, and nothing to send. */
function takeSilence(desk: Desk, opened: OpenBudget, preview: Preview): boolean {
  const { memory } = desk
  memory.decisions = { ...memory.decisions, isRecovering: false }
  showRound(desk, opened, preview, memory.decisions, undefined)
  return false
}

/** Whether another round must follow. */
async function takeAnswer(desk: Desk, opened: OpenBudget, preview: Preview, answer: SyncAnswer): Promise<boolean> {
  const { memory, workbook } = desk
  const now = await openBudget(workbook)
  if (now?.state.workbookId !== opened.state.workbookId) throw new WorkbookError('missing-sheet', '_gebied')
  const decided = memory.decisions
  const plan = planAnswer(now, preview, answer, decided)
  const { skipped, reopened } = await writeAnswer(workbook, now, preview, plan)
  memory.decisions = decided.isRecovering ? withLostRows(plan.decisions, plan) : plan.decisions
  const isRecreating = memory.decisions !== plan.decisions
  const questions = isRecreating ? plan.questions.filter(({ kind }) => kind !== 'lost') : plan.questions
  showRound(desk, now, preview, decided, { answer, plan: { ...plan, questions } })
  if (skipped.length > 0) showSkipped(desk, now, skipped)
  return preview.deferredCount > 0 || reopened > 0 || isRecreating
}

function showRound(
  desk: Desk,
  now: OpenBudget,
  preview: Preview,
  decided: Decisions,
  taken: { readonly answer: SyncAnswer; readonly plan: Plan } | undefined,
): void {
  const { memory, show, clock } = desk
  const { answer, plan } = taken ?? {}
  memory.matters = mattersAfter(memory.matters, preview, plan)
  memory.tally = tallied(memory.tally ?? nothingDone, preview, answer, plan)
  memory.shownMissing = stampsOfMissing(preview)
  const { conflicts, questions } = memory.matters
  // What is left for a person; a missing row that the server deleted too is known no more.
  const { known } = (plan ?? now).replica
  const left = previewView(now.workbook, preview, (id) => !known.has(id) || isDecided(desk, decided, id))
  show({
    preview: { ...left, created: [], changed: [] },
    conflicts: [...conflicts.values()].map((conflict) => conflictView(now.workbook, conflict)).sort(byAge),
    questions: [...questions.values()].map(questionView),
    outcome: outcomeView(memory.tally),
    headSeq: answer?.head.seq ?? now.state.head?.seq ?? null,
    hasNews: memory.newestSeq > (memory.seenSeq ?? 0),
    syncedAtMs: clock(),
  })
}

/** Cells with a value that a person typed in; not those of the hidden column and sheet. */
function showSkipped({ memory, show }: Desk, { workbook }: OpenBudget, skipped: readonly string[]): void {
  const tally = memory.tally ?? nothingDone
  const sheets = new Set(Object.values(workbook.columns).map(({ sheet }) => sheet))
  const visible = skipped.filter((place) => sheets.has(place.slice(0, place.lastIndexOf('!'))))
  memory.tally = { ...tally, skippedCells: [...tally.skippedCells, ...visible] }
  show({ outcome: outcomeView(memory.tally) })
}

/** About a row that vanished: decided, or asked as a question of its own. */
function isDecided({ memory }: Desk, { deletions, returns }: Decisions, id: string): boolean {
  return deletions.has(id) || returns.has(id) || memory.matters.questions.has(id)
}

function stampsOfMissing({ missing }: Preview): ReadonlyMap<string, string> {
  return new Map(missing.map((known) => [known.id, stampOf(known)]))
}

function byAge(a: SyncView['conflicts'][number], b: SyncView['conflicts'][number]): number {
  return a.at < b.at ? -1 : Number(a.at > b.at)
}
