/** The language of the pane, and whether the add-in starts along with this workbook. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { PanePorts } from '../ports.ts'
import { usePane } from '../pane-context.ts'

const languages = [
  ['nl', 'Nederlands'],
  ['en', 'English'],
] as const

export function SettingsCard() {
  const { ports, say } = usePane()
  return (
    <section class="card">
      <h2>{say('settings')}</h2>
      <fieldset class="plain-fieldset">
        <legend>{say('language')}</legend>
        {languages.map(([id, name]) => (
          <label key={id} class="choice" lang={id}>
            <input
              type="radio"
              name="language"
              checked={ports.language.value === id}
              onChange={() => (ports.language.value = id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {ports.startup === undefined ? null : <StartupSwitch startup={ports.startup} />}
    </section>
  )
}

function StartupSwitch({ startup }: { readonly startup: NonNullable<PanePorts['startup']> }) {
  const { say, attempt } = usePane()
  const isOn = useSignal<boolean | undefined>(undefined)
  const read = async () => {
    isOn.value = await startup.isOn()
  }
  useEffect(() => void attempt(read), [])
  const change = (next: boolean) =>
    attempt(async () => {
      await startup.set(next)
      await read()
    })
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          disabled={isOn.value === undefined}
          checked={isOn.value === true}
          aria-describedby="startup-text"
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <span>{say('startup')}</span>
      </label>
      <p class="hint" id="startup-text">
        {say('startupText')}
      </p>
    </>
  )
}
