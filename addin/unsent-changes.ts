/** Asks Office to warn at closing while a workbook was edited and not synchronised since (SharedRuntime 1.2). */
import type { Synchroniser } from './ports/synchroniser.ts'

/** `Office.addin.beforeDocumentCloseNotification`. */
export interface CloseNotice {
  readonly enable: () => Promise<void>
  readonly disable: () => Promise<void>
}

/** A notice that Office refuses is a notice less, not a fault of what the person is doing. */
export function warnOfUnsentChanges(synchroniser: Pick<Synchroniser, 'subscribe'>, notice: CloseNotice): void {
  let isOn = false
  synchroniser.subscribe(({ hasEdits }) => {
    if (isOn === hasEdits) return
    isOn = hasEdits
    void (isOn ? notice.enable() : notice.disable()).catch(() => undefined)
  })
}
