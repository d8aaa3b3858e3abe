/** That a view has nothing to show yet, and where to begin. */
import { usePane } from '../pane-context.ts'
import type { TextKey } from '../text/speak.ts'
import { Command } from './command.tsx'
import { Notice } from './notice.tsx'

export function Elsewhere({ title, text }: { readonly title: TextKey; readonly text: TextKey }) {
  const { say, tab } = usePane()
  return (
    <Notice tone="info" title={say(title)}>
      <p>{say(text)}</p>
      <p class="buttons">
        <Command onClick={() => (tab.value = 'start')}>{say('toStart')}</Command>
      </p>
    </Notice>
  )
}
