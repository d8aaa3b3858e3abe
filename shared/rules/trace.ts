/**
 * What the judgement of a row or an issue looked up beside it. After an edit it still stands when every look-up would give
 * the same again, so that nobody has to say of a rule which edits concern it.
 */
import { type AreaWorkbook, type TableId, tableIds } from '#shared/model/index.ts'
import type { Facts, Frame, Lookup } from './facts.ts'

/** What was looked up for one judgement. */
export interface Trace {
  /** The parts of the workbook that were asked about, as bits (`bitOf`): few edits concern them, and then all stands. */
  readonly parts: number
  readonly noted: readonly Noted[]
}

/** One look-up: how it was asked, and what it gave. */
interface Noted {
  readonly ask: Ask
  readonly key: string
  readonly answer: unknown
}

/** A question to the facts, and the parts of the workbook that its answer follows from. */
interface Ask<Answer = unknown> {
  readonly parts: number
  readonly answer: (facts: Facts, key: string) => Answer
}

export interface Notes {
  /** The facts as rules get them, noting what they are asked. */
  readonly facts: Facts
  /** What was asked since this was last called. */
  readonly take: () => Trace
}

/** The compiler demands every fact here: those of the frame as they are, since no edit changes them, others noted. */
export function takeNotes(frame: Frame, facts: Facts): Notes {
  let noted: Noted[] = []
  let parts = 0
  const note = <Answer>(ask: Ask<Answer>, key = ''): Answer => {
    for (const one of noted) if (one.ask === ask && one.key === key) return one.answer as Answer
    const answer = ask.answer(facts, key)
    noted.push({ ask, key, answer })
    parts |= ask.parts
    return answer
  }
  const lookup = <T>(ask: Ask<T | undefined>): Lookup<T> => ({
    get: (key) => note(ask, key),
    has: (key) => note(ask, key) !== undefined,
  })
  const noting: Facts = {
    ...frame,
    workbook: workbookNoting(facts.workbook, note),
    lineByNumber: lookup(askLine),
    coveragesByLine: lookup(askCoverages),
    get isCoverageKnown() {
      return note(askWhetherCoverageKnown)
    },
    decisionsByNumber: lookup(askDecisions),
    decisionsBySource: lookup(askDecisionsOfSource),
  }
  const take = (): Trace => {
    if (parts === 0) return nothing
    const taken = { parts, noted }
    noted = []
    parts = 0
    return taken
  }
  return { facts: noting, take }
}

/** Whether every look-up would give the same again, when these parts of the workbook differ. */
export function stillStands({ parts, noted }: Trace, facts: Facts, differing: number): boolean {
  if ((parts & differing) === 0) return true
  for (const { ask, key, answer } of noted) {
    if ((ask.parts & differing) !== 0 && !isSameAnswer(ask.answer(facts, key), answer)) return false
  }
  return true
}

/** The parts in which two readings of a workbook differ, as bits. */
export function differingParts(before: AreaWorkbook, after: AreaWorkbook): number {
  let parts = 0
  for (const table of tableIds) if (before.rows[table] !== after.rows[table]) parts |= bitOf[table]
  const isOtherIssues = before.readingIssues !== after.readingIssues || before.gridIssues !== after.gridIssues
  return isOtherIssues ? parts | issueBit : parts
}

const bitOf: Readonly<Record<TableId, number>> = { begroting: 1, inzet: 2, dekking: 4, besluiten: 8, jaarplan: 16 }
const issueBit = 32

const nothing: Trace = { parts: 0, noted: [] }

/** Of a workbook only rows and issues change under an edit; after any other change all is judged anew. */
function workbookNoting(
  { budget, unit, controlTotals, columns, reference }: AreaWorkbook,
  note: <Answer>(ask: Ask<Answer>) => Answer,
): AreaWorkbook {
  return {
    budget,
    unit,
    controlTotals,
    columns,
    reference,
    rows: {
      get begroting() {
        return note(askLines)
      },
      get inzet() {
        return note(askHours)
      },
      get dekking() {
        return note(askAllCoverages)
      },
      get besluiten() {
        return note(askAllDecisions)
      },
      get jaarplan() {
        return note(askActions)
      },
    },
    get readingIssues() {
      return note(askReadingIssues)
    },
    get gridIssues() {
      return note(askGridIssues)
    },
  }
}

const askLine = asking(bitOf.begroting, ({ lineByNumber }, number) => lineByNumber.get(number))
const askCoverages = asking(bitOf.dekking, ({ coveragesByLine }, number) => coveragesByLine.get(number))
const askWhetherCoverageKnown = asking(bitOf.dekking, ({ isCoverageKnown }) => isCoverageKnown)
const askDecisions = asking(bitOf.besluiten, ({ decisionsByNumber }, number) => decisionsByNumber.get(number))
const askDecisionsOfSource = asking(bitOf.besluiten, ({ decisionsBySource }, code) => decisionsBySource.get(code))
const askLines = asking(bitOf.begroting, ({ workbook }) => workbook.rows.begroting)
const askHours = asking(bitOf.inzet, ({ workbook }) => workbook.rows.inzet)
const askAllCoverages = asking(bitOf.dekking, ({ workbook }) => workbook.rows.dekking)
const askAllDecisions = asking(bitOf.besluiten, ({ workbook }) => workbook.rows.besluiten)
const askActions = asking(bitOf.jaarplan, ({ workbook }) => workbook.rows.jaarplan)
const askReadingIssues = asking(issueBit, ({ workbook }) => workbook.readingIssues)
const askGridIssues = asking(issueBit, ({ workbook }) => workbook.gridIssues)

function asking<Answer>(parts: number, answer: (facts: Facts, key: string) => Answer): Ask<Answer> {
  return { parts, answer }
}

/** Rows that an edit left alone are the same objects; a group of them is made anew and may hold the same. */
function isSameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, i) => item === b[i])
}
