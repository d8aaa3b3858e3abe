/** What a synchronisation tells about the life of the budget, and the life about a synchronisation that was refused. */
import type { LifeDesk } from './ports/life-desk.ts'
import { ServerError } from './ports/server.ts'
import type { ResumableSynchroniser } from './sync/synchroniser.ts'

export function joinLifeAndSync(
  synchroniser: Pick<ResumableSynchroniser, 'current' | 'subscribe' | 'unlocked'>,
  lifeDesk: Pick<LifeDesk, 'current' | 'subscribe' | 'synchronised' | 'renew'>,
): void {
  let { syncedAtMs, error } = synchroniser.current()
  synchroniser.subscribe((view) => {
    if (view.syncedAtMs !== syncedAtMs) void lifeDesk.synchronised()
    // A push may be refused because of a step that nobody told this pane of.
    else if (view.error !== error && isLocked(view.error)) void lifeDesk.renew()
    syncedAtMs = view.syncedAtMs
    error = view.error
  })
  let { life } = lifeDesk.current()
  lifeDesk.subscribe((view) => {
    // Only what was read just now tells that the budget is open: what was known before the refusal says nothing of it.
    if (view.life !== life && view.life?.staat === 'concept') synchroniser.unlocked()
    life = view.life
  })
}

function isLocked(error: unknown): boolean {
  return error instanceof ServerError && error.problem === 'begroting-vergrendeld'
}
