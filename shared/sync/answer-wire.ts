/**
 * An answer on the wire. A row that now stands on the server exactly as it was pushed is not sent back, only which version of it that is:
 * of a first push of 5,000 rows that is nearly the whole answer.
 */
import * as z from 'zod/mini'
import { sparseRow } from '#shared/model/index.ts'
import {
  type RowResult,
  rowResultSchema,
  type ServerRow,
  serverRowSchema,
  type SyncAnswer,
  syncAnswerSchema,
  type SyncRequest,
} from './protocol.ts'
import { isSameContent } from './row-hash.ts'

const { id, rev, hash, by, at } = serverRowSchema.shape
const storedSchema = z.strictObject({ kind: z.literal('stored'), id, rev, hash, by, at })

export const wireAnswerSchema = z.extend(syncAnswerSchema, {
  results: z.array(z.union([storedSchema, rowResultSchema])),
})
type WireResult = z.infer<typeof storedSchema> | RowResult

/** The JSON of an answer to this request. */
export function answerText(answer: SyncAnswer, request: SyncRequest): string {
  const pushed = new Map(request.rows.map((row) => [row.id, row.fields]))
  const results = answer.results.map((result) => {
    const fields = pushed.get(result.id)
    const isStored = result.kind === 'accepted' && fields !== undefined && isSameContent(result.row.fields, fields)
    if (isStored) {
      const { rev, hash, by, at } = result.row
      return { kind: 'stored', id: result.id, rev, hash, by, at }
    }
    return 'row' in result ? { ...result, row: sparseServerRow(result.row) } : result
  })
  const rows = answer.rows.map(({ row, isDiverged }) => ({ row: sparseServerRow(row), isDiverged }))
  return JSON.stringify({ ...answer, results, rows })
}

/** The answer to this request, whole again. Throws when it is no answer, or says of a row that it stands as nobody pushed it. */
export function readAnswer(json: unknown, request: SyncRequest): SyncAnswer {
  const { results, ...rest } = wireAnswerSchema.parse(json)
  const pushed = new Map(request.rows.map((row) => [row.id, row.fields]))
  return { ...rest, results: results.map((result) => wholeResult(result, pushed)) }
}

function wholeResult(result: WireResult, pushed: ReadonlyMap<string, ServerRow['fields']>): RowResult {
  if (result.kind !== 'stored') return result
  const fields = pushed.get(result.id)
  if (fields === undefined) throw new Error(`The answer says that row ${result.id} was stored, which was not pushed.`)
  const { kind: _, ...version } = result
  return { kind: 'accepted', id: result.id, row: { ...version, isDeleted: false, fields } }
}

function sparseServerRow(row: ServerRow) {
  return { ...row, fields: sparseRow(row.fields) }
}
