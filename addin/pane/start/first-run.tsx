/** Three steps, once, and never in the way. */
import { useSignal } from '@preact/signals'
import { usePane } from '../pane-context.ts'
import type { TextKey } from '../text/speak.ts'
import { Icon, type IconName } from '../parts/icon.tsx'

const steps: readonly { readonly title: TextKey; readonly text: TextKey; readonly icon: IconName }[] = [
  { title: 'firstRunMake', text: 'firstRunMakeText', icon: 'table' },
  { title: 'firstRunCheck', text: 'firstRunCheckText', icon: 'good' },
  { title: 'firstRunSync', text: 'firstRunSyncText', icon: 'sync' },
]

export function FirstRun() {
  const { say, ports } = usePane()
  const at = useSignal(0)
  const step = steps[at.value]
  if (step === undefined) return null
  const isLast = at.value === steps.length - 1
  const finish = () => (ports.isFirstRun.value = false)
  return (
    <section class="card welcome" aria-label={say('firstRunTitle')}>
      <p class="welcome-step">
        <span class="dots" aria-hidden="true">
          {steps.map(({ title }, index) => (
            <span key={title} class={index === at.value ? 'dot current' : 'dot'} />
          ))}
        </span>
        {say('firstRunStep', { step: at.value + 1, total: steps.length })}
      </p>
      <div class="welcome-words" aria-live="polite">
        <Icon name={step.icon} />
        <div>
          <h2>{say(step.title)}</h2>
          <p>{say(step.text)}</p>
        </div>
      </div>
      <p class="buttons">
        <button type="button" class="button primary" onClick={isLast ? finish : () => (at.value += 1)}>
          {say(isLast ? 'firstRunDone' : 'firstRunNext')}
        </button>
        {isLast ? null : (
          <button type="button" class="button subtle" onClick={finish}>
            {say('firstRunSkip')}
          </button>
        )}
      </p>
    </section>
  )
}
