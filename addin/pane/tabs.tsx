/** The tabs: arrow keys, Home and End move and show at once, as the pattern of a tab list has it. */
import { usePane } from './pane-context.ts'
import { tabIds, type TabId } from './pane-model.ts'
import { countBySeverity } from './check/filter.ts'
import { tabAfter } from './tab-keys.ts'
import type { TextKey } from './text/speak.ts'

const labels: Readonly<Record<TabId, TextKey>> = {
  start: 'tabStart',
  check: 'tabCheck',
  sync: 'tabSync',
  submit: 'tabSubmit',
  about: 'tabAbout',
}

export function Tabs() {
  const { say, tab } = usePane()
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabAfter(tab.value, event.key)
    if (next === undefined) return
    event.preventDefault()
    tab.value = next
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={say('tabs')} onKeyDown={onKeyDown}>
      {tabIds.map((id) => {
        const isCurrent = tab.value === id
        return (
          <button
            type="button"
            key={id}
            id={`tab-${id}`}
            class="tab"
            role="tab"
            aria-selected={isCurrent}
            {...(isCurrent && { 'aria-controls': `panel-${id}` })}
            tabIndex={isCurrent ? 0 : -1}
            onClick={() => (tab.value = id)}
          >
            <span class="tab-label">{say(labels[id])}</span>
            <Badge id={id} />
          </button>
        )
      })}
    </div>
  )
}

/** How many errors, or how many questions; the words are for a screen reader. */
function Badge({ id }: { readonly id: TabId }) {
  const { check, sync, count, number } = usePane()
  const { conflicts, questions } = sync.value
  const errors = id === 'check' ? countBySeverity(check.value.findings).error : 0
  const asked = id === 'sync' ? conflicts.length + questions.length : 0
  if (errors + asked === 0) return null
  return (
    <span class={`badge ${errors > 0 ? 'error' : 'warning'}`}>
      <span aria-hidden="true">{errors + asked > 999 ? `${number(999)}+` : number(errors + asked)}</span>
      <span class="unseen">{errors > 0 ? count('errorsBadge', errors) : count('questionsBadge', asked)}</span>
    </span>
  )
}
