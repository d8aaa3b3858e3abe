/** The verdict of the Worker on a budget: its own rows and what is said across areas, with waivers. */
import type { Cover } from '#shared/lifecycle/index.ts'
import type { Finding } from '#shared/model/index.ts'
import { judgeStored, type Judged } from './judge-stored.ts'
import { type Waiver, waiversIn, withWaivers } from './life-of.ts'
import { type Standing, submittedChecksum } from './standing.ts'
import { loadWaivedCrossFindings } from './waived-cross-findings.ts'

export interface VerdictOnBudget {
  readonly judged: Judged
  /** With waivers. */
  readonly own: readonly Finding[]
  readonly across: readonly Finding[]
  /** Of this budget. */
  readonly waivers: readonly Waiver[]
}

export async function loadVerdict(
  db: D1Database,
  standing: Standing,
  cover: Cover | null,
  nowMs: number,
): Promise<VerdictOnBudget> {
  const { key, budgetId, state, events } = standing
  const judged = await judgeStored(db, {
    key,
    budgetId,
    state,
    cover,
    submittedChecksum: submittedChecksum(standing),
    nowMs,
  })
  const waivers = waiversIn(events)
  return {
    judged,
    own: withWaivers(judged.findings, waivers),
    across: await loadWaivedCrossFindings(db, key),
    waivers,
  }
}
