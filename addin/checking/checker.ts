/** The findings of the open workbook: read, judged and marked in short steps, and again after every edit while it follows. */
import type { Checked } from '#shared/rules/index.ts'
import type { EarlierReading, WorkbookGrid } from '#shared/workbook/index.ts'
import { type Checker, type CheckState, type FixableFinding, uncheckedState } from '../ports/checker.ts'
import type { Timers } from '../ports/timers.ts'
import { type ChangeHint, type RowMark, type Workbook, WorkbookError } from '../ports/workbook.ts'
import { fixEdits, isFixable, type JudgedValues, rememberJudged } from './fixes.ts'
import { gatherEdits } from './gathered-edits.ts'
import { isSameMarks, marksOf } from './marks.ts'
import { sheetsToReread } from './sheets-to-reread.ts'

export interface CheckerParts {
  readonly workbook: Workbook
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Lets the page do other things first: Excel restarts an add-in that keeps it waiting. */
  readonly idle: () => Promise<void>
  readonly timers: Timers
}

/** How long the page is kept from other work at a time. */
const sliceMs = 20

type Wanted = 'nothing' | 'everything' | ReadonlySet<string>

export function createChecker({ workbook, clock, idle, timers }: CheckerParts): Checker {
  const listeners = new Set<(state: CheckState) => void>()
  const judged: JudgedValues = new WeakMap()
  let state = uncheckedState
  let grid: WorkbookGrid | null = null
  let reading: EarlierReading | null = null
  let checked: Checked | null = null
  let marks: readonly RowMark[] | null = null
  let wanted: Wanted = 'nothing'
  let asked = 0
  let running: Promise<void> | null = null
  let watching: Promise<() => Promise<void>> | null = null
  const edits = gatherEdits(timers, (sheets) => void want(sheets))

  const show = (change: Partial<CheckState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener(state)
  }
  /** A person who asks does not want the check that was under way, only the one that begins now. */
  const ask = (what: Wanted): Promise<void> => {
    asked++
    return want(what)
  }
  const want = (what: Wanted): Promise<void> => {
    wanted = together(wanted, what)
    running ??= work()
    return running
  }
  const work = async () => {
    try {
      while (wanted !== 'nothing') {
        const what = wanted
        wanted = 'nothing'
        await round(what)
      }
    } finally {
      // In the same turn as the last look at what is wanted, so that nothing is asked in vain.
      running = null
    }
  }
  const round = async (what: Wanted) => {
    const mine = asked
    show({ kind: 'checking', error: null })
    try {
      grid = await read(workbook, grid, what)
      await judgeAndMark(grid, mine)
    } catch (error) {
      if (!(error instanceof WorkbookError)) {
        show({ kind: 'failed' })
        throw error
      }
      // Who types in a cell is not to be bothered: the edit is looked at when it is done.
      if (error.reason === 'cell-edit' && typeof what === 'object' && watching !== null) {
        edits.putBack(what)
        show({ kind: state.checkedAtMs === null ? 'unchecked' : 'checked' })
      } else show({ kind: 'failed', error })
    }
  }
  const judgeAndMark = async (read: WorkbookGrid, mine: number) => {
    const rules = await import('./judged-workbook.ts')
    await idle()
    if (asked !== mine) return
    const budget = rules.readAreaWorkbook(read, reading)
    reading = { grid: read, workbook: budget }
    await idle()
    if (asked !== mine) return
    const next = await inSlices(rules.judgeInSteps(checked, budget), () => asked !== mine)
    if (next === undefined) return
    checked = next
    const { findings } = next
    rememberJudged(judged, findings, read)
    const facts = rules.factsOf(budget)
    show({ kind: 'checked', findings, checkedAtMs: clock(), ...facts })
    if (!facts.isOtherWorkbook) await mark(marksOf(findings, rules.rowsBySheet(budget)))
  }
  /** Undefined: not carried to the end, because nobody waits for it any more. */
  const inSlices = async <Result>(steps: Generator<undefined, Result>, isOvertaken: () => boolean) => {
    let sinceMs = clock()
    for (;;) {
      const step = steps.next()
      if (step.done || clock() - sinceMs > sliceMs) {
        await idle()
        if (isOvertaken()) return undefined
        sinceMs = clock()
      }
      if (step.done) return step.value
    }
  }
  const mark = async (next: readonly RowMark[]) => {
    if (marks !== null && isSameMarks(marks, next)) return
    marks = null
    try {
      await workbook.mark(next)
      marks = next
      show({ isMarked: true })
    } catch (error) {
      show({ error: known(error), isMarked: false })
    }
  }
  const onHint = ({ sheet }: ChangeHint) => edits.add(sheet)
  /** Gives how many cells were changed. */
  const fixAll = async (findings: readonly FixableFinding[]): Promise<number> => {
    const remedies = fixEdits(findings, judged)
    if (remedies.length === 0) return 0
    try {
      const { skipped } = await workbook.write(remedies)
      await ask(new Set(remedies.map(({ sheet }) => sheet)))
      if (skipped.length > 0) show({ error: new WorkbookError('changed', skipped.join(', ')) })
      return remedies.reduce((sum, { cells }) => sum + cells.length, 0) - skipped.length
    } catch (error) {
      show({ error: known(error) })
      return 0
    }
  }
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action()
    } catch (error) {
      show({ error: known(error) })
    }
  }

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    check: () => ask('everything'),
    follow: () =>
      attempt(async () => {
        watching ??= workbook.watch(onHint)
        try {
          await watching
        } catch (error) {
          watching = null
          throw error
        }
      }),
    unfollow: () =>
      attempt(async () => {
        const stop = watching
        watching = null
        edits.stop()
        await (await stop)?.()
      }),
    goTo: ({ sheet, cell }) =>
      attempt(async () => {
        if (sheet !== null) await workbook.select(sheet, cell ?? 'A1')
      }),
    fix: async (finding) => {
      await fixAll([finding])
    },
    fixAll: (rule) => fixAll(state.findings.filter(isFixable).filter((finding) => finding.rule === rule)),
    cleanUp: () =>
      attempt(async () => {
        await running
        await workbook.clearMarks()
        marks = null
        show({ isMarked: false })
      }),
  }
}

/** The grid with what may have changed read anew; the whole workbook when a sheet that was there is gone. */
async function read(workbook: Workbook, grid: WorkbookGrid | null, what: Wanted): Promise<WorkbookGrid> {
  if (grid === null || grid.sheets.length === 0 || typeof what === 'string') return workbook.read()
  const sheets = sheetsToReread(grid, what)
  if (sheets.length === 0) return grid
  try {
    return await workbook.reread(grid, sheets)
  } catch (error) {
    const isGone = error instanceof WorkbookError && ['missing-sheet', 'missing-table'].includes(error.reason)
    if (isGone) return workbook.read()
    throw error
  }
}

function together(a: Wanted, b: Wanted): Wanted {
  if (a === 'nothing') return b
  if (b === 'nothing') return a
  return a === 'everything' || b === 'everything' ? 'everything' : new Set([...a, ...b])
}

/** Throws what is our own fault. */
function known(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error
  throw error
}
