/**
 * The dialog for an Excel without nested app authentication: signs in with a redirect, so no second window is needed, and
 * hands the answer to the pane.
 */
import { createStandardPublicClientApplication } from '@azure/msal-browser'
import { signInSettings } from '../sign-in/sign-in-settings.ts'

await Office.onReady()
const settings = await signInSettings('', fetch)
if (settings.kind === 'entra') {
  const { authority, clientId, scope } = settings
  const app = await createStandardPublicClientApplication({
    auth: { clientId, authority, redirectUri: '/auth/dialoog.html' },
    cache: { cacheLocation: 'localStorage' },
  })
  try {
    const answer = await app.handleRedirectPromise()
    if (answer === null) await app.acquireTokenRedirect({ scopes: [scope], prompt: 'select_account' })
    else {
      const { accessToken, expiresOn, account } = answer
      tell({
        accessToken,
        expiresOn: expiresOn?.toISOString(),
        name: account.name ?? account.username,
        account: account.username,
      })
    }
  } catch (error) {
    tell({ fault: String(error) })
  }
}

function tell(message: unknown): void {
  Office.context.ui.messageParent(JSON.stringify(message))
}
