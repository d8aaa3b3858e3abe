/** Why the last synchronisation did not go on; that the server was put back needs a person's consent. */
import { ServerError } from '../../ports/server.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { ErrorNotice } from '../parts/error-notice.tsx'
import { Notice } from '../parts/notice.tsx'

export function Refusal() {
  const { sync, say, ports, attempt } = usePane()
  const { error, kind } = sync.value
  // Waiting has a notice of its own that says the same in better words.
  if (error === null || kind === 'waiting') return null
  if (error instanceof ServerError && error.problem === 'geschiedenis-wijkt-af') {
    return (
      <Notice tone="warning" title={say('restoredTitle')}>
        <p>{say('restoredText')}</p>
        <p class="buttons">
          <Command kind="primary" onClick={() => attempt(ports.synchroniser.recover)}>
            {say('restoredContinue')}
          </Command>
        </p>
      </Notice>
    )
  }
  return <ErrorNotice error={error} />
}
