/** Keeping the lists: read what stands, decide, write in one batch; decide anew when somebody else wrote meanwhile. */
import type { D1Database } from '@cloudflare/workers-types'
import { untilKept } from '../retry.ts'
import { commitLists, loadLists, type StandingLists } from '../store/kept-lists.ts'
import type { ListLoad } from './judge-items.ts'
import { type LoadPlan, planLoad } from './plan-load.ts'

export interface KeepListsInput {
  readonly db: D1Database
  readonly load: ListLoad
  /** `tenant:object id`; never a name. */
  readonly actor: string
  readonly atMs: number
  /** Between 0 and 1. */
  readonly jitter: () => number
  /** Decided, but not written. */
  readonly isTrial: boolean
  /** Throws when what stands is not what the person saw. */
  readonly requireSeen: (standing: StandingLists) => void
}

/** The plan that was carried out, or is not because it has faults. Throws Problem 503 when others keep being first. */
export async function keepLists(input: KeepListsInput): Promise<LoadPlan> {
  return untilKept(input.jitter, () => tryOnce(input))
}

async function tryOnce({ db, load, actor, atMs, isTrial, requireSeen }: KeepListsInput): Promise<LoadPlan | 'moved'> {
  const standing = await loadLists(db)
  requireSeen(standing)
  const plan = planLoad(standing.items, load)
  const items = plan.items.filter(({ outcome }) => outcome !== 'unchanged')
  if (isTrial || items.length === 0) return plan
  const committed = await commitLists(db, { items, lastChange: standing.lastChange, actor, atMs })
  return committed === 'moved' ? 'moved' : plan
}
