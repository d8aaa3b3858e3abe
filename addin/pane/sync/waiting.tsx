/** The server did not answer: when it is tried again, and that nothing is lost. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Notice } from '../parts/notice.tsx'

export function Waiting() {
  const { sync, say, ports } = usePane()
  const { kind, retryAtMs } = sync.value
  if (kind !== 'waiting') return null
  return (
    <Notice tone="warning" icon="offline" title={say('waitingTitle')}>
      <p>{say('waitingText')}</p>
      {retryAtMs === null ? null : <Countdown untilMs={retryAtMs} />}
      <p class="buttons">
        <Command kind="primary" isAlways onClick={ports.synchroniser.retryNow}>
          {say('retryNow')}
        </Command>
        <Command isAlways onClick={ports.synchroniser.cancel}>
          {say('cancel')}
        </Command>
      </p>
    </Notice>
  )
}

/** Not spoken: a screen reader that counts down cannot be used for anything else. */
function Countdown({ untilMs }: { readonly untilMs: number }) {
  const { count, ports } = usePane()
  const nowMs = useSignal(ports.nowMs())
  useEffect(() => {
    const ticking = setInterval(() => (nowMs.value = ports.nowMs()), 1_000)
    return () => clearInterval(ticking)
  }, [])
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs.value) / 1_000))
  return <p class="hint">{count('waitingSeconds', seconds)}</p>
}
