/** Reading, sending and writing, with counts, and a way to stop. */
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Progress } from '../parts/progress.tsx'

export function Sending() {
  const { sync, say, ports } = usePane()
  const { kind, progress } = sync.value
  if (kind === 'reading') {
    return (
      <section class="card">
        <Progress label={say('reading')} />
      </section>
    )
  }
  if (kind !== 'sending' && kind !== 'writing') return null
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <section class="card">
      <Progress label={say(kind)} done={done} total={total} />
      {total === 0 ? null : <p class="hint">{say('sendingCount', { done, total })}</p>}
      <p class="buttons">
        <Command isAlways onClick={ports.synchroniser.cancel}>
          {say('cancel')}
        </Command>
      </p>
      <p class="hint">{say('stopHint')}</p>
    </section>
  )
}
