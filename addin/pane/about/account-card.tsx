/** Who is signed in, and signing out where the add-in itself holds the account. */
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Account } from '../start/account.tsx'

export function AccountCard() {
  const { session, ports, say, tab, attempt } = usePane()
  const { signOut } = ports.session
  if (session.value.kind !== 'signed-in') {
    return (
      <section class="card">
        <h2>{say('account')}</h2>
        <p>{say('statusSignedOut')}</p>
        <p class="buttons">
          <Command onClick={() => (tab.value = 'start')}>{say('toStart')}</Command>
        </p>
      </section>
    )
  }
  const leave = async (end: () => Promise<void>) => {
    const isOut = await attempt(end)
    // What the functions remember belongs to whoever was signed in.
    if (isOut) ports.functions.forgetAll()
  }
  return (
    <Account>
      {signOut === undefined ? (
        <p class="hint">{say('signOutOffice')}</p>
      ) : (
        <p class="buttons">
          <Command onClick={() => leave(signOut)}>{say('signOut')}</Command>
        </p>
      )}
    </Account>
  )
}
