/** The page that Entra ID returns to: it hands the answer to the window that asked for it. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

await broadcastResponseToMainFrame()
