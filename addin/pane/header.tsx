/** Which budget this is and how it stands towards the server. Room is left at the right for Office's own menu. */
import { versionName } from './budget-names.ts'
import { usePane } from './pane-context.ts'
import { Icon, type IconName } from './parts/icon.tsx'
import { type SyncStatus, syncStatus } from './sync-status.ts'

const icons: Readonly<Record<SyncStatus['tone'], IconName>> = {
  good: 'good',
  busy: 'sync',
  attention: 'warning',
  bad: 'error',
  plain: 'open',
}

export function Header() {
  const model = usePane()
  const { session, linked, sync, live, say, ago } = model
  const status = syncStatus({ session: session.value, linked: linked.value, sync: sync.value, live: live.value })
  const budget = linked.value
  return (
    <div class="header">
      <h1>
        {budget === null || budget === undefined ? (
          say('product')
        ) : (
          <>
            {budget.areaName} {budget.year}{' '}
            <span class="header-version">
              {budget.version === 'primitief' ? say('versionPrimitiefShort') : versionName(model, budget.version)}
            </span>
          </>
        )}
      </h1>
      <p class={`status ${status.tone}`}>
        <Icon name={icons[status.tone]} />
        <span>{say(status.key, status.atMs === null ? {} : { when: ago(status.atMs) })}</span>
      </p>
    </div>
  )
}
