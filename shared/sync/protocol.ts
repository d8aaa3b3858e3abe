/**
 * What client and server say to each other about the rows of one budget. Both sides parse with these schemas, so this
 * file is the contract. Field names are the outside ones (`amount.2024`, see `fieldName`).
 */
import * as z from 'zod/mini'
import { budgetYearSchema, rowSchema, versionSchema } from '#shared/model/index.ts'

/** An older minor is accepted; an older major may pull but not push. */
export const protocolVersion = '1.0'
/** Raised when a table gets a new field; fields that a client's template does not know keep their value. */
export const templateVersion = 2
export const rowsPerPushMax = 5_000
export const bodyBytesMax = 8_000_000
/** A workbook's own rows and the tombstones it still remembers. */
const knownMax = 60_000

const idSchema = z.uuid()
/** 16 hexadecimal digits of the SHA-256 of a row's content. */
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{16}$/))
/** `rev-hash`: names one version of one row. `0-0000000000000000` is "before the first version". */
export const stampSchema = z.string().check(z.regex(/^\d{1,9}-[0-9a-f]{16}$/))
const stampByField = z.record(z.string().check(z.maxLength(60)), stampSchema)
const revSchema = z.int().check(z.minimum(0), z.maximum(999_999_999))

/** Where an area's audit chain ends: the number of its last commit and that commit's chain hash (64 hex digits). */
export const headSchema = z.strictObject({ seq: z.int().check(z.minimum(0)), hash: z.string().check(z.maxLength(64)) })
export type Head = z.infer<typeof headSchema>

export const pushedRowSchema = z.strictObject({
  id: idSchema,
  /** The last server version that this row's cells were merged with; 0: never. */
  rev: revSchema,
  hash: hashSchema,
  /** Fields with an older base, because a conflict is open or the person typed while an answer was under way. */
  pend: stampByField,
  fields: rowSchema,
  /** "Mine": fields for which the person chose the own value, with the server version that was shown. */
  resolve: z.optional(stampByField),
  /** Bring back a row that was deleted elsewhere, with the tombstone that was shown. */
  revive: z.optional(stampSchema),
  /** The person says that this new row is not the one whose content or history it equals. */
  isConfirmedNew: z.optional(z.boolean()),
  /** The server does not know this row although the workbook has a revision of it: create it again. */
  isOrphan: z.optional(z.boolean()),
})
export type PushedRow = z.infer<typeof pushedRowSchema>

export const syncRequestSchema = z.strictObject({
  protocol: z.string().check(z.regex(/^\d+\.\d+$/)),
  template: z.int(),
  workbookId: idSchema,
  pushId: idSchema,
  jaar: budgetYearSchema,
  versie: versionSchema,
  /** The area's head when this workbook last synchronised; null: never. */
  head: z.nullable(headSchema),
  /** The person has been told that the server was put back to an earlier state. */
  isRecovering: z.boolean(),
  /** Why finance changes an area's rows; required from anybody but the area's own controller. */
  reason: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  rows: z.array(pushedRowSchema).check(z.maxLength(rowsPerPushMax)),
  deletions: z
    .array(z.strictObject({ id: idSchema, rev: revSchema, hash: hashSchema }))
    .check(z.maxLength(rowsPerPushMax)),
  /** Clean rows: what the workbook shows equals this version. */
  known: z.array(z.tuple([idSchema, stampSchema])).check(z.maxLength(knownMax)),
  /** Rows that could not be read; the server keeps their last value. */
  heldBack: z.array(idSchema).check(z.maxLength(rowsPerPushMax)),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

export const serverRowSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  hash: hashSchema,
  isDeleted: z.boolean(),
  fields: rowSchema,
  /** Who wrote this version, and when (ISO 8601, UTC). */
  by: z.string(),
  at: z.string(),
})
export type ServerRow = z.infer<typeof serverRowSchema>

export const rowResultSchema = z.discriminatedUnion('kind', [
  /** The row stands on the server as `row`: as pushed, merged, or as it was already. */
  z.strictObject({ kind: z.literal('accepted'), id: idSchema, row: serverRowSchema }),
  /** Some fields differ on both sides; `row` has the server's values of those, everything else is merged. */
  z.strictObject({
    kind: z.literal('conflict'),
    id: idSchema,
    row: serverRowSchema,
    fields: z.array(z.string()),
    /** What those fields held in the version that the client's value is based on; absent where that is unknown. */
    base: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
  }),
  /** Not created: a live line has this number, or (isEarlierContent) once had this very content. */
  z.strictObject({
    kind: z.literal('duplicate'),
    id: idSchema,
    row: serverRowSchema,
    isEarlierContent: z.boolean(),
  }),
  /** Deleted elsewhere: drop it or bring it back. */
  z.strictObject({ kind: z.literal('gone'), id: idSchema, row: serverRowSchema }),
  /** The server has never seen this id although the workbook has a revision of it. */
  z.strictObject({ kind: z.literal('unknown'), id: idSchema }),
  z.strictObject({ kind: z.literal('deleted'), id: idSchema }),
  /** Not deleted: it changed since it was shown. */
  z.strictObject({ kind: z.literal('delete-conflict'), id: idSchema, row: serverRowSchema }),
])
export type RowResult = z.infer<typeof rowResultSchema>

export const syncFindingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.strictObject({ nl: z.string(), en: z.string() }),
})

export const syncAnswerSchema = z.strictObject({
  protocol: z.string(),
  head: headSchema,
  /** The whole store's commit number, for caches. */
  seq: z.int(),
  results: z.array(rowResultSchema),
  /** Rows that differ from what the workbook showed. `isDiverged`: its version is not in the server's history. */
  rows: z.array(z.strictObject({ row: serverRowSchema, isDiverged: z.boolean() })),
  /** Known ids that the server has never seen (it was put back). */
  lost: z.array(idSchema),
  /** Cross-area findings that concern this area, such as GB-701. */
  findings: z.array(syncFindingSchema),
  /**
   * This push had been carried out before; the answer is how things stand now. It has no result for a row that would
   * have to be written again: that row stays as it is in the workbook and goes with the next push.
   */
  isReplay: z.boolean(),
})
export type SyncAnswer = z.infer<typeof syncAnswerSchema>

/** `type` of the problem+json of a refused synchronisation. */
export const syncProblems = [
  'protocol-te-oud', // 409: an older major; pull only
  'geschiedenis-wijkt-af', // 409: the server was put back; ask the person, then send isRecovering
  'werkboek-bezet', // 409: another instance of this file is synchronising; Retry-After
  'begroting-vergrendeld', // 409: not in concept
  'sleutel-hergebruikt', // 409: same Idempotency-Key, other body
  'te-druk', // 503: commit kept colliding
] as const
export type SyncProblem = (typeof syncProblems)[number]
