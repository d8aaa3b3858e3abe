/** Puts the pane on the page. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { Pane } from './pane.tsx'
import { PaneContext } from './pane-context.ts'
import { createPaneModel, type TabId } from './pane-model.ts'
import type { PanePorts } from './ports.ts'
import './tokens.css'
import './base.css'
import './controls.css'
import './notices.css'
import './start.css'
import './check.css'
import './sync.css'
import './submit.css'

export interface MountedPane {
  readonly show: (tab: TabId) => void
  readonly unmount: () => void
}

/** Draws the pane in `root` and keeps it in step with the ports until it is unmounted. */
export function mountPane(root: HTMLElement, ports: PanePorts): MountedPane {
  const model = createPaneModel(ports)
  const page = root.ownerDocument.documentElement
  const stopDressing = effect(() => {
    const { isDark, isHighContrast } = ports.theme.value
    page.dataset['theme'] = isDark ? 'dark' : 'light'
    page.dataset['contrast'] = isHighContrast ? 'high' : 'normal'
    page.lang = ports.language.value
  })
  let isMounted = true
  const draw = () => {
    if (!isMounted) return
    render(
      <PaneContext.Provider value={model}>
        <Pane />
      </PaneContext.Provider>,
      root,
    )
  }
  // Drawn in the right language at once; a flash of Dutch would be worse than a moment later.
  if (model.wordsToCome === undefined) draw()
  else void model.wordsToCome.then(draw)
  return {
    show: (tab) => (model.tab.value = tab),
    unmount: () => {
      isMounted = false
      stopDressing()
      model.stop()
      render(null, root)
    },
  }
}
