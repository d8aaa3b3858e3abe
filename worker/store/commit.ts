/**
 * Carries out a plan: one D1 batch, all or nothing. The only module that writes push_receipt and row_version, and it
 * only adds. The area's head is its compare-and-set (`chain-commit.ts`), and the key (row, rev) that of a row: whoever read
 * older ones cannot commit.
 */
import {
  type BudgetKey,
  type Draw,
  financeRoles,
  sparseRow,
  type TableId,
  tableIds,
  type Total,
} from '#shared/model/index.ts'
import { type Part, subjectKey } from '#shared/rules/index.ts'
import type { Head, PushPlan, SyncRequest } from '#shared/sync/index.ts'
import { type ChainLink, contentHash, linkHash } from './audit-chain.ts'
import { commitStatement } from './chain-commit.ts'
import { upsertSql, upsertValues } from './columns.ts'
import { jsonParameters } from './json-parameter.ts'
import { commitDueStatements } from './subject-due.ts'
import { partStatements } from './subject-parts.ts'
import { addDrawsSql, addTotalsSql, drawValues, totalRows } from './sums.ts'

export interface CommitInput {
  readonly key: BudgetKey
  readonly budgetId: number
  readonly head: Head
  readonly request: SyncRequest
  readonly bodyHash: string
  readonly plan: PushPlan
  readonly totals: readonly Total[]
  readonly draws: readonly Draw[]
  /** Differences of what the budget is in the subjects of rules over areas. */
  readonly parts: readonly Part[]
  /** Tenant and object id of who pushes; no name, so the chain holds no personal data. */
  readonly tid: string
  readonly oid: string
  readonly atMs: number
}

export type CommitOutcome =
  /** `seq`: the store's number of this commit. */
  | { readonly kind: 'committed'; readonly head: Head; readonly seq: number }
  /** Somebody else committed to this area first, or this very push did: read and decide again. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'not-concept' }
  | { readonly kind: 'no-grant' }
  /** A kept sum of this budget would pass 2^53 - 1 cents. */
  | { readonly kind: 'sum-too-large' }

