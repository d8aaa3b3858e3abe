/** Signing in: which way fits this Excel and this server. */
export { createDialogSession, loadDialogClient } from './dialog-session.ts'
export { createLocalSession } from './local-session.ts'
export { createNestedSession, loadNestedClient } from './nested-session.ts'
export { createPopupSession, loadPopupClient } from './popup-session.ts'
export { readSignInSettings, type SignInSettings, signInSettings } from './sign-in-settings.ts'
