/** What Excel, the server and the clock are to the functions, for the tests of this folder. */
import { exampleReference } from '#shared/example/index.ts'
import type { Reference } from '#shared/model/index.ts'
import type { CellAnswer, CellAnswers, CellQuestion, CellQuestions } from '#shared/questions/index.ts'
import { HandClock } from '../ports/hand-clock.test-data.ts'
import type { FunctionDesk } from '../ports/functions.ts'
import { functionImplementations, startFunctions } from './index.ts'
import type { FunctionParts } from './start-functions.ts'

/** The error of Excel's own runtime, as far as functions use it. */
export class ExcelError {
  readonly code: string
  readonly message: string | undefined

  constructor(code: string, message?: string) {
    this.code = code
    this.message = message
  }
}

/** Puts the global in place that office.js makes in the page. */
export function installCustomFunctions(): void {
  const global: { CustomFunctions?: unknown } = globalThis as never
  global.CustomFunctions = { Error: ExcelError, ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' } }
}

export class FunctionClock extends HandClock {
  readonly soon = (run: () => void): void => queueMicrotask(run)
}

/** Everything that was to happen without the clock going on has happened. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** Answers as it is told to, and remembers what it was asked. */
export class CellServer {
  readonly requests: CellQuestions[] = []
  readonly signals: AbortSignal[] = []
  /** The store's commit number; the answer to every question is this number of cents. */
  seq = 1
  answer: (questions: CellQuestions) => unknown = (questions) => this.answers(questions)

  readonly askCells = async (questions: CellQuestions, signal?: AbortSignal): Promise<CellAnswers> => {
    this.requests.push(questions)
    if (signal !== undefined) this.signals.push(signal)
    return (await this.answer(questions)) as CellAnswers
  }

  readonly answers = ({ vragen }: CellQuestions, seq = this.seq): CellAnswers => ({
    seq,
    antwoorden: vragen.map((question) => this.answerTo(question, seq)),
  })

  answerTo({ sleutel }: CellQuestion, seq: number): CellAnswer {
    return { soort: 'cents', sleutel, cents: String(seq) }
  }
}

/** A streaming cell: what Excel shows, and what it does. */
export class Cell {
  readonly shown: unknown[] = []
  readonly invocation: CustomFunctions.StreamingInvocation<unknown>

  constructor(address = 'Voorblad!B2', facts: Partial<CustomFunctions.Invocation> = {}) {
    this.invocation = { address, ...facts, setResult: (value) => void this.shown.push(value) }
  }

  /** Undefined: #BUSY! */
  get value(): unknown {
    return this.shown.at(-1)
  }

  leave(): void {
    this.invocation.onCanceled?.()
  }
}

export type Call = (id: string, ...given: unknown[]) => unknown

export interface Started {
  readonly clock: FunctionClock
  readonly server: CellServer
  readonly desk: FunctionDesk
  /** Calls a function as Excel does: what is left out is null, and the invocation comes last. */
  readonly call: Call
  /** Calls with an invocation of the test. */
  readonly callIn: (id: string, ...givenAndInvocation: unknown[]) => unknown
  /** A cell with a streaming function in it. */
  readonly stream: (id: string, ...given: unknown[]) => Cell
}

export function started(parts: Partial<FunctionParts> & { lists?: Reference | null } = {}): Started {
  installCustomFunctions()
  const clock = new FunctionClock()
  const server = new CellServer()
  const { lists = exampleReference, ...others } = parts
  const desk = startFunctions({
    server,
    reference: () => lists,
    language: 'nl',
    clock,
    random: () => 0.5,
    isFormattedNumberSupported: false,
    ...others,
  })
  return {
    clock,
    server,
    desk,
    callIn,
    call: (id, ...given) => callIn(id, ...given, { address: 'Blad1!A1' }),
    stream: (id, ...given) => {
      const cell = new Cell()
      callIn(id, ...given, cell.invocation)
      return cell
    },
  }
}

/** What is thrown shows in the cell as well. */
const callIn: Call = (id, ...given) => {
  try {
    return functionImplementations.get(id)?.(...given)
  } catch (thrown) {
    return thrown
  }
}

export function na(message: string): ExcelError {
  return new ExcelError('#N/A', message)
}

export function wrong(message: string): ExcelError {
  return new ExcelError('#VALUE!', message)
}
