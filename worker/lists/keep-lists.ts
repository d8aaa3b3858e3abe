/** Keeping the lists: read what stands, decide, write in one batch; decide anew when somebody else wrote meanwhile. */
import type { D1Database } from '@cloudflare/workers-types'
import { commitLists, loadStanding, type StandingLists } from '../store/kept-lists.ts'
import type { ListLoad } from './judge-items.ts'
import { type LoadPlan, planLoad } from './plan-load.ts'

export interface KeepListsInput {
  readonly db: D1Database
  readonly load: ListLoad
  /** `tenant:object id`; never a name. */
  readonly actor: string
  readonly atMs: number
  /** Decided, but not written. */
  readonly isTrial: boolean
  /** Throws when what stands is not what the person saw. */
  readonly requireSeen: (standing: StandingLists) => void
}

export type KeepOutcome = { readonly kind: 'decided'; readonly plan: LoadPlan } | { readonly kind: 'busy' }

const attemptsMax = 4

/** The plan that was carried out, or is not because it has faults. 'busy': others wrote each time; nothing is written. */
export async function keepLists({ db, load, actor, atMs, isTrial, requireSeen }: KeepListsInput): Promise<KeepOutcome> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const standing = await loadStanding(db)
    requireSeen(standing)
    const plan = planLoad(standing.items, load)
    const items = plan.items.filter(({ outcome }) => outcome !== 'unchanged')
    if (isTrial || items.length === 0) return { kind: 'decided', plan }
    const committed = await commitLists(db, { items, lastChange: standing.lastChange, actor, atMs })
    if (committed === 'kept') return { kind: 'decided', plan }
  }
  return { kind: 'busy' }
}
