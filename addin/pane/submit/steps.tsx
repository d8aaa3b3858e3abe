/** The transitions that this person may make now, with the remark and the decision that some of them need. */
import { useSignal } from '@preact/signals'
import { type TransitionName, transitions } from '#shared/lifecycle/index.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import type { TextKey } from '../text/speak.ts'
import { whyUnsent } from './checklist.ts'
import { didWords } from './did-words.ts'

const buttonWords: Readonly<Record<TransitionName, TextKey>> = {
  indienen: 'takeIndienen',
  teruggeven: 'takeTeruggeven',
  heropenen: 'takeHeropenen',
  goedkeuren: 'takeGoedkeuren',
  vaststellen: 'takeVaststellen',
  intrekken: 'takeIntrekken',
  aanhouden: 'takeAanhouden',
  hervatten: 'takeHervatten',
}

const decisionMax = 60
const remarkMax = 2_000

export function Steps() {
  const { life, sync, say, announcement, ports, attemptAlone } = usePane()
  const remark = useSignal('')
  const decision = useSignal('')
  const missing = useSignal<TextKey | null>(null)
  const may = life.value.life?.mag
  if (may === undefined) return null
  const unsent = whyUnsent(sync.value)
  const needs = new Set(may.map((name) => transitions[name].needs))
  const take = async (name: TransitionName) => {
    missing.value = name === 'indienen' ? whyUnsent(sync.value) : missingFor(name, remark.value, decision.value)
    if (missing.value !== null) {
      announcement.value = say(missing.value)
      return
    }
    await attemptAlone(() => ports.lifeDesk.take(name, remark.value.trim(), decisionFor(name, decision.value)))
    if (ports.lifeDesk.current().error !== null) return
    remark.value = ''
    announcement.value = say('taken', { what: say(didWords[name]) })
  }
  return (
    <section class="card">
      <h2>{say('stepsTitle')}</h2>
      {may.length === 0 ? <p class="hint">{say('noSteps')}</p> : null}
      {may.length === 0 ? null : (
        <label class="field">
          <span>{say(needs.has('remark') ? 'remarkNeeded' : 'remark')}</span>
          <textarea
            rows={2}
            maxLength={remarkMax}
            value={remark.value}
            aria-invalid={missing.value === 'remarkMissing'}
            onInput={({ currentTarget }) => (remark.value = currentTarget.value)}
          />
        </label>
      )}
      {missing.value === 'remarkMissing' ? <p class="invalid">{say('remarkMissing')}</p> : null}
      {needs.has('decision') ? (
        <label class="field">
          <span>{say('decisionNumber')}</span>
          <input
            maxLength={decisionMax}
            value={decision.value}
            autocomplete="off"
            aria-invalid={missing.value === 'decisionMissing'}
            onInput={({ currentTarget }) => (decision.value = currentTarget.value)}
          />
        </label>
      ) : null}
      {missing.value === 'decisionMissing' ? <p class="invalid">{say('decisionMissing')}</p> : null}
      {unsent !== null && missing.value === unsent ? <p class="invalid">{say(unsent)}</p> : null}
      <p class="buttons">
        {onwardFirst(may).map((name) => (
          <Command key={name} kind={onward.has(name) ? 'primary' : 'plain'} onClick={() => take(name)}>
            {say(buttonWords[name])}
          </Command>
        ))}
      </p>
    </section>
  )
}

/** What brings a budget further; the others hold it back. */
const onward: ReadonlySet<TransitionName> = new Set(['indienen', 'heropenen', 'goedkeuren', 'vaststellen', 'hervatten'])

function onwardFirst(names: readonly TransitionName[]): readonly TransitionName[] {
  return [...names.filter((name) => onward.has(name)), ...names.filter((name) => !onward.has(name))]
}

function missingFor(name: TransitionName, remark: string, decision: string): TextKey | null {
  const { needs } = transitions[name]
  if (needs === 'remark' && remark.trim() === '') return 'remarkMissing'
  return needs === 'decision' && decision.trim() === '' ? 'decisionMissing' : null
}

function decisionFor(name: TransitionName, decision: string): string {
  return transitions[name].needs === 'decision' ? decision.trim() : ''
}
