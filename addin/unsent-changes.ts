/** Asks Office to warn at closing while a linked workbook was edited and not synchronised since (SharedRuntime 1.2). */
import type { Synchroniser } from './ports/synchroniser.ts'
import type { Workbook } from './ports/workbook.ts'

/** `Office.addin.beforeDocumentCloseNotification`. */
export interface CloseNotice {
  readonly enable: () => Promise<void>
  readonly disable: () => Promise<void>
}

export interface UnsentParts {
  readonly workbook: Pick<Workbook, 'watch'>
  readonly synchroniser: Pick<Synchroniser, 'current' | 'subscribe'>
  readonly isLinked: () => boolean
  readonly notice: CloseNotice
}

/** A notice that Office refuses is a notice less, not a fault of what the person is doing. */
export async function watchUnsentChanges({ workbook, synchroniser, isLinked, notice }: UnsentParts): Promise<void> {
  let isOn = false
  const set = (wanted: boolean) => {
    if (isOn === wanted) return
    isOn = wanted
    void (wanted ? notice.enable() : notice.disable()).catch(() => undefined)
  }
  let syncedAtMs = synchroniser.current().syncedAtMs
  let isEditedSinceReading = false
  synchroniser.subscribe((view) => {
    if (view.kind === 'reading') isEditedSinceReading = false
    if (view.syncedAtMs === syncedAtMs || view.kind !== 'idle') return
    syncedAtMs = view.syncedAtMs
    // What was typed while the rest was under way did not go along.
    set(isEditedSinceReading)
  })
  await workbook.watch(({ isRemote }) => {
    if (isRemote || !isLinked()) return
    isEditedSinceReading = true
    set(true)
  })
}
