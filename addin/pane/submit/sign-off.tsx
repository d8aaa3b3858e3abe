/** The initials of the ambtelijk opdrachtgever. */
import type { SignOffOutcome } from '#shared/lifecycle/index.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'

const signable: ReadonlySet<string> = new Set(['ingediend', 'goedgekeurd', 'aangehouden'])

export function SignOff() {
  const { life, me, linked, say, announcement, ports, attemptAlone } = usePane()
  const state = life.value.life?.staat
  const isClient = me.value?.role === 'opdrachtgever' && me.value.areas.includes(linked.value?.areaCode ?? '')
  if (state === undefined || !isClient || !signable.has(state)) return null
  const signOff = async (outcome: SignOffOutcome) => {
    await attemptAlone(() => ports.lifeDesk.signOff(outcome, ''))
    if (ports.lifeDesk.current().error === null) announcement.value = say('signedOff')
  }
  return (
    <section class="card">
      <h2>{say('signOffTitle')}</h2>
      <p>{say('signOffText')}</p>
      <p class="buttons">
        <Command kind="primary" onClick={() => signOff('akkoord')}>
          {say('signOffYes')}
        </Command>
        <Command onClick={() => signOff('niet akkoord')}>{say('signOffNo')}</Command>
      </p>
    </section>
  )
}
