/** That the server takes no changes of this budget now, before somebody sends them in vain. */
import { stateName, stateOf } from '../budget-names.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Notice } from '../parts/notice.tsx'
import type { TextKey } from '../text/speak.ts'

const remedies: Readonly<Partial<Record<string, TextKey>>> = {
  ingediend: 'lockedText',
  goedgekeurd: 'lockedWithdraw',
  aangehouden: 'lockedWithdraw',
  teruggegeven: 'lockedReturned',
  vastgesteld: 'lockedAdopted',
}

export function Locked() {
  const model = usePane()
  const { say, tab } = model
  const state = stateOf(model)
  const remedy = remedies[state]
  if (remedy === undefined) return null
  return (
    <Notice tone="warning" title={say('noChangesTitle', { state: stateName(model, state) })}>
      <p>{say(remedy)}</p>
      <p class="buttons">
        <Command kind="small" onClick={() => (tab.value = 'submit')}>
          {say('toSubmit')}
        </Command>
      </p>
    </Notice>
  )
}
