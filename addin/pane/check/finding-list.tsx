/** The findings that pass the filter, by severity and sheet; long lists come in parts. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import type { Finding } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import { severityCounts } from './filter-bar.tsx'
import { filterFindings, groupFindings } from './filter.ts'
import { FindingCard } from './finding-card.tsx'

/** From here on those off the screen are not laid out (see check.css). */
const manyFindings = 50

export function FindingList({ findings }: { readonly findings: ReadonlySignal<readonly Finding[]> }) {
  const { filter, language, say, count } = usePane()
  const limit = useSignal(shownAtOnce)
  const passing = useComputed(() => filterFindings(findings.value, filter.value, language.value))
  const groups = useComputed(() => groupFindings(passing.value, limit.value))
  return (
    <section
      class={passing.value.length > manyFindings ? 'findings many' : 'findings'}
      aria-label={say('findingsTitle')}
    >
      {passing.value.length === 0 ? <p class="hint">{say('nothingMatches')}</p> : null}
      {groups.value.map(({ severity, count: total, sheets }) =>
        sheets.length === 0 ? null : (
          <div key={severity} class="severity-group">
            <h2 class={`severity-title ${severity}`}>
              <Icon name={severity} /> {count(severityCounts[severity], total)}
            </h2>
            {sheets.map((group) => (
              <div key={group.sheet}>
                <h3 class="sheet-title">
                  {group.sheet ?? say('wholeWorkbook')} <span class="count">{group.count}</span>
                </h3>
                <ul class="plain-list">
                  {group.findings.map((finding, index) => (
                    <FindingCard key={keyOf(finding, index)} finding={finding} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        ),
      )}
      <ShowMore limit={limit.value} total={passing.value.length} onMore={() => (limit.value += shownAtOnce)} />
    </section>
  )
}

/** Several findings of one rule can stand in one place, then their order tells them apart. */
function keyOf({ rule, cell, field, lineNumber }: Finding, index: number): string {
  return cell === null && lineNumber === null ? `${rule} ${index}` : `${rule} ${cell} ${lineNumber} ${field}`
}
