/** The buttons on the ribbon: each shows the pane and says what was asked for. */
import type { Surroundings } from './surroundings.ts'

export type Intent = 'controleren' | 'synchroniseren'

/** Ids as the manifest has them. */
const intents: readonly Intent[] = ['controleren', 'synchroniseren']

export function associateCommands(
  office: typeof Office,
  { isSupported }: Surroundings,
  onIntent: (intent: Intent) => void,
): void {
  for (const intent of intents) {
    office.actions.associate(intent, (event?: Office.AddinCommands.Event) => {
      onIntent(intent)
      const shown = isSupported('SharedRuntime', '1.1') ? office.addin.showAsTaskpane() : Promise.resolve()
      // Office waits for completed(), whatever happened to the pane.
      void shown.catch(() => undefined).then(() => event?.completed())
    })
  }
}
