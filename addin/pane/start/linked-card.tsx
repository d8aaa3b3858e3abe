/** The budget that this workbook holds. */
import type { LinkedBudget } from '../../ports/linker.ts'
import { stateName, stateOf, versionName } from '../budget-names.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'

export function LinkedCard({ budget }: { readonly budget: LinkedBudget }) {
  const model = usePane()
  const { sync, say, ago, tab } = model
  const { syncedAtMs, hasNews } = sync.value
  return (
    <section class="card">
      <h2>{say('workbookTitle')}</h2>
      <Facts
        facts={[
          [say('area'), `${budget.areaName} (${budget.areaCode})`],
          [say('year'), String(budget.year)],
          [say('version'), versionName(model, budget.version)],
          [say('state'), stateName(model, stateOf(model))],
          [say('lastSynced'), syncedAtMs === null ? say('never') : ago(syncedAtMs)],
        ]}
      />
      {hasNews ? (
        <Notice tone="info" icon="incoming" title={say('statusNews')}>
          <p>{say('newsWaiting')}</p>
          <p class="buttons">
            <Command kind="small" onClick={() => (tab.value = 'sync')}>
              {say('toSync')}
            </Command>
          </p>
        </Notice>
      ) : null}
    </section>
  )
}
