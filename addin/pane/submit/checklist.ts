/** What stands between a budget and its submission, as a list that reads the same every day. */
import type { Verdict } from '#shared/lifecycle/index.ts'
import { financeRoles, type PersonRole } from '#shared/model/index.ts'
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

export function isAcrossAreas({ areas }: ServerFinding): boolean {
  return areas !== undefined && areas.length > 0
}

/** Domain: a controller waives warnings of the own area, finance what goes across areas; the server decides once more. */
export function mayWaive(finding: ServerFinding, role: string, isOwnArea: boolean): boolean {
  if (finding.waiver !== undefined) return false
  if (isAcrossAreas(finding)) return financeRoles.includes(role as PersonRole)
  return finding.severity !== 'error' && role === 'gebiedscontroller' && isOwnArea
}

/** Only what is known to differ counts: without a look the workbook may hold more, which the button of Synchroniseren tells. */
function sentItem({ headSeq }: LinkedBudget, sync: SyncView): ChecklistItem {
  const { hasNews, conflicts, questions } = sync
  const isSent = headSeq !== null && !hasNews && !hasUnsent(sync) && conflicts.length + questions.length === 0
  return { id: 'sent', isDone: isSent, text: { key: isSent ? 'checkSent' : 'checkUnsent' } }
}

/** What was typed here and is not on the server, which only knows what it has: a submission would leave it out in silence. */
export function hasUnsent({ preview, hasEdits }: SyncView): boolean {
  return hasEdits || (preview !== null && changeCount(preview) > 0)
}

function counted(id: ChecklistItem['id'], countKey: CountKey, count: number, none: TextKey): ChecklistItem {
  return { id, isDone: count === 0, text: count === 0 ? { key: none } : { countKey, count } }
}
