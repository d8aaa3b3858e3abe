/** What stands between a budget and its submission, as a list that reads the same every day. */
import { isAcrossAreas, type Verdict } from '#shared/lifecycle/index.ts'
import type { LinkedBudget } from '../../ports/linker.ts'
import type { SyncView } from '../../ports/synchroniser.ts'
import { changeCount } from '../start/todo.ts'
import type { CountKey, TextKey } from '../text/speak.ts'

export type ServerFinding = Verdict['bevindingen'][number]

export interface ChecklistItem {
  readonly id: 'sent' | 'errors' | 'across'
  readonly isDone: boolean
  readonly text: { readonly key: TextKey } | { readonly countKey: CountKey; readonly count: number }
}

export function checklistOf(linked: LinkedBudget, sync: SyncView, verdict: Verdict): readonly ChecklistItem[] {
  const errors = openErrors(verdict)
  const across = errors.filter(isAcrossAreas).length
  return [
    sentItem(linked, sync),
    counted('errors', 'checkErrors', errors.length - across, 'checkNoErrors'),
    counted('across', 'checkAcross', across, 'checkNoAcross'),
  ]
}

/** Those that nobody accepted. */
export function openErrors({ bevindingen }: Verdict): readonly ServerFinding[] {
  return bevindingen.filter(({ severity, waiver }) => severity === 'error' && waiver === undefined)
}

/** Only what is known to differ counts: without a look the workbook may hold more, which the button of Synchroniseren tells. */
function sentItem({ headSeq }: LinkedBudget, sync: SyncView): ChecklistItem {
  const { hasNews, conflicts, questions } = sync
  const isOpen = headSeq === null || hasNews || conflicts.length + questions.length > 0
  const key = isOpen ? 'checkUnsent' : whyUnsent(sync)
  return { id: 'sent', isDone: key === null, text: { key: key ?? 'checkSent' } }
}

/** What is here and not on the server: a submission, which takes what the server has, would leave it out in silence. */
export function whyUnsent({ preview, hasEdits }: SyncView): TextKey | null {
  if (hasEdits || (preview !== null && changeCount(preview) > 0)) return 'checkUnsent'
  return preview !== null && preview.heldBack.length > 0 ? 'checkHeldBack' : null
}

function counted(id: ChecklistItem['id'], countKey: CountKey, count: number, none: TextKey): ChecklistItem {
  return { id, isDone: count === 0, text: count === 0 ? { key: none } : { countKey, count } }
}
