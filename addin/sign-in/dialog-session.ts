/**
 * The fallback for an Excel without nested app authentication: a dialog of Office signs in on our own origin and hands the
 * answer to the pane. The account stays in the browser's storage, so later tokens come without a window.
 */
import * as z from 'zod/mini'
import { type Session, SignInError } from '../ports/session.ts'
import { signInErrorOf } from './entra-errors.ts'
import type { EntraAnswer, EntraSettings } from './entra-settings.ts'
import { loadedOnce } from './loaded-once.ts'
import { tokenOf } from './nested-session.ts'
import { sessionOver } from './session-state.ts'

export interface DialogSessionParts {
  readonly settings: EntraSettings
  readonly loadClient: (settings: EntraSettings) => Promise<DialogClient>
  /** Shows the page and resolves with the one message that it sends; closes it whatever happens. */
  readonly openDialog: (path: string) => Promise<string>
  readonly nowMs: () => number
}

export interface DialogClient {
  /** Null: nobody has signed in yet. */
  readonly silent: (scope: string) => Promise<EntraAnswer | null>
  readonly forget: () => Promise<void>
}

const answerSchema = z.object({
  accessToken: z.string(),
  expiresOn: z.string(),
  name: z.string(),
  account: z.string(),
})

export function createDialogSession({ settings, loadClient, openDialog, nowMs }: DialogSessionParts): Session {
  const client = loadedOnce(() => loadClient(settings))
  const askSilently = async () => (await client()).silent(settings.scope)
  const session = sessionOver(
    {
      silent: async () => {
        const answer = await askSilently().catch((error: unknown) => {
          throw signInErrorOf(error)
        })
        if (answer === null) throw new SignInError('interaction-needed')
        return tokenOf(answer)
      },
      interactive: async () => {
        const message = await openDialog('/auth/dialoog.html')
        const answer = answerSchema.safeParse(jsonOf(message))
        if (!answer.success) throw new SignInError('refused', message.slice(0, 100))
        const { accessToken, expiresOn, name, account } = answer.data
        return { text: accessToken, expiresAtMs: Date.parse(expiresOn), name, account }
      },
      signOut: async () => (await client()).forget(),
    },
    nowMs,
  )
  return { ...session, kind: 'dialog' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** MSAL over the storage that the pages for signing in share with the pane. */
export async function loadDialogClient(settings: EntraSettings): Promise<DialogClient> {
  return silentClient(await loadDialogApp(settings))
}

export async function loadDialogApp({ authority, clientId }: EntraSettings) {
  const { createStandardPublicClientApplication } = await import('@azure/msal-browser')
  return createStandardPublicClientApplication({
    auth: { clientId, authority, redirectUri: '/auth/redirect.html' },
    cache: { cacheLocation: 'localStorage' },
  })
}

export function silentClient(app: Awaited<ReturnType<typeof loadDialogApp>>): DialogClient {
  return {
    silent: async (scope) => {
      const [account] = app.getAllAccounts()
      return account === undefined ? null : app.acquireTokenSilent({ scopes: [scope], account })
    },
    forget: () => app.clearCache(),
  }
}
