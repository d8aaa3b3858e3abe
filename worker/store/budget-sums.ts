/** What is kept of single budgets: their totals and draws, and which of them changed since a commit. */
import * as z from 'zod/mini'
import { type BudgetState, budgetStates } from '#shared/model/index.ts'
import type { YearBudget } from './load-sums.ts'

/** Lines of one classification, whatever their category: whole cents of the budget's year and the three after it. */
export interface TotalRow {
  readonly programmeCode: string
  readonly goalCode: string
  readonly domain: string
  readonly taakveldCode: string
  readonly side: string
  readonly nature: string
  readonly cents: readonly number[]
  /** Lines with an amount in each of those years. */
  readonly lineCounts: readonly number[]
}

export interface DrawRow {
  readonly year: number
  readonly sourceCode: string
  readonly component: string
  readonly cents: number
}

export interface BudgetSums {
  readonly budgetId: number
  /** The store's commit number when this was read: it holds every commit up to it. */
  readonly readSeq: number
  readonly totals: readonly TotalRow[]
  readonly draws: readonly DrawRow[]
}

const commitSchema = z.object({ seq: z.int(), hash: z.string() })
const hashSchema = z.object({ hash: z.string() })
const touchedSchema = z.object({ budget_id: z.int(), seq: z.int() })
const budgetSchema = z.object({
  budget_id: z.int(),
  budget_year: z.int(),
  area_code: z.string(),
  version: z.string(),
  state: z.enum(budgetStates),
})
const changeSchema = z.object({ change_id: z.int(), kind: z.string(), code: z.string(), at_ms: z.int() })

export interface StoreNews {
  /** Number and chain hash of the newest commit; 0 and '' before the first. */
  readonly seq: number
  readonly hash: string
  /** Chain hash of the commit asked about; undefined when the store has no such commit. */
  readonly hashAtSince: string | undefined
  /** Budgets that were committed to after it, with the newest commit of each. */
  readonly touchedSeqById: ReadonlyMap<number, number>
  readonly budgets: readonly (YearBudget & { readonly year: number })[]
  /** Differs after every change of a list. */
  readonly listsStamp: string
}

/** One batch, so one state of the store. `since` null: nothing is known yet, so what was touched does not matter. */
export async function loadNews(db: D1Database, since: number | null, years: readonly number[]): Promise<StoreNews> {
  const [newest, at, touched, budgets, change] = await db.batch([
    db.prepare('SELECT seq, hash FROM commit_log ORDER BY seq DESC LIMIT 1'),
    db.prepare('SELECT hash FROM commit_log WHERE seq = ?1').bind(since ?? 0),
    db
      .prepare('SELECT budget_id, max(seq) AS seq FROM commit_log WHERE seq > ?1 GROUP BY budget_id')
      .bind(since ?? Number.MAX_SAFE_INTEGER),
    db
      .prepare(
        `SELECT b.budget_id, b.budget_year, b.area_code, b.version, b.state
          FROM json_each(?1) j CROSS JOIN budget b ON b.budget_year = j.value ORDER BY b.area_code, b.version`,
      )
      .bind(JSON.stringify(years)),
    db.prepare('SELECT change_id, kind, code, at_ms FROM reference_change ORDER BY change_id DESC LIMIT 1'),
  ])
  const { seq, hash } = newest?.results.map((record) => commitSchema.parse(record))[0] ?? { seq: 0, hash: '' }
  return {
    seq,
    hash,
    hashAtSince: at?.results.map((record) => hashSchema.parse(record).hash)[0],
    touchedSeqById: new Map(
      touched?.results.map((record) => {
        const { budget_id: id, seq: touchedSeq } = touchedSchema.parse(record)
        return [id, touchedSeq] as const
      }),
    ),
    budgets: (budgets?.results ?? []).map(budgetOf),
    listsStamp: JSON.stringify(change?.results.map((record) => changeSchema.parse(record))),
  }
}

function budgetOf(record: unknown): StoreNews['budgets'][number] {
  const read = budgetSchema.parse(record)
  const state: BudgetState = read.state
  return {
    budgetId: read.budget_id,
    year: read.budget_year,
    areaCode: read.area_code,
    version: read.version,
    state,
  }
}

const totalSchema = z.object({
  budget_id: z.int(),
  programme_code: z.string(),
  goal_code: z.string(),
  domain: z.string(),
  taakveld_code: z.string(),
  side: z.string(),
  nature: z.string(),
  cents0: z.int(),
  lines0: z.int(),
  cents1: z.int(),
  lines1: z.int(),
  cents2: z.int(),
  lines2: z.int(),
  cents3: z.int(),
  lines3: z.int(),
})
const totalColumns = Object.keys(totalSchema.shape).map((column) => `t.${column}`)
const drawSchema = z.object({
  budget_id: z.int(),
  year: z.int(),
  source_code: z.string(),
  component: z.string(),
  cents: z.int(),
})
const seqSchema = z.object({ seq: z.int() })

/** All sums of some budgets as of one commit. */
export async function loadBudgetSums(db: D1Database, budgetIds: readonly number[]): Promise<readonly BudgetSums[]> {
  const ids = JSON.stringify(budgetIds)
  const [newest, totals, draws] = await db.batch([
    db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM commit_log'),
    db
      .prepare(
        `SELECT ${totalColumns.join(', ')} FROM json_each(?1) j CROSS JOIN total t ON t.budget_id = j.value
          WHERE t.lines0 + t.lines1 + t.lines2 + t.lines3 > 0`,
      )
      .bind(ids),
    db
      .prepare(
        `SELECT d.budget_id, d.year, d.source_code, d.component, d.cents
          FROM json_each(?1) j CROSS JOIN draw d ON d.budget_id = j.value WHERE d.cents <> 0`,
      )
      .bind(ids),
  ])
  const readSeq = seqSchema.parse(newest?.results[0]).seq
  const totalsById = Map.groupBy(
    (totals?.results ?? []).map((record) => totalSchema.parse(record)),
    ({ budget_id: id }) => id,
  )
  const drawsById = Map.groupBy(
    (draws?.results ?? []).map((record) => drawSchema.parse(record)),
    ({ budget_id: id }) => id,
  )
  return budgetIds.map((budgetId) => ({
    budgetId,
    readSeq,
    totals: (totalsById.get(budgetId) ?? []).map(totalRow),
    draws: (drawsById.get(budgetId) ?? []).map(({ year, source_code: sourceCode, component, cents }) => ({
      year,
      sourceCode,
      component,
      cents,
    })),
  }))
}

function totalRow(read: z.infer<typeof totalSchema>): TotalRow {
  return {
    programmeCode: read.programme_code,
    goalCode: read.goal_code,
    domain: read.domain,
    taakveldCode: read.taakveld_code,
    side: read.side,
    nature: read.nature,
    cents: [read.cents0, read.cents1, read.cents2, read.cents3],
    lineCounts: [read.lines0, read.lines1, read.lines2, read.lines3],
  }
}
