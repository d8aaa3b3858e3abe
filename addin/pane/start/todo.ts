/** What a controller does next, as a short list that leads to the tabs. */
import { budgetStates, isHandedIn } from '#shared/model/budget-state.ts'
import type { CheckState } from '../../ports/checker.ts'
import type { LinkedBudget } from '../../ports/linker.ts'
import type { SyncView } from '../../ports/synchroniser.ts'
import { countBySeverity } from '../check/filter.ts'
import type { CountKey, TextKey } from '../text/speak.ts'

export interface Todo {
  readonly id: 'check' | 'sync' | 'submit'
  readonly isDone: boolean
  readonly text: { readonly key: TextKey } | { readonly countKey: CountKey; readonly count: number }
}

/** Three things, always in this order, so that the list reads the same every day. */
export function todoOf(linked: LinkedBudget, check: CheckState, sync: SyncView): readonly Todo[] {
  return [checkTodo(check), syncTodo(sync, linked.headSeq === null), submitTodo(linked)]
}

function checkTodo({ kind, findings }: CheckState): Todo {
  if (kind === 'checking') return { id: 'check', isDone: false, text: { key: 'todoChecking' } }
  if (kind !== 'checked') return { id: 'check', isDone: false, text: { key: 'todoCheck' } }
  const { error } = countBySeverity(findings)
  if (error === 0) return { id: 'check', isDone: true, text: { key: 'todoNoErrors' } }
  return { id: 'check', isDone: false, text: { countKey: 'todoErrors', count: error } }
}

function syncTodo(view: SyncView, isFirst: boolean): Todo {
  const { kind, conflicts, questions, preview, hasNews, syncedAtMs } = view
  const open = (text: Todo['text']): Todo => ({ id: 'sync', isDone: false, text })
  const decisions = conflicts.length + questions.length
  if (decisions > 0) return open({ countKey: 'todoDecide', count: decisions })
  const changes = kind === 'previewed' && preview !== null ? changeCount(preview) : undefined
  if (changes !== undefined && changes > 0) return open({ countKey: 'todoChanges', count: changes })
  if (hasNews) return open({ key: 'todoNews' })
  if (changes === 0 && syncedAtMs !== null) return { id: 'sync', isDone: true, text: { key: 'todoSynced' } }
  return open({ key: syncedAtMs === null && isFirst ? 'todoSyncFirst' : 'todoSync' })
}

/** What a synchronisation would send; rows that are gone only count when the person says so. */
export function changeCount(preview: NonNullable<SyncView['preview']>): number {
  return preview.created.length + preview.changed.length
}

/** A cover that says nothing known leaves it to do. */
function submitTodo({ state }: LinkedBudget): Todo {
  const isDone = budgetStates.some((known) => known === state && isHandedIn(known))
  return { id: 'submit', isDone, text: { key: isDone ? 'todoSubmitted' : 'todoSubmit' } }
}
