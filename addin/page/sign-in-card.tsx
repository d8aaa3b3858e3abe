/** Signing in; at a local server by choosing who you are. */
import { useSignal } from '@preact/signals'
import { Progress } from '../pane/parts/progress.tsx'
import { usePage } from './page-context.ts'

export function SignInCard() {
  const { model, say } = usePage()
  const people = model.ports.session.people ?? []
  const chosen = useSignal(people[0]?.id)
  return (
    <form
      class="card form"
      onSubmit={(event) => {
        event.preventDefault()
        void model.signIn(chosen.value)
      }}
    >
      <h2>{say('signInTitle')}</h2>
      <p>{say('signInText')}</p>
      {people.length === 0 ? null : (
        <label class="field">
          <span>{say('signInAs')}</span>
          <select value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
            {people.map(({ id, name, role }) => (
              <option key={id} value={id}>
                {name} ({role})
              </option>
            ))}
          </select>
        </label>
      )}
      {model.isBusy.value ? <Progress label={say('working')} /> : null}
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={model.isBusy.value}>
          {say('signIn')}
        </button>
      </p>
    </form>
  )
}
