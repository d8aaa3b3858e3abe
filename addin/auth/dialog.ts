/**
 * The dialog for an Excel without nested app authentication: signs in with a redirect, so no second window is needed, and
 * hands the answer to the pane.
 */
import { createStandardPublicClientApplication } from '@azure/msal-browser'
import { signInSettings } from '../sign-in/sign-in-settings.ts'

await Office.onReady()
// The pane closes the dialog at the first word it hears, so that nobody waits before one that will not end.
await signIn().catch((error: unknown) => tell({ fault: String(error) }))

async function signIn(): Promise<void> {
  const settings = await signInSettings('', fetch)
  if (settings.kind !== 'entra') throw new Error('This server does not sign in with Entra ID.')
  const { authority, clientId, scope } = settings
  const app = await createStandardPublicClientApplication({
    auth: { clientId, authority, redirectUri: '/auth/dialoog.html' },
    cache: { cacheLocation: 'localStorage' },
  })
  const answer = await app.handleRedirectPromise()
  if (answer === null) {
    await app.acquireTokenRedirect({ scopes: [scope], prompt: 'select_account' })
    return
  }
  const { accessToken, expiresOn, account } = answer
  tell({
    accessToken,
    expiresOn: expiresOn?.toISOString(),
    name: account.name ?? account.username,
    account: account.username,
  })
}

function tell(message: unknown): void {
  Office.context.ui.messageParent(JSON.stringify(message))
}
