/**
 * What this isolate remembers of the store between requests. Every request asks first what was committed since, and reads
 * those budgets anew: what is remembered is never trusted because nobody said otherwise. Only values are remembered, never
 * a promise, which belongs to the request that made it.
 */
import { loadBudgetSums, loadNews, type StoreNews } from '../store/budget-sums.ts'
import { type CellLists, loadCellLists } from '../store/cell-lists.ts'
import { type BudgetIndex, indexOf } from './budget-index.ts'

export interface Memory {
  kept: Kept
}

/** Replaced as a whole when the store turns out to have another history. */
export interface Kept {
  /** The newest commit that was heard of, and its chain hash. */
  seq: number
  hash: string
  /** From here on `touchedSeqById` knows of every commit; of what is older it knows nothing. */
  touchedFromSeq: number
  readonly touchedSeqById: Map<number, number>
  /** Those used longest ago first. */
  readonly budgets: Map<number, BudgetIndex>
  lists: { readonly stamp: string; readonly lists: CellLists } | null
}

/** Totals kept between requests: about 40 MB of an isolate's 128. */
const totalsKeptMax = 150_000

export function emptyMemory(): Memory {
  return { kept: { seq: 0, hash: '', touchedFromSeq: 0, touchedSeqById: new Map(), budgets: new Map(), lists: null } }
}

export interface Recalled {
  readonly kept: Kept
  readonly seq: number
  readonly budgets: StoreNews['budgets']
  readonly lists: CellLists
}

/** The budgets of some years as they are now, and the lists. */
export async function recall(db: D1Database, memory: Memory, years: readonly number[]): Promise<Recalled> {
  const before = memory.kept
  // Other requests change these while this one waits.
  const { seq: since, hash } = before
  const isFirst = since === 0
  const news = await loadNews(db, isFirst ? null : since, years)
  const hasOtherHistory = !isFirst && news.hashAtSince !== hash
  if (hasOtherHistory && memory.kept === before) memory.kept = emptyMemory().kept
  const kept = hasOtherHistory ? memory.kept : before
  learn(kept, news, isFirst || hasOtherHistory)
  return { kept, seq: news.seq, budgets: news.budgets, lists: await listsOf(db, kept, news.listsStamp) }
}

/** The sums of these budgets: remembered, or read when they are not or something was committed to them since. */
export async function recallSums(
  db: D1Database,
  kept: Kept,
  budgetIds: readonly number[],
): Promise<ReadonlyMap<number, BudgetIndex>> {
  const found = new Map<number, BudgetIndex>()
  for (const id of budgetIds) {
    const index = kept.budgets.get(id)
    if (index !== undefined && isCurrent(kept, index)) found.set(id, index)
  }
  const missing = budgetIds.filter((id) => !found.has(id))
  for (const sums of missing.length === 0 ? [] : await loadBudgetSums(db, missing)) {
    found.set(sums.budgetId, indexOf(sums))
  }
  for (const [id, index] of found) use(kept, id, index)
  forgetOldest(kept)
  return found
}

/** Requests overlap: one that read earlier must not undo what a later one learned. */
function learn(kept: Kept, news: StoreNews, isFirst: boolean): void {
  if (isFirst) kept.touchedFromSeq = Math.max(kept.touchedFromSeq, news.seq)
  for (const [id, seq] of news.touchedSeqById) {
    kept.touchedSeqById.set(id, Math.max(seq, kept.touchedSeqById.get(id) ?? 0))
  }
  if (news.seq < kept.seq) return
  kept.seq = news.seq
  kept.hash = news.hash
}

async function listsOf(db: D1Database, kept: Kept, stamp: string): Promise<CellLists> {
  if (kept.lists?.stamp === stamp) return kept.lists.lists
  const lists = await loadCellLists(db)
  kept.lists = { stamp, lists }
  return lists
}

function isCurrent({ touchedFromSeq, touchedSeqById }: Kept, { sums }: BudgetIndex): boolean {
  return sums.readSeq >= Math.max(touchedFromSeq, touchedSeqById.get(sums.budgetId) ?? 0)
}

function use(kept: Kept, budgetId: number, index: BudgetIndex): void {
  kept.budgets.delete(budgetId)
  kept.budgets.set(budgetId, index)
}

function forgetOldest(kept: Kept): void {
  let count = [...kept.budgets.values()].reduce((sum, { sums }) => sum + sums.totals.length, 0)
  for (const [id, { sums }] of kept.budgets) {
    if (count <= totalsKeptMax) return
    kept.budgets.delete(id)
    count -= sums.totals.length
  }
}
