/** Synchronising: what would be sent, sending it, what is to be decided, and what came of it. */
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Elsewhere } from '../parts/elsewhere.tsx'
import { Notice } from '../parts/notice.tsx'
import { Conflicts } from './conflicts.tsx'
import { Locked } from './locked.tsx'
import { Outcome } from './outcome.tsx'
import { Preview } from './preview.tsx'
import { Questions } from './questions.tsx'
import { Refusal } from './refusal.tsx'
import { Sending } from './sending.tsx'
import { Waiting } from './waiting.tsx'

export function SyncView() {
  const { session, linked, sync } = usePane()
  if (linked.value === null || sync.value.kind === 'unlinked') {
    return <Elsewhere title="syncUnlinked" text="syncUnlinkedText" />
  }
  if (session.value.kind !== 'signed-in') return <Elsewhere title="syncSignedOut" text="syncSignedOutText" />
  return (
    <>
      <Locked />
      <Begin />
      <Refusal />
      <Waiting />
      <Conflicts />
      <Questions />
      <Sending />
      <Outcome />
      <Preview />
    </>
  )
}

function Begin() {
  const { sync, say, previewSync } = usePane()
  const { kind, hasNews, outcome } = sync.value
  if (kind === 'sending' || kind === 'writing' || kind === 'waiting') return null
  const news = hasNews ? <Notice tone="info" icon="incoming" title={say('newsWaiting')} /> : null
  // What would be sent has its own button to look again.
  if (kind === 'previewed') return news
  const isKnown = outcome !== null
  return (
    <section class="card">
      <h2 class={isKnown ? 'unseen' : ''}>{say('syncTitle')}</h2>
      {isKnown ? null : <p>{say('syncIntro')}</p>}
      {news}
      <p class="buttons">
        <Command kind="primary" onClick={previewSync}>
          {say('preview')}
        </Command>
      </p>
    </section>
  )
}
