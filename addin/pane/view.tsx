/** The view of a tab. Start is there at once; the others are fetched when somebody is signed in or first asks for them. */
import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { usePane } from './pane-context.ts'
import type { TabId } from './pane-model.ts'
import { ErrorNotice } from './parts/error-notice.tsx'
import { Progress } from './parts/progress.tsx'
import { StartView } from './start/start-view.tsx'

type ViewPart = () => JSX.Element | null

const fetchers: Readonly<Record<Exclude<TabId, 'start'>, () => Promise<ViewPart>>> = {
  check: async () => (await import('./check/check-view.tsx')).CheckView,
  sync: async () => (await import('./sync/sync-view.tsx')).SyncView,
  submit: async () => (await import('./submit/submit-view.tsx')).SubmitView,
  about: async () => (await import('./about/about-view.tsx')).AboutView,
}

const fetched = new Map<TabId, ViewPart>([['start', StartView]])

async function fetchView(tab: TabId): Promise<void> {
  if (tab !== 'start' && !fetched.has(tab)) fetched.set(tab, await fetchers[tab]())
}

export function View({ tab }: { readonly tab: TabId }) {
  const { session, say } = usePane()
  const failure = useSignal<{ readonly error: unknown } | null>(null)
  const fetchCount = useSignal(0)
  const load = (wanted: TabId) =>
    fetchView(wanted).then(
      () => (fetchCount.value += 1),
      (error: unknown) => (failure.value = { error }),
    )
  useEffect(() => {
    failure.value = null
    void load(tab)
  }, [tab])
  useSignalEffect(() => {
    // From here on the pane works without a connection, also after a newer version took the place of these files.
    if (session.value.kind === 'signed-in') for (const other of Object.keys(fetchers)) void load(other as TabId)
  })
  // Reading it draws this again when a view has come.
  void fetchCount.value
  const Part = fetched.get(tab)
  if (Part !== undefined) return <Part />
  return failure.value === null ? <Progress label={say('loading')} /> : <ErrorNotice error={failure.value.error} />
}
