/**
 * Signing in on a page outside Office: a window of Entra ID opens at a click and comes back to our own origin. The account
 * stays in the browser's storage, so later tokens come without a window.
 */
import { type Session, SignInError } from '../ports/session.ts'
import { type DialogClient, loadDialogApp, silentClient } from './dialog-session.ts'
import { signInErrorOf } from './entra-errors.ts'
import type { EntraAnswer, EntraSettings } from './entra-settings.ts'
import { loadedOnce } from './loaded-once.ts'
import { tokenOf } from './nested-session.ts'
import { sessionOver, type Token } from './session-state.ts'

export interface PopupClient extends DialogClient {
  readonly popup: (scope: string) => Promise<EntraAnswer>
}

export interface PopupSessionParts {
  readonly settings: EntraSettings
  readonly loadClient: (settings: EntraSettings) => Promise<PopupClient>
  readonly nowMs: () => number
}

export function createPopupSession({ settings, loadClient, nowMs }: PopupSessionParts): Session {
  const client = loadedOnce(() => loadClient(settings))
  const ask = async (how: (app: PopupClient) => Promise<EntraAnswer | null>): Promise<Token> => {
    const answer = await client()
      .then(how)
      .catch((error: unknown) => {
        throw signInErrorOf(error)
      })
    if (answer === null) throw new SignInError('interaction-needed')
    return tokenOf(answer)
  }
  const session = sessionOver(
    {
      silent: () => ask((app) => app.silent(settings.scope)),
      interactive: () => ask((app) => app.popup(settings.scope)),
      signOut: async () => (await client()).forget(),
    },
    nowMs,
  )
  return { ...session, kind: 'dialog' }
}

export async function loadPopupClient(settings: EntraSettings): Promise<PopupClient> {
  const app = await loadDialogApp(settings)
  return {
    ...silentClient(app),
    popup: (scope) => app.acquireTokenPopup({ scopes: [scope], prompt: 'select_account' }),
  }
}
