/** The way of signing in that fits this server and this Excel, as one session that exists before that is known. */
import { openDialog, type Surroundings } from './office/index.ts'
import type { Session } from './ports/session.ts'
import type { Preferences } from './preferences.ts'
import {
  createDialogSession,
  createLocalSession,
  createNestedSession,
  loadDialogClient,
  loadNestedClient,
  readSignInSettings,
  type SignInSettings,
  signInSettings,
} from './sign-in/index.ts'

/**
 * Asks the server how its people sign in, or remembers what it said last. Throws SignInError `offline` when it does not answer
 * and never did.
 */
export async function chooseSession(
  office: typeof Office,
  surroundings: Surroundings,
  preferences: Preferences,
): Promise<Session> {
  const { origin } = location
  const settings = await settingsOf(origin, preferences)
  if (settings.kind === 'local') {
    return createLocalSession({ origin, fetch: boundFetch, nowMs, memory: sessionStorage })
  }
  if (surroundings.isSupported('NestedAppAuth', '1.1')) {
    return createNestedSession({ settings, loginHint: surroundings.loginHint, loadClient: loadNestedClient, nowMs })
  }
  const open = (path: string) => openDialog(office, `${origin}${path}`)
  return createDialogSession({ settings, loadClient: loadDialogClient, openDialog: open, nowMs })
}

/** What this server says of signing in, or said last. Throws SignInError `offline`. */
export async function settingsOf(origin: string, preferences: Preferences): Promise<SignInSettings> {
  try {
    const settings = await signInSettings(origin, boundFetch)
    preferences.set('aanmelden', JSON.stringify(settings))
    return settings
  } catch (error) {
    const remembered = readSignInSettings(preferences.get('aanmelden'))
    if (remembered === null) throw error
    return remembered
  }
}

/** A window's `fetch` may not be called as the method of another object. */
export const boundFetch: typeof fetch = (input, init) => fetch(input, init)

const nowMs = () => Date.now()
