/** Puts the page for the lists on the screen. */
import { effect } from '@preact/signals'
import { render } from 'preact'
import { Admin } from './admin.tsx'
import { type AdminPorts, createAdminModel } from './admin-model.ts'
import { createLoadModel } from './load-model.ts'
import { PageContext } from './page-context.ts'
import { pageSpeaker } from './speak.ts'
import '../pane/tokens.css'
import '../pane/base.css'
import '../pane/controls.css'
import '../pane/notices.css'
import './page.css'
import './form.css'

/** `isDark`: what the system prefers when the page opens. */
export function mountAdmin(root: HTMLElement, ports: AdminPorts, isDark: boolean): void {
  const model = createAdminModel(ports)
  const loader = createLoadModel(ports.server, ports.language)
  const speech = pageSpeaker(ports.language)
  const page = root.ownerDocument
  effect(() => {
    page.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    page.documentElement.lang = ports.language.value
    page.title = `${speech.say('title')} · ${speech.say('product')}`
  })
  render(
    <PageContext.Provider value={{ ...speech, model, loader }}>
      <Admin />
    </PageContext.Provider>,
    root,
  )
  void model.start()
}
