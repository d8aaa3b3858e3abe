/** Versions, account, support, functions and help. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Facts } from '../parts/facts.tsx'
import type { TextKey } from '../text/speak.ts'
import { AccountCard } from './account-card.tsx'
import { diagnosticsText } from './diagnostics.ts'
import { FunctionsCard } from './functions-card.tsx'
import { SettingsCard } from './settings-card.tsx'
import { SupportTable } from './support-table.tsx'

const liveKeys = {
  stopped: 'liveStopped',
  connecting: 'liveConnecting',
  live: 'liveLive',
  polling: 'livePolling',
  offline: 'liveOffline',
} as const satisfies Record<string, TextKey>

export function AboutView() {
  const { ports, live, say } = usePane()
  const apiVersion = useApiVersion()
  const { addin, manifest, metadata, rules } = ports.versions
  return (
    <>
      <AccountCard />
      <SettingsCard />
      <FunctionsCard />
      <section class="card">
        <h2>{say('versionsTitle')}</h2>
        <Facts
          facts={[
            [say('versionAddin'), addin],
            [say('versionManifest'), manifest ?? say('versionUnknown')],
            [say('versionMetadata'), metadata],
            [say('versionRules'), rules],
            [say('versionApi'), apiVersion ?? say('versionUnknown')],
            [say('connection'), say(liveKeys[live.value])],
          ]}
        />
      </section>
      <SupportTable />
      <HelpCard apiVersion={apiVersion} />
    </>
  )
}

/** Undefined as long as the server does not answer; that it does not is no reason to disturb anybody here. */
function useApiVersion(): string | undefined {
  const { ports } = usePane()
  const version = useSignal<string | undefined>(undefined)
  useEffect(() => {
    const asking = new AbortController()
    ports.server.health(asking.signal).then(
      ({ apiVersion }) => (version.value = apiVersion),
      () => undefined,
    )
    return () => asking.abort()
  }, [])
  return version.value
}

function HelpCard({ apiVersion }: { readonly apiVersion: string | undefined }) {
  const { ports, say, language, session, check, sync, live, announcement, attempt } = usePane()
  const copy = () =>
    attempt(async () => {
      const facts = { ports, apiVersion, language: language.value, functions: ports.functions }
      const states = { session: session.value, check: check.value, sync: sync.value, live: live.value }
      await ports.copyText(diagnosticsText({ ...facts, ...states }))
      announcement.value = say('copied')
    })
  return (
    <section class="card">
      <h2>{say('helpTitle')}</h2>
      <ul class="links">
        {(
          [
            ['hulp', 'help'],
            ['versies', 'releaseNotes'],
            ['privacy', 'privacy'],
          ] as const
        ).map(([page, key]) => (
          <li key={page}>
            <button type="button" class="button link" onClick={() => ports.openHelp(page)}>
              {say(key)}
            </button>
          </li>
        ))}
      </ul>
      <p class="buttons">
        <Command icon="copy" onClick={copy}>
          {say('copyDiagnostics')}
        </Command>
      </p>
      <p class="hint">{say('copyDiagnosticsText')}</p>
    </section>
  )
}
