/**
 * Nested app authentication: Office itself holds the account, so nobody signs in a second time. A window opens only from a
 * click. MSAL (82 kB) is loaded when the first token is asked for.
 */
import { type Session, SignInError } from '../ports/session.ts'
import { signInErrorOf } from './entra-errors.ts'
import type { EntraAnswer, EntraSettings } from './entra-settings.ts'
import { loadedOnce } from './loaded-once.ts'
import { sessionOver, type Token } from './session-state.ts'

export interface NestedSessionParts {
  readonly settings: EntraSettings
  /** Who is signed in to Office; undefined when Office does not say. */
  readonly loginHint: () => Promise<string | undefined>
  readonly loadClient: (settings: EntraSettings) => Promise<NestedClient>
  readonly nowMs: () => number
}

export interface NestedClient {
  readonly ssoSilent: (request: TokenRequest) => Promise<EntraAnswer>
  readonly acquireTokenPopup: (request: TokenRequest) => Promise<EntraAnswer>
}

interface TokenRequest {
  readonly scopes: string[]
  readonly loginHint?: string
}

/** Without sign-out: the account is Office's own. */
export function createNestedSession({ settings, loginHint, loadClient, nowMs }: NestedSessionParts): Session {
  const client = loadedOnce(() => loadClient(settings))
  const ask = async (how: 'ssoSilent' | 'acquireTokenPopup'): Promise<Token> => {
    try {
      const [app, hint] = await Promise.all([client(), loginHint()])
      return tokenOf(await app[how]({ scopes: [settings.scope], ...(hint === undefined ? {} : { loginHint: hint }) }))
    } catch (error) {
      throw signInErrorOf(error)
    }
  }
  const { signOut: _, ...session } = sessionOver(
    { silent: () => ask('ssoSilent'), interactive: () => ask('acquireTokenPopup') },
    nowMs,
  )
  return { ...session, kind: 'nested' }
}

/** An answer without an account or end is not used: it could be anybody's, for ever. */
export function tokenOf({ accessToken, expiresOn, account }: EntraAnswer): Token {
  if (accessToken === '' || account === null || expiresOn === null)
    throw new SignInError('refused', 'incomplete answer')
  const { name = account.username, username } = account
  return { text: accessToken, expiresAtMs: expiresOn.getTime(), name, account: username }
}

/** MSAL's own client for add-ins in Office. */
export async function loadNestedClient({ authority, clientId }: EntraSettings): Promise<NestedClient> {
  const { createNestablePublicClientApplication } = await import('@azure/msal-browser')
  return createNestablePublicClientApplication({
    auth: { clientId, authority },
    cache: { cacheLocation: 'localStorage' },
  })
}
