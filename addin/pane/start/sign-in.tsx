/** What this is in two sentences, and signing in; at a local server by choosing who you are. */
import { useSignal } from '@preact/signals'
import { roleName } from '../budget-names.ts'
import { explainSignIn } from '../explain-error.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { ExplainedNotice } from '../parts/error-notice.tsx'
import { Progress } from '../parts/progress.tsx'

export function SignIn() {
  const { session, ports, say, attempt } = usePane()
  const state = session.value
  const people = ports.session.people
  const signIn = (hint?: string) => attempt(() => ports.session.signIn(hint))
  return (
    <section class="card">
      <h2>{say('signInTitle')}</h2>
      <p>{say('signInText')}</p>
      {state.kind === 'interaction-needed' ? <ExplainedNotice explanation={explainSignIn(state.reason)} /> : null}
      {state.kind === 'signing-in' ? <Progress label={say('signingIn')} /> : null}
      {people === undefined ? (
        <p class="buttons">
          <Command kind="primary" icon="person" onClick={() => signIn()}>
            {say('signIn')}
          </Command>
        </p>
      ) : (
        <PersonChoice people={people} onChoice={signIn} />
      )}
    </section>
  )
}

interface PersonChoiceProps {
  readonly people: NonNullable<ReturnType<typeof usePane>['ports']['session']['people']>
  readonly onChoice: (id: string) => unknown
}

function PersonChoice({ people, onChoice }: PersonChoiceProps) {
  const model = usePane()
  const { say } = model
  const chosen = useSignal(people[0]?.id ?? '')
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        onChoice(chosen.value)
      }}
    >
      <p class="hint">{say('signInLocal')}</p>
      <label class="field">
        <span>{say('signInAs')}</span>
        <select value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
          {people.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {name} ({roleName(model, role)})
            </option>
          ))}
        </select>
      </label>
      <p class="buttons">
        <button type="submit" class="button primary" aria-disabled={model.isBusy.value}>
          {say('signIn')}
        </button>
      </p>
    </form>
  )
}