/** Never half: an outcome other than `committed` leaves the store as it was. Throws what is our own fault. */
export async function commitPlan(db: D1Database, input: CommitInput): Promise<CommitOutcome> {
  const link = await linkOf(input)
  const hash = await linkHash(link)
  const statements = [
    receiptStatement(db, input),
    commitStatement(db, { budgetId: input.budgetId, link, hash, rowCount: input.plan.writes.length }),
    ...guardStatements(db, input),
    ...rowStatements(db, input),
    ...sumStatements(db, input),
    ...subjectStatements(db, input),
  ]
  try {
    const [, commit] = await db.batch<{ seq: number }>(statements)
    return { kind: 'committed', head: { seq: link.areaSeq, hash }, seq: commit?.results[0]?.seq ?? 0 }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Remembers a push that had nothing to write, so that a late copy of it is known as one. */
export async function recordReceipt(db: D1Database, pushId: string, bodyHash: string, atMs: number): Promise<void> {
  await db.prepare(`${receiptSql} ON CONFLICT DO NOTHING`).bind(pushId, bodyHash, atMs).run()
}

const receiptSql = 'INSERT INTO push_receipt (push_id, body_hash, at_ms) VALUES (?1, ?2, ?3)'

async function linkOf({ key, head, request, plan, tid, oid, atMs }: CommitInput): Promise<ChainLink> {
  return {
    prevHash: head.hash,
    areaCode: key.areaCode,
    areaSeq: head.seq + 1,
    budgetYear: key.year,
    version: key.version,
    pushId: request.pushId,
    workbookId: request.workbookId,
    actorTid: tid,
    actorOid: oid,
    reason: request.reason ?? null,
    atMs,
    contentHash: await contentHash(plan.writes.map(({ version }) => version)),
  }
}

/** The constraint's name in D1's message says which condition did not hold; anything else is our own fault and rises. */
function outcomeOf(error: unknown): CommitOutcome {
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('gb_state')) return { kind: 'not-concept' }
  if (message.includes('gb_grant')) return { kind: 'no-grant' }
  if (message.includes('gb_sum')) return { kind: 'sum-too-large' }
  if (/UNIQUE constraint failed: (?:commit_log|push_receipt|row_version)\./.test(message)) return { kind: 'moved' }
  throw error
}

function receiptStatement(db: D1Database, { request, bodyHash, atMs }: CommitInput): D1PreparedStatement {
  return db.prepare(receiptSql).bind(request.pushId, bodyHash, atMs)
}

const financeRolesSql = financeRoles.map((role) => `'${role}'`).join(', ')

function guardStatements(db: D1Database, { budgetId, key, tid, oid }: CommitInput): readonly D1PreparedStatement[] {
  return [
    db
      .prepare("INSERT INTO guard (state) SELECT state FROM budget WHERE budget_id = ?1 AND state <> 'concept'")
      .bind(budgetId),
    db
      .prepare(
        `INSERT INTO guard (no_grant) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.tid = ?1 AND p.oid = ?2
          AND (p.role IN (${financeRolesSql}) OR (p.role = 'gebiedscontroller' AND EXISTS
            (SELECT 1 FROM area_grant g WHERE g.tid = p.tid AND g.oid = p.oid AND g.area_code = ?3))))`,
      )
      .bind(tid, oid, key.areaCode),
  ]
}

/** Versions first: their key refuses a row that moved. */
function rowStatements(db: D1Database, { plan, budgetId }: CommitInput): readonly D1PreparedStatement[] {
  const versions = plan.writes.map(({ version: { id, rev, isDeleted, hash, fields } }) => [
    id,
    rev,
    isDeleted ? 1 : 0,
    hash,
    JSON.stringify(sparseRow(fields)),
  ])
  return [
    ...jsonParameters(versions).map((parameter) =>
      db
        .prepare(
          `INSERT INTO row_version (budget_id, row_id, rev, seq, deleted, hash, fields)
            SELECT ?2, value ->> 0, value ->> 1, (SELECT max(seq) FROM commit_log), value ->> 2, value ->> 3, value ->> 4
            FROM json_each(?1)`,
        )
        .bind(parameter, budgetId),
    ),
    ...tableIds.flatMap((table) => tableStatements(db, budgetId, table, plan)),
  ]
}

function tableStatements(
  db: D1Database,
  budgetId: number,
  table: TableId,
  plan: PushPlan,
): readonly D1PreparedStatement[] {
  const rows = plan.writes
    .map(({ version }) => version)
    .filter(({ fields }) => fields.table === table)
    .map(({ id, rev, isDeleted, hash, fields }) => upsertValues(id, rev, isDeleted, hash, fields))
  return jsonParameters(rows).map((parameter) => db.prepare(upsertSql(table)).bind(parameter, budgetId))
}

function sumStatements(db: D1Database, { totals, draws, budgetId }: CommitInput): readonly D1PreparedStatement[] {
  const add = (sql: string) => (parameter: string) => db.prepare(sql).bind(parameter, budgetId)
  return [
    ...jsonParameters(totalRows(totals)).map(add(addTotalsSql)),
    ...jsonParameters(draws.map(drawValues)).map(add(addDrawsSql)),
  ]
}

/** The parts, and a note of what is to be judged: in this batch, so that no crash can leave findings behind unnoticed. */
function subjectStatements(
  db: D1Database,
  { key, budgetId, parts, draws }: CommitInput,
): readonly D1PreparedStatement[] {
  const sources = draws.map(({ sourceCode }) => ({ kind: 'source', key: subjectKey(sourceCode) }) as const)
  return [
    ...partStatements(db, { budgetId, budgetYear: key.year }, parts),
    ...commitDueStatements(db, key, [...parts, ...sources]),
  ]
}
