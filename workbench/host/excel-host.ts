import type { Book } from '../book/book.ts'
import { type AddInRuntime, createAddInRuntime } from './add-in-runtime.ts'
import { entriesOf, EventTargets } from './events.ts'
import { Faults } from './faults.ts'
import { createFunctionHost, type CustomFunctionHost } from './function-host.ts'
import type { HostContext } from './host-context.ts'
import { accessDenied, HostError, inCellEditMode, requestTooLarge, responseTooLarge } from './host-error.ts'
import { createInterpreter } from './interpreter.ts'
import { Range } from './range.ts'
import { type RequirementSets, requirementSetsDefault } from './requirement-sets.ts'
import { Statistics } from './statistics.ts'
import { Table } from './tables.ts'
import { requestFlags, type WireAnswer, type WireBatch, type WireEntry, type WireRequest } from './wire.ts'
import { Workbook } from './workbook.ts'
import { Worksheet } from './worksheets.ts'

export interface ExcelHostOptions {
  readonly requirementSets: RequirementSets
  /** What the add-in keeps in the file; changed in place. */
  readonly settings: Map<string, unknown>
  readonly delay: (ms: number) => Promise<void>
}

/** Excel as an add-in sees it: batches go in, answers, events and calls of custom functions come out. */
export interface ExcelHost {
  readonly book: Book
  readonly send: (request: WireRequest) => Promise<string>
  /** Events and calls, one list for each push. Calling what is returned stops it. */
  readonly listen: (listener: (entries: readonly WireEntry[]) => void) => () => void
  readonly requirementSets: RequirementSets
  readonly faults: Faults
  readonly statistics: Statistics
  /** Failures that are the workbench's own. A test asserts that this is empty. */
  readonly bugs: readonly unknown[]
  readonly functions: CustomFunctionHost
  readonly runtime: AddInRuntime
  readonly settings: Map<string, unknown>
}

export function createExcelHost(book: Book, options: Partial<ExcelHostOptions> = {}): ExcelHost {
  const requirementSets = options.requirementSets ?? requirementSetsDefault
  const settings = options.settings ?? new Map<string, unknown>()
  const delay = options.delay ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const faults = new Faults()
  const statistics = new Statistics()
  const events = new EventTargets()
  const bugs: unknown[] = []
  const listeners = new Set<(entries: readonly WireEntry[]) => void>()

  /** After the answer of the batch that is being carried out. */
  const push = (entries: readonly WireEntry[]) => {
    if (entries.length > 0) setTimeout(() => listeners.forEach((listener) => listener(entries)), 0)
  }
  const functions = createFunctionHost(push, faults)
  const runtime = createAddInRuntime(push)
  book.subscribe((change) => push(entriesOf(book, change, events)))

  let undoGroup = ''
  const interpreter = createInterpreter({
    root: new Workbook(createContext(book, events, settings, statistics)),
    services: new Map([...runtime.services, ['Microsoft.ExcelServices.CustomFunctions', functions.service]]),
    version: requirementSets['ExcelApi'] ?? '1.1',
    missing: (member) => statistics.missing.push(member),
    touched: (member, kind) => statistics.touched(member, kind),
    bug: (error) => bugs.push(error),
    inStep: (actions) => book.transact('addin', actions, undoGroup),
  })

  const carryOut = (request: WireRequest): WireAnswer => {
    if (faults.accessDenied) return refusal(accessDenied(''))
    undoGroup = request.undoGroup ?? `batch ${statistics.batches}`
    return interpreter.process(JSON.parse(request.text) as WireBatch)
  }

  /** Batches are carried out one after the other, in the order in which they came. */
  let turn: Promise<unknown> = Promise.resolve()

  const send = async (request: WireRequest): Promise<string> => {
    const bytes = bytesOf(request.text)
    statistics.request(bytes)
    if (bytes > faults.payloadMaxBytes) return answerText(refusal(requestTooLarge()), statistics)
    const isOfFunctions = (request.flags & requestFlags.functions) === requestFlags.functions
    if (faults.cellEdit && !isOfFunctions) {
      if ((request.flags & requestFlags.delayForCellEdit) === 0)
        return answerText(refusal(inCellEditMode()), statistics)
      await faults.editingEnded()
    }
    const answer = turn.then(async () => {
      if (faults.slowSyncMs > 0) await delay(faults.slowSyncMs)
      const text = JSON.stringify(carryOut(request))
      if (bytesOf(text) > faults.payloadMaxBytes) return answerText(refusal(responseTooLarge('')), statistics)
      statistics.response(bytesOf(text))
      return text
    })
    turn = answer.catch(() => undefined)
    return answer
  }

  return {
    book,
    send,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    requirementSets,
    faults,
    statistics,
    bugs,
    functions,
    runtime,
    settings,
  }
}

function createContext(
  book: Book,
  events: EventTargets,
  settings: Map<string, unknown>,
  statistics: Statistics,
): HostContext {
  const worksheets = new Map<string, Worksheet>()
  const tables = new Map<string, Table>()
  const context: HostContext = {
    book,
    events,
    settings,
    worksheet: (id) => kept(worksheets, id, () => new Worksheet(context, id)),
    table: (id) => kept(tables, id, () => new Table(context, id)),
    range: (sheet, box) => new Range(context, sheet, box),
    refuse: (member) => {
      statistics.missing.push(member)
      throw new HostError('ApiNotAvailable', member, member, 501)
    },
    ignored: (member) => statistics.ignored.add(member),
  }
  return context
}

function kept<T>(known: Map<string, T>, id: string, make: () => T): T {
  const found = known.get(id) ?? make()
  known.set(id, found)
  return found
}

const refusal = ({ code, message, location, status }: HostError): WireAnswer => ({
  Results: [],
  TraceIds: [],
  Error: { Code: code, Message: message, Location: location, ActionIndex: -1, HttpStatusCode: status },
})

function answerText(answer: WireAnswer, statistics: Statistics): string {
  const text = JSON.stringify(answer)
  statistics.response(bytesOf(text))
  return text
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length
