/** The Worker on a local D1 with the example municipality, and short forms for what its tests send. */
import { startLocalServer } from '../cli/local-server/start.ts'
import { examplePeople, type Person } from '#shared/example/index.ts'
import {
  type BudgetLine,
  budgetLineSchema,
  type Coverage,
  coverageSchema,
  type HoursLine,
  hoursLineSchema,
  type Row,
} from '#shared/model/index.ts'
import {
  noHash,
  protocolVersion,
  type PushedRow,
  requestText,
  type ServerRow,
  type SyncAnswer,
  type SyncRequest,
  templateVersion,
  readAnswer,
  syncRequestSchema,
} from '#shared/sync/index.ts'

export interface Problem {
  readonly type: string
  readonly status: number
  readonly detail: string
  readonly en: string
  readonly instance: string
}

/** What a synchronisation was answered with: `answer` of a 200, `problem` of a refusal, neither of a 204. */
export interface SyncOutcome {
  readonly status: number
  readonly answer: SyncAnswer
  readonly problem: Problem
}

export type WorkerUnderTest = Awaited<ReturnType<typeof startWorkerUnderTest>>

export async function startWorkerUnderTest() {
  const server = await startLocalServer({ port: 0, stateDir: null })
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (personId: string): Promise<string> => {
    const token = tokens.get(personId) ?? server.issuer.sign(personOf(personId))
    tokens.set(personId, token)
    return token
  }
  const ask = async (personId: string, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${await tokenOf(personId)}`, ...(init.headers as Record<string, string>) },
    })
  const sendText = (personId: string, areaCode: string, key: string | undefined, body: string): Promise<SyncOutcome> =>
    ask(personId, syncPath(areaCode), {
      method: 'POST',
      body,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    }).then((response) => outcomeOf(response, body))
  return {
    ...server,
    ask,
    sendText,
    /** Sends a synchronisation as the area's controller unless somebody else is named. */
    sync: (areaCode: string, request: SyncRequest, personId = controllerOf(areaCode)) =>
      sendText(personId, areaCode, request.pushId, requestText(request)),
    json: async (personId: string, path: string): Promise<unknown> => (await ask(personId, path)).json(),
  }
}

export const syncPath = (areaCode: string) => `/v1/gebieden/${areaCode}/synchronisaties`

export function controllerOf(areaCode: string): string {
  return `controller-${areaCode.toLowerCase()}`
}

export function personOf(id: string): Person {
  const person = examplePeople.find((candidate) => candidate.id === id)
  if (person === undefined) throw new Error(`The example has no person ${id}.`)
  return person
}

let idsMade = 0

/** A UUID that no other call in this file gave. */
export function nextId(): string {
  idsMade++
  return `0193cccc-0000-7000-8000-${String(idsMade).padStart(12, '0')}`
}

/** A request of a workbook that never synchronised and has nothing to send, but for what is given. */
export function request(parts: Partial<SyncRequest> = {}): SyncRequest {
  return {
    protocol: protocolVersion,
    template: templateVersion,
    workbookId: nextId(),
    pushId: nextId(),
    jaar: 2023,
    versie: 'primitief',
    head: null,
    isRecovering: false,
    rows: [],
    deletions: [],
    known: [],
    heldBack: [],
    ...parts,
  }
}

/** A row that the server has not seen yet. */
export function newRow(fields: Row, parts: Partial<PushedRow> = {}): PushedRow {
  return { id: nextId(), rev: 0, hash: noHash, pend: {}, fields, ...parts }
}

/** The next content of a row, based on the server's version. */
export function changedRow(server: Pick<ServerRow, 'id' | 'rev' | 'hash'>, fields: Row): PushedRow {
  return { id: server.id, rev: server.rev, hash: server.hash, pend: {}, fields }
}

/** Fields with plain numbers for amounts: the schema says which of them are cents. */
type FieldsOf<Fields extends Row> = Partial<Record<keyof Fields, string | number | null>>

/** A line of incidental lasten with one amount, in cents. */
export function budgetLine(lineNumber: string, cents: number, fields: FieldsOf<BudgetLine> = {}): BudgetLine {
  return budgetLineSchema.parse({
    table: 'begroting',
    lineNumber,
    side: 'L',
    nature: 'I',
    taakveldCode: '8.1',
    programmeCode: '6',
    amount0: cents,
    ...fields,
  })
}

export function coverageRow(lineNumber: string, cents: number, fields: FieldsOf<Coverage> = {}): Coverage {
  return coverageSchema.parse({ table: 'dekking', lineNumber, year: 2023, amountCents: cents, ...fields })
}

export function hoursRow(lineNumber: string, fields: FieldsOf<HoursLine> = {}): HoursLine {
  return hoursLineSchema.parse({ table: 'inzet', lineNumber, ...fields })
}

/** The rows that a 200 accepted, in the order of the request. */
export function acceptedRows(outcome: SyncOutcome): readonly ServerRow[] {
  return outcome.answer.results.flatMap((result) => (result.kind === 'accepted' ? [result.row] : []))
}

export function kindsOf(outcome: SyncOutcome): readonly string[] {
  return outcome.answer.results.map(({ kind }) => kind)
}

export function problemName(problem: Problem): string {
  return problem.type.slice(problem.type.lastIndexOf(':') + 1)
}

async function outcomeOf(response: Response, sent: string): Promise<SyncOutcome> {
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const isAnswer = response.status === 200
  const answer = isAnswer ? readAnswer(body, syncRequestSchema.parse(JSON.parse(sent))) : body
  return { status: response.status, answer: answer as SyncAnswer, problem: body as Problem }
}
