/** Starts the add-in: tells Excel its functions and commands, puts the pane on the page, and then loads everything else. */
import { signal } from '@preact/signals'
import { exampleYear } from '#shared/example/year.ts'
import { rulesVersion } from '#shared/rules/version.ts'
import { requirementSets } from './excel/support.ts'
import { functionIds } from './functions/ids.ts'
import { intentHub } from './intents.ts'
import { associateLate } from './late-functions.ts'
import { latePorts } from './late-ports.ts'
import { officeIsMissing } from './missing-office.ts'
import { associateCommands, startupOf, surroundingsOf } from './office/index.ts'
import { mountPane } from './pane/index.ts'
import type { Session } from './ports/session.ts'
import { preferencesIn } from './preferences.ts'
import { rememberedFirstRun, rememberedLanguage } from './remembered-signals.ts'
import { nextTask } from './turns.ts'
import { unreachableSession } from './unreachable-session.ts'
import { addinVersion, manifestVersion } from './versions.ts'
import type { Workings } from './workings.ts'

const helpPages = { hulp: '/help/index.html', privacy: '/help/privacy.html', versies: '/help/versies.html' } as const

const root = document.querySelector<HTMLElement>('#pane')
if (root === null) throw new Error('The page has no place for the pane.')
if (typeof Office === 'undefined') root.append(officeIsMissing())
else await startAddin(root)

async function startAddin(root: HTMLElement): Promise<void> {
  await Office.onReady()
  const surroundings = surroundingsOf(Office, matchMedia('(prefers-color-scheme: dark)').matches)
  const preferences = preferencesIn(localStorage, surroundings.storagePrefix)
  const intents = intentHub()
  associateCommands(Office, surroundings, intents.tell)

  const session = Promise.withResolvers<Session>()
  let loading: Promise<Workings> | null = null
  const load = (): Promise<Workings> => {
    loading ??= import('./workings.ts')
      .then(({ createWorkings }) => createWorkings({ surroundings, preferences, session: session.promise }))
      .catch((error: unknown) => {
        loading = null
        throw error
      })
    return loading
  }
  associateLate(CustomFunctions, { ids: functionIds, load: async () => (await load()).implementations })

  const chosen = await import('./choose-session.ts')
    .then(({ chooseSession }) => chooseSession(Office, surroundings, preferences))
    .catch(() => unreachableSession(() => location.reload()))
  session.resolve(chosen)
  const startup = startupOf(Office)
  mountPane(root, {
    ...latePorts(load),
    session: chosen,
    support: requirementSets(surroundings).map(({ use, ...set }) => ({ ...set, usedFor: use })),
    versions: {
      addin: addinVersion,
      manifest: new URLSearchParams(location.search).get('mv') ?? undefined,
      metadata: manifestVersion,
      rules: rulesVersion,
    },
    host: surroundings.host,
    theme: signal({ isDark: surroundings.isDark, isHighContrast: matchMedia('(forced-colors: active)').matches }),
    language: rememberedLanguage(preferences, surroundings.language),
    isFirstRun: rememberedFirstRun(preferences),
    // The lists of a local server are those of the example.
    newBudgetYear: chosen.kind === 'local' ? exampleYear : new Date().getFullYear() + 1,
    copyText: (text) => navigator.clipboard.writeText(text),
    openHelp: (page) => openPage(helpPages[page]),
    openRulePage: (rule) => openPage(`/help/regels/${rule}.html`),
    ...(startup === undefined ? {} : { startup }),
    nowMs: () => Date.now(),
    onIntent: intents.subscribe,
  })
  await nextTask()
  // Who signed in before is signed in again; nobody is asked. Loading failures are shown by the command that meets them.
  await Promise.allSettled([load(), chosen.token()])
}

/** A page of this site, outside the pane. */
function openPage(path: string): void {
  open(`${location.origin}${path}`, '_blank', 'noopener')
}
