/** For development: the pane in one state, `?staat=sync-vooraf&taal=en&thema=donker`; without a state a list of them. */
import { render } from 'preact'
import { createDemoPorts } from './demo-ports.test-data.ts'
import { mountPane } from './index.ts'
import { demoStates, paneStates } from './demo-states.test-data.ts'

declare global {
  interface Window {
    /** What the pane asked of its ports, for tests in the browser. */
    paneCalls?: readonly string[]
  }
}

const choices = new URLSearchParams(location.search)
const root = document.getElementById('pane')
const state = paneStates.find((name) => name === choices.get('staat'))

if (root !== null && state !== undefined) {
  const theme = choices.get('thema')
  const { ports, calls } = createDemoPorts({
    state,
    language: choices.get('taal') === 'en' ? 'en' : 'nl',
    theme: { isDark: theme === 'donker', isHighContrast: theme === 'contrast' },
  })
  window.paneCalls = calls
  mountPane(root, ports).show(demoStates[state].tab)
} else if (root !== null) {
  render(
    <ul>
      {paneStates.map((name) => (
        <li key={name}>
          <a href={`?staat=${name}`}>{name}</a>
        </li>
      ))}
    </ul>,
    root,
  )
}
