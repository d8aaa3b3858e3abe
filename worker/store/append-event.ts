/**
 * Stores an event in the life of a budget: one D1 batch, all or nothing, like a push. The only module that writes
 * life_event, and it only adds. An event is a commit of its area without rows: the chain holds it, it moves the head, so a
 * push or another event that was decided on before cannot pass, and panes hear of it like of any commit.
 */
import type { BudgetKey, BudgetState, PersonRole } from '#shared/model/index.ts'
import type { Head } from '#shared/sync/index.ts'
import { eventHash, linkHash } from './audit-chain.ts'
import { commitStatement } from './chain-commit.ts'
import type { EventContent } from './life-events.ts'
import { stateDueStatements } from './subject-due.ts'

/** What was read and must still hold when the event is stored. */
export interface EventConditions {
  readonly state: BudgetState
  /** The person's role when the decision was made. */
  readonly role: PersonRole
  /** Submission that the person must not have made. */
  readonly notSubmitterOf?: string | undefined
  /** The store's newest commit: of a decision that looked at other areas too. */
  readonly storeSeq?: number | undefined
}

export interface AppendInput {
  readonly key: BudgetKey
  readonly budgetId: number
  readonly head: Head
  readonly id: string
  readonly about: string | null
  readonly content: EventContent
  /** State of the budget afterwards; undefined: as it was. */
  readonly state?: BudgetState | undefined
  readonly conditions: EventConditions
  readonly tid: string
  readonly oid: string
  readonly atMs: number
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly seq: number }
  /** Somebody else wrote to the area first, or to another area that the decision looked at: read and decide again. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'no-grant' }
  | { readonly kind: 'four-eyes' }

/** An outcome other than `appended` leaves the store as it was. Throws what is our own fault. */
export async function appendEvent(db: D1Database, input: AppendInput): Promise<AppendOutcome> {
  const body = JSON.stringify(input.content.body)
  const commit = await chainCommit(db, input, body)
  const guards = guardStatements(db, input)
  try {
    const results = await db.batch<{ seq: number }>([
      ...guards,
      commit,
      eventStatement(db, input, body),
      ...stateStatements(db, input),
    ])
    return { kind: 'appended', seq: results[guards.length]?.results[0]?.seq ?? 0 }
  } catch (error) {
    return outcomeOf(error)
  }
}

async function chainCommit(db: D1Database, input: AppendInput, body: string): Promise<D1PreparedStatement> {
  const { key, budgetId, head, id, about, content, tid, oid, atMs } = input
  const link = {
    prevHash: head.hash,
    areaCode: key.areaCode,
    areaSeq: head.seq + 1,
    budgetYear: key.year,
    version: key.version,
    pushId: id,
    workbookId: id,
    actorTid: tid,
    actorOid: oid,
    reason: null,
    atMs,
    contentHash: await eventHash({ eventId: id, kind: content.kind, about, body }),
  }
  return commitStatement(db, { budgetId, link, hash: await linkHash(link), rowCount: 0 })
}

function eventStatement(db: D1Database, input: AppendInput, body: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO life_event (event_id, seq, budget_id, kind, about, body)
        SELECT ?1, (SELECT max(seq) FROM commit_log), ?2, ?3, ?4, ?5`,
    )
    .bind(input.id, input.budgetId, input.content.kind, input.about, body)
}

/** With a note of what rules over areas must judge again. */
function stateStatements(
  db: D1Database,
  { key, budgetId, state, conditions }: AppendInput,
): readonly D1PreparedStatement[] {
  if (state === undefined) return []
  return [
    db.prepare('UPDATE budget SET state = ?2 WHERE budget_id = ?1').bind(budgetId, state),
    ...stateDueStatements(db, key, { from: conditions.state, to: state }),
  ]
}

/** Roles whose right is that of their own areas; of the other roles the area does not matter. */
const areaRoles: readonly PersonRole[] = ['gebiedscontroller', 'opdrachtgever']
const areaRolesSql = areaRoles.map((role) => `'${role}'`).join(', ')

function guardStatements(db: D1Database, input: AppendInput): readonly D1PreparedStatement[] {
  const { key, budgetId, conditions, tid, oid } = input
  const { state, role, notSubmitterOf, storeSeq } = conditions
  const statements = [
    db
      .prepare('INSERT INTO guard (other_state) SELECT state FROM budget WHERE budget_id = ?1 AND state <> ?2')
      .bind(budgetId, state),
    db
      .prepare(
        `INSERT INTO guard (no_grant) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.tid = ?1 AND p.oid = ?2
          AND p.role = ?4 AND (p.role NOT IN (${areaRolesSql}) OR EXISTS
            (SELECT 1 FROM area_grant g WHERE g.tid = p.tid AND g.oid = p.oid AND g.area_code = ?3)))`,
      )
      .bind(tid, oid, key.areaCode, role),
  ]
  if (notSubmitterOf !== undefined) {
    const sql = `INSERT INTO guard (same_person)
      SELECT 1 FROM commit_log WHERE push_id = ?1 AND actor_tid = ?2 AND actor_oid = ?3`
    statements.push(db.prepare(sql).bind(notSubmitterOf, tid, oid))
  }
  if (storeSeq !== undefined) {
    const sql = 'INSERT INTO guard (store_moved) SELECT 1 WHERE (SELECT max(seq) FROM commit_log) <> ?1'
    statements.push(db.prepare(sql).bind(storeSeq))
  }
  return statements
}

/** The constraint's name in D1's message says which condition did not hold; anything else is our own fault and rises. */
function outcomeOf(error: unknown): AppendOutcome {
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('gb_grant')) return { kind: 'no-grant' }
  if (message.includes('gb_four_eyes')) return { kind: 'four-eyes' }
  if (/gb_other_state|gb_store|UNIQUE constraint failed: commit_log\./.test(message)) return { kind: 'moved' }
  throw error
}
