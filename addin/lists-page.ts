/** The page for the lists: joins signing in without Office, the API and the page. */
import { boundFetch, settingsOf } from './choose-session.ts'
import { mountAdmin } from './page/mount.tsx'
import type { Session } from './ports/session.ts'
import { preferencesIn } from './preferences.ts'
import { rememberedLanguage } from './remembered-signals.ts'
import { createListsServer } from './server/lists-server.ts'
import { createLocalSession, createPopupSession, loadPopupClient } from './sign-in/index.ts'
import { unreachableSession } from './unreachable-session.ts'

const { origin } = location
const preferences = preferencesIn(localStorage, '')

export async function startListsPage(root: HTMLElement): Promise<void> {
  const session = await sessionOfPage().catch(() => unreachableSession(() => location.reload()))
  mountAdmin(
    root,
    {
      session,
      server: createListsServer({ origin, session, fetch: boundFetch }),
      language: rememberedLanguage(preferences, /^en\b/i.test(navigator.language) ? 'en' : 'nl'),
    },
    matchMedia('(prefers-color-scheme: dark)').matches,
  )
}

async function sessionOfPage(): Promise<Session> {
  const settings = await settingsOf(origin, preferences)
  return settings.kind === 'local'
    ? createLocalSession({ origin, fetch: boundFetch, nowMs, memory: sessionStorage })
    : createPopupSession({ settings, loadClient: loadPopupClient, nowMs })
}

function nowMs(): number {
  return Date.now()
}
