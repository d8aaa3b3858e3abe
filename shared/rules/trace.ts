/**
 * What the judgement of a row or an issue looked up beside it. After an edit it still stands when every look-up would give
 * the same again, so that nobody has to say of a rule which edits concern it.
 */
import type { AreaWorkbook } from '#shared/model/index.ts'
import type { Facts, Frame, Lookup } from './facts.ts'

/** One look-up: how it was asked, and what it gave. */
interface Noted {
  readonly ask: Ask
  readonly key: string
  readonly answer: unknown
}

export type Trace = readonly Noted[]

type Ask<Answer = unknown> = (facts: Facts, key: string) => Answer

export interface Notes {
  /** The facts as rules get them, noting what they are asked. */
  readonly facts: Facts
  /** What was asked since this was last called. */
  readonly take: () => Trace
}

/** The compiler demands every fact here: those of the frame as they are, since no edit changes them, others noted. */
export function takeNotes(frame: Frame, facts: Facts): Notes {
  let trace: Noted[] = []
  const note = <Answer>(ask: Ask<Answer>, key = ''): Answer => {
    for (const noted of trace) if (noted.ask === ask && noted.key === key) return noted.answer as Answer
    const answer = ask(facts, key)
    trace.push({ ask, key, answer })
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
    get draws() {
      return note(askDraws)
    },
  }
  const take = () => {
    const taken = trace
    trace = []
    return taken.length === 0 ? nothing : taken
  }
  return { facts: noting, take }
}

/** Whether every look-up would give the same again. */
export function stillStands(trace: Trace, facts: Facts): boolean {
  for (const { ask, key, answer } of trace) if (!isSameAnswer(ask(facts, key), answer)) return false
  return true
}

const nothing: Trace = []

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

const askLine = ({ lineByNumber }: Facts, number: string) => lineByNumber.get(number)
const askCoverages = ({ coveragesByLine }: Facts, number: string) => coveragesByLine.get(number)
const askWhetherCoverageKnown = ({ isCoverageKnown }: Facts) => isCoverageKnown
const askDecisions = ({ decisionsByNumber }: Facts, number: string) => decisionsByNumber.get(number)
const askDecisionsOfSource = ({ decisionsBySource }: Facts, code: string) => decisionsBySource.get(code)
const askDraws = ({ draws }: Facts) => draws
const askLines = ({ workbook }: Facts) => workbook.rows.begroting
const askHours = ({ workbook }: Facts) => workbook.rows.inzet
const askAllCoverages = ({ workbook }: Facts) => workbook.rows.dekking
const askAllDecisions = ({ workbook }: Facts) => workbook.rows.besluiten
const askActions = ({ workbook }: Facts) => workbook.rows.jaarplan
const askReadingIssues = ({ workbook }: Facts) => workbook.readingIssues
const askGridIssues = ({ workbook }: Facts) => workbook.gridIssues

/** Rows that an edit left alone are the same objects; a group of them is made anew and may hold the same. */
function isSameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, i) => item === b[i])
}
